using System.Collections.Immutable;
using Footing.Journal;
using Footing.Outcomes;
using Footing.Plans;
using Footing.Screening;
using Footing.Web.Outcomes;
using Footing.Web.People;
using Footing.Web.Plans;

namespace Footing.Web.Letters;

/// <summary>What a letter to a professional says.</summary>
/// <param name="PlanView">The plan of today.</param>
/// <param name="Progress">Whether it helps.</param>
/// <param name="Screening">The last screening with its date; null before the first.</param>
/// <param name="Background">What the person knows of their condition; null where they told nothing.</param>
/// <param name="Sessions">How many sessions were done in the last twelve weeks.</param>
/// <param name="Events">What happened in the last twelve weeks, with its dates, earliest first.</param>
public sealed record LetterView(
    PlanView PlanView,
    ProgressView Progress,
    (ScreeningEntry Entry, DateOnly On)? Screening,
    BackgroundEntry? Background,
    int Sessions,
    ImmutableArray<(AdverseEvent What, ImmutableArray<DateOnly> On)> Events)
{
    /// <summary>How far back it looks, in weeks.</summary>
    public const int Weeks = 12;

    internal static LetterView Of(JournalView view)
    {
        var zone = view.Preference.Zone;
        var before = view.Today.AddDays(-7 * Weeks);
        bool IsRecent(Entry entry) => entry.DateIn(zone) > before;
        return new(
            PlanView.Of(view),
            ProgressView.Of(view),
            view.LastScreening is { } screening ? (screening, screening.DateIn(zone)) : null,
            view.Effective.OfType<BackgroundEntry>().LastOrDefault(),
            view.Effective.OfType<SessionEntry>().Count(IsRecent),
            [
                .. view.Effective.OfType<AdverseEventEntry>().Where(IsRecent).GroupBy(happened => happened.Event).OrderBy(group => group.Key)
                    .Select(group => (group.Key, group.Select(happened => happened.DateIn(zone)).ToImmutableArray())),
            ]);
    }

    /// <summary>The measure whose course is drawn: the one that the answer rests on, or else the first.</summary>
    public Timeline? Drawn => Progress.Outcome is { Measures.IsEmpty: false } outcome &&
        Progress.Of(outcome.Measures.FirstOrDefault(measure => measure.Measure == outcome.Headline.Measure) ?? outcome.Measures[0]) is { CanBeDrawn: true } timeline
            ? timeline
            : null;

    /// <summary>The category of risk, as answered; null before the first screening, or where the condition has none.</summary>
    public RiskCategory? Risk => Screening is { } last ? PlanView.Programme.Condition.RiskOf(last.Entry.Answers) : null;

    /// <summary>What the answers leave open.</summary>
    public ImmutableArray<string> OpenQuestions => Screening is { } last ? PlanView.Programme.Condition.OpenQuestions(last.Entry.Answers) : [];
}
