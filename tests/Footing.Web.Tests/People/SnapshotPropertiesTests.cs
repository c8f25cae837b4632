using Footing.Content;
using Footing.Journal;
using Footing.Programmes;
using Footing.Snapshots;
using Footing.Testing;
using Footing.Web.JournalHistory;
using Footing.Web.Pages;
using Footing.Web.People;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Footing.Web.Tests.People;

[Properties(MaxTest = 20, Arbitrary = [typeof(RandomJournals)])]
public sealed class SnapshotPropertiesTests : SnapshotProperties;

[Trait("Category", "Long")]
[Properties(MaxTest = 300, Arbitrary = [typeof(RandomJournals)])]
public sealed class SnapshotPropertiesLongTests : SnapshotProperties;

/// <summary>What the pages of a day read is the same from a snapshot and from the whole journal.</summary>
public abstract class SnapshotProperties
{
    [Trait("Category", "Slow")]
    [Property]
    public async Task Each_later_day_s_data_are_the_same_from_a_snapshot_and_from_the_whole_journal(RandomJournal random, int seed)
    {
        var chance = new Random(seed);
        var store = new MemoryJournal();
        var clock = new SetClock();
        var journal = JournalOf(store, clock);
        var arrived = new List<AcceptedEntry>();
        var latest = DateTimeOffset.MinValue;
        foreach (var accepted in RandomArrivals.Any(random, seed))
        {
            store.Add(accepted);
            arrived.Add(accepted);
            latest = accepted.Entry.At > latest ? accepted.Entry.At : latest;
            if (chance.Next(12) != 0)
            {
                continue;
            }

            // Made early and late, so that each is asked on many later days and as more arrives.
            clock.Now = latest;
            if (store.Snapshot is null || chance.Next(4) == 0)
            {
                var view = await journal.ReadAsync();
                if (PlanSnapshot.Of(arrived, view.Programme, view.Today, view.Preference.Zone) is { } made)
                {
                    await store.SaveSnapshotAsync(default, new(1, made.KnownTo, made.LoadFrom, made.ToJson()));
                }
            }

            var kept = store.Snapshot;
            foreach (var later in new[] { 0, 1, chance.Next(2, 5), chance.Next(5, 10), chance.Next(10, 40) })
            {
                clock.Now = latest.AddDays(later).AddHours(chance.Next(12));
                var (whole, today) = (await journal.ReadAsync(), await journal.ReadTodayAsync());
                DayData.Of(today).ShouldBe(DayData.Of(whole), $"{arrived.Count} arrived, {later} days later");
                DayData.OfPlan(today).ShouldBe(DayData.OfPlan(whole), $"plan: {arrived.Count} arrived, {later} days later");
                await EachMonthIsTheSameAsync(journal, whole, $"{arrived.Count} arrived, {later} days later");
                await SessionsAreTheSameAsync(journal, whole, chance);
                if (kept is not null)
                {
                    // A look ahead must not keep a snapshot that does not fit again on the days before.
                    await store.SaveSnapshotAsync(default, kept);
                }
            }
        }
    }

    /// <summary>Or the property above would compare the whole journal with itself.</summary>
    [Fact]
    public async Task Plan_months_and_last_session_are_read_without_the_whole_journal()
    {
        var (store, clock) = (new MemoryJournal(), new SetClock());
        var journal = JournalOf(store, clock);
        foreach (var accepted in RandomArrivals.InOrder(RandomJournal.Of(3, 90)))
        {
            store.Add(accepted);
            clock.Now = accepted.Entry.At;
        }

        var whole = await journal.ReadAsync();
        await journal.ReadTodayAsync();
        store.Snapshot.ShouldNotBeNull();
        store.WholeReads = 0;

        await EachMonthIsTheSameAsync(journal, whole, "in order");
        (await journal.ReadTodayAsync()).Snapshot.ShouldNotBeNull();
        await journal.ReadSessionAsync(Guid.NewGuid().ToString());

        JournalTimeline.Of(whole).Months.Length.ShouldBeGreaterThan(2);
        store.WholeReads.ShouldBe(0);
    }

    private static PersonJournal JournalOf(MemoryJournal store, SetClock clock)
    {
        var library = new ProgrammeLibrary(JournalBuilder.Programme);
        return new PersonJournal(
            new CurrentPerson(LocalPerson.Id, LocalPerson.Id, Role.Person) { IsHome = true },
            store,
            store,
            library,
            new CurrentProgramme(library, ShippedTexts.Load("en")),
            new FootingOptions { DataFolder = "", Zone = TimeZoneInfo.Utc, Clock = clock },
            new UnreadableEntryLog(NullLoggerFactory.Instance),
            new SentForm(new HttpContextAccessor()));
    }

    private static async Task EachMonthIsTheSameAsync(PersonJournal journal, JournalView whole, string when)
    {
        foreach (var month in JournalTimeline.Of(whole).Months)
        {
            var view = await journal.ReadMonthAsync(await journal.ReadMonthsAsync(), month);
            DayData.OfMonth(view, month).ShouldBe(DayData.OfMonth(whole, month), $"{month:yyyy-MM}: {when}");
        }
    }

    private static async Task SessionsAreTheSameAsync(PersonJournal journal, JournalView whole, Random chance)
    {
        string[] sessions = [.. whole.Entries.Select(entry => entry is SetEntry set ? set.Session : (entry as SessionEntry)?.Session).OfType<string>().Distinct()];
        foreach (var session in sessions.OrderBy(_ => chance.Next()).Take(2).Append(sessions.LastOrDefault() ?? "none").Append(Guid.NewGuid().ToString()))
        {
            DayData.OfSession(await journal.ReadSessionAsync(session), session).ShouldBe(DayData.OfSession(whole, session));
        }
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
