using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Testing;

namespace Footing.Tests.Programmes;

/// <summary>Which programme a person follows is an entry; one that is not here is never replaced in silence.</summary>
public sealed class ProgrammeLibraryTests
{
    private static readonly ProgrammeLibrary Both = new(JournalBuilder.Programme, BalanceProgramme.Load());

    private static readonly ProgrammeLibrary FootAlone = new(JournalBuilder.Programme);

    [Fact]
    public void Without_an_entry_the_first_is_followed() =>
        Followed(JournalBuilder.Of().Screened(0), 0).ShouldBe("neuropathic-foot");

    [Fact]
    public void Entry_names_the_programme_from_its_date_on()
    {
        var journal = JournalBuilder.Of().Screened(0).Follows(2, "balance", "1").Follows(5, "neuropathic-foot", "1");

        Enumerable.Range(0, 7).Select(day => Followed(journal, day)).ShouldBe(
            ["neuropathic-foot", "neuropathic-foot", "balance", "balance", "balance", "neuropathic-foot", "neuropathic-foot"]);
        PlanOn(journal, 1).Levels().ShouldContain("ball-roll 1");
        PlanOn(journal, 2).Levels().ShouldBe("weight-shift 1, tandem-stand 1");
        PlanOn(journal, 2).Edition.ProgrammeId.ShouldBe("balance");
    }

    [Fact]
    public void Levels_are_found_again_by_who_comes_back()
    {
        var journal = JournalBuilder.Of().Screened(0).Sessions(0, 2, 4, 7);
        var before = PlanOn(journal, 8).Levels();

        journal.Follows(8, "balance", "1").Follows(9, "neuropathic-foot", "1");

        PlanOn(journal, 9).Levels().ShouldBe(before);
        before.ShouldContain("2");
    }

    [Fact]
    public void Entry_that_was_taken_back_counts_for_nothing()
    {
        var journal = JournalBuilder.Of().Screened(0).Follows(1, "balance", "1").Named("moved").Voided(3, "moved");

        Followed(journal, 2).ShouldBe("balance");
        Followed(journal, 3).ShouldBe("neuropathic-foot");
    }

    [Fact]
    public void Other_version_that_is_here_is_followed_in_place_of_the_one_that_is_not()
    {
        Both.Find("balance", "0")!.Version.ShouldBe("1");
        var improved = JournalBuilder.Programme with { Version = "9" };
        var library = new ProgrammeLibrary(JournalBuilder.Programme, improved);

        library.Find("neuropathic-foot", "2").ShouldBe(JournalBuilder.Programme);
        library.Find("neuropathic-foot", "1").ShouldBe(improved);
        library.Find("neuropathic-foot", "9").ShouldBe(improved);
        library.Find("neuropathic-foot", "7").ShouldBe(improved);
        library.Find("balance", "1").ShouldBeNull();
    }

    [Fact]
    public void Programme_that_is_not_here_stops_everything_until_the_next_screening()
    {
        var journal = JournalBuilder.Of().Screened(0).Follows(1, "balance", "1").Named("moved");

        var plan = Planner.PlanFor(journal.Entries, FootAlone, JournalBuilder.Date(2), TimeZoneInfo.Utc);
        plan.Exercises.ShouldBeEmpty();
        plan.NextDue.ShouldBeNull();
        plan.Notices.ShouldHaveSingleItem().Entries.ShouldBe([journal["moved"]]);
        plan.Unreadable.ShouldHaveSingleItem().Problems.ShouldHaveSingleItem().ToString()
            .ShouldContain("the programme \"balance\" is not here; here are neuropathic-foot");

        journal.Screened(2);
        Planner.PlanFor(journal.Entries, FootAlone, JournalBuilder.Date(2), TimeZoneInfo.Utc).Levels().ShouldContain("ball-roll 1");
    }

    [Fact]
    public void Library_needs_a_programme_and_each_version_once()
    {
        Should.Throw<ArgumentException>(() => new ProgrammeLibrary());
        Should.Throw<ArgumentException>(() => new ProgrammeLibrary(JournalBuilder.Programme, JournalBuilder.Programme));
        Both.All.Select(programme => programme.Id).ShouldBe(["neuropathic-foot", "balance"]);
    }

    private static string Followed(JournalBuilder journal, int day) => Both.FollowedOn(journal.Entries, JournalBuilder.Date(day), TimeZoneInfo.Utc).Id;

    private static Plan PlanOn(JournalBuilder journal, int day) => Planner.PlanFor(journal.Entries, Both, JournalBuilder.Date(day), TimeZoneInfo.Utc);
}
