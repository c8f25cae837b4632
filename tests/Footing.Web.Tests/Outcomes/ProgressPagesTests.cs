using Footing.Testing.Web;

namespace Footing.Web.Tests.Outcomes;

public sealed class ProgressPagesTests : VisitedTests
{
    [Fact]
    public async Task Without_check_ins_the_page_says_how_to_begin()
    {
        await Visitor.Open("/progress");

        Visitor.Heading.ShouldBe("Is it helping?");
        Words.ShouldContain("There is nothing to compare yet.");
        Visitor.Page.QuerySelector("a[href='/check-in']").ShouldNotBeNull();
        Visitor.Page.QuerySelector("svg.chart").ShouldBeNull();
    }

    [Fact]
    public async Task Before_the_first_look_no_change_is_told_and_four_points_draw_nothing()
    {
        await Pain(4, _ => 6).TellAsync(Host);

        await Visitor.Open("/progress");

        Says("[data-verdict]")!.ShouldContain("It is too early to tell.");
        Says("[data-measure=pain]")!.ShouldContain("A picture comes once there are five points.");
        Says("[data-measure=pain]")!.ShouldNotContain("Now:");
        Visitor.Page.QuerySelector("svg.chart").ShouldBeNull();
    }

    [Fact]
    public async Task Fall_that_matters_is_said_first_and_its_picture_has_a_table()
    {
        await Pain(100, day => day < 28 ? 7 : 3).TellAsync(Host);

        await Visitor.Open("/progress");

        Visitor.Page.QuerySelector("[data-verdict]")!.GetAttribute("data-verdict").ShouldBe("better");
        Says("[data-measure=pain]")!.ShouldContain("At first: 7 of 10");
        Says("[data-measure=pain]")!.ShouldMatch("Now: about [0-9.]+ less. Most likely the true change is between [0-9.]+ and [0-9.]+ less.");
        var points = Visitor.Page.QuerySelectorAll("svg.chart circle").Length;
        points.ShouldBe(15);
        Visitor.Page.QuerySelectorAll("[data-measure=pain] tbody tr").Length.ShouldBe(points);
        Visitor.Page.QuerySelector("svg.chart")!.GetAttribute("aria-label")!.ShouldStartWith("Pain, from ");
    }

    [Fact]
    public async Task No_better_after_twelve_weeks_is_said_plainly_with_what_can_be_ruled_out()
    {
        await Pain(100, day => 5 + (day % 3)).TellAsync(Host);

        await Visitor.Open("/progress");

        Visitor.Page.QuerySelector("[data-verdict]")!.GetAttribute("data-verdict").ShouldBeOneOf("about-the-same", "cannot-tell");
        Words.ShouldContain("these exercises have not clearly helped you");
    }

    [Fact]
    public async Task Ten_years_of_check_ins_are_a_page()
    {
        var story = new Story();
        for (var week = 0; week < 520; week++)
        {
            story.Add($"{new DateOnly(2016, 3, 2).AddDays(7 * week):yyyy-MM-dd}", "10:00", "check-in", new() { ["span"] = "week", ["pain"] = 5, ["rests"] = week % 4 });
        }

        await story.TellAsync(Host);

        await Visitor.Open("/progress");

        Visitor.Page.QuerySelectorAll("[data-measure]").Length.ShouldBe(2);
        Visitor.Page.QuerySelectorAll("[data-measure=pain] circle").Length.ShouldBe(130, "ten years are drawn by four weeks");
    }

    /// <summary>Daily pain up to today, 2 March 2026.</summary>
    private static Story Pain(int days, Func<int, int> level)
    {
        var story = new Story();
        for (var day = 0; day < days; day++)
        {
            story.Add($"{new DateOnly(2026, 3, 2).AddDays(day + 1 - days):yyyy-MM-dd}", "06:00", "check-in", new() { ["span"] = "day", ["pain"] = level(day) });
        }

        return story;
    }
}
