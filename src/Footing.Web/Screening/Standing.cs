using System.Collections.Immutable;
using Footing.Journal;
using Footing.Screening;
using Footing.Web.Sync;

namespace Footing.Web.Screening;

/// <summary>Where a person stands: the last screening, judged with the clearances that hold today.</summary>
/// <param name="Entry">The last screening.</param>
/// <param name="Decision">What it comes to.</param>
/// <param name="On">Its date.</param>
/// <param name="IsCurrent">Whether it is not older than 27 days.</param>
public sealed record Standing(ScreeningEntry Entry, Decision Decision, DateOnly On, bool IsCurrent)
{
    private const int LastDay = 27;

    /// <summary>Null when there is no screening yet.</summary>
    public static Standing? Of(Known known)
    {
        if (known.LastScreening is not { } last)
        {
            return null;
        }

        var on = last.DateIn(known.Preference.Zone);
        return new(last, Decision.Of(last.Answers, Lifted(known)), on, known.Today.DayNumber - on.DayNumber <= LastDay);
    }

    private static ImmutableSortedSet<string> Lifted(Known known)
    {
        Answers? basis = null;
        var clearances = ImmutableList<Clearance>.Empty;
        foreach (var entry in known.Counting)
        {
            switch (entry)
            {
                case ScreeningEntry screening:
                    basis = screening.Answers;
                    clearances = clearances.ConvertAll(clearance => clearance.After(screening.Answers));
                    break;
                case ClearanceEntry given when basis is not null:
                    clearances = clearances.Add(Clearance.Given(given.DateIn(known.Preference.Zone), basis, given.Rules));
                    break;
                case EventEntry { What: Happening.Fall }:
                    clearances = clearances.ConvertAll(clearance => clearance.AfterFall());
                    break;
                case EventEntry { What: Happening.SkinChange }:
                case FootCheckEntry check when check.Skin != Skin.Clear || check.Heat != Ternary.No || check.Swelling != Ternary.No:
                case SessionEntry { StopReason: StopReason.Skin }:
                    clearances = [];
                    break;
            }
        }

        return [.. clearances.Where(clearance => clearance.HoldsOn(known.Today)).SelectMany(clearance => clearance.Rules)];
    }
}
