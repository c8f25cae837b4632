using System.Net;
using Footing.Testing.Web;

namespace Footing.Web.Tests.HomeTests;

public sealed class HomeTestsPageTests : VisitedTests
{
    [Fact]
    public async Task Before_the_first_answers_it_says_what_the_tests_are()
    {
        await Visitor.Open("/home-tests");

        Words.ShouldContain("You have no results yet.");
        Visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening");
    }

    [Fact]
    public async Task Results_stand_in_plain_words_with_their_day_and_how_long_they_count()
    {
        await Visitor.Screened(Host, ("touch-test", "1"), ("tandem-stand-seconds", "7"), ("chair-stands", "10"));

        await Visitor.Open("/plan");
        await Visitor.Follow("My tests at home");

        Visitor.Path.ShouldBe("/home-tests");
        Says("[data-test=touch-test]").ShouldNotBeNull().ShouldContain("One of six touches was missed.");
        Says("[data-test=touch-test]").ShouldNotBeNull().ShouldContain("Done on Wednesday 4 March. Valid until Tuesday 31 March.");
        Says("[data-test=touch-test]").ShouldNotBeNull().ShouldContain("That is a good sign.");
        Says("[data-test=tandem-stand-seconds]").ShouldNotBeNull().ShouldContain("7 seconds, heel to toe.");
        Says("[data-test=tandem-stand-seconds]").ShouldNotBeNull().ShouldContain("Less than 10 seconds means a higher risk of falling.");
        Says("[data-test=chair-stands]").ShouldNotBeNull().ShouldContain("below what is usual");
    }

    [Fact]
    public async Task A_test_that_was_not_done_is_asked_for_kindly_and_says_why_it_matters()
    {
        await Visitor.Screened(Host, ("touch-test", "self"), ("tandem-stand-seconds", "not-done"), ("chair-stands", "not-done"));

        await Visitor.Open("/home-tests");

        Visitor.Page.QuerySelectorAll("[data-worth=NotDone]").Length.ShouldBe(3);
        Says("[data-test=touch-test]").ShouldNotBeNull().ShouldContain("Last time you did it alone.");
        Says("[data-test=tandem-stand-seconds]").ShouldNotBeNull().ShouldContain("It matters because");
        Visitor.Page.QuerySelectorAll("[data-test] a.button").ShouldAllBe(link => link.GetAttribute("href") == "/screening");
    }

    [Theory]
    [InlineData(27, "Counts", "Valid until Tuesday 31 March.")]
    [InlineData(28, "Over", "It was valid until Tuesday 31 March.")]
    [InlineData(400, "LongAgo", "Done on Wednesday 4 March 2026. That is more than half a year ago.")]
    public async Task A_result_counts_for_four_weeks(int days, string worth, string says)
    {
        await Visitor.Screened(Host);
        Host.Clock.Advance(TimeSpan.FromDays(days));

        await Visitor.Open("/home-tests");

        Visitor.Page.QuerySelector("[data-test=touch-test]")!.GetAttribute("data-worth").ShouldBe(worth);
        Words.ShouldContain(says);
    }

    [Fact]
    public async Task A_result_that_newer_answers_left_out_no_longer_counts()
    {
        await Visitor.Screened(Host, ("touch-test", "3"));
        Host.Clock.Advance(TimeSpan.FromDays(7));
        await Visitor.Screened(Host, ("touch-test", "not-done"));

        await Visitor.Open("/home-tests");

        Visitor.Page.QuerySelector("[data-test=touch-test]")!.GetAttribute("data-worth").ShouldBe("Replaced");
        Says("[data-test=touch-test]").ShouldNotBeNull().ShouldContain("Done on Wednesday 4 March. Since then you answered the questions without this test");
    }

    [Fact]
    public async Task Who_cannot_stand_is_not_asked_for_the_standing_tests()
    {
        await Visitor.Screened(Host, ("stands-with-support", "no"), ("tandem-stand-seconds", "not-done"), ("chair-stands", "not-done"));

        await Visitor.Open("/home-tests");

        Visitor.Page.QuerySelectorAll("[data-test] a.button").ShouldHaveSingleItem();
        Words.ShouldContain("This test is left out for you");
    }

    [Fact]
    public async Task Again_begins_at_the_questions_until_those_before_the_test_are_answered()
    {
        await Visitor.ToResult();
        // Half a year: all three tests are asked for again.
        Host.Clock.Advance(TimeSpan.FromDays(182));
        await Visitor.Open("/home-tests");
        await Visitor.Follow("Do it again: Touch test");
        Visitor.Path.ShouldBe("/screening");
        Words.ShouldContain("Good tests at home stay valid.");

        await Visitor.Follow("Begin");
        while (Visitor.Path != "/screening/touch-test")
        {
            var names = Visitor.Page.QuerySelectorAll("main form input:not([type=hidden])").Select(i => i.GetAttribute("name")!).Distinct();
            await Visitor.Send([.. names.Select(name => (name, Walk.Healthy[name]))]);
        }

        await Visitor.Open("/home-tests");
        await Visitor.Follow("Do it again: Line stand");
        Visitor.Path.ShouldBe("/screening", "the touch test is still open");
        await Visitor.Open("/home-tests");
        await Visitor.Follow("Do it again: Touch test");
        Visitor.Path.ShouldBe("/home-tests/touch-test");
        await Visitor.Follow("Start, eyes shut");
        await Visitor.TouchSix("fffffn");
        await Visitor.Tap("Save");
        Visitor.Path.ShouldBe("/screening/tandem-stand-seconds");
        await Visitor.Open("/home-tests");
        Says("[data-test=touch-test]").ShouldNotBeNull().ShouldContain("You have a new result.");
        await Visitor.Open("/screening/tandem-stand-seconds");
        await Visitor.Onward(Walk.Healthy.Where(pair => pair.Key != "touch-test").ToDictionary());

        await Visitor.Open("/screening/check");
        await Visitor.Send();

        (await Visitor.Journal())[^1].GetProperty("answers").GetProperty("touch-test").GetInt32().ShouldBe(1);
        await Visitor.Open("/home-tests");
        Says("[data-test=touch-test]").ShouldNotBeNull().ShouldContain("Done on Wednesday 2 September. Valid until Tuesday 29 September.");
    }

    [Fact]
    public async Task Where_a_new_screening_is_offered_the_tests_are_named()
    {
        await Visitor.Screened(Host);
        Host.Clock.Advance(TimeSpan.FromDays(28));

        foreach (var path in (string[])["/today", "/plan", "/screening", "/screening/result"])
        {
            await Visitor.Open(path);
            Words.ShouldContain("tests at home", Case.Insensitive, path);
        }
    }

    [Fact]
    public async Task A_test_that_is_none_is_not_found()
    {
        foreach (var path in (string[])["/home-tests/age", "/home-tests/nothing", "/home-tests/nothing/stop"])
        {
            await Visitor.Open(path);
            Visitor.Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }
}
