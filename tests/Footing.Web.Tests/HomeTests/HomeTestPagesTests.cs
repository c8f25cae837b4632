using System.Net;
using Footing.Testing.Web;

namespace Footing.Web.Tests.HomeTests;

public sealed class HomeTestPagesTests : VisitedTests
{
    [Fact]
    public async Task Three_stances_lead_to_the_seconds_of_the_last()
    {
        await Visitor.Open("/screening/tandem-stand-seconds");
        await Visitor.Follow("Do the test now, step by step");
        Words.ShouldContain("Your helper stands close");
        await Visitor.Follow("I have a helper. Start");
        Visitor.Heading.ShouldBe("Feet side by side");
        await Visitor.Follow("Yes, for 10 seconds");
        Visitor.Heading.ShouldBe("One foot half ahead");
        await Visitor.Follow("Yes, for 10 seconds");
        Visitor.Heading.ShouldBe("Heel to toe");
        Visitor.Page.QuerySelector("[data-clock]")!.HasAttribute("hidden").ShouldBeTrue("without script there is no clock");

        await Visitor.Submit(("tandem-stand-seconds", "7"));

        Visitor.Path.ShouldBe("/screening/chair-stands");
        await Visitor.Open("/screening/tandem-stand-seconds");
        Visitor.Page.QuerySelector("#tandem-stand-seconds")!.GetAttribute("value").ShouldBe("7");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task An_easier_stance_that_was_not_held_counts_as_none_of_the_hardest(string stance)
    {
        await Visitor.Open($"/home-tests/tandem-stand-seconds/stance/{stance}");
        await Visitor.Follow("No, not for 10 seconds");
        Words.ShouldContain("as not held");

        await Visitor.Tap("Save as not held");

        Visitor.Path.ShouldBe("/screening/chair-stands");
        await Visitor.Open("/screening/tandem-stand-seconds");
        Visitor.Page.QuerySelector("#tandem-stand-seconds")!.GetAttribute("value").ShouldBe("0");
    }

    [Fact]
    public async Task A_step_back_leads_to_the_stance_before()
    {
        await Visitor.Open("/home-tests/tandem-stand-seconds/not-held/2?from=check");
        foreach (var path in (string[])["/stance/2", "/stance/1", ""])
        {
            await Visitor.Follow("Back");
            Visitor.Path.ShouldBe("/home-tests/tandem-stand-seconds" + path);
        }

        Visitor.Page.QuerySelector("form")!.GetAttribute("action").ShouldBe("/screening/tandem-stand-seconds?from=check");
    }

    [Theory]
    [InlineData("stance/0")]
    [InlineData("stance/4")]
    [InlineData("stance/SemiTandem")]
    [InlineData("not-held/3")]
    [InlineData("not-held/-1")]
    public async Task A_stance_that_is_none_is_called_so(string part)
    {
        await Visitor.Open($"/home-tests/tandem-stand-seconds/{part}");

        Visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        Visitor.Heading.ShouldBe("We have lost our place in this test");
        Visitor.Page.QuerySelector("form").ShouldBeNull();
    }

    [Theory]
    [InlineData("tandem-stand-seconds/stance/3", "tandem-stand-seconds", "11", "seconds from 0 to 10")]
    [InlineData("tandem-stand-seconds/stance/3", "tandem-stand-seconds", "", "seconds from 0 to 10")]
    [InlineData("chair-stands/count", "chair-stands", "61", "from 0 to 60")]
    [InlineData("chair-stands/count", "chair-stands", "many", "from 0 to 60")]
    public async Task A_number_outside_its_range_is_refused_with_the_questions_own_error(string part, string id, string typed, string says)
    {
        await Visitor.Open($"/home-tests/{part}");

        await Visitor.Submit((id, typed));

        Visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.ShouldHaveSingleItem().ShouldContain(says);
        (Visitor.Page.QuerySelector($"#{id}")!.GetAttribute("value") ?? "").ShouldBe(typed);
    }

    [Fact]
    public async Task Stands_are_typed_where_no_clock_runs()
    {
        await Visitor.Open("/screening/chair-stands");
        await Visitor.Follow("Do the test now, step by step");
        Words.ShouldContain("If you need your hands, the result is 0.");
        await Visitor.Follow("I have a helper. Start");
        Words.ShouldContain("Use a watch, and count aloud.");

        await Visitor.Submit(("chair-stands", "12"));

        Visitor.Path.ShouldBe("/screening/age");
    }

    [Theory]
    [InlineData("tandem-stand-seconds", "I am alone", "Please do not do this test alone")]
    [InlineData("chair-stands", "I am alone", "Please do not do this test alone")]
    public async Task Nobody_does_a_standing_test_alone(string id, string way, string heading)
    {
        await Visitor.Open($"/home-tests/{id}");
        await Visitor.Follow(way);
        Visitor.Heading.ShouldBe(heading);

        await Visitor.Tap("Leave the test out");

        await Visitor.Open($"/screening/{id}");
        Visitor.Page.QuerySelector($"#{id}-not-done")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Theory]
    [InlineData("tandem-stand-seconds/stance/2")]
    [InlineData("chair-stands/count")]
    public async Task Who_stops_is_told_that_it_was_right_and_whom_to_call(string part)
    {
        await Visitor.Open($"/home-tests/{part}");
        await Visitor.Follow("Stop the test");

        Visitor.Heading.ShouldBe("You stopped. That was right");
        Words.ShouldContain("call 999 now");
        Visitor.Page.QuerySelector("form")!.GetAttribute("action").ShouldBe("/screening/" + part.Split('/')[0]);
    }

    [Theory]
    [InlineData("fall-in-last-year", "stands-with-support", "unsure", "is not safe at home")]
    [InlineData("hot-red-swollen-foot", "hot-red-swollen-foot", "yes", "should look at your feet or legs first")]
    [InlineData("recent-foot-surgery-or-fracture", "recent-foot-surgery-or-fracture", "yes", "should look at your feet or legs first")]
    public async Task What_was_answered_can_speak_against_trying(string page, string id, string answer, string says)
    {
        await Visitor.Open($"/screening/{page}");
        await Visitor.Send([.. page == id ? Array.Empty<(string, string)>() : [(page, "no")], (id, answer)]);

        foreach (var path in (string[])["tandem-stand-seconds", "tandem-stand-seconds/stance/3", "chair-stands", "chair-stands/count"])
        {
            await Visitor.Open($"/home-tests/{path}");
            Visitor.Heading.ShouldBe("Not this test today");
            Words.ShouldContain(says);
        }

        await Visitor.Tap("Leave the test out");
        Visitor.Path.ShouldBe("/screening/age");
        await Visitor.Open("/home-tests/touch-test");
        Visitor.Heading.ShouldBe("The touch test", "lying still is safe");
    }

    [Fact]
    public async Task Who_cannot_stand_is_led_on_to_what_is_asked()
    {
        await Visitor.Through(Walk.With(("stands-with-support", "no")));

        await Visitor.Open("/home-tests/chair-stands");

        Words.ShouldContain("nobody asks you to try");
        await Visitor.Follow("Continue");
        Visitor.Path.ShouldBe("/screening/check");
    }
}
