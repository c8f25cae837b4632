using Footing.Content;
using Footing.Testing;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Plans;
using Footing.Programmes;
using Footing.Testing.Web;
using Footing.Web.People;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.Today;

/// <summary>Time passes, clocks go wrong, devices disagree, rules change: each falls to the cautious side.</summary>
public sealed class DriftTests : VisitedTests
{
    private static readonly string[] Doors = ["/session/before", "/session", "/session/sugar"];

    [Fact]
    public async Task Screening_of_four_weeks_ago_no_longer_opens_a_session()
    {
        await Visitor.Screened(Host);
        Host.Clock.Advance(TimeSpan.FromDays(27));
        await Visitor.Open("/today");
        Visitor.Heading.ShouldNotBe("Is exercise still safe for you?");

        Host.Clock.Advance(TimeSpan.FromDays(1));

        await NothingMayBegin("Is exercise still safe for you?");
        await Visitor.Open("/sheet");
        Words.ShouldContain("nothing to print");
    }

    [Fact]
    public async Task After_weeks_without_a_session_the_questions_come_first_and_then_level_one()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        await Visitor.DoEverything();
        await Visitor.Answer(3);

        Host.Clock.Advance(TimeSpan.FromDays(15));

        await NothingMayBegin("Good to see you again");
        await Visitor.Screened(Host);
        (await Plan()).Exercises.ShouldAllBe(planned => planned.Level.Number == 1);
    }

    [Fact]
    public async Task Clock_that_was_set_back_stops_everything_and_says_so()
    {
        await Visitor.Screened(Host);
        await Visitor.Tell(Host, "event", new() { ["what"] = "fall" });
        var right = Host.Clock.GetUtcNow();

        Host.Clock.AdjustTime(right.AddDays(-6));

        // What happened after the wrong date is not known on it: neither the fall nor the screening.
        await NothingMayBegin("Is the clock right?");
        Words.ShouldContain("Your journal has something of 4 March 2026, but the clock here says 26 February 2026.");
        foreach (var path in (string[])["/plan", "/sheet"])
        {
            await Visitor.Open(path);
            Visitor.Path.ShouldBe("/today");
        }

        Host.Clock.AdjustTime(right);
        await Visitor.Open("/today");
        Visitor.Heading.ShouldContain("exercises today");
        (await Plan()).Exercises.ShouldNotContain(planned => planned.Exercise == FootExercises.CalfRaise);
    }

    [Fact]
    public async Task Screening_made_with_a_clock_that_was_set_back_does_not_answer_a_later_finding()
    {
        await Visitor.Screened(Host);
        await Visitor.Tell(Host, "event", new() { ["what"] = "skin-change" });
        var right = Host.Clock.GetUtcNow();
        Host.Clock.AdjustTime(right.AddDays(-2));
        await Visitor.Screened(Host);

        Host.Clock.AdjustTime(right.AddHours(1));

        (await Plan()).Exercises.ShouldBeEmpty();
    }

    [Fact]
    public async Task News_of_one_device_stops_what_the_other_is_about_to_begin()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        using var other = new Visitor(Host);

        await other.Tell(Host, "event", new() { ["what"] = "skin-change" });
        await Visitor.Submit();

        Visitor.Path.ShouldBe("/today");
        await NothingMayBegin("Please have your feet looked at");
    }

    [Fact]
    public async Task Sets_that_a_device_did_before_it_heard_the_news_are_kept_and_open_nothing()
    {
        await Visitor.Screened(Host);
        using var other = new Visitor(Host);
        await other.Tell(Host, "event", new() { ["what"] = "skin-change" });

        await Visitor.Tell(Host, "set", new()
        {
            ["session"] = Guid.CreateVersion7().ToString(), ["exercise"] = "toe-lift", ["level"] = 1, ["set"] = 1, ["side"] = "both", ["seconds"] = 60, ["target"] = 60,
        });

        (await Known()).Entries.OfType<Journal.SetEntry>().Count().ShouldBe(1);
        (await Plan()).Exercises.ShouldBeEmpty();
    }

    [Fact]
    public async Task Late_news_of_a_fall_takes_the_standing_exercise_away_at_once()
    {
        await Visitor.Screened(Host);
        Host.Clock.Advance(TimeSpan.FromDays(2));
        (await Plan()).Exercises.ShouldContain(planned => planned.Exercise == FootExercises.CalfRaise);
        var fall = new JsonObject
        {
            ["id"] = Guid.CreateVersion7().ToString(), ["at"] = Host.Clock.GetUtcNow().AddDays(-1).ToString("O"), ["kind"] = "event", ["what"] = "fall",
        };

        (await Visitor.Post("/api/journal", new JsonArray(fall).ToJsonString())).EnsureSuccessStatusCode();

        (await Plan()).Exercises.ShouldNotContain(planned => planned.Exercise == FootExercises.CalfRaise);
    }

    [Fact]
    public async Task Session_records_the_rules_and_the_programme_that_made_its_plan()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        await Visitor.DoEverything();
        await Visitor.Answer(3);

        var edition = (await Known()).Effective.OfType<Journal.SessionEntry>().Last().Edition.ShouldNotBeNull();
        var programme = ShippedProgramme.Load();
        edition.Rules.ShouldBe(Edition.OfRules);
        edition.Programme.ShouldBe(programme.Id);
        edition.Version.ShouldBe(programme.Version);
    }

    private async Task NothingMayBegin(string heading)
    {
        foreach (var door in Doors.Append("/today"))
        {
            await Visitor.Open(door);
            Visitor.Heading.ShouldStartWith(heading, customMessage: door);
        }
    }

    private async Task<JournalView> Known()
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PersonJournal>().ReadTodayAsync();
    }

    private async Task<Plan> Plan() => Planner.PlanFor((await Known()).Projection);
}
