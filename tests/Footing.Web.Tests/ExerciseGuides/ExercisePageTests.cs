using Footing.Testing;
using System.Net;
using Footing.Exercises;
using Footing.Testing.Web;

namespace Footing.Web.Tests.ExerciseGuides;

public sealed class ExercisePageTests : VisitedTests
{
    public static TheoryData<string> Ids => [.. FootExercises.All.Select(exercise => exercise.Id())];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Each_exercise_has_its_page_with_steps_cautions_levels_and_sources(string id)
    {
        await Visitor.Open("/exercises/" + id);

        Visitor.Status.ShouldBe(HttpStatusCode.OK);
        Visitor.Page.QuerySelectorAll("h1").Length.ShouldBe(1);
        Visitor.Page.QuerySelectorAll(".steps li").Length.ShouldBeInRange(3, 6);
        Visitor.Page.QuerySelectorAll(".levels > li").Length.ShouldBeGreaterThan(2);
        Visitor.Page.QuerySelectorAll("[data-source]").ShouldNotBeEmpty();
        Visitor.Page.QuerySelectorAll("[data-source]").ShouldContain(source => source.GetAttribute("data-kind") == "own-choice");
        Words.ShouldContain("Stop when");
        Words.ShouldContain("It is not in your plan just now.");
    }

    [Theory]
    [InlineData("ball-roll", true)]
    [InlineData("heel-toe-lift", false)]
    public async Task An_idea_of_practice_is_said_as_one_beside_what_studies_have_shown(string id, bool hasIdea)
    {
        await Visitor.Open("/exercises/" + id);

        (Visitor.Page.QuerySelector("[data-idea]") is not null).ShouldBe(hasIdea);
        Says("[data-shown] h2").ShouldBe("What studies have shown");
        if (hasIdea)
        {
            Says("[data-idea]")!.ShouldContain("It is an idea from practice. Nobody has shown that it is so.");
        }

        Visitor.Page.QuerySelector("[data-source]")!.Closest("details").ShouldNotBeNull("sources fold away");
    }

    [Fact]
    public async Task The_persons_level_is_marked_and_its_steps_are_shown()
    {
        await new Story().Screening("2026-03-02")
            .Add("2026-03-03", "10:00", "adjustment", new() { ["exercise"] = "calf-raise", ["level"] = 3 }).TellAsync(Host);

        await Visitor.Open("/exercises/calf-raise");

        Words.ShouldContain("You are at level 3 of 5.");
        Says(".levels-yours h3").ShouldBe("3. On a step (your level)");
        Says(".steps")!.ShouldContain("lowest stair");
        Words.ShouldContain("No safe step?");
    }

    [Fact]
    public async Task An_unknown_exercise_is_not_found()
    {
        await Visitor.Open("/exercises/push-up");

        Visitor.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
