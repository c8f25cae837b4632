using Footing.Journal;

namespace Footing.Simulation.Cohorts;

/// <summary>What happened to a person, and how soon exercise stopped after a finding on the feet.</summary>
internal sealed class Occurrences
{
    /// <summary>How often, by name.</summary>
    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Safety findings that were not corrected: reported within the hour, and reported later.</summary>
    public (int AtOnce, int Late) Findings { get; private set; }

    /// <summary>
    /// For each finding: days from when it was known to the last set before a later screening; 0 for none.
    /// </summary>
    public List<int> DaysAfterKnown { get; } = [];

    /// <summary>For each late-reported finding: days from the finding to the last set before it was known.</summary>
    public List<int> DaysUntilKnown { get; } = [];

    /// <summary>Reads a record.</summary>
    public static Occurrences Of(PersonRecord record)
    {
        var all = new Occurrences();
        var corrected = record.Arrivals.Select(arrival => arrival.Entry).OfType<CorrectionEntry>().Select(entry => entry.Of).ToHashSet();
        foreach (var arrival in record.Arrivals)
        {
            var (entry, isFinding) = (arrival.Entry, IsFinding(arrival.Entry));
            if (NameOf(entry) is { } name)
            {
                all.Counts[name] = all.Counts.GetValueOrDefault(name) + 1;
            }

            if (isFinding && !corrected.Contains(entry.Id))
            {
                all.Stop(record, arrival);
            }
        }

        return all;
    }

    private void Stop(PersonRecord record, Arrival finding)
    {
        var isLate = finding.Arrived - finding.Entry.At > TimeSpan.FromHours(1);
        Findings = isLate ? (Findings.AtOnce, Findings.Late + 1) : (Findings.AtOnce + 1, Findings.Late);
        int before = 0, after = 0;
        foreach (var (entry, _) in record.Arrivals)
        {
            // A screening on a later date may allow exercise again.
            if (entry is ScreeningEntry && entry.At.UtcDateTime.Date > finding.Entry.At.UtcDateTime.Date)
            {
                break;
            }

            if (entry is SetEntry && entry.At > finding.Entry.At)
            {
                var days = (entry.At - finding.Entry.At).Days + 1;
                if (entry.At <= finding.Arrived)
                {
                    before = Math.Max(before, days);
                }
                else
                {
                    after = Math.Max(after, days);
                }
            }
        }

        DaysAfterKnown.Add(after);
        if (isLate)
        {
            DaysUntilKnown.Add(before);
        }
    }

    private static bool IsFinding(Entry entry) => entry switch
    {
        FootCheckEntry check => check.HasFinding,
        AdverseEventEntry happened => happened.Event == AdverseEvent.SkinChange,
        SessionEntry session => session.StopReason == StopReason.Skin,
        _ => false,
    };

    private static string? NameOf(Entry entry) => entry switch
    {
        AdverseEventEntry { Event: AdverseEvent.Fall } => "falls",
        AdverseEventEntry { Event: AdverseEvent.NearFall } => "near-falls",
        AdverseEventEntry { Event: AdverseEvent.Dizzy } => "dizzy spells",
        FootCheckEntry { Skin: not SkinFinding.Clear } => "foot checks with a find on the skin",
        FootCheckEntry { IsHotOrSwollen: true } => "foot checks with a hot or swollen foot",
        FootCheckEntry { HasCalfFinding: true } => "foot checks with a swollen or tender lower leg",
        FootCheckEntry { ObservedBy: Observer.Nobody } => "foot checks at which nobody looked",
        FootCheckEntry { HasTemperatureAsymmetry: true } => "foot checks with one foot warmer",
        LeaveOutEntry { IsOut: true } => "exercises left out",
        LeaveOutEntry => "exercises taken back",
        _ when IsFinding(entry) => "changes of the skin told otherwise",
        _ => null,
    };
}
