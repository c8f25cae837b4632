using System.Text;
using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Web.People;
using Footing.Web.Screening;
using Footing.Web.Today;

namespace Footing.Web.Tests.People;

/// <summary>All that the pages of a day read of what is known, as text to compare.</summary>
internal static class DayData
{
    public static string Of(JournalView view)
    {
        var today = TodayView.Of(view);
        var finding = today.State.Findings.IsEmpty ? null : FeetFinding.Of(today.State, view.Effective, view.Today, view.Preference.Zone);
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
                $"{Draft.Basis(view)} {Answered(Draft.Basis(view))}",
                .. new[] { "background", "habit", "preference" }.Select(kind => $"{kind}: {Last(view, kind)}"),
                .. view.Effective.OfType<FootCheckEntry>().Where(check => check.DateIn(view.Preference.Zone) == view.Today).Select(check => $"{check}"),
            ]);
    }

    /// <summary>The last entry of a kind that no rule reads, as written; null if there is none or it was voided.</summary>
    private static string? Last(JournalView view, string kind) =>
        view.Stored.LastOrDefault(entry => entry.Kind == kind && view.Effective.Any(counting => counting.Id == entry.Id && counting is OtherEntry)) is { } last
            ? Encoding.UTF8.GetString(last.Json.Span)
            : null;

    private static string Answered(ScreeningEntry? screening) => screening is null
        ? ""
        : string.Join(' ', screening.Answers.Answered.Select(question => $"{question.Id}={screening.Answers[question.Id]}"));
}
