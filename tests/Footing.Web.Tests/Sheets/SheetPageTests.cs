using Footing.Testing.Web;

namespace Footing.Web.Tests.Sheets;

public sealed class SheetPageTests : VisitedTests
{
    [Fact]
    public async Task The_sheet_holds_plan_poses_cautions_the_number_and_boxes_for_four_weeks()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);

        await Visitor.Open("/sheet");

        Visitor.Page.QuerySelectorAll(".sheet-exercise").Length.ShouldBe(4);
        Visitor.Page.QuerySelectorAll(".sheet-exercise").ShouldAllBe(row => row.QuerySelectorAll("svg").Length == 2);
        Says("[data-exercise=ball-roll]")!.ShouldContain("Press lightly");
        Says("[data-exercise=calf-raise]")!.ShouldContain("Hold on with both hands");
        Says("[data-exercise=calf-raise]")!.ShouldContain("Shoes on");
        Says(".sheet-stop")!.ShouldContain("999");
        Visitor.Page.QuerySelectorAll(".sheet-box").Length.ShouldBe(12);
        Says(".sheet-foot")!.ShouldContain("4 March 2026. Programme 2, rules 2.");
    }

    [Fact]
    public async Task Without_anything_to_do_there_is_no_sheet()
    {
        await Visitor.Open("/sheet");

        Words.ShouldContain("nothing to print");
    }
}
