using System.Collections.Immutable;
using System.Text;
using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Web.JournalHistory;
using Footing.Web.People;
using Footing.Web.Plans;
using Footing.Web.Screening;
using Footing.Web.Sessions;
using Footing.Web.Today;

namespace Footing.Web.Tests.People;

/// <summary>All that the pages of a day read of what is known, as text to compare.</summary>
internal static class DayData
{
    public static string Of(JournalView view)
    {
        var today = TodayView.Of(view);
        var finding = today.State.Findings.IsEmpty ? null : FeetFinding.Of(today.State, view.Effective, view.Today, view.Preference.Zone);
        var repeated = view.Programme.Condition.Questionnaire.RepeatedFrom(view.Effective);
        return string.Join(
            '\n',
            [
                Encoding.UTF8.GetString(PlanJson.Write(today.Plan)),
                // A property that is added to the agenda is compared from then on.
                .. typeof(TodayView).GetProperties()
                    .Where(property => property.Name is not (nameof(TodayView.Journal) or nameof(TodayView.State) or nameof(TodayView.Plan)))
                    .Select(property => $"{property.Name}: {property.GetValue(today)}"),
                $"{finding} {string.Join(' ', finding?.Rules ?? [])}",
                $"{view.Today:O} {view.Ahead:O} {view.Preference}",
                $"{view.LastScreening} {Answered(view.LastScreening)}",
                $"{repeated} {Answered(repeated)}",
                .. new[] { "background", "habit", "preference" }.Select(kind => $"{kind}: {Last(view, kind)}"),
                .. view.Effective.OfType<FootCheckEntry>().Where(check => check.DateIn(view.Preference.Zone) == view.Today).Select(check => $"{check}"),
            ]);
    }

    /// <summary>All that the page of the plan says of a day's plan: each reason with its dates.</summary>
    public static string OfPlan(JournalView view)
    {
        var plan = PlanView.Of(view);
        var reasons = plan.Plan.Notices
            .Concat(plan.Plan.Exercises.SelectMany(planned => planned.Why))
            .Concat(plan.State.Progress.Values.Select(progress => progress.Why).OfType<Reason>());
        var withheld = WithheldExercise.Locked(plan.Plan, plan.State)
            .Concat(WithheldExercise.Resting(plan.State, plan.Today))
            .Concat(WithheldExercise.Waiting(plan.State, plan.Today));
        return string.Join(
            '\n',
            [
                .. reasons.Select(reason => $"{reason.Rule} {Dates(reason.Entries)} {string.Join(' ', plan.FindingRules(reason))}"),
                .. withheld.SelectMany(exercise => exercise.Reasons.Select(reason => $"{exercise.Exercise} {reason.Because} {reason.Rule} {reason.On:O} {Dates(reason.Entries)}")),
                .. plan.State.Progress.Values.Select(progress => $"{progress.Exercise} {plan.State.IsActive(progress.Exercise, plan.Today)} {progress.Level}"),
            ]);

        string Dates(ImmutableArray<Guid> entries) => string.Join(' ', entries.Select(id => $"{plan.DateOf(id):O}"));
    }

    /// <summary>All that the page of a month of the history shows.</summary>
    public static string OfMonth(JournalView view, DateOnly month)
    {
        var past = JournalTimeline.Of(view);
        return string.Join(
            '\n',
            [
                string.Join(' ', past.Months.Select(known => $"{known:O}")),
                $"{view.Unreadable.Count()} unreadable",
                .. past.In(month).SelectMany(day => day.Select(item =>
                    $"{day.Key:O} {item.Id} {Said(item.First)} {Said(item.Now)} {item.CorrectedOn:O} {item.On:O} {item.IsAhead} {string.Join(' ', item.Sets.Select(Said))}")),
            ]);
    }

    /// <summary>All that the questions after a session read of it.</summary>
    public static string OfSession(JournalView view, string session) => ReportedSession.Of(view, session) is { } performed
        ? $"{performed.Id} {string.Join(' ', performed.Exercises)} {performed.HasReport} {Said(performed.Entry)} {string.Join(' ', performed.Sets.Select(Said))}"
        : "none";

    private static string Said(Entry? entry) => entry switch
    {
        null => "",
        UnreadableEntry unreadable => $"{unreadable}",
        _ => Encoding.UTF8.GetString(EntryWriter.Write(entry)),
    };

    /// <summary>The last entry of a kind that no rule reads, as written; null if there is none or it was voided.</summary>
    private static string? Last(JournalView view, string kind) =>
        view.Stored.LastOrDefault(entry => entry.Kind == kind && view.Effective.Any(counting => counting.Id == entry.Id && counting is OtherEntry)) is { } last
            ? Encoding.UTF8.GetString(last.Json.Span)
            : null;

    private static string Answered(ScreeningEntry? screening) => screening is null
        ? ""
        : string.Join(' ', screening.Answers.Answered.Select(question => $"{question.Id}={screening.Answers[question.Id]}"));
}
