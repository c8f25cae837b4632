using System.Text.Json.Serialization;
using Footing.Journal;

namespace Footing.Plans;

/// <summary>
/// What the check-ins result in: whether things get worse (P10), or are not better after 12 weeks (P11).
/// </summary>
public sealed record Reports
{
    private const int DaysBetweenUps = 5;
    private const int WeeksOfTrialInDays = 84;

    [JsonInclude]
    internal CheckInEntry? First { get; init; }

    [JsonInclude]
    internal CheckInEntry? Latest { get; init; }

    [JsonInclude]
    internal int? FirstPain { get; init; }

    [JsonInclude]
    internal decimal? FirstPegSum { get; init; }

    [JsonInclude]
    internal int? FirstNights { get; init; }

    [JsonInclude]
    internal SessionReference? FirstUp { get; init; }

    /// <summary>P10 while it applies: the first and the latest of the check-ins that are worse.</summary>
    [JsonInclude]
    public Reason? Worse { get; internal init; }

    /// <summary>The result after one more check-in.</summary>
    /// <param name="entry">The next in the journal's order.</param>
    /// <param name="on">Its date.</param>
    internal Reports After(CheckInEntry entry, DateOnly on)
    {
        var next = this with { First = First ?? entry, Latest = entry };
        if (entry is { Pain: null, PegSum: null, NightsWoken: null })
        {
            return next;
        }

        next = next with
        {
            FirstPain = FirstPain ?? entry.Pain,
            FirstPegSum = FirstPegSum ?? entry.PegSum,
            FirstNights = FirstNights ?? entry.NightsWoken,
        };
        if (!next.IsUp(entry))
        {
            return next with { FirstUp = null, Worse = null };
        }

        var firstUp = FirstUp ?? new(on, entry.Id);
        var matches = on.DayNumber - firstUp.On.DayNumber >= DaysBetweenUps;
        return next with { FirstUp = firstUp, Worse = matches ? new(ProgressionRules.Worse, [firstUp.Entry, entry.Id]) : Worse };
    }

    /// <summary>P11 on a date, where it applies.</summary>
    /// <param name="firstSession">The date of the first session; null before it.</param>
    /// <param name="on">The date.</param>
    internal Reason? NoBetter(DateOnly? firstSession, DateOnly on)
    {
        if (firstSession is not { } start || on.DayNumber - start.DayNumber < WeeksOfTrialInDays ||
            First is null || Latest is not { Change: >= ImpressionOfChange.Same } latest || latest.Id == First.Id)
        {
            return null;
        }

        var comparable = (First.Pain is not null && latest.Pain is not null) || (First.PegSum is not null && latest.PegSum is not null);
        var better = IsMuchBelow(latest.Pain, First.Pain) || IsMuchBelow(latest.PegSum, First.PegSum);
        return comparable && !better ? new(ProgressionRules.NoBetter, [First.Id, latest.Id]) : null;
    }

    // PEG is the mean of three items: 2 points of the mean are 6 of the sum.
    private bool IsUp(CheckInEntry entry) =>
        IsUp(entry.Pain, FirstPain, 2, 1) ||
        IsUp(entry.PegSum, FirstPegSum, 6, 3) ||
        entry.NightsWoken - FirstNights >= 2;

    private static bool IsUp(decimal? now, decimal? first, decimal points, decimal least) =>
        now is { } value && first is { } was &&
        (value - was >= points || (value - was >= least && value * 10 >= was * 13));

    private static bool IsMuchBelow(decimal? now, decimal? first) =>
        now is { } value && first is { } was && value < was && value * 10 <= was * 7;
}
