using System.Net;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Screening;

public sealed class DraftTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        _visitor = new(_host);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_half_finished_screening_is_kept_for_a_day()
    {
        await AnswerTwo();
        _host.Clock.Advance(TimeSpan.FromHours(23));

        await _visitor.Open("/screening");
        _visitor.Heading.ShouldBe("You have already begun");
        await _visitor.Follow("Go on where I was");

        _visitor.Path.ShouldBe("/screening/rapid-weakness");
    }

    [Fact]
    public async Task A_half_finished_screening_is_gone_after_two_days()
    {
        await AnswerTwo();
        _host.Clock.Advance(TimeSpan.FromHours(47));

        await _visitor.Open("/screening");

        _visitor.Heading.ShouldBe("Is exercise safe for you?");
        await _visitor.Open("/screening/cold-pale-limb");
        _visitor.Page.QuerySelectorAll("input[checked]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Begin_again_forgets_the_answers()
    {
        await AnswerTwo();
        await _visitor.Open("/screening");

        await _visitor.Send();

        _visitor.Heading.ShouldBe("Is exercise safe for you?");
    }

    [Fact]
    public async Task Back_shows_the_answer_that_was_given()
    {
        await AnswerTwo();

        await _visitor.Follow("Back");

        _visitor.Path.ShouldBe("/screening/breathless-with-leg-swelling");
        _visitor.Page.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("no");
    }

    [Fact]
    public async Task A_change_from_the_list_returns_to_the_list()
    {
        await _visitor.Through(Walk.Healthy);
        await _visitor.Open("/screening/age?from=check");
        _visitor.Page.QuerySelector("#age")!.GetAttribute("value").ShouldBe("67");

        await _visitor.Send(("age", "71"));

        _visitor.Path.ShouldBe("/screening/check");
        Visitor.Text(_visitor.Page.QuerySelector("#age")!).ShouldContain("71 years");
        (await _visitor.Journal()).ShouldBeEmpty("nothing is in the journal before it is sent");
    }

    [Fact]
    public async Task An_unanswered_question_is_named_with_its_remedy()
    {
        await _visitor.Open("/screening/hot-red-swollen-foot");

        await _visitor.Send();

        _visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _visitor.Page.Title.ShouldStartWith("Error:");
        _visitor.Errors.ShouldHaveSingleItem().ShouldContain("not sure");
        var target = _visitor.Page.QuerySelector(".nhsuk-error-summary a")!.GetAttribute("href")!;
        _visitor.Page.QuerySelector(target)!.GetAttribute("type").ShouldBe("radio");
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
        await _visitor.Open($"/screening/{id}");

        await _visitor.Send((id, typed));

        _visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _visitor.Errors.ShouldHaveSingleItem().ShouldContain("whole");
        (_visitor.Page.QuerySelector($"#{id}")!.GetAttribute("value") ?? "").ShouldBe(typed);
    }

    [Theory]
    [InlineData(" 7 ")]
    [InlineData("7 seconds")]
    [InlineData("07")]
    public async Task A_number_is_taken_as_people_write_it(string typed)
    {
        await _visitor.Open("/screening/tandem-stand-seconds");

        await _visitor.Send(("tandem-stand-seconds", typed));

        _visitor.Path.ShouldBe("/screening/chair-stands");
    }

    [Fact]
    public async Task A_number_and_not_done_together_are_asked_back()
    {
        await _visitor.Open("/screening/chair-stands");

        await _visitor.Send(("chair-stands", "12"), ("chair-stands-not-done", "not-done"));

        _visitor.Errors.ShouldHaveSingleItem().ShouldContain("not both");
    }

    [Fact]
    public async Task Each_question_of_a_shared_page_needs_an_answer()
    {
        await _visitor.Open("/screening/past-ulcer-or-amputation");

        await _visitor.Send(("past-ulcer-or-amputation", "no"));

        _visitor.Errors.ShouldHaveSingleItem();
        _visitor.Page.QuerySelector("#past-ulcer-or-amputation-no, #past-ulcer-or-amputation[checked]").ShouldNotBeNull("the answer that was given stays");
    }

    [Fact]
    public async Task Questions_about_the_person_may_be_left_out()
    {
        await _visitor.Through(Walk.Healthy);
        await _visitor.Open("/screening/diabetes?from=check");
        await _visitor.Send(("skip", "yes"));
        await _visitor.Send();

        (await _visitor.Journal()).ShouldHaveSingleItem().GetProperty("answers").TryGetProperty("diabetes", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_safety_question_cannot_be_left_out()
    {
        await _visitor.Open("/screening/numb-feet");
        _visitor.Page.QuerySelector("[name=skip]").ShouldBeNull();
    }

    [Fact]
    public async Task The_list_names_what_is_missing_and_saves_nothing()
    {
        await AnswerTwo();
        await _visitor.Open("/screening/check");

        await _visitor.Send();

        _visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _visitor.Errors.Count.ShouldBe(20);
        (await _visitor.Journal()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sending_twice_makes_one_entry()
    {
        await _visitor.Through(Walk.Healthy);
        using var other = new Visitor(_host);
        await other.Open("/screening/check");

        await _visitor.Send();
        await other.Send();

        other.Path.ShouldBe("/screening/result");
        (await _visitor.Journal()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_can_stand_after_all_is_asked_for_the_tests()
    {
        await _visitor.Through(Walk.With(("stands-with-support", "no")));
        await _visitor.Open("/screening/stands-with-support?from=check");
        await _visitor.Send(("fall-in-last-year", "no"), ("stands-with-support", "yes"));

        await _visitor.Send();

        _visitor.Errors.Count.ShouldBe(2);
    }

    private async Task AnswerTwo()
    {
        await _visitor.Open("/screening/cold-pale-limb");
        await _visitor.Send(("cold-pale-limb", "no"));
        await _visitor.Send(("breathless-with-leg-swelling", "no"));
    }
}
