using System.Net;
using System.Text.Json;
using Footing.Testing.Web;

namespace Footing.Web.Tests.CheckIns;

public sealed class CheckInPagesTests : VisitedTests
{
    [Fact]
    public async Task Day_is_two_answers()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);
        await Visitor.Open("/check-in/daily");

        Visitor.Page.QuerySelectorAll("fieldset").Length.ShouldBe(2);
        await Visitor.Submit(("pain", "4"), ("nightsWoken", "1"));

        Visitor.Path.ShouldStartWith("/today");
        var entry = (await Visitor.Journal())[^1];
        (entry.GetProperty("kind").GetString(), entry.GetProperty("span").GetString()).ShouldBe(("check-in", "day"));
        (entry.GetProperty("pain").GetInt32(), entry.GetProperty("nightsWoken").GetInt32()).ShouldBe((4, 1));
    }

    [Fact]
    public async Task Week_has_walking_rests_peg_and_mood()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);
        await Visitor.Open("/check-in");

        await Visitor.Submit(("pain", "5"), ("walkingMinutes", "12"), ("rests", "3"), ("peg.0", "5"), ("peg.1", "6"), ("peg.2", "4"), ("mood", "2"));

        var entry = (await Visitor.Journal())[^1];
        JsonSerializer.Serialize(entry.GetProperty("peg")).ShouldBe("[5,6,4]");
        (entry.GetProperty("walkingMinutes").GetInt32(), entry.GetProperty("rests").GetInt32(), entry.GetProperty("mood").GetInt32()).ShouldBe((12, 3, 2));
        await Visitor.Open("/history");
        Says("[data-kind=check-in]")!.ShouldContain("Minutes walked before a stop");
    }

    [Fact]
    public async Task Peg_is_all_three_or_none_and_what_was_chosen_stays()
    {
        await Visitor.Open("/check-in");
        await Visitor.Submit(("peg.0", "5"), ("walkingMinutes", "a while"));

        Visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.ShouldContain("Answer all three of these questions, or none of them.");
        Visitor.Errors.ShouldContain("Write the minutes as a whole number, from 0 to 1440.");
        Visitor.Page.QuerySelector("[name='peg.0'][value='5']")!.HasAttribute("checked").ShouldBeTrue();
        Visitor.Page.QuerySelector("[name=walkingMinutes]")!.GetAttribute("value").ShouldBe("a while");
    }

    [Fact]
    public async Task Week_is_asked_for_until_it_was_told_and_again_after_seven_days()
    {
        await new Story().Screening("2026-03-02").TellAsync(Host);
        await Visitor.Open("/today");
        Says("[data-due=week]").ShouldNotBeNull();

        await Visitor.Open("/check-in");
        await Visitor.Submit(("pain", "5"));
        await Visitor.Open("/today");
        Says("[data-due=week]").ShouldBeNull();

        Host.Clock.Advance(TimeSpan.FromDays(7));
        await Visitor.Open("/today");
        Says("[data-due=week]").ShouldNotBeNull();
    }
}
