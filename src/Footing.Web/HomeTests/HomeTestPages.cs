using Footing.Journal;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Screening;
using Footing.Web.Figures;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Preferences;
using Footing.Web.Screening;
using Footing.Web.ScreeningResults;
using Footing.Web.UrgentHelp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.HomeTests;

/// <summary>
/// The home tests, step by step. They save nothing: each ends in a form that is sent to its question's page, so
/// that only that page accepts or refuses a result and chooses the next page.
/// </summary>
internal static class HomeTestPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/home-tests", Overview);
        pages.MapGet("/home-tests/{id}", Begin);
        pages.MapGet("/home-tests/{id}/stop", Stopped);
        pages.MapGet("/home-tests/touch-test/alone", (string? from) => Show.Page<AlonePage>(new { HomeTestRoute = HomeTestRoute.Of(HomeTest.Touch, from) }));
        pages.MapGet("/home-tests/touch-test/touch", Touch);
        pages.MapGet("/home-tests/tandem-stand-seconds/stance/{number}", Stance);
        pages.MapGet("/home-tests/tandem-stand-seconds/not-held/{number}", NotHeld);
        pages.MapGet("/home-tests/chair-stands/count", Count);
    }

    private static async Task<IResult> Overview(PersonJournal journal, Drafts drafts)
    {
        var view = await journal.ReadAsync();
        var draft = await drafts.LoadAsync(journal.Person);
        var flow = QuestionnaireFlow.Of(view);
        var tests = view.Programme.Condition.HomeTests;
        return ScreeningResult.Of(view) is not { } result
            ? Show.Page<NoHomeTestsPage>()
            : Show.Page<HomeTestsPage>(new
            {
                Tests = tests.Select(test => new Latest(test, HomeTestResult.Of(test.Id, view.Effective, view.Projection.State, view.Today, view.Preference.Zone), !flow.Questionnaire.IsAsked(test.Id, result.Answers))).ToList(),
                Ways = tests.ToDictionary(test => test.Id, test => Again(test, flow, draft)),
                Unsent = draft?.Answers ?? Answers.None,
                view.Today,
            });
    }

    /// <summary>Where a repeated test begins: at the safety questions, until those before it are answered.</summary>
    private static string Again(HomeTest test, QuestionnaireFlow flow, Draft? draft) =>
        draft is not null && flow.For(draft).TakeWhile(group => group.Id != test.Id).All(draft.Has)
            ? HomeTestRoute.Of(test, null).Start
            : "/screening";

    private static async Task<IResult> Begin(string id, string? from, PersonJournal journal, Drafts drafts) =>
        HomeTest.Find(id) is not { } test
            ? NotHere
            : await Unless(test, from, journal, drafts, trail => Show.Page<IntroPage>(new { HomeTestRoute = trail }));

    /// <summary>In danger the page needs no journal, so it is there for every test of the bank.</summary>
    private static async Task<IResult> Stopped(string id, string? from, string? alone, PersonJournal journal, DangerReading reading, EmergencyNumbers numbers) =>
        HomeTest.Find(id) is not { } test
            ? NotHere
            : Show.Page<StoppedPage>(new
            {
                HomeTestRoute = HomeTestRoute.Of(test, from),
                Help = numbers.Of((await reading.ReadAsync(journal))?.Preference),
                IsAlone = alone is not null,
            });

    private static IResult Touch([FromQuery(Name = "so-far")] string? soFar, string? was, string? from)
    {
        var trail = HomeTestRoute.Of(HomeTest.Touch, from);
        return Touches.Read(soFar) switch
        {
            null => Lost(trail),
            { AreAll: true } all => Show.Page<TouchesDonePage>(new { HomeTestRoute = trail, Touches = all }),
            { } touches => Show.Page<TouchPage>(new { HomeTestRoute = trail, Touches = touches, Was = was is "f" or "n" ? was : null }),
        };
    }

    private static async Task<IResult> Stance(string number, string? from, PersonJournal journal, Drafts drafts) =>
        Stances.Find(number) is not { } stance
            ? Lost(HomeTestRoute.Of(HomeTest.Line, from))
            : await Unless(HomeTest.Line, from, journal, drafts, trail => Show.Page<StancePage>(new { HomeTestRoute = trail, Stance = stance }));

    private static IResult NotHeld(string number, string? from) =>
        Stances.Find(number) is Figures.Stance.SideBySide or Figures.Stance.SemiTandem
            ? Show.Page<NotHeldPage>(new { HomeTestRoute = HomeTestRoute.Of(HomeTest.Line, from), Number = number })
            : Lost(HomeTestRoute.Of(HomeTest.Line, from));

    private static Task<IResult> Count(string? from, PersonJournal journal, Drafts drafts) =>
        Unless(HomeTest.Chair, from, journal, drafts, trail => Show.Page<ChairPage>(new { HomeTestRoute = trail }));

    private static IResult NotHere => Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);

    /// <summary>The page, unless the person's condition has no such test, or the answers so far rule it out.</summary>
    private static async Task<IResult> Unless(HomeTest test, string? from, PersonJournal journal, Drafts drafts, Func<HomeTestRoute, IResult> page)
    {
        var condition = (await journal.ReadTodayAsync()).Programme.Condition;
        if (condition.TestOf(test.Id) is null)
        {
            return NotHere;
        }

        var trail = HomeTestRoute.Of(test, from);
        if (!test.IsStanding || await drafts.LoadAsync(journal.Person) is not { } draft)
        {
            return page(trail);
        }

        if (condition.BarrierToStanding(draft.Answers) is not { } barrier)
        {
            return page(trail);
        }

        var flow = QuestionnaireFlow.Of(await journal.ReadAsync());
        return Show.Page<NotNowPage>(new
        {
            HomeTestRoute = trail,
            Reason = Key(barrier),
            Next = flow.Questionnaire.IsAsked(test.Id, draft.Answers) ? null : QuestionnaireFlow.Path(flow.NextOpen(draft)),
        });
    }

    private static string Key(StandingTestBarrier barrier) => barrier switch
    {
        StandingTestBarrier.CannotStand => "cannot-stand",
        StandingTestBarrier.Unsure => "unsure",
        StandingTestBarrier.Signs => "signs",
    };

    /// <summary>Says that the address is not one of ours; nothing is recorded.</summary>
    private static IResult Lost(HomeTestRoute trail) => Show.Page<LostPage>(new { HomeTestRoute = trail }, StatusCodes.Status400BadRequest);
}
