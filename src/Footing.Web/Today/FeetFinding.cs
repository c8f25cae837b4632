using Footing.Journal;
using Footing.Screening;

namespace Footing.Web.Today;

/// <summary>What was found on the feet, and what the safety questions would say about it.</summary>
/// <param name="Rules">R5 when a foot is hot or swollen, R6 when the skin is not clear; never empty.</param>
/// <param name="Disposition">How urgent that is: same-day or clinician-first.</param>
/// <param name="On">The date of the last finding.</param>
/// <param name="IsUnseen">Whether the only reason is that nobody could look.</param>
/// <param name="Check">The foot check of today that can be corrected today; null when there is none.</param>
/// <param name="IsToday">Whether it is of today: the safety questions allow exercise from tomorrow on.</param>
public sealed record FeetFinding(
    IReadOnlyList<string> Rules, Disposition Disposition, DateOnly On, bool IsUnseen, Guid? Check, bool IsToday)
{
    internal static FeetFinding Of(TodayView day)
    {
        var state = day.State;
        var answers = state.Screening?.Answers ?? Answers.None;
        var ids = state.Findings.SelectMany(finding => finding.Entries).ToHashSet();
        var entries = day.Journal.Effective.Where(entry => ids.Contains(entry.Id)).ToList();
        var checks = entries.OfType<FootCheckEntry>().ToList();
        var isHot = checks.Any(check => check.IsHotOrSwollen || check.HasTemperatureAsymmetry);
        // With later answers the check may be clear (nobody could look at feet that may not feel): it was a mark then.
        var isBroken = !isHot || entries.Any(entry => entry is not FootCheckEntry check || Severity.SkinOf(check, answers) != SkinFinding.Clear);
        var asked = answers;
        asked = isHot ? asked.With("hot-red-swollen-foot", Answer.Of("yes")).Value : asked;
        asked = isBroken ? asked.With("broken-skin", Answer.Of("yes")).Value : asked;
        string[] rules = [.. isHot ? ["R5"] : Array.Empty<string>(), .. isBroken ? ["R6"] : Array.Empty<string>()];
        var on = state.Findings.Max(finding => finding.On);
        return new(
            rules,
            state.Programme.Judge(asked, []).Matches.Where(match => rules.Contains(match.Rule.Name)).Max(match => match.Verdict.Disposition),
            on,
            checks.Count == entries.Count && checks.All(check => check is { Skin: SkinFinding.Clear, IsHotOrSwollen: false, HasTemperatureAsymmetry: false }),
            checks.LastOrDefault(check => check.DateIn(day.Journal.Preference.Zone) == day.Journal.Today)?.Id,
            on == day.Journal.Today);
    }
}
