using System.Net;
using Footing.Testing.Web;

namespace Footing.Web.Tests.HomeTests;

public sealed class TouchPageTests : VisitedTests
{
    [Fact]
    public async Task The_question_leads_through_six_touches_to_its_own_answer()
    {
        await Visitor.Open("/screening/touch-test");
        await Visitor.Follow("Do the test now, step by step");
        Visitor.Heading.ShouldBe("The touch test");
        Words.ShouldContain("Helper: do not press, tap or try again, and do not say how it goes.");
        await Visitor.Follow("Start, eyes shut");
        List<string> sites = [];
        foreach (var answer in "fnffnf")
        {
            sites.Add(Visitor.Heading);
            Visitor.Page.QuerySelectorAll(".foot-map-spot").ShouldHaveSingleItem();
            Visitor.Page.QuerySelector("svg[role=img] > title")!.TextContent.ShouldStartWith(Visitor.Heading.StartsWith("Right", StringComparison.Ordinal) ? "The right foot" : "The left foot");
            await Visitor.TouchSix($"{answer}");
        }

        sites.ShouldBe(
        [
            "Right foot, big toe", "Right foot, middle toe", "Right foot, little toe",
            "Left foot, big toe", "Left foot, middle toe", "Left foot, little toe",
        ]);
        Words.ShouldContain("Missed: 2 of 6");
        (await Visitor.Journal()).ShouldBeEmpty();
        await Visitor.Tap("Save");

        Visitor.Path.ShouldBe("/screening/tandem-stand-seconds");
        await Visitor.Open("/screening/touch-test");
        Visitor.Page.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("2");
    }

    [Fact]
    public async Task Either_answer_looks_the_same_to_who_must_not_know()
    {
        await Visitor.Open("/home-tests/touch-test/touch");
        var buttons = Visitor.Page.QuerySelectorAll("main form button");
        buttons.Select(button => button.ClassName).Distinct().ShouldHaveSingleItem();
        buttons.Select(Footing.Testing.Web.Visitor.Text).ShouldBe(["Felt", "Not felt"]);

        await Visitor.TouchSix("n");
        var after = Words;
        await Visitor.Open("/home-tests/touch-test/touch");
        await Visitor.TouchSix("f");

        Words.ShouldBe(after);
    }

    [Fact]
    public async Task A_step_back_puts_one_choice_right_without_a_second_touch()
    {
        await Visitor.Open("/home-tests/touch-test/touch");
        await Visitor.TouchSix("fn");

        await Visitor.Follow("Back");

        Visitor.Heading.ShouldBe("Right foot, middle toe");
        Words.ShouldContain("You chose “Not felt”.");
        Words.ShouldContain("Do not touch this toe again.");
        await Visitor.TouchSix("f");
        Visitor.Heading.ShouldBe("Right foot, little toe");
        Words.ShouldNotContain("You chose");
        await Visitor.TouchSix("ffff");
        Visitor.Page.QuerySelector("[data-not-felt]")!.GetAttribute("data-not-felt").ShouldBe("0");
        await Visitor.Follow("Back");
        Visitor.Heading.ShouldBe("Left foot, little toe");
        await Visitor.TouchSix("n");
        Visitor.Page.QuerySelector("[data-not-felt]")!.GetAttribute("data-not-felt").ShouldBe("1");
    }

    [Fact]
    public async Task Back_from_the_first_touch_leads_to_the_test_and_on_to_its_question()
    {
        await Visitor.Open("/home-tests/touch-test/touch?from=check");
        await Visitor.Follow("Back");
        Visitor.Path.ShouldBe("/home-tests/touch-test");
        await Visitor.Follow("Back");
        Visitor.Path.ShouldBe("/screening/touch-test");
    }

    [Theory]
    [InlineData("so-far=x")]
    [InlineData("so-far=fffffff")]
    [InlineData("so-far=fF")]
    [InlineData("so-far=ff&so-far=n")]
    [InlineData("so-far=f%00")]
    [InlineData("so-far=２")]
    [InlineData("so-far=fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public async Task An_address_that_is_not_ours_is_called_so_and_counts_nothing(string query)
    {
        await Visitor.Open($"/home-tests/touch-test/touch?{query}");

        Visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        Visitor.Heading.ShouldBe("We have lost our place in this test");
        Visitor.Page.QuerySelector("[data-not-felt], form").ShouldBeNull();
        await Visitor.Follow("Begin the test again");
        Visitor.Path.ShouldBe("/home-tests/touch-test");
    }

    [Fact]
    public async Task A_count_that_cannot_be_is_refused_as_on_the_questions_page()
    {
        await Visitor.Open("/home-tests/touch-test/touch?so-far=ffffff");

        await Visitor.Submit(("touch-test", "7"));

        Visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Visitor.Path.ShouldBe("/screening/touch-test");
        Visitor.Errors.ShouldHaveSingleItem().ShouldContain("Choose how many touches");
    }

    [Theory]
    [InlineData("Leave the test out", "not-done")]
    [InlineData("I did it alone", "self")]
    public async Task Alone_it_does_not_count_and_leads_on_all_the_same(string way, string answer)
    {
        await Visitor.Open("/home-tests/touch-test");
        await Visitor.Follow("I am alone");
        Words.ShouldContain("a touch of your own does not count");

        await Visitor.Tap(way);

        Visitor.Path.ShouldBe("/screening/tandem-stand-seconds");
        await Visitor.Open("/screening/touch-test");
        Visitor.Page.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe(answer);
    }

    [Fact]
    public async Task From_the_list_of_answers_it_returns_to_the_list_and_the_rest_is_kept()
    {
        await Visitor.Through(Walk.Healthy);
        await Visitor.Open("/screening/touch-test?from=check");
        await Visitor.Follow("Do the test now, step by step");
        await Visitor.Follow("Start, eyes shut");

        await Visitor.TouchSix("nnnfff");
        await Visitor.Tap("Save");

        Visitor.Path.ShouldBe("/screening/check");
        Says("#touch-test").ShouldNotBeNull().ShouldContain("3");
        Says("#age").ShouldNotBeNull().ShouldContain("67 years");
        await Visitor.Send();
        (await Visitor.Journal()).ShouldHaveSingleItem().GetProperty("answers").GetProperty("touch-test").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_place_to_return_to_that_is_not_ours_is_none()
    {
        await Visitor.Open("/home-tests/touch-test/touch?so-far=ffffff&from=//elsewhere.example");

        Visitor.Page.QuerySelectorAll("a[href*=elsewhere], form[action*=elsewhere]").ShouldBeEmpty();
    }
}
