using Footing.Exercises;
using Footing.Testing.Web;
using Footing.Testing;

namespace Footing.Web.Tests.Plans;

public sealed class PlanPageTests : VisitedTests
{
    [Fact]
    public async Task Before_the_first_answers_the_plan_leads_to_the_questions()
    {
        await Visitor.Open("/plan");

        Visitor.Heading.ShouldBe("My plan");
        Visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening");
    }

    [Fact]
    public async Task A_first_level_names_the_day_of_the_answers_and_what_the_next_step_takes()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);

        await Visitor.Open("/plan");

        Visitor.Page.QuerySelectorAll("[data-exercise]").Length.ShouldBe(4);
        Says("[data-exercise=toe-lift] .tag").ShouldBe("Level 1 of 4");
        Says("[data-exercise=ankle-pump] .dose").ShouldBe("3 sets of 10, each foot");
        Says("[data-exercise=toe-lift] [data-why=first]")!.ShouldContain("2 March");
        var next = Says("[data-exercise=toe-lift] [data-outlook=goodsessions]")!;
        next.ShouldContain("Level 2: 2 minutes");
        next.ShouldContain("three good sessions");
        next.ShouldContain("You have 0 so far");
        Says("[data-waiting=heel-toe-lift]")!.ShouldContain("level 3");
        Words.ShouldContain("It is due today.");
    }

    [Fact]
    public async Task A_step_up_names_its_good_sessions()
    {
        await new Story().Screening("2026-02-20")
            .Session("2026-02-23", FootExercises.ToeLift).Session("2026-02-25", FootExercises.ToeLift).Session("2026-03-02", FootExercises.ToeLift)
            .TellAsync(Host);

        await Visitor.Open("/plan");

        Says("[data-exercise=toe-lift] .tag").ShouldBe("Level 2 of 4");
        var why = Says("[data-exercise=toe-lift] [data-why=P1]")!;
        why.ShouldContain("three good sessions");
        why.ShouldContain("23 and 25 February, 2 March");
    }

    [Fact]
    public async Task Half_a_dose_names_the_session_that_was_too_much()
    {
        await new Story().Screening("2026-02-27").Session("2026-03-02", FootExercises.ToeLift, effort: 9).TellAsync(Host);

        await Visitor.Open("/plan");

        Says("[data-exercise=toe-lift] .dose").ShouldBe("30 seconds");
        var why = Says("[data-exercise=toe-lift] [data-why=P3]")!;
        why.ShouldContain("So we ask for half");
        why.ShouldContain("2 March");
        Says("[data-exercise=toe-lift] [data-outlook]")!.ShouldContain("The whole amount again: 1 minute");
    }

    [Fact]
    public async Task A_lock_of_the_screening_names_its_answer_who_may_lift_it_and_how()
    {
        await new Story().Screening("2026-03-02", ("numb-feet", "yes"), ("touch-test", 3)).TellAsync(Host);

        await Visitor.Open("/plan");

        var locked = Says("[data-locked=ball-roll]")!;
        locked.ShouldContain("Feet with little feeling");
        locked.ShouldContain("2 March");
        locked.ShouldContain("podiatrist");
        Visitor.Page.QuerySelector("[data-locked=ball-roll] a[href='/screening/clearance?exercise=ball-roll']").ShouldNotBeNull();
        Visitor.Page.QuerySelector("[data-exercise=ball-roll]").ShouldBeNull();
    }

    [Fact]
    public async Task A_near_fall_locks_the_calf_raise_and_says_which_tests_unlock_it()
    {
        await new Story().Screening("2026-03-02").Add("2026-03-03", "10:00", "event", new() { ["what"] = "near-fall" }).TellAsync(Host);

        await Visitor.Open("/plan");

        var locked = Says("[data-locked=calf-raise] [data-rule=P6]")!;
        locked.ShouldContain("3 March");
        locked.ShouldContain("line stand");
        Visitor.Page.QuerySelector("[data-locked=calf-raise] a[href='/screening']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_finding_stops_everything_and_says_what_to_do()
    {
        await new Story().Screening("2026-03-02").FootCheck("2026-03-03", "blister").TellAsync(Host);

        await Visitor.Open("/plan");

        Visitor.Page.QuerySelectorAll("[data-exercise]").ShouldBeEmpty();
        var notice = Says("[data-notice=P5]")!;
        notice.ShouldContain("3 March");
        notice.ShouldContain("Call your foot clinic");
    }

    [Fact]
    public async Task An_exercise_that_hurt_rests_and_says_why()
    {
        await new Story().Screening("2026-03-02").Session("2026-03-03", FootExercises.ToeLift, painAfter: 6).TellAsync(Host);

        await Visitor.Open("/plan");

        Says("[data-resting=toe-lift]")!.ShouldContain("3 March");
        Visitor.Page.QuerySelector("[data-exercise=toe-lift]").ShouldBeNull();
    }

    [Fact]
    public async Task A_cap_says_which_test_would_lift_it()
    {
        await new Story().Screening("2026-03-02", ("touch-test", "not-done")).TellAsync(Host);

        await Visitor.Open("/plan");

        Says("[data-exercise=ball-roll] [data-outlook=cap]")!.ShouldContain("touch test");
    }

    [Fact]
    public async Task A_practitioners_decision_is_named_as_theirs()
    {
        await new Story().Screening("2026-03-02")
            .Add("2026-03-03", "10:00", "adjustment", new() { ["exercise"] = "toe-lift", ["level"] = 3, ["by"] = "p1" })
            .Add("2026-03-03", "10:01", "adjustment", new() { ["exercise"] = "calf-raise", ["lock"] = true, ["by"] = "p1" })
            .TellAsync(Host);

        await Visitor.Open("/plan");

        Says("[data-exercise=toe-lift] .tag").ShouldBe("Level 3 of 4");
        Says("[data-exercise=toe-lift] [data-why=adjustment]")!.ShouldContain("professional");
        Says("[data-locked=calf-raise] [data-rule=adjustment]")!.ShouldContain("on hold");
    }

    [Fact]
    public async Task Answers_older_than_four_weeks_ask_for_new_ones()
    {
        await new Story().Screening("2026-02-01").TellAsync(Host);

        await Visitor.Open("/plan");

        Words.ShouldContain("older than four weeks");
        Visitor.Page.QuerySelectorAll("[data-exercise]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_plan_leads_to_exercises_schedule_answers_background_and_sheet()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);

        await Visitor.Open("/plan");

        foreach (var path in (string[])["/exercises/toe-lift", "/schedule", "/screening/result", "/background", "/sheet", "/today"])
        {
            Visitor.Page.QuerySelector($"main a[href='{path}']").ShouldNotBeNull(path);
        }
    }

    [Theory]
    [InlineData("P1"), InlineData("P2"), InlineData("P3"), InlineData("P4"), InlineData("P5"), InlineData("P6")]
    [InlineData("P7"), InlineData("P8"), InlineData("P9"), InlineData("P10"), InlineData("P11"), InlineData("P12"), InlineData("adjustment")]
    public void Every_rule_has_words(string rule)
    {
        var texts = Footing.Content.ShippedTexts.Load("en").In("neuropathic-foot");

        texts[$"rules.{rule}.title"].ShouldNotBeEmpty();
        texts[$"rules.{rule}.reason"].ShouldNotBeEmpty();
    }
}
