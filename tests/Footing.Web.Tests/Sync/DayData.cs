using System.Text;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Web.Screening;
using Footing.Web.Sync;
using Footing.Web.Today;

namespace Footing.Web.Tests.Sync;

/// <summary>All that the pages of a day read of what is known, as text to compare.</summary>
internal static class DayData
{
    public static string Of(Known known, Programme programme)
    {
        var agenda = Agenda.Of(known, programme);
        var finding = agenda.State.Findings.IsEmpty ? null : FeetFinding.Of(agenda);
        return string.Join(
            '\n',
            [
                Encoding.UTF8.GetString(PlanJson.Write(agenda.Plan)),
                // A property that is added to the agenda is compared from then on.
                .. typeof(Agenda).GetProperties()
                    .Where(property => property.Name is not (nameof(Agenda.Known) or nameof(Agenda.State) or nameof(Agenda.Plan)))
                    .Select(property => $"{property.Name}: {property.GetValue(agenda)}"),
                $"{finding} {string.Join(' ', finding?.Rules ?? [])}",
                $"{known.Today:O} {known.Ahead:O} {known.Preference}",
                $"{known.LastScreening} {Answered(known.LastScreening)}",
                $"{Draft.Basis(known)} {Answered(Draft.Basis(known))}",
                .. new[] { "background", "habit", "preference" }.Select(kind => $"{kind}: {known.Last(kind)}"),
                .. known.Counting.OfType<FootCheckEntry>().Where(check => check.DateIn(known.Preference.Zone) == known.Today).Select(check => $"{check}"),
            ]);
    }

    private static string Answered(ScreeningEntry? screening) => screening is null
        ? ""
        : string.Join(' ', screening.Answers.Answered.Select(question => $"{question.Id}={screening.Answers[question.Id]}"));
}
