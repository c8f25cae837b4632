using Footing.Storage.Journals;
using Footing.Testing;

namespace Footing.Storage.Tests.Journals;

/// <summary>Appends that come at the same time, and snapshots.</summary>
public abstract partial class JournalStoreTests
{
    [EngineFact]
    public async Task Appends_that_come_together_share_transactions_and_each_gets_its_own_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(place => Task.Run(() =>
            Store.AppendAsync(place % 2 == 0 ? Ada : Ben, [Entry((place / 4) + 1), Entry(1000 + place)]))));

        // Each id of a person is sent by two: one of them is the first.
        answers.Count(answer => answer[0].Outcome == AppendOutcome.Accepted).ShouldBe(200);
        answers.Count(answer => answer[0].Outcome == AppendOutcome.Duplicate).ShouldBe(200);
        answers.ShouldAllBe(answer => answer[1].Outcome == AppendOutcome.Accepted);
        (await Store.ReadAsync(Ada)).Count.ShouldBe(300);
        (await Store.ReadAsync(Ben)).Count.ShouldBe(300);
        Store.Appends.Transactions.ShouldBeLessThan(200, "400 appends in far fewer transactions");
    }

    [EngineFact]
    public async Task A_journal_that_cannot_be_written_does_not_take_others_with_it()
    {
        await Store.AppendAsync(Ada, [Entry(1)]);
        await Store.Engine.WriteAsync(
            async writing =>
            {
                var journal = (await writing.HoldAsync([Ada]))[Ada];
                await writing.DeleteAsync(Ada);
                await writing.BeginAsync(journal with { Key = journal.Key + 1 });
                return true;
            },
            default);

        var answers = Enumerable.Range(0, 40).Select(place => Store.AppendAsync(place % 10 == 0 ? Ada : Ben, [Entry(place + 2)])).ToArray();

        for (var place = 0; place < answers.Length; place++)
        {
            if (place % 10 == 0)
            {
                await Should.ThrowAsync<StorageException>(() => answers[place]);
            }
            else
            {
                (await answers[place])[0].Outcome.ShouldBe(AppendOutcome.Accepted);
            }
        }

        (await Store.ReadAsync(Ben)).Count.ShouldBe(36);
    }

    [EngineFact]
    public async Task Who_gives_up_before_the_turn_comes_has_appended_nothing()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Store.AppendAsync(Ada, [Entry(1)], gone.Token));

        (await Store.ReadAsync(Ada)).ShouldBeEmpty();
    }

    [EngineFact]
    public async Task A_snapshot_comes_back_with_the_entries_that_are_needed_beside_it()
    {
        (await Store.ReadRecentAsync(Ada)).ShouldSatisfyAllConditions(
            recent => recent.Journal.ShouldBeNull(), recent => recent.Snapshot.ShouldBeNull(), recent => recent.Entries.ShouldBeEmpty());
        await Store.AppendAsync(Ada, [Entry(3), Entry(2), Entry(1)]);
        var all = await Store.ReadRecentAsync(Ada);
        all.Snapshot.ShouldBeNull();
        all.Entries.Select(entry => entry.Sequence).ShouldBe([1, 2, 3]);

        await Store.SaveSnapshotAsync(Ada, new(all.Journal!.Value, 3, 2, Bytes("""{"level":2}""")));
        await Store.AppendAsync(Ada, [Entry(4)]);

        var recent = await Store.ReadRecentAsync(Ada);
        Text(recent.Snapshot.ShouldNotBeNull().Json).ShouldBe("""{"level":2}""");
        (recent.Snapshot.Through, recent.Snapshot.From).ShouldBe((3, 2));
        recent.Entries.Select(entry => entry.Sequence).ShouldBe([2, 3, 4]);

        await Store.SaveSnapshotAsync(Ada, new(all.Journal!.Value, 4, 5, Bytes("2")));
        recent = await Store.ReadRecentAsync(Ada);
        Text(recent.Snapshot.ShouldNotBeNull().Json).ShouldBe("2");
        recent.Entries.ShouldBeEmpty();
        (await Store.ReadRecentAsync(Ben)).Snapshot.ShouldBeNull();
    }

    [EngineFact]
    public async Task A_snapshot_of_a_journal_that_is_gone_is_not_kept()
    {
        await Store.AppendAsync(Ada, [Entry(1)]);
        var journal = (await Store.ReadRecentAsync(Ada)).Journal!.Value;
        await Store.SaveSnapshotAsync(Ada, new(journal, 1, 1, Bytes("1")));
        await Store.EraseAsync(Ada);
        await Store.AppendAsync(Ada, [Entry(2)]);

        await Store.SaveSnapshotAsync(Ada, new(journal, 1, 2, Bytes("1")));

        var recent = await Store.ReadRecentAsync(Ada);
        recent.Snapshot.ShouldBeNull();
        recent.Entries.ShouldHaveSingleItem();
    }

    [EngineFact]
    public async Task Entries_that_were_changed_moved_or_taken_out_are_told_by_a_check()
    {
        await Store.AppendAsync(Ada, [Entries.Valid(1), Entries.Valid(2), Entries.Valid(3)]);
        await Store.AppendAsync(Ben, [Entries.Valid(1)]);
        (await StoreCheck.RunAsync(Store)).ShouldSatisfyAllConditions(
            whole => whole.Findings.ShouldBeEmpty(), whole => (whole.People, whole.Entries).ShouldBe((2, 4)));
        await Store.Engine.WriteAsync(
            async writing =>
            {
                var rows = await writing.FindAsync([.. Enumerable.Range(1, 3).Select(id => (Ada, Entries.Valid(id).Id))]);
                var journal = (await writing.HoldAsync([Ada]))[Ada];
                await writing.DeleteAsync(Ada);
                await writing.BeginAsync(journal);
                // The first gets the body of the second, the third goes.
                var (one, two) = (rows.Single(row => row.Sequence == 1), rows.Single(row => row.Sequence == 2));
                await writing.AddAsync([one with { Body = two.Body }, two], []);
                return true;
            },
            default);

        var findings = (await StoreCheck.RunAsync(Store)).Findings;

        findings.Count.ShouldBe(2);
        findings[0].ShouldContain("cannot be read");
        findings[1].ShouldContain("counts 3 entries");
        (await Should.ThrowAsync<StorageException>(() => Store.ReadAsync(Ada))).Kind.ShouldBe(StorageFault.Corrupt);
        (await Store.ReadAsync(Ben)).ShouldHaveSingleItem("one journal's damage is nobody else's");
        var readable = await Store.ReadReadableAsync(Ada);
        readable.Damaged.ShouldBe([Entries.Valid(1).Id]);
        readable.Entries.ShouldHaveSingleItem().Id.ShouldBe(Entries.Valid(2).Id);
        // The device keeps the twin of the damaged one, and delivers the rest.
        var answers = await Store.AppendAsync(Ada, [Entries.Valid(1), Entries.Valid(2), Entries.Valid(4)]);
        answers.Select(answer => answer.Outcome).ShouldBe([AppendOutcome.Damaged, AppendOutcome.Duplicate, AppendOutcome.Accepted]);
        answers[0].Problem!.Value.Field.ShouldBe("id");
    }
}
