using System.Collections.Immutable;
using Footing.Journal;
using Footing.Plans;
using Footing.Snapshots;
using Footing.Testing;
using Footing.Tests.Plans;
using FsCheck.Xunit;

namespace Footing.Tests.Snapshots;

[Properties(MaxTest = 25, Arbitrary = [typeof(RandomJournals)])]
public sealed class PlanSnapshotPropertiesTests : PlanSnapshotProperties;

[Trait("Category", "Long")]
[Properties(MaxTest = 400, Arbitrary = [typeof(RandomJournals)])]
public sealed class PlanSnapshotPropertiesLongTests : PlanSnapshotProperties;

/// <summary>Where a snapshot applies it gives the same as the whole journal, and it nearly always applies.</summary>
public abstract class PlanSnapshotProperties
{
    private static readonly string[] Zones = ["UTC", "America/St_Johns", "Pacific/Auckland"];

    [Property]
    public void Snapshot_that_applies_gives_the_plan_and_state_of_the_whole_journal(RandomJournal random, int seed) =>
        Live(RandomArrivals.Any(random, seed), seed);

    [Property]
    public void In_order_of_time_a_snapshot_applies_nearly_always(RandomJournal random, int seed)
    {
        var (asked, applied) = Live(RandomArrivals.InOrder(random), seed, mayLookBack: false);
        (asked - applied).ShouldBeLessThanOrEqualTo(asked / 20, $"{applied} of {asked}");
    }

    /// <summary>Lets entries arrive, makes snapshots now and then, and asks each as more arrives.</summary>
    /// <returns>How often a snapshot was asked, and how often it applied.</returns>
    private static (int Asked, int Applied) Live(ImmutableArray<AcceptedEntry> arrivals, int seed, bool mayLookBack = true)
    {
        var chance = new Random(seed);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[chance.Next(Zones.Length)]);
        var snapshots = new List<PlanSnapshot>();
        int asked = 0, applied = 0;
        var latest = DateOnly.MinValue;
        for (var i = 0; i < arrivals.Length; i++)
        {
            var date = arrivals[i].Entry.DateIn(zone);
            latest = date > latest ? date : latest;
            if (chance.Next(12) != 0 && i < arrivals.Length - 1)
            {
                continue;
            }

            var arrived = arrivals[..(i + 1)];
            var on = latest.AddDays(mayLookBack ? chance.Next(-3, 2) : 0);
            foreach (var snapshot in snapshots)
            {
                // Long silences too, in which dates are closed without a session.
                var later = on.AddDays(chance.Next(6) == 0 ? chance.Next(30) : chance.Next(3));
                var resumed = snapshot.Resume(From(arrived, snapshot), JournalBuilder.Programme, later, zone);
                asked++;
                if (resumed.Projection is { } folded)
                {
                    applied++;
                    Arrivals.Told(folded).ShouldBe(
                        Arrivals.Told(Projection.Of(arrived.Select(accepted => accepted.Entry), JournalBuilder.Programme, later, zone)),
                        $"{i + 1} arrived, closed {snapshot.ClosedOn:O}, made {snapshot.MadeOn:O}, asked {later:O}");
                }
            }

            var before = snapshots.Count > 0 && chance.Next(3) > 0 ? snapshots[chance.Next(snapshots.Count)] : null;
            var made = before is null
                ? PlanSnapshot.Of(arrived, JournalBuilder.Programme, on, zone)
                : before.Advance(From(arrived, before), JournalBuilder.Programme, on, zone);
            if (Arrivals.Again(made) is { } next)
            {
                snapshots.Add(next);
            }

            if (snapshots.Count > 4)
            {
                snapshots.RemoveAt(chance.Next(snapshots.Count - 1));
            }
        }

        return (asked, applied);
    }

    /// <summary>What a store hands over, in an order of its own.</summary>
    private static IEnumerable<AcceptedEntry> From(ImmutableArray<AcceptedEntry> arrived, PlanSnapshot snapshot) =>
        arrived.Where(accepted => accepted.Sequence >= snapshot.LoadFrom).OrderBy(accepted => accepted.Entry, Entry.Order);
}
