using System.Text;
using Footing.Storage.Backups;
using Footing.Storage.Journals;
using Footing.Testing;

namespace Footing.Storage.Tests;

/// <summary>What an earlier version left is read whole, and goes on.</summary>
public sealed class EarlierVersionTests : IAsyncLifetime
{
    private static readonly PersonId Person = new(EarlierVersion.Person);
    private readonly StorePlace _place = StorePlace.OnSqlite();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task Its_data_folder_opens_with_every_entry_draft_and_snapshot_and_takes_more()
    {
        EarlierVersion.CopyData(_place.Folder);
        await using (var store = await _place.OpenAsync(new ClockOfThen()))
        {
            (await LinesAsync(store)).ShouldBe(EarlierVersion.Journal);
            (await store.ReadRecentAsync(Person)).Snapshot.ShouldNotBeNull();
            var draft = (await store.Drafts.LoadAsync(Person, DraftKinds.Screening)).ShouldNotBeNull();
            Encoding.UTF8.GetString(draft.Span).ShouldContain("\"cold-pale-limb\":\"no\"");
            (await StoreCheck.RunAsync(store)).Findings.ShouldBeEmpty();

            // A device that got no answer to its delivery sends an entry again.
            (await store.AppendAsync(Person, [Again(EarlierVersion.Journal[^1])]))[0].Outcome.ShouldBe(AppendOutcome.Duplicate);
            (await store.AppendAsync(Person, [Entries.Valid(1)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
        }

        await using var reopened = await _place.OpenAsync();
        (await LinesAsync(reopened)).Count.ShouldBe(EarlierVersion.Journal.Count + 1);
        (await reopened.ReadPageAsync(Person, null, 1000)).Entries.Count.ShouldBe(EarlierVersion.Journal.Count + 1);
    }

    [Fact]
    public async Task Its_data_are_seen_by_nobody_else()
    {
        EarlierVersion.CopyData(_place.Folder);
        await using var store = await _place.OpenAsync(new ClockOfThen());
        var other = new PersonId(Guid.CreateVersion7());

        (await store.ReadAsync(other)).ShouldBeEmpty();
        (await store.ReadRecentAsync(other)).ShouldSatisfyAllConditions(
            recent => recent.Entries.ShouldBeEmpty(), recent => recent.Snapshot.ShouldBeNull(), recent => recent.Journal.ShouldBeNull());
        (await store.ReadPageAsync(other, (await store.ReadPageAsync(Person, null, 1)).Next, 10)).Entries.ShouldBeEmpty("a cursor of another's journal");
        (await store.Drafts.LoadAsync(other, DraftKinds.Screening)).ShouldBeNull();
        (await store.IdentifyAsync(other, null)).Id.ShouldBeNull();
        (await store.EraseAsync(other)).ShouldBeFalse();
        (await LinesAsync(store)).ShouldBe(EarlierVersion.Journal);
    }

    [Fact]
    public async Task Its_backup_is_restored_and_the_journal_goes_on()
    {
        EarlierVersion.CopyData(_place.Folder, "keyring");

        var count = await Backup.RestoreAsync(_place.Options(), EarlierVersion.Backup);

        count.ShouldBe(new(new(1, EarlierVersion.Journal.Count), 0));
        await using var store = await _place.OpenAsync();
        (await LinesAsync(store)).ShouldBe(EarlierVersion.Journal);
        (await store.AppendAsync(Person, [Entries.Valid(1)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
        (await StoreCheck.RunAsync(store)).Findings.ShouldBeEmpty();
    }

    private static async Task<List<string>> LinesAsync(JournalStore store) =>
        [.. (await store.ReadAsync(Person)).Select(entry => Encoding.UTF8.GetString(entry.Json.Span))];

    private static NewEntry Again(string line)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(line)!;
        return new((Guid)json["id"]!, (DateTimeOffset)json["at"]!, (string)json["kind"]!, Encoding.UTF8.GetBytes(line));
    }

    private sealed class ClockOfThen : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => EarlierVersion.LastUsed;
    }
}
