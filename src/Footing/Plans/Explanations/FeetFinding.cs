using Footing.Journal;
using Footing.Screening;

namespace Footing.Plans.Explanations;

/// <summary>What was found on the feet, and what the safety questions would say about it.</summary>
/// <param name="Rules">The rules of the screening that describe it; empty where the condition has none for it.</param>
/// <param name="Disposition">How urgent that is: emergency, same-day or clinician-first.</param>
/// <param name="On">The date of the last finding.</param>
/// <param name="IsUnseen">Whether the only reason is that nobody could look.</param>
/// <param name="Check">The foot check of today that can be corrected today; null when there is none.</param>
/// <param name="IsToday">Whether it is of today: the safety questions allow exercise from tomorrow on.</param>
public sealed record FeetFinding(
    IReadOnlyList<string> Rules, Disposition Disposition, DateOnly On, bool IsUnseen, Guid? Check, bool IsToday)
{
    /// <summary>The rule whose sources say why the feet are looked at, and why a finding stops everything.</summary>
    public static string StopsBy => ProgressionRules.Finding;

    /// <summary>How urgent a finding is while nobody can say more of it.</summary>
    public static Disposition Unassessed => Disposition.SameDay;

    /// <summary>The open findings of a state.</summary>
    /// <param name="state">The state; it has a finding.</param>
    /// <param name="effective">The effective entries, those of the findings among them.</param>
    /// <param name="today">The date.</param>
    /// <param name="zone">The person's zone.</param>
    public static FeetFinding Of(CareState state, IEnumerable<Entry> effective, DateOnly today, TimeZoneInfo zone)
    {
        var answers = state.Judged ?? Answers.None;
        var ids = state.Findings.SelectMany(finding => finding.Entries).ToHashSet();
        var entries = effective.Where(entry => ids.Contains(entry.Id)).ToList();
        var checks = entries.OfType<FootCheckEntry>().ToList();
        var condition = state.Programme.Condition;
        var found = Signs(entries, answers, condition);
        // With later answers the check may be clear (nobody could look at feet that may not feel): it was a mark then.
        Rule[] signs = [.. RulesOf(found == FeetSigns.None ? FeetSigns.Skin : found, condition)];
        var asked = signs.Aggregate(answers, (known, sign) => known.With(sign.Sign!, Answer.Of("yes")).Value);
        var on = state.Findings.Max(finding => finding.On);
        return new(
            [.. signs.Select(sign => sign.Name)],
            // What no rule of the condition describes is for a professional as well.
            state.Programme.Judge(asked, []).Matches.Where(match => signs.Contains(match.Rule)).Select(match => match.Verdict.Disposition)
                .DefaultIfEmpty(Disposition.ClinicianFirst).Max(),
            on,
            checks.Count == entries.Count && checks.All(check => check is { Skin: SkinFinding.Clear, IsHotOrSwollen: false, HasCalfFinding: false, HasTemperatureAsymmetry: false }),
            checks.LastOrDefault(check => check.DateIn(zone) == today)?.Id,
            on == today);
    }

    /// <summary>The rules of the screening that describe entries with a finding; empty when all are clear today.</summary>
    /// <param name="entries">The entries; null for one that is no longer known.</param>
    /// <param name="answers">The answers of the last screening; null where there is none.</param>
    /// <param name="condition">The condition whose rules describe it.</param>
    public static IEnumerable<string> RulesOf(IReadOnlyCollection<Entry?> entries, Answers? answers, Condition condition)
    {
        return RulesOf(Signs(entries, answers, condition), condition).Select(rule => rule.Name);
    }

    private static IEnumerable<Rule> RulesOf(FeetSigns signs, Condition condition)
    {
        (FeetSigns Sign, Rule? Rule)[] described =
        [
            (FeetSigns.Heat, condition.HeatRule),
            (FeetSigns.Skin, condition.SkinRule),
            (FeetSigns.Calf, condition.CalfRule),
            (FeetSigns.BlackSkin, condition.BlackSkinRule),
        ];
        return described.Where(one => signs.HasFlag(one.Sign)).Select(one => one.Rule).OfType<Rule>();
    }

    /// <summary>What entries found together; no entry but a foot check says more than that the skin is not clear.</summary>
    private static FeetSigns Signs(IReadOnlyCollection<Entry?> entries, Answers? answers, Condition condition) => entries
        .Select(entry => entry is FootCheckEntry check ? Signs(check, answers, condition) : FeetSigns.Skin)
        .Aggregate(FeetSigns.None, (all, signs) => all | signs);

    private static FeetSigns Signs(FootCheckEntry check, Answers? answers, Condition condition) =>
        (check.IsHotOrSwollen || check.HasTemperatureAsymmetry ? FeetSigns.Heat : FeetSigns.None) |
        (check.HasCalfFinding ? FeetSigns.Calf : FeetSigns.None) |
        Severity.SkinOf(check, answers, condition) switch
        {
            SkinFinding.Clear => FeetSigns.None,
            // Without a rule of its own it is skin that is not clear.
            SkinFinding.Black when condition.BlackSkinRule is not null => FeetSigns.BlackSkin,
            _ => FeetSigns.Skin,
        };

    /// <summary>What was found on the feet.</summary>
    [Flags]
    private enum FeetSigns
    {
        /// <summary>Nothing.</summary>
        None = 0,

        /// <summary>A foot is hot, swollen or warmer.</summary>
        Heat = 1,

        /// <summary>The skin is not clear.</summary>
        Skin = 2,

        /// <summary>One calf is swollen, tender or warm.</summary>
        Calf = 4,

        /// <summary>The skin is black.</summary>
        BlackSkin = 8,
    }
}
