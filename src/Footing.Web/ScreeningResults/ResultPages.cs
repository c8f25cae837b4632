using Footing.Programmes;
using Footing.Screening;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Preferences;
using Footing.Web.Screening;
using Footing.Web.UrgentHelp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.ScreeningResults;

/// <summary>What the last screening results in, and what a professional said about it.</summary>
internal static class ResultPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/screening/result", (PersonJournal journal, Drafts drafts, DangerReading reading, EmergencyNumbers numbers) =>
            reading.PageAsync(
                async () => Outcome(await journal.ReadTodayAsync(), await drafts.LoadAsync(journal.Person) is not null, numbers),
                // It may have been an emergency. Not 503: the worker on a device would replace this page with its own.
                () => Show.Page<UrgentPage>(new { Help = (LocalHelp?)null }, StatusCodes.Status500InternalServerError)));
    }

    private static IResult Outcome(JournalView view, bool hasDraft, EmergencyNumbers numbers)
    {
        if (ScreeningResult.Of(view) is not { } result)
        {
            return Show.Page<NoResultPage>();
        }

        var help = numbers.Of(view.Preference.Country);
        return result.Decision.Disposition switch
        {
            Disposition.Emergency => Show.Page<EmergencyPage>(new { Result = result, Help = help, HasDraft = hasDraft }),
            Disposition.SameDay => Show.Page<SameDayPage>(new { Result = result, Help = help }),
            Disposition.ClinicianFirst or Disposition.SeatedOnly or Disposition.Proceed => Show.Page<OutcomePage>(new { Result = result, view.Today, view.Preference.Zone }),
            Disposition.Incomplete => Show.Page<IncompletePage>(new { Result = result, HasDraft = hasDraft }),
        };
    }
}
