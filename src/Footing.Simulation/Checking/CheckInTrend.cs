using Footing.Journal;

namespace Footing.Simulation.Checking;

/// <summary>The trend of check-ins, as P10 and P11 define it.</summary>
internal sealed class CheckInTrend
{
    private readonly List<(DateOnly On, CheckInEntry Entry)> _all = [];
    private DateOnly? _upSince;

    /// <summary>P10 applies.</summary>
    public bool IsWorse { get; private set; }

    /// <summary>Adds a check-in; one that is about a day says nothing here.</summary>
    public void Add(CheckInEntry entry, DateOnly on)
    {
        if (entry.Span == CheckInSpan.Day)
        {
            return;
        }

        _all.Add((on, entry));
        if (entry is { Pain: null, PegSum: null, NightsWoken: null })
        {
            return;
        }

        var firstPain = _all.Select(each => each.Entry.Pain).FirstOrDefault(pain => pain is not null);
        var firstPeg = _all.Select(each => each.Entry.PegSum).FirstOrDefault(sum => sum is not null) / 3;
        var firstNights = _all.Select(each => each.Entry.NightsWoken).FirstOrDefault(nights => nights is not null);
        if (IsUp(entry.Pain, firstPain) || IsUp(entry.PegSum / 3, firstPeg) || entry.NightsWoken - firstNights >= 2)
        {
            _upSince ??= on;
            IsWorse |= on.DayNumber - _upSince.Value.DayNumber >= 5;
        }
        else
        {
            _upSince = null;
            IsWorse = false;
        }
    }

    /// <summary>P11 applies on a date.</summary>
    public bool IsNoBetter(DateOnly firstSession, DateOnly on)
    {
        if (_all.Count < 2 || on.DayNumber - firstSession.DayNumber < 84)
        {
            return false;
        }

        var (first, latest) = (_all[0].Entry, _all[^1].Entry);
        return latest.Change is ImpressionOfChange.Same or ImpressionOfChange.LittleWorse or ImpressionOfChange.Worse or ImpressionOfChange.MuchWorse &&
            ((first.Pain is not null && latest.Pain is not null) || (first.PegSum is not null && latest.PegSum is not null)) &&
            !IsThirtyBelow(latest.Pain, first.Pain) && !IsThirtyBelow(latest.PegSum, first.PegSum);
    }

    // A third of a sum is not always an exact decimal; with a tiny tolerance 2 is equal to 2.
    private static bool IsUp(decimal? now, decimal? first) => now is { } value && first is { } was &&
        value - was + 0.0001m is var up && (up >= 2 || (up >= 1 && value + 0.0001m >= was * 1.3m));

    private static bool IsThirtyBelow(decimal? now, decimal? first) => now < first && now <= first * 0.7m;
}
