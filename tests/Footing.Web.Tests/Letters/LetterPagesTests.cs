using Footing.Testing.Web;

namespace Footing.Web.Tests.Letters;

public sealed class LetterPagesTests : VisitedTests
{
    [Fact]
    public async Task Without_answers_the_letter_is_still_a_page()
    {
        await Visitor.Open("/letter");

        Visitor.Heading.ShouldBe("Exercises at home");
        Words.ShouldContain("They have not been answered yet.");
        Words.ShouldContain("There are no check-ins yet.");
        Words.ShouldContain("To bring back");
    }

    [Fact]
    public async Task Letter_says_what_was_answered_done_and_found_and_what_is_open()
    {
        var story = new Story().Add("2026-02-02", "08:00", "screening", new() { ["answers"] = Testing.Web.People.OnMetformin }).Session("2026-02-04", Footing.Testing.FootExercises.AnklePump)
            .Add("2026-02-10", "08:00", "event", new() { ["what"] = "near-fall" })
            .Add("2026-02-11", "08:00", "background", new() { ["causesTold"] = new System.Text.Json.Nodes.JsonArray("diabetes", "my own words"), ["medicines"] = "duloxetine" });
        for (var week = 0; week < 5; week++)
        {
            story.Add($"{new DateOnly(2026, 2, 2).AddDays(7 * week):yyyy-MM-dd}", "07:00", "check-in", new() { ["span"] = "week", ["pain"] = 5 });
        }

        await story.TellAsync(Host);

        await Visitor.Open("/letter");

        Words.ShouldContain("category 2 of 0 to 3");
        Words.ShouldContain("Has vitamin B12 been tested?");
        Words.ShouldContain("my own words");
        Words.ShouldContain("duloxetine");
        Words.ShouldContain("1 session was done in the last 12 weeks");
        Words.ShouldContain("10 February");
        Visitor.Page.QuerySelector("svg.chart").ShouldNotBeNull();
        Visitor.Page.QuerySelectorAll(".letter-outcomes tbody tr").Length.ShouldBe(1);
    }
}
