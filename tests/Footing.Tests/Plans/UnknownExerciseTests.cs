using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Plans;
using Footing.Snapshots;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>What names an exercise that the programme lacks is kept and counts for nothing.</summary>
public sealed class UnknownExerciseTests
{
    private static readonly string[] Unknown =
    [
        Set(0, "session-2", "00000000-0000-7000-9000-000000000001"),
        Set(1, "another", "00000000-0000-7000-9000-000000000002"),
        """{"id":"00000000-0000-7000-9000-000000000003","at":"2026-01-06T09:40:00Z","kind":"session","session":"another","painBefore":1,"painAfter":9,"effort":{"one-leg-stand":10},"pain":{"one-leg-stand":9},"cramp":["one-leg-stand"]}""",
        """{"id":"00000000-0000-7000-9000-000000000004","at":"2026-01-06T10:00:00Z","kind":"adjustment","exercise":"one-leg-stand","lock":true,"by":"p"}""",
        """{"id":"00000000-0000-7000-9000-000000000005","at":"2026-01-07T06:00:00Z","kind":"next-morning","session":"another","painRaised":"yes"}""",
    ];

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(4), InlineData(16), InlineData(25), InlineData(30)]
    public void Plan_is_as_without_it(int day)
    {
        var journal = JournalBuilder.Of().Screened(0).Session(0).Session(2).Session(9);

        Told(Accepted(journal, Unknown), day).ShouldBe(Told(Accepted(journal), day));
    }

    [Fact]
    public void Ratings_of_it_within_a_session_change_nothing()
    {
        var journal = JournalBuilder.Of().Screened(0).Session(0);
        var odd = journal.Lines.Select(line =>
        {
            var entry = JsonNode.Parse(line)!.AsObject();
            if ((string?)entry["kind"] == "session")
            {
                entry["effort"]!["one-leg-stand"] = 10;
                entry["pain"] = new JsonObject { ["one-leg-stand"] = 10 };
                entry["cramp"] = new JsonArray("one-leg-stand");
            }

            return entry.ToJsonString();
        });

        Told(AcceptedEntries.Of(odd), 2).ShouldBe(Told(Accepted(journal), 2));
    }

    /// <summary>Corrected to an exercise that is known it counts from the start, and the other way round no more.</summary>
    [Fact]
    public void Correction_makes_a_set_known_or_unknown()
    {
        var known = JournalBuilder.Of().Screened(0).Session(0);
        string[] lines = [.. known.Lines];
        var at = Array.FindIndex(lines, line => line.Contains("\"kind\":\"set\"", StringComparison.Ordinal));
        var unknown = lines.Select(line => line.Replace("\"calf-raise\"", "\"one-leg-stand\"", StringComparison.Ordinal)).ToArray();
        var all = unknown.Concat(lines.Zip(unknown).Where(pair => pair.First != pair.Second && pair.First.Contains("\"kind\":\"set\"", StringComparison.Ordinal)).Select((pair, n) =>
            $$"""{"id":"00000000-0000-7000-9000-{{n:d12}}","at":"2026-01-05T20:00:00Z","kind":"correction","of":"{{(string?)JsonNode.Parse(pair.First)!["id"]}}","with":{{Fields(pair.First)}}}"""));
        at.ShouldBeGreaterThan(0);

        var counting = Projection.Of(AcceptedEntries.Of(all).Select(accepted => accepted.Entry), JournalBuilder.Programme, JournalBuilder.Date(1), TimeZoneInfo.Utc).Effective;

        counting.OfType<SetEntry>().ShouldAllBe(set => JournalBuilder.Programme.Has(set.Exercise));
        counting.OfType<SetEntry>().Count().ShouldBe(lines.Count(line => line.Contains("\"kind\":\"set\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("UTC", 12), InlineData("UTC", 3), InlineData("Pacific/Auckland", 12)]
    public void Snapshot_tells_the_same_as_the_whole_journal(string zoneId, int day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var journal = JournalBuilder.Of().Screened(0).Session(0).Session(2).Session(9);
        var entries = Accepted(journal, Unknown);
        var snapshot = Arrivals.Again(PlanSnapshot.Of(entries, JournalBuilder.Programme, JournalBuilder.Date(day), zone)).ShouldNotBeNull();

        var more = entries.AddRange(AcceptedEntries.Of([Set(11, "session-2", "00000000-0000-7000-9000-00000000000a"), Set(13, "later", "00000000-0000-7000-9000-00000000000b")])
            .Select(accepted => accepted with { Sequence = accepted.Sequence + entries.Length }));
        foreach (var read in (ImmutableArray<AcceptedEntry>[])[entries, more])
        {
            if (snapshot.Resume(read, JournalBuilder.Programme, JournalBuilder.Date(14), zone).Projection is { } folded)
            {
                Arrivals.Told(folded).ShouldBe(Told(read, 14, zone));
            }
        }

        snapshot.Resume(entries, JournalBuilder.Programme, JournalBuilder.Date(14), zone).Projection.ShouldNotBeNull();
    }

    private static string Set(int day, string session, string id) =>
        $$"""{"id":"{{id}}","at":"{{JournalBuilder.Date(day):yyyy-MM-dd}}T09:10:00Z","kind":"set","session":"{{session}}","exercise":"one-leg-stand","level":1,"set":1,"side":"left","seconds":1,"target":20}""";

    private static string Fields(string line)
    {
        var fields = JsonNode.Parse(line)!.AsObject();
        foreach (var common in (string[])["id", "at", "kind"])
        {
            fields.Remove(common);
        }

        return fields.ToJsonString();
    }

    private static ImmutableArray<AcceptedEntry> Accepted(JournalBuilder journal, params string[] more) => AcceptedEntries.Of(journal.Lines.Concat(more));

    private static string Told(ImmutableArray<AcceptedEntry> entries, int day, TimeZoneInfo? zone = null) => Arrivals.Told(
        Projection.Of(entries.Select(accepted => accepted.Entry), JournalBuilder.Programme, JournalBuilder.Date(day), zone ?? TimeZoneInfo.Utc));
}
