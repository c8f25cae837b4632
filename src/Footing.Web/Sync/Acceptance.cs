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
    /// <param name="library">The programmes that are here, for the top levels and what a clearance can lift.</param>
    public static IEnumerable<Problem> Judge(Entry entry, ProgrammeLibrary library)
    {
        switch (entry)
        {
            case CorrectionEntry { ByPractitioner: true }:
                yield return new("role", "is set by the server, not by a device");
                break;
            case ClearanceEntry clearance:
                foreach (var rule in clearance.Rules.Where(name => !Liftable(library).Contains(name)))
                {
                    yield return new("rules", $"no clearance lifts {rule}: those that it can lift are {string.Join(", ", Liftable(library))}");
                }

                break;
            case AdjustmentEntry adjustment:
                // An exercise that no programme here has has no top.
                var top = library.All.Max(programme => programme.Find(adjustment.Exercise)?.Top) ?? int.MaxValue;
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

    private static IReadOnlyList<string> Liftable(ProgrammeLibrary library) =>
        [.. library.All.SelectMany(programme => programme.Condition.Liftable).OrderBy(rule => rule.Number).Select(rule => rule.Name).Distinct()];

    private static bool IsNobody(DecisionMaker? by) => string.IsNullOrWhiteSpace(by?.Name);
}
