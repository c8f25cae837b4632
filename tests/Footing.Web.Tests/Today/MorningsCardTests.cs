using Footing.Exercises;
using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Today;

/// <summary>Mornings that hurt.</summary>
public sealed class MorningsCardTests : VisitedTests
{
    [Fact]
    public async Task After_three_painful_mornings_it_says_whom_to_ask()
    {
        var story = new Story().Screening("2026-02-16");
        foreach (var (day, morning) in new[] { ("2026-02-18", "2026-02-19"), ("2026-02-23", "2026-02-24"), ("2026-03-02", "2026-03-03") })
        {
            story.Session(day, FootExercises.ToeLift).Add(morning, "08:00", "next-morning", new() { ["session"] = day, ["painRaised"] = "yes" });
        }

        await story.TellAsync(Host);

        await Visitor.Open("/today");

        Says("[data-mornings]")!.ShouldContain("Three painful mornings in four weeks");
        Says("[data-mornings]")!.ShouldContain("physiotherapist");
    }
}
