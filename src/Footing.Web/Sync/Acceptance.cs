using Footing.Exercises;
using Footing.Journal;
using Footing.Programmes;
using Footing.Reading;
using Footing.Screening;
using Footing.Web.Pages;

namespace Footing.Web.Sync;

/// <summary>
/// What a device may add to a journal, beyond the shape of an entry: nothing that only the server may say, and no
/// decision that could never apply. A refused entry changes nothing.
/// </summary>
internal static class Acceptance
{
    /// <summary>The reasons to refuse an entry; empty when it is accepted.</summary>
    /// <param name="entry">The entry as it was read.</param>
    /// <param name="programme">The programme, for the top levels.</param>
    public static IEnumerable<Problem> Judge(Entry entry, Programme programme)
    {
        switch (entry)
        {
            case CorrectionEntry { ByPractitioner: true }:
                yield return new("role", "is set by the server, not by a device");
                break;
            case ClearanceEntry clearance:
                foreach (var rule in clearance.Rules.Where(name => !Rules.All.Any(rule => rule.Name == name && rule.CanBeLifted)))
                {
                    yield return new("rules", $"no clearance lifts {rule}: those that it can lift are {string.Join(", ", Rules.All.Where(r => r.CanBeLifted).Select(r => r.Name))}");
                }

                break;
            case AdjustmentEntry adjustment:
                // An exercise of another programme has no top here.
                var top = programme.Find(adjustment.Exercise)?.Top ?? int.MaxValue;
                if (adjustment.Adjustment is Adjustment.Cap { Level: var cap } && cap > top)
                {
                    yield return new("cap", $"{adjustment.Exercise.Id()} has levels 1 to {top}, found {cap}");
                }

                if (adjustment.Adjustment is Adjustment.ToLevel { Level: var level } && level > top)
                {
                    yield return new("level", $"{adjustment.Exercise.Id()} has levels 1 to {top}, found {level}");
                }

                break;
        }

        var isByNobody = entry switch
        {
            ClearanceEntry clearance => IsNobody(clearance.By),
            AdjustmentEntry adjustment => IsNobody(adjustment.By),
            _ => false,
        };
        if (isByNobody)
        {
            yield return new("by", "expected who decided it: a name, or an object with a name and a role");
        }
    }

    private static bool IsNobody(DecisionMaker? by) => string.IsNullOrWhiteSpace(by?.Name);
}
