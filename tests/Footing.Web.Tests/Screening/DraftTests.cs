using System.Net;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Screening;

public sealed class DraftTests : VisitedTests
{
    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    [Fact]
    public async Task A_half_finished_screening_is_kept_for_a_day()
    {
        await AnswerTwo();
        Host.Clock.Advance(TimeSpan.FromHours(23));

        await Visitor.Open("/screening");
        Visitor.Heading.ShouldBe("You have already begun");
        await Visitor.Follow("Go on where I was");

        Visitor.Path.ShouldBe("/screening/rapid-weakness");
    }

    [Fact]
    public async Task A_half_finished_screening_is_gone_after_two_days()
    {
        await AnswerTwo();
        Host.Clock.Advance(TimeSpan.FromHours(47));

        await Visitor.Open("/screening");

        Visitor.Heading.ShouldBe("Is exercise safe for you?");
        await Visitor.Open("/screening/cold-pale-limb");
        Visitor.Page.QuerySelectorAll("input[checked]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Begin_again_forgets_the_answers()
    {
        await AnswerTwo();
        await Visitor.Open("/screening");

        await Visitor.Send();

        Visitor.Heading.ShouldBe("Is exercise safe for you?");
    }

    [Fact]
    public async Task Back_shows_the_answer_that_was_given()
    {
        await AnswerTwo();

        await Visitor.Follow("Back");

        Visitor.Path.ShouldBe("/screening/breathless-with-leg-swelling");
        Visitor.Page.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("no");
    }

    [Fact]
    public async Task A_change_from_the_list_returns_to_the_list()
    {
        await Visitor.Through(Walk.Healthy);
        await Visitor.Open("/screening/age?from=check");
        Visitor.Page.QuerySelector("#age")!.GetAttribute("value").ShouldBe("67");

        await Visitor.Send(("age", "71"));

        Visitor.Path.ShouldBe("/screening/check");
        Visitor.Text(Visitor.Page.QuerySelector("#age")!).ShouldContain("71 years");
        (await Visitor.Journal()).ShouldBeEmpty("nothing is in the journal before it is sent");
    }

    [Fact]
    public async Task An_unanswered_question_is_named_with_its_remedy()
    {
        await Visitor.Open("/screening/hot-red-swollen-foot");

        await Visitor.Send();

        Visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Visitor.Page.Title.ShouldStartWith("Error:");
        Visitor.Errors.ShouldHaveSingleItem().ShouldContain("not sure");
        var target = Visitor.Page.QuerySelector(".nhsuk-error-summary a")!.GetAttribute("href")!;
        Visitor.Page.QuerySelector(target)!.GetAttribute("type").ShouldBe("radio");
    }

    [Theory]
    [InlineData("age", "17")]
    [InlineData("age", "")]
    [InlineData("age", "sixty")]
    [InlineData("age", "67.5")]
    [InlineData("age", "99999999999")]
    [InlineData("tandem-stand-seconds", "11")]
    [InlineData("tandem-stand-seconds", "-1")]
    [InlineData("chair-stands", "61")]
    public async Task A_number_outside_its_range_keeps_what_was_typed_and_says_what_fits(string id, string typed)
    {
        await Visitor.Open($"/screening/{id}");

        await Visitor.Send((id, typed));

        Visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.ShouldHaveSingleItem().ShouldContain("whole");
        (Visitor.Page.QuerySelector($"#{id}")!.GetAttribute("value") ?? "").ShouldBe(typed);
    }

    [Theory]
    [InlineData(" 7 ")]
    [InlineData("7 seconds")]
    [InlineData("07")]
    public async Task A_number_is_taken_as_people_write_it(string typed)
    {
        await Visitor.Open("/screening/tandem-stand-seconds");

        await Visitor.Send(("tandem-stand-seconds", typed));

        Visitor.Path.ShouldBe("/screening/chair-stands");
    }

    [Fact]
    public async Task A_number_and_not_done_together_are_asked_back()
    {
        await Visitor.Open("/screening/chair-stands");

        await Visitor.Send(("chair-stands", "12"), ("chair-stands-not-done", "not-done"));

        Visitor.Errors.ShouldHaveSingleItem().ShouldContain("not both");
    }

    [Fact]
    public async Task Each_question_of_a_shared_page_needs_an_answer()
    {
        await Visitor.Open("/screening/past-ulcer-or-amputation");

        await Visitor.Send(("past-ulcer-or-amputation", "no"));

        Visitor.Errors.ShouldHaveSingleItem();
        Visitor.Page.QuerySelector("#past-ulcer-or-amputation-no, #past-ulcer-or-amputation[checked]").ShouldNotBeNull("the answer that was given stays");
    }

    [Fact]
    public async Task Questions_about_the_person_may_be_left_out()
    {
        await Visitor.Through(Walk.Healthy);
        await Visitor.Open("/screening/diabetes?from=check");
        await Visitor.Send(("skip", "yes"));
        await Visitor.Send();

        (await Visitor.Journal()).ShouldHaveSingleItem().GetProperty("answers").TryGetProperty("diabetes", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_safety_question_cannot_be_left_out()
    {
        await Visitor.Open("/screening/numb-feet");
        Visitor.Page.QuerySelector("[name=skip]").ShouldBeNull();
    }

    [Fact]
    public async Task The_list_names_what_is_missing_and_saves_nothing()
    {
        await AnswerTwo();
        await Visitor.Open("/screening/check");

        await Visitor.Send();

        Visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.Count.ShouldBe(23);
        (await Visitor.Journal()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sending_twice_makes_one_entry()
    {
        await Visitor.Through(Walk.Healthy);
        using var other = new Visitor(Host);
        await other.Open("/screening/check");

        await Visitor.Send();
        await other.Send();

        other.Path.ShouldBe("/screening/result");
        (await Visitor.Journal()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_can_stand_after_all_is_asked_for_the_tests()
    {
        await Visitor.Through(Walk.With(("stands-with-support", "no")));
        await Visitor.Open("/screening/stands-with-support?from=check");
        await Visitor.Send(("fall-in-last-year", "no"), ("stands-with-support", "yes"));

        await Visitor.Send();

        Visitor.Errors.Count.ShouldBe(2);
    }

    private async Task AnswerTwo()
    {
        await Visitor.Open("/screening/cold-pale-limb");
        await Visitor.Send(("cold-pale-limb", "no"));
        await Visitor.Send(("breathless-with-leg-swelling", "no"));
    }
}
