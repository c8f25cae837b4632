using Footing.Testing.Web;

namespace Footing.Web.Tests.Welcome;

/// <summary>The exercises of the first page.</summary>
public sealed class ExerciseTourTests : VisitedTests
{
    [Fact]
    public async Task First_page_says_that_nobody_is_alone_and_shows_the_four_exercises_in_the_order_of_a_session()
    {
        await Visitor.Open("/");

        Words.ShouldContain("You are not alone.");
        Visitor.Page.QuerySelectorAll("[data-stop] h3").Select(Visitor.Text).ShouldBe(["Ankle pump", "Ball roll", "Toe lift", "Calf raise"]);
        Visitor.Page.QuerySelectorAll("[data-stop] svg").Length.ShouldBe(4, "a drawing each, also where no script runs");
        Visitor.Page.QuerySelector("[data-tour-button]")!.HasAttribute("hidden").ShouldBeTrue("it does nothing where no script runs");
        (4 * int.Parse(Visitor.Page.QuerySelector("[data-tour]")!.GetAttribute("data-tour")!, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeLessThan(60_000);
    }
}
