using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Web.Tests.ProfessionalDecisions;

public sealed class DecisionPagesTests : VisitedTests
{
    private static readonly (string, string?)[] Who = [("name", "Jo Brown"), ("role", "physiotherapist"), ("said", "2026-03-01")];

    /// <summary>The toe lift raised the pain by three points twice within four weeks.</summary>
    private static Story LockedByPain() => new Story().Screening("2026-02-12")
        .Session("2026-02-16", FootExercises.ToeLift, painAfter: 6)
        .Session("2026-02-20", FootExercises.ToeLift, painAfter: 2)
        .Session("2026-02-25", FootExercises.ToeLift, painAfter: 6);

    [Fact]
    public async Task A_lock_after_pain_ends_with_a_professionals_word_and_says_when_it_ends_without()
    {
        await LockedByPain().TellAsync(Host);
        await Visitor.Open("/plan");
        Visitor.Page.QuerySelector("[data-locked=toe-lift] [data-ends-from]")!.GetAttribute("data-ends-from").ShouldBe("2026-03-25");
        await Visitor.Open("/exercises/toe-lift");
        await Visitor.Follow("A professional says it is all right");

        await Visitor.Submit();
        Visitor.Errors.Count.ShouldBe(3);
        await Visitor.Submit(Who);

        Visitor.Heading.ShouldBe("Is this what they said?");
        Says("[data-said]")!.ShouldContain("Jo Brown, Physiotherapist");
        Says("[data-said]")!.ShouldContain("1 March 2026");
        Says("[data-effect]")!.ShouldContain("not in the plan");
        (await Visitor.Journal()).Of("adjustment").ShouldBeEmpty("nothing is written before it is confirmed");
        await Visitor.Submit();

        Visitor.Path.ShouldBe("/plan");
        Visitor.Page.QuerySelector("[data-exercise=toe-lift]").ShouldNotBeNull();
        var entry = (await Visitor.Journal()).Of("adjustment").ShouldHaveSingleItem();
        entry.GetProperty("unlock").GetBoolean().ShouldBeTrue();
        entry.GetProperty("source").GetString().ShouldBe("person");
        entry.GetProperty("said").GetString().ShouldBe("2026-03-01");
        entry.GetProperty("by").GetProperty("role").GetString().ShouldBe("physiotherapist");
    }

    [Theory]
    [InlineData("2026-02-18", true)]
    [InlineData("2026-02-17", false)]
    [InlineData("2026-03-05", false)]
    [InlineData("yesterday", false)]
    public async Task What_was_said_is_recorded_within_fourteen_days(string said, bool isTaken)
    {
        await LockedByPain().TellAsync(Host);
        await Visitor.Open("/told/toe-lift/unlock");

        await Visitor.Submit(("name", "Jo Brown"), ("role", "doctor"), ("said", said));

        Visitor.Heading.ShouldBe(isTaken ? "Is this what they said?" : "Toe lift: what did a professional say?");
        if (!isTaken)
        {
            Visitor.Errors.ShouldHaveSingleItem().ShouldContain("last 14 days");
        }
    }

    [Fact]
    public async Task A_level_is_at_most_one_above_the_highest_done()
    {
        await new Story().Screening("2026-02-27").Session("2026-03-02", FootExercises.ToeLift).TellAsync(Host);
        await Visitor.Open("/told/toe-lift");
        Visitor.Page.QuerySelector("a[href='/told/toe-lift/unlock']").ShouldBeNull("it is not locked");
        await Visitor.Open("/told/toe-lift/level");
        Visitor.Page.QuerySelectorAll("input[name=level]").Select(level => level.GetAttribute("value")).ShouldBe(["1", "2"]);

        await Visitor.Submit([.. Who, ("level", "2")]);
        await Visitor.Submit();

        Says("[data-exercise=toe-lift] .tag").ShouldBe("Level 2 of 4");
        await Visitor.Open("/told/ankle-pump/level");
        Visitor.Page.QuerySelectorAll("input[name=level]").Select(level => level.GetAttribute("value")).ShouldBe(["1"], "never done");
    }

    [Fact]
    public async Task A_cap_and_a_dose_are_recorded_and_the_plan_shows_them()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);
        await Visitor.Open("/told/ankle-pump/dose");
        await Visitor.Submit([.. Who, ("sets", "2"), ("reps", "5")]);
        await Visitor.Submit();
        Says("[data-exercise=ankle-pump] .dose").ShouldBe("2 sets of 5, each foot");
        Says("[data-exercise=ankle-pump] [data-why=adjustment]")!.ShouldContain("professional");

        await Visitor.Open("/told/calf-raise/cap");
        await Visitor.Submit([.. Who, ("cap", "1")]);
        await Visitor.Submit();
        Says("[data-exercise=calf-raise] [data-outlook=cap]").ShouldNotBeNull();
    }

    [Fact]
    public async Task From_an_exercise_only_the_rules_that_hold_it_back_can_be_named()
    {
        await new Story().Screening("2026-03-02", ("blood-thinner-or-easy-bruising", "yes"), ("dizzy-on-standing", "yes")).TellAsync(Host);

        await Visitor.Open("/screening/clearance?exercise=ball-roll");
        Visitor.Page.QuerySelectorAll("input[name=rules]").Select(rule => rule.GetAttribute("value")).ShouldBe(["R15"]);
        await Visitor.Open("/screening/clearance");
        Visitor.Page.QuerySelectorAll("input[name=rules]").Select(rule => rule.GetAttribute("value")).ShouldBe(["R15", "R16"]);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_there()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);
        foreach (var path in (string[])["/told/one-leg-stand", "/told/toe-lift/lock", "/told/toe-lift/unlock"])
        {
            await Visitor.Open(path);
            Visitor.Status.ShouldBe(System.Net.HttpStatusCode.NotFound, path);
        }
    }
}
