using Footing.Storage.Journals;
using Footing.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Footing.Storage.Tests.Journals;

/// <summary>The journal's order, the order of acceptance, and many at once.</summary>
public abstract partial class JournalStoreTests
{
    [EngineFact]
    public async Task The_journal_s_order_is_instant_then_id_as_lower_case_text()
    {
        NewEntry[] entries =
        [
            // The same instant written in two zones; ids whose order differs between signed and unsigned numbers.
            WithId("ffffffff-0000-4000-8000-000000000000", Noon.ToOffset(TimeSpan.FromHours(5))),
            WithId("7fffffff-0000-4000-8000-000000000000", Noon),
            WithId("00000000-ffff-4000-8000-000000000000", Noon.ToOffset(TimeSpan.FromHours(-8))),
            WithId("00000000-0000-4000-8000-000000000000", Noon.AddTicks(1)),
            WithId("eeeeeeee-0000-4000-8000-000000000000", Noon.AddTicks(-1)),
        ];
        await Store.AppendAsync(Ada, entries);

        (await Store.ReadAsync(Ada)).Select(entry => entry.Id.ToString()[..13]).ShouldBe(
            ["eeeeeeee-0000", "00000000-ffff", "7fffffff-0000", "ffffffff-0000", "00000000-0000"]);
    }

    /// <summary>
    /// The law: entries cut into any batches, sent in any order, some sent twice, read back as the same list,
    /// sorted by instant and then by id as lower-case text.
    /// </summary>
    [EngineFact]
    public void Any_arrival_order_gives_the_same_journal()
    {
        // Few instants, so that many fall together and the id decides.
        var entry = from id in ArbMap.Default.GeneratorFor<Guid>()
                    from tick in Gen.Choose(-2, 2)
                    from hours in Gen.Choose(-12, 14)
                    select new NewEntry(id, Noon.AddTicks(tick).ToOffset(TimeSpan.FromHours(hours)), "check-in", Bytes($$"""{"id":"{{id}}"}"""));
        var arrivals = from entries in entry.ListOf(12)
                       from shuffled in Gen.Shuffle(entries.Concat(entries.Take(4)))
                       from size in Gen.Choose(1, 5)
                       select (Entries: entries, Arrived: shuffled.Chunk(size).ToArray());
        Prop.ForAll(arrivals.ToArbitrary(), sample => SameJournalAsync(sample.Entries, sample.Arrived).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [EngineFact]
    public async Task Pages_bring_every_entry_once_in_the_order_of_acceptance()
    {
        // Late ones: the later they arrive, the earlier they happened.
        for (var batch = 0; batch < 5; batch++)
        {
            await Store.AppendAsync(Ada, [Entry(10 - (2 * batch), Noon.AddHours(-batch)), Entry(9 - (2 * batch), Noon.AddHours(-batch))]);
        }

        var pages = await PagesAsync(Store, Ada, 3);

        pages.Select(page => page.Entries.Count).ShouldBe([3, 3, 3, 1]);
        pages.SelectMany(page => page.Entries).Select(entry => entry.Id).ShouldBe(Enumerable.Range(1, 10).Reverse().Select(id => Entry(id).Id));
        pages.SelectMany(page => page.Entries).Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, 10).Select(place => (long)place));
    }

    [EngineFact]
    public async Task A_full_last_page_is_the_end()
    {
        await Store.AppendAsync(Ada, [Entry(1), Entry(2)]);

        (await Store.ReadPageAsync(Ada, null, 2)).Next.ShouldBeNull();
        var first = await Store.ReadPageAsync(Ada, null, 1);
        var last = await Store.ReadPageAsync(Ada, first.Next, 1);
        last.Entries.ShouldHaveSingleItem().Id.ShouldBe(Entry(2).Id);
        last.Next.ShouldBeNull();
    }

    [EngineFact]
    public async Task A_page_without_room_is_a_caller_s_mistake() =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.ReadPageAsync(Ada, null, 0));

    [EngineFact]
    public async Task A_cursor_from_before_an_erasure_skips_nothing()
    {
        await Store.AppendAsync(Ada, [Entry(1), Entry(2), Entry(3)]);
        var cursor = (await Store.ReadPageAsync(Ada, null, 2)).Next;
        await Store.EraseAsync(Ada);
        await Store.AppendAsync(Ada, [Entry(4), Entry(5), Entry(6)]);

        (await Store.ReadPageAsync(Ada, cursor, 10)).Entries.Select(entry => entry.Id)
            .ShouldBe([Entry(4).Id, Entry(5).Id, Entry(6).Id]);
    }

    [EngineFact]
    public async Task Many_at_once_lose_nothing_double_nothing_and_skip_no_cursor()
    {
        await using var other = await OpenAgainAsync(Clock);
        var writers = Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            var accepted = 0;
            for (var batch = 0; batch < 5; batch++)
            {
                // Every id is sent by two writers, through two stores: one of them is the first.
                var first = ((writer / 2 * 5) + batch) * 4;
                var answers = await (writer % 2 == 0 ? Store : other).AppendAsync(Ada, [.. Enumerable.Range(first, 4).Select(id => Entry(id))]);
                accepted += answers.Count(answer => answer.Outcome == AppendOutcome.Accepted);
                answers.ShouldAllBe(answer => answer.Problem == null);
            }

            return accepted;
        })).ToArray();
        var followed = Task.Run(async () =>
        {
            // A client that follows along must meet all, though it reads while others write.
            var met = new List<StoredEntry>();
            JournalCursor? cursor = null;
            while (met.Count < 160)
            {
                var page = await Store.ReadPageAsync(Ada, cursor, 7);
                met.AddRange(page.Next is null ? [] : page.Entries);
                cursor = page.Next ?? cursor;
                if (page.Next is null && writers.All(writer => writer.IsCompleted))
                {
                    met.AddRange((await Store.ReadPageAsync(Ada, cursor, 160)).Entries);
                    break;
                }
            }

            return met;
        });

        (await Task.WhenAll(writers)).Sum().ShouldBe(160);
        (await Store.ReadAsync(Ada)).Count.ShouldBe(160);
        (await followed).Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, 160).Select(place => (long)place));
    }

    private async Task<bool> SameJournalAsync(IEnumerable<NewEntry> entries, NewEntry[][] arrived)
    {
        var person = new PersonId(Guid.NewGuid());
        foreach (var batch in arrived)
        {
            await Store.AppendAsync(person, batch);
        }

        var expected = entries.DistinctBy(entry => entry.Id)
            .OrderBy(entry => entry.At.UtcTicks).ThenBy(entry => entry.Id.ToString(), StringComparer.Ordinal).Select(entry => entry.Id);
        (await Store.ReadAsync(person)).Select(entry => entry.Id).ShouldBe(expected);
        return true;
    }

    private static async Task<List<JournalPage>> PagesAsync(JournalStore store, PersonId person, int limit)
    {
        List<JournalPage> pages = [await store.ReadPageAsync(person, null, limit)];
        while (pages[^1].Next is { } next)
        {
            pages.Add(await store.ReadPageAsync(person, next, limit));
        }

        return pages;
    }

    private static NewEntry WithId(string id, DateTimeOffset at) => new(Guid.Parse(id), at, "event", Bytes($$"""{"id":"{{id}}"}"""));
}
