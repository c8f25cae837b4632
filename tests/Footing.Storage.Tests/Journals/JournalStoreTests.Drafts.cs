using Footing.Testing;

namespace Footing.Storage.Tests.Journals;

/// <summary>Half-finished forms.</summary>
public abstract partial class JournalStoreTests
{
    [EngineFact]
    public async Task A_draft_comes_back_as_saved_until_it_expires()
    {
        await Drafts.SaveAsync(Ada, "screening", Bytes("""{ "age":70 }"""), Noon.AddDays(1));

        Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        Text((await Drafts.LoadAsync(Ada, "screening")).ShouldNotBeNull()).ShouldBe("""{ "age":70 }""");

        Clock.Advance(TimeSpan.FromTicks(1));
        (await Drafts.LoadAsync(Ada, "screening")).ShouldBeNull();
    }

    [EngineFact]
    public async Task A_later_draft_takes_the_place_of_the_earlier()
    {
        await Drafts.SaveAsync(Ada, "screening", Bytes("1"), Noon.AddDays(1));
        await Drafts.SaveAsync(Ada, "screening", Bytes("2"), Noon.AddDays(1));
        await Drafts.SaveAsync(Ada, "foot-check", Bytes("3"), Noon.AddDays(1));

        Text((await Drafts.LoadAsync(Ada, "screening")).ShouldNotBeNull()).ShouldBe("2");
        Text((await Drafts.LoadAsync(Ada, "foot-check")).ShouldNotBeNull()).ShouldBe("3");
    }

    [EngineFact]
    public async Task A_deleted_draft_is_gone_and_deleting_again_does_nothing()
    {
        await Drafts.SaveAsync(Ada, "screening", Bytes("1"), Noon.AddDays(1));

        await Drafts.DeleteAsync(Ada, "screening");
        await Drafts.DeleteAsync(Ada, "screening");

        (await Drafts.LoadAsync(Ada, "screening")).ShouldBeNull();
    }

    [EngineFact]
    public async Task A_draft_is_no_entry()
    {
        await Drafts.SaveAsync(Ada, "screening", Bytes("1"), Noon.AddDays(1));

        (await Store.ReadAsync(Ada)).ShouldBeEmpty();
        (await Store.EraseAsync(Ada)).ShouldBeTrue();
    }
}
