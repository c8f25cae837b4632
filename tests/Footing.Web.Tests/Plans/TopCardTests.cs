using Footing.Exercises;
using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Plans;

/// <summary>A plan in which nothing can go up any more.</summary>
public sealed class TopCardTests : VisitedTests
{
    [Fact]
    public async Task It_praises_and_says_what_is_sensible_now()
    {
        await AtTop().TellAsync(Host);

        await Visitor.Open("/plan");

        var card = Says("[data-top=whole]")!;
        card.ShouldContain("Well done!");
        card.ShouldContain("two days a week");
        card.ShouldContain("Keep the 3 exercises");
        card.ShouldContain("Walk a little more");
        Visitor.Page.QuerySelector("[data-top] a")!.GetAttribute("href").ShouldBe("/schedule");
    }

    [Fact]
    public async Task Who_may_not_stand_is_told_nothing_of_walking()
    {
        await AtTop(("stands-with-support", "no")).TellAsync(Host);

        await Visitor.Open("/plan");

        Says("[data-top]")!.ShouldNotContain("Walk");
    }

    [Fact]
    public async Task On_the_way_up_there_is_none()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);

        await Visitor.Open("/plan");

        Visitor.Page.QuerySelector("[data-top]").ShouldBeNull();
    }

    private static Story AtTop(params (string, System.Text.Json.Nodes.JsonNode)[] changes)
    {
        var story = new Story().Screening("2026-03-02", changes);
        foreach (var (exercise, top) in new[] { (FootExercises.AnklePump, 3), (FootExercises.BallRoll, 3), (FootExercises.ToeLift, 4), (FootExercises.HeelToeLift, 3), (FootExercises.CalfRaise, 5) })
        {
            story.Add("2026-03-03", "10:00", "adjustment", new() { ["exercise"] = exercise.Id(), ["level"] = top });
        }

        return story;
    }
}
