using Footing.Testing;
using System.Net;
using System.Text.Json;
using Footing.Exercises;
using Footing.Testing.Web;

namespace Footing.Web.Tests.JournalHistory;

public sealed class CorrectionTests : VisitedTests
{
    private async Task<IReadOnlyList<JsonElement>> Corrections() =>
        [.. (await Visitor.Journal()).Where(entry => entry.GetProperty("kind").GetString() == "correction")];

    [Fact]
    public async Task A_corrected_effort_changes_the_plan_after_it_was_asked_again()
    {
        var story = new Story().Screening("2026-02-27").Session("2026-03-02", FootExercises.ToeLift, effort: 9);
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");
        Visitor.Page.QuerySelector("[name='effort.toe-lift'][value='9']")!.HasAttribute("checked").ShouldBeTrue();
        await Visitor.Submit(("effort.toe-lift", "3"));

        Visitor.Heading.ShouldBe("Is this right?");
        Says("[data-effect]")!.ShouldContain("Toe lift: level 1, 1 minute (now: level 1, 30 seconds)");
        (await Corrections()).ShouldBeEmpty("nothing is kept before it was asked again");
        await Visitor.Submit();

        Visitor.Path.ShouldBe("/history");
        Says("[data-kind=session] [data-exercise=toe-lift]")!.ShouldContain("How hard: 3 out of 10.");
        Facts("[data-kind=session] [data-was]").ShouldContain("How hard: Toe lift: 9 out of 10");
        await Visitor.Open("/plan");
        Says("[data-exercise=toe-lift] .dose").ShouldBe("1 minute");
        var with = (await Corrections()).ShouldHaveSingleItem().GetProperty("with");
        with.GetProperty("painBefore").GetInt32().ShouldBe(2);
        with.GetProperty("session").GetString().ShouldBe("2026-03-02");
    }

    [Fact]
    public async Task A_milder_finding_is_refused_on_the_next_day_with_a_way_on()
    {
        var story = new Story().Screening("2026-03-02").FootCheck("2026-03-03", "blister");
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");
        Visitor.Page.QuerySelector("[data-late]").ShouldNotBeNull();
        await Visitor.Submit(("skin", "clear"));

        Visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Visitor.Heading.ShouldBe("This can no longer be changed here");
        Visitor.Page.QuerySelector("main a.button[href='/screening']").ShouldNotBeNull();
        (await Corrections()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_milder_finding_is_allowed_on_its_own_day()
    {
        var story = new Story().Screening("2026-03-02").FootCheck("2026-03-04", "blister");
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");
        await Visitor.Submit(("skin", "clear"));
        await Visitor.Submit();

        Visitor.Path.ShouldBe("/history");
        await Visitor.Open("/plan");
        Visitor.Page.QuerySelector("[data-notice=P5]").ShouldBeNull();
    }

    [Fact]
    public async Task A_finding_made_worse_is_allowed_on_any_day()
    {
        var story = new Story().Screening("2026-03-02").FootCheck("2026-03-03");
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");
        await Visitor.Submit(("heat", "yes"));
        await Visitor.Submit();

        await Visitor.Open("/plan");
        Says("[data-notice=P5]")!.ShouldContain("3 March");
    }

    [Fact]
    public async Task A_forged_confirmation_of_a_milder_finding_is_refused_all_the_same()
    {
        var story = new Story().Screening("2026-03-02").FootCheck("2026-03-03", "blister");
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");
        var token = Visitor.Page.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = token, ["skin"] = "clear", ["confirmed"] = "yes" });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/history/{story.Last}") { Content = form };
        (await Visitor.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await Corrections()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_never_happened_is_taken_back_and_stays_to_be_seen()
    {
        var story = new Story().Screening("2026-03-02").Session("2026-03-02", FootExercises.ToeLift, effort: 9);
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");
        await Visitor.Follow("This never happened");
        Visitor.Heading.ShouldBe("Did this never happen?");
        await Visitor.Submit();

        Says("[data-kind=session]")!.ShouldContain("Taken back");
        (await Corrections()).ShouldHaveSingleItem().GetProperty("with").GetString().ShouldBe("void");
        await Visitor.Open("/plan");
        Says("[data-exercise=toe-lift] .dose").ShouldBe("1 minute");
    }

    [Fact]
    public async Task A_fall_of_another_day_cannot_be_taken_back()
    {
        var story = new Story().Screening("2026-03-02").Add("2026-03-03", "10:00", "event", new() { ["what"] = "fall" });
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}/void");

        Visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Visitor.Page.QuerySelector("[data-refused]").ShouldNotBeNull();
        Visitor.Page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task One_answer_of_a_screening_is_put_right_on_its_day()
    {
        var story = new Story().Screening("2026-03-04", ("numb-feet", "yes"), ("touch-test", 3));
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}/answers/touch-test");
        await Visitor.Submit(("touch-test", "0"));
        Says("[data-effect]")!.ShouldContain("Ball roll: level 1");
        await Visitor.Submit();

        var answers = (await Corrections()).ShouldHaveSingleItem().GetProperty("with").GetProperty("answers");
        answers.GetProperty("touch-test").GetInt32().ShouldBe(0);
        answers.GetProperty("numb-feet").GetString().ShouldBe("yes");
        Says("[data-kind=screening] [data-was]")!.ShouldContain("3");
    }

    [Fact]
    public async Task A_milder_answer_of_a_screening_is_refused_on_the_next_day()
    {
        var story = new Story().Screening("2026-03-03", ("numb-feet", "yes"), ("touch-test", 3));
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}/answers/touch-test");
        await Visitor.Submit(("touch-test", "0"));

        Visitor.Page.QuerySelector("[data-refused]").ShouldNotBeNull();
        (await Corrections()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_set_is_put_right_from_its_session()
    {
        var story = new Story().Screening("2026-03-02").Session("2026-03-02", FootExercises.AnklePump);
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");
        await Visitor.Follow("Change: Ankle pump, set 2, Left");
        await Visitor.Submit(("reps", "lots"));
        Visitor.Errors.ShouldHaveSingleItem().ShouldContain("0 to 3600");
        await Visitor.Submit(("reps", "4"));
        await Visitor.Submit();

        await Visitor.Open("/history");
        Says("[data-kind=session]")!.ShouldContain("6 sets, 54 of 60 times");
        (await Corrections()).ShouldHaveSingleItem().GetProperty("with").GetProperty("target").GetInt32().ShouldBe(10);
    }

    [Fact]
    public async Task Of_several_corrections_the_last_counts_and_the_form_shows_it()
    {
        var story = new Story().Screening("2026-03-02").Session("2026-03-02", FootExercises.ToeLift);
        await story.TellAsync(Host);

        foreach (var pain in (string[])["5", "4"])
        {
            await Visitor.Open($"/history/{story.Last}");
            await Visitor.Submit(("painAfter", pain));
            await Visitor.Submit();
        }

        await Visitor.Open($"/history/{story.Last}");
        Visitor.Page.QuerySelector("[name=painAfter][value='4']")!.HasAttribute("checked").ShouldBeTrue();
        await Visitor.Open("/history");
        Facts("[data-kind=session]").ShouldContain("Pain after: 4 out of 10");
        Facts("[data-kind=session] [data-was]").ShouldContain("Pain after: 2 out of 10");
        (await Corrections()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_taken_back_can_be_put_back()
    {
        var story = new Story().Screening("2026-03-02").Session("2026-03-02", FootExercises.ToeLift);
        await story.TellAsync(Host);
        await Visitor.Open($"/history/{story.Last}/void");
        await Visitor.Submit();

        await Visitor.Open($"/history/{story.Last}");
        await Visitor.Submit();
        await Visitor.Submit();

        Says("[data-kind=session]")!.ShouldNotContain("Taken back");
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_show_stay()
    {
        var story = new Story().Screening("2026-03-02")
            .Add("2026-03-04", "07:30", "foot-check", new() { ["skin"] = "clear", ["heat"] = "no", ["swelling"] = "no", ["knowing"] = "old corn", ["side"] = "left" });
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");
        await Visitor.Submit(("skin", "mark"));
        await Visitor.Submit();

        var with = (await Corrections()).ShouldHaveSingleItem().GetProperty("with");
        with.GetProperty("knowing").GetString().ShouldBe("old corn");
        with.GetProperty("side").GetString().ShouldBe("left");
        with.TryGetProperty("id", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Fields_of_a_screening_that_no_page_knows_stay()
    {
        var story = new Story().Screening("2026-03-04", ("numb-feet", "yes"), ("touch-test", 3)).With("where", "at home").With("note", "José <1>");
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}/answers/touch-test");
        await Visitor.Submit(("touch-test", "4"));
        await Visitor.Submit();

        var with = (await Corrections()).ShouldHaveSingleItem().GetProperty("with");
        with.GetProperty("answers").GetProperty("touch-test").GetInt32().ShouldBe(4);
        with.GetProperty("where").GetString().ShouldBe("at home");
        with.GetProperty("note").GetRawText().ShouldBe("\"José <1>\"");
        with.EnumerateObject().Select(field => field.Name).ShouldBe(["answers", "where", "note"]);
    }

    [Fact]
    public async Task Any_measure_of_a_check_in_can_be_changed_alone_and_is_shown()
    {
        var story = new Story().Screening("2026-03-02").Add("2026-03-03", "10:00", "check-in", new() { ["pain"] = 3, ["worstPain"] = 6, ["walkingMinutes"] = 15 });
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");
        await Visitor.Submit(("worstPain", "8"));
        Visitor.Heading.ShouldBe("Is this right?");
        await Visitor.Submit();

        Facts("[data-kind=check-in]").ShouldContain("Foot pain this week, at its worst: 8 out of 10");
        Facts("[data-kind=check-in] [data-was]").ShouldContain("Foot pain this week, at its worst: 6 out of 10");
        (await Corrections()).ShouldHaveSingleItem().GetProperty("with").GetProperty("walkingMinutes").GetInt32().ShouldBe(15);
    }

    [Fact]
    public async Task An_optional_answer_can_be_taken_away()
    {
        var story = new Story().Screening("2026-03-02").Session("2026-03-02", FootExercises.ToeLift);
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");
        await Visitor.Submit(("painAfter", "none"));
        await Visitor.Submit();

        (await Corrections()).ShouldHaveSingleItem().GetProperty("with").TryGetProperty("painAfter", out _).ShouldBeFalse();
        Facts("[data-kind=session] [data-was]").ShouldContain("Pain after: 2 out of 10");
    }

    [Fact]
    public async Task Nothing_different_asks_for_a_change()
    {
        var story = new Story().Screening("2026-03-02").FootCheck("2026-03-04");
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");
        await Visitor.Submit();

        Visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.ShouldHaveSingleItem().ShouldContain("Nothing is different yet");
    }

    [Theory]
    [InlineData("/history/01950000-0000-7000-8000-00000000ffff"), InlineData("/history/nonsense")]
    [InlineData("/history/01950000-0000-7000-8000-00000000ffff/void"), InlineData("/history/01950000-0000-7000-8000-000000000001/answers/hair-colour")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);

        await Visitor.Open(path);

        Visitor.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_practitioners_decision_cannot_be_changed_here()
    {
        var story = new Story().Screening("2026-03-02").Add("2026-03-03", "10:00", "adjustment", new() { ["exercise"] = "toe-lift", ["lock"] = true });
        await story.TellAsync(Host);

        await Visitor.Open($"/history/{story.Last}");

        Visitor.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
