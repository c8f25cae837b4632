using System.Collections.Immutable;
using System.Globalization;
using Footing.Content;
using Footing.Journal;
using Footing.Plans;
using Footing.Screening;
using Footing.Sessions;
using Footing.Snapshots;
using Footing.Storage;
using Footing.Storage.Journals;
using Footing.Testing;

namespace Footing.Bench;

/// <summary>How long the domain's pure functions take: decisions, plans, scripts.</summary>
internal static class Judgement
{
    private static readonly DateOnly Start = new(2025, 3, 3);

    private static readonly (string Name, int Days)[] Lengths = [("1 week", 7), ("1 year", 365), ("5 years", 1826)];

    public static void MeasureDecisions(Table table, bool isQuick)
    {
        Answers[] answers =
        [
            .. Enumerable.Range(1, 200).Select(seed => Life.Of(seed, Start, 1).Entries.First(entry => entry.Kind == "screening"))
                .Select(entry => ((ScreeningEntry)EntryReader.From(entry.Json).Value).Answers),
        ];
        var each = Timing.Microseconds(isQuick, pieces =>
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                ShippedProgramme.Load().Judge(answers[piece % answers.Length], []);
            }
        });
        table.Add("b", "screening decisions", $"{Table.Figure(1e6 / each, "/s")} ({Table.Figure(each, "µs")} each)");
    }

    public static void MeasureScripts(Table table, bool isQuick)
    {
        var programme = ShippedProgramme.Load();
        var texts = ShippedProgramme.Texts("en");
        var plans = Enumerable.Range(1, 12).Select(seed =>
        {
            var journal = Journal.Of(Life.Of(seed, Start, 40 * seed));
            return Planner.PlanFor(journal.Entries, programme, Start.AddDays(40 * seed), journal.Zone);
        }).Where(plan => !plan.Exercises.IsEmpty).ToArray();
        var each = Timing.Microseconds(isQuick, pieces =>
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                ScriptCompiler.Compile(plans[piece % plans.Length], programme, texts);
            }
        });
        table.Add("d", "session scripts compiled", $"{Table.Figure(1e6 / each, "/s")} ({Table.Figure(each, "µs")} each)");
    }

    /// <summary>Projects and plans with the whole journal in memory, and from a snapshot.</summary>
    public static void MeasurePlans(Table table, bool isQuick)
    {
        var programme = ShippedProgramme.Load();
        var whole = new List<double>();
        var resumed = new List<double>();
        foreach (var (name, days) in Lengths)
        {
            var journal = Journal.Of(Life.Of(3, Start, days));
            var on = Start.AddDays(days);
            whole.Add(Timing.Microseconds(isQuick, pieces =>
            {
                for (var piece = 0; piece < pieces; piece++)
                {
                    Planner.PlanFor(journal.Entries, programme, on, journal.Zone);
                }
            }));
            table.Add("c", $"fold and plan {name} ({Count(journal.Entries.Length)} entries), all of it in hand", Table.Figure(whole[^1], "µs"));
            var made = PlanSnapshot.Of(journal.Accepted, programme, on, journal.Zone)!;
            var json = made.ToJson();
            AcceptedEntry[] newer = [.. journal.Accepted.Where(entry => entry.Sequence >= made.LoadFrom)];
            resumed.Add(Timing.Microseconds(isQuick, pieces =>
            {
                for (var piece = 0; piece < pieces; piece++)
                {
                    Planner.PlanFor(PlanSnapshot.From(json)!.Resume(newer, programme, on, journal.Zone).Projection!);
                }
            }));
            table.Add("c", $"the same with a snapshot: read its JSON ({Count(json.Length)} bytes), fold {newer.Length} newer entries, plan", Table.Figure(resumed[^1], "µs"));
        }

        var ratio = resumed[^1] / resumed[0];
        table.Add(
            "c",
            "5 years with a snapshot, in times of 1 week",
            string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} of 1 week with one, {resumed[^1] / whole[0]:0.00} of 1 week without"),
            "at most 1.2",
            ratio <= 1.2);
    }

    /// <summary>The same from a store: read, open, unpack, parse, project and plan.</summary>
    public static async Task MeasureStoredPlansAsync(Table table, PostgresCluster? cluster, bool isQuick)
    {
        var programme = ShippedProgramme.Load();
        await using var place = await BenchPlace.MakeAsync(cluster);
        await using var store = await JournalStore.OpenAsync(place.Options);
        var resumed = new List<double>();
        foreach (var (name, days) in Lengths)
        {
            var life = Life.Of(3, Start, days) with { Person = new PersonId(Guid.CreateVersion7()) };
            var on = Start.AddDays(days);
            foreach (var part in life.Entries.Chunk(500))
            {
                await store.AppendAsync(life.Person, part);
            }

            var read = Timing.Microseconds(isQuick, () => store.ReadAsync(life.Person));
            table.Add("c", $"{place.Engine}: read and open {name}", Table.Figure(read, "µs"));
            var planned = Timing.Microseconds(isQuick, async () =>
                Planner.PlanFor((await store.ReadAsync(life.Person)).Select(entry => EntryReader.From(entry.Json).Value), programme, on, life.Zone));
            table.Add("c", $"{place.Engine}: read, open, parse, fold and plan {name}", Table.Figure(planned, "µs"));

            var all = await store.ReadRecentAsync(life.Person);
            var made = PlanSnapshot.Of(all.Entries.Select(Accept), programme, on, life.Zone)!;
            await store.SaveSnapshotAsync(life.Person, new(all.Journal!.Value, made.KnownTo, made.LoadFrom, made.ToJson()));
            resumed.Add(Timing.Microseconds(isQuick, async () =>
            {
                var recent = await store.ReadRecentAsync(life.Person);
                Planner.PlanFor(PlanSnapshot.From(recent.Snapshot!.Json)!.Resume(recent.Entries.Select(Accept), programme, on, life.Zone).Projection!);
            }));
            table.Add("c", $"{place.Engine}: the same with a snapshot", Table.Figure(resumed[^1], "µs"));
        }

        var ratio = resumed[^1] / resumed[0];
        table.Add(
            "c",
            $"{place.Engine}: 5 years with a snapshot, in times of 1 week with one",
            string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}"),
            "at most 1.2",
            ratio <= 1.2);
    }

    private static AcceptedEntry Accept(StoredEntry stored) => new(stored.Sequence, EntryReader.From(stored.Json).Value, stored.Json);

    private static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A life as the domain reads it.</summary>
    private sealed record Journal(ImmutableArray<AcceptedEntry> Accepted, ImmutableArray<Entry> Entries, TimeZoneInfo Zone)
    {
        public static Journal Of(Life life)
        {
            ImmutableArray<AcceptedEntry> accepted =
                [.. life.Entries.Select((entry, place) => new AcceptedEntry(place + 1, EntryReader.From(entry.Json).Value, entry.Json))];
            return new(accepted, [.. accepted.Select(entry => entry.Entry)], life.Zone);
        }
    }
}
