using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Footing.Storage;

/// <summary>What the store reports for monitoring: counts and times, no personal data.</summary>
internal static class StoreMetrics
{
    /// <summary>The name of the meter and of the activity source.</summary>
    internal const string Name = "Footing.Storage";

    internal static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Entries =
        Meter.CreateCounter<long>("footing.append.entries", "{entry}", "Entries that came to be appended, by what became of them.");

    private static readonly Histogram<int> BatchSize =
        Meter.CreateHistogram<int>("footing.append.batch_size", "{entry}", "Entries that one transaction made durable.");

    private static readonly Histogram<double> AppendDuration =
        Meter.CreateHistogram<double>("footing.append.duration", "s", "From when entries came until they were durable.");

    private static readonly Histogram<double> CommitDuration =
        Meter.CreateHistogram<double>("footing.append.commit_duration", "s", "One transaction, from its start until it was durable.");

    private static readonly Counter<long> Faults =
        Meter.CreateCounter<long>("footing.storage.faults", "{fault}", "Appends that the store could not take, by the fault.");

    internal static void Appended(IReadOnlyList<Appended> outcomes, TimeSpan duration)
    {
        AppendDuration.Record(duration.TotalSeconds);
        if (Entries.Enabled)
        {
            foreach (var outcome in outcomes.CountBy(appended => appended.Outcome))
            {
                Entries.Add(outcome.Value, new KeyValuePair<string, object?>("outcome", outcome.Key.ToString()));
            }
        }
    }

    internal static void Committed(int entries, TimeSpan duration)
    {
        BatchSize.Record(entries);
        CommitDuration.Record(duration.TotalSeconds);
    }

    internal static void Failed(StorageException fault) =>
        Faults.Add(1, new KeyValuePair<string, object?>("kind", fault.Kind.ToString()));
}
