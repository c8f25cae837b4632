using System.Diagnostics;
using System.Globalization;
using Footing.Content;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Storage;
using Footing.Testing;
using Footing.Testing.Web;
using Footing.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Footing.Bench;

/// <summary>
/// How long a page of a journal of five years takes, against the same page of one week of the same person. The two are
/// asked for in turns by one client of two hosts, so that other work on the machine makes both late.
/// </summary>
internal static class PageTimes
{
    private const double MostTimes = 1.3;

    // Seven days of the newest month are over, so that its page tells of the same seven days in both journals.
    private static readonly DateOnly Today = new(2026, 3, 7);

    // The same date everywhere from Los Angeles to Sydney.
    private static readonly DateTimeOffset Now = new(Today, new(11, 0), TimeSpan.Zero);

    public static async Task MeasureAsync(Table table, PostgresCluster? cluster, bool isQuick)
    {
        var journals = Journals();
        await using var longPlace = await BenchPlace.MakeAsync(cluster);
        await using var shortPlace = await BenchPlace.MakeAsync(cluster);
        await using var years = await HostAsync(longPlace.Postgres, journals.Years);
        await using var week = await HostAsync(shortPlace.Postgres, journals.Week);
        using var ofYears = new HttpClient { BaseAddress = years.Address };
        using var ofWeek = new HttpClient { BaseAddress = week.Address };
        foreach (var (name, path) in Pages())
        {
            var (inYears, inWeek) = await InTurnsAsync(ofYears, ofWeek, path, isQuick);
            var (bytesOfYears, bytesOfWeek) = ((await ofYears.GetByteArrayAsync(path)).Length, (await ofWeek.GetByteArrayAsync(path)).Length);
            var ratio = Timing.Median(inYears) / Timing.Median(inWeek);
            table.Add(
                "k",
                $"{longPlace.Engine}: {name}, 5 years in times of 1 week",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ratio:0.00} ({Table.Figure(Timing.Median(inYears), "ms")} of {Table.Figure(Timing.Median(inWeek), "ms")}; {bytesOfYears / 1000.0:0.0} of {bytesOfWeek / 1000.0:0.0} kB)"),
                $"at most {MostTimes.ToString(CultureInfo.InvariantCulture)}",
                ratio <= MostTimes);
        }
    }

    private static IEnumerable<(string Name, string Path)> Pages() =>
    [
        ("the day", "today"),
        ("the plan", "plan"),
        ("the newest month of the history", "history"),
        ("an exercise", $"exercises/{FootExercises.HeelToeLift.Id()}"),
        ("the questions after a session", $"session/questions?session={Session}&before=2"),
    ];

    /// <summary>Milliseconds of each page, one after the other: which comes first changes with each round.</summary>
    private static async Task<(List<double> Years, List<double> Week)> InTurnsAsync(HttpClient ofYears, HttpClient ofWeek, string path, bool isQuick)
    {
        var (warm, rounds) = isQuick ? (20, 20) : (150, 300);
        var (years, week) = (new List<double>(), new List<double>());
        for (var round = -warm; round < rounds; round++)
        {
            foreach (var isLong in round % 2 == 0 ? [true, false] : (bool[])[false, true])
            {
                var began = Stopwatch.GetTimestamp();
                using var answer = await (isLong ? ofYears : ofWeek).GetAsync(path);
                await answer.Content.ReadAsByteArrayAsync();
                var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                if (!answer.IsSuccessStatusCode || answer.RequestMessage!.RequestUri!.PathAndQuery != "/" + path)
                {
                    throw new InvalidOperationException($"No page: {path} led to {answer.RequestMessage!.RequestUri} with {answer.StatusCode}.");
                }

                if (round >= 0)
                {
                    (isLong ? years : week).Add(took);
                }
            }
        }

        return (years, week);
    }

    /// <summary>The session that was just done and is not yet reported.</summary>
    private static readonly Guid Session = new("01990000-0000-7000-8000-0000000000aa");

    /// <summary>
    /// The first person whose plan is open after five years and after a week, with as many exercises: a closed plan is a
    /// short page.
    /// </summary>
    private static (NewEntry[] Years, NewEntry[] Week) Journals() => Enumerable.Range(1, 100)
        .Select(seed => (Years: Journal(seed, 1826), Week: Journal(seed, 7)))
        .First(journals => Planned(journals.Years) is > 2 and var planned && planned == Planned(journals.Week));

    private static int Planned(NewEntry[] journal) => Planner.PlanFor(
        journal.Select(entry => EntryReader.From(entry.Json).Value), ShippedProgramme.Load(), Today, TimeZoneInfo.Utc).Exercises.Length;

    /// <summary>
    /// The last days of a person up to today, who was screened again this morning, and a session that was done a moment ago.
    /// </summary>
    private static NewEntry[] Journal(int seed, int days)
    {
        var life = Life.Of(seed, Today.AddDays(1 - days), days);
        return [.. life.Entries.Where(entry => entry.At < Now.AddHours(-2)).Select(Untroubled).OfType<NewEntry>(), Screening(life), .. Sets()];
    }

    private static async Task<RunningHost> HostAsync(string? postgres, NewEntry[] journal)
    {
        var host = await RunningHost.StartAsync(options => options with { Postgres = postgres, Clock = new FakeTimeProvider(Now) });
        var store = host.Services.GetRequiredService<IJournalStore>();
        foreach (var part in journal.Chunk(500))
        {
            await store.AppendAsync(LocalPerson.Id, part);
        }

        return host;
    }

    /// <summary>The first answers of the person once more.</summary>
    private static NewEntry Screening(Life life)
    {
        var first = (ScreeningEntry)EntryReader.From(life.Entries.First(entry => entry.Kind == "screening").Json).Value;
        var again = first with { Id = new("01990000-0000-7000-8000-0000000000bb"), At = Now.AddHours(-1) };
        return new(again.Id, again.At, EntryReader.KindOf(again), EntryWriter.Write(again));
    }

    /// <summary>Without what hurts: over years each exercise comes to rest for it, and the page of a plan becomes short.</summary>
    private static NewEntry? Untroubled(NewEntry written) => EntryReader.From(written.Json).Value switch
    {
        NextMorningEntry { PainRaised: true } or AdverseEventEntry => null,
        SessionEntry session => written with
        {
            Json = EntryWriter.Write(session with { PainAfter = session.PainBefore, Pain = PerExercise<int>.Empty, Cramp = [], StopReason = null }),
        },
        _ => written,
    };

    private static IEnumerable<NewEntry> Sets()
    {
        var set = 0;
        foreach (var exercise in new[] { FootExercises.AnklePump, FootExercises.BallRoll, FootExercises.ToeLift, FootExercises.HeelToeLift })
        {
            for (var number = 1; number <= 3; number++, set++)
            {
                var at = Now.AddMinutes(-20).AddSeconds(50 * set);
                var entry = new SetEntry(new Guid(0x01990000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 1, (byte)set), at, Session.ToString(), exercise, 1, number, Side.Both, 10, false, 10);
                yield return new(entry.Id, at, EntryReader.KindOf(entry), EntryWriter.Write(entry));
            }
        }
    }
}
