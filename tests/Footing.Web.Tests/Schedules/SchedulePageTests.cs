using System.Net;
using System.Text.Json.Nodes;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Schedules;

public sealed class SchedulePageTests : VisitedTests
{
    private static Story Grown() => new Story().Screening("2026-03-02")
        .Add("2026-03-03", "10:00", "adjustment", new() { ["exercise"] = "ankle-pump", ["level"] = 3 })
        .Add("2026-03-03", "10:01", "adjustment", new() { ["exercise"] = "calf-raise", ["level"] = 4 });

    [Fact]
    public async Task Fewer_minutes_show_what_is_left_out_before_they_are_saved()
    {
        await Grown().TellAsync(Host);

        await Visitor.Open("/schedule");
        Visitor.Page.QuerySelectorAll("input[name=weekdays][checked]").Select(i => i.GetAttribute("value")).ShouldBe(["mon", "wed", "fri"]);
        var token = Visitor.Page.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        token.ShouldNotBeEmpty();
        await Visitor.Send(("weekdays", "mon"), ("weekdays", "wed"), ("weekdays", "sat"), ("minutes", "15"), ("preview", "yes"));

        Words.ShouldContain("Not saved yet");
        int.Parse(Visitor.Page.QuerySelector("[data-trim] [data-exercise=ankle-pump]")!.GetAttribute("data-trimmed")!, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(0);
        (await Visitor.Journal()).ShouldNotContain(entry => entry.GetProperty("kind").GetString() == "schedule");
        Visitor.Page.QuerySelector("[name=minutes]")!.GetAttribute("value").ShouldBe("15");
    }

    [Fact]
    public async Task Saved_days_and_minutes_are_one_entry_and_the_plan_is_trimmed()
    {
        await Grown().TellAsync(Host);

        await Visitor.Open("/schedule");
        await Visitor.Submit(("weekdays", "mon"), ("weekdays", "thu"), ("weekdays", "sat"), ("minutes", "15"));

        Visitor.Path.ShouldBe("/plan");
        Says("[data-exercise=ankle-pump] [data-trimmed]")!.ShouldContain("15 minutes");
        var entry = (await Visitor.Journal())[^1];
        entry.GetProperty("kind").GetString().ShouldBe("schedule");
        entry.GetProperty("minutes").GetInt32().ShouldBe(15);
        JsonNode.Parse(entry.GetProperty("weekdays").GetRawText())!.ToJsonString().ShouldBe("""["mon","thu","sat"]""");
    }

    [Theory]
    [InlineData("9"), InlineData("37"), InlineData("twenty"), InlineData(""), InlineData("15.5"), InlineData("0015 5"), InlineData("99999999999")]
    public async Task Other_minutes_are_refused_and_what_was_typed_stays(string minutes)
    {
        await Grown().TellAsync(Host);

        await Visitor.Open("/schedule");
        await Visitor.Submit(("minutes", minutes));

        Visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.ShouldHaveSingleItem().ShouldContain("from 10 to 36");
        Visitor.Page.QuerySelector("[name=minutes]")!.GetAttribute("value").ShouldBe(minutes);
    }

    [Theory]
    [InlineData("mon")]
    [InlineData("mon", "tue", "wed", "thu", "fri", "sat", "sun")]
    public async Task One_day_is_too_few_and_seven_are_too_many(params string[] days)
    {
        await Grown().TellAsync(Host);

        await Visitor.Open("/schedule");
        await Visitor.Submit([.. days.Select(day => ("weekdays", day))]);

        Visitor.Errors.ShouldHaveSingleItem().ShouldContain("two to six days");
    }

    [Fact]
    public async Task Two_days_are_saved()
    {
        await Grown().TellAsync(Host);

        await Visitor.Open("/schedule");
        await Visitor.Submit(("weekdays", "mon"), ("weekdays", "thu"));

        Visitor.Path.ShouldBe("/plan");
        (await Visitor.Journal())[^1].GetProperty("weekdays").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Days_that_follow_each_other_say_how_many_sessions_they_really_give_and_propose_days_apart()
    {
        await Grown().TellAsync(Host);

        await Visitor.Open("/schedule");
        Visitor.Page.QuerySelector("[data-run]").ShouldBeNull();
        await Visitor.Send(("weekdays", "mon"), ("weekdays", "tue"), ("weekdays", "wed"), ("weekdays", "fri"), ("minutes", "36"), ("preview", "yes"));

        Says("[data-run]")!.ShouldContain("Of your 4 days, 3 really have a session each week.");
        Visitor.Page.QuerySelector("[data-apart]")!.GetAttribute("data-apart").ShouldBe("mon wed fri");
        Says("[data-apart]")!.ShouldContain("Monday, Wednesday and Friday");

        await Visitor.Submit(("apart", "yes"));
        Visitor.Page.QuerySelectorAll("input[name=weekdays][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["mon", "wed", "fri"]);
        Visitor.Page.QuerySelector("[data-run]").ShouldBeNull();
        (await Visitor.Journal()).ShouldNotContain(entry => entry.GetProperty("kind").GetString() == "schedule", "not saved yet");
    }

    [Fact]
    public async Task Without_the_calf_raise_days_in_a_row_all_count()
    {
        await new Story().Screening("2026-03-02", ("dizzy-on-standing", "yes")).TellAsync(Host);

        await Visitor.Open("/schedule");
        await Visitor.Send(("weekdays", "mon"), ("weekdays", "tue"), ("weekdays", "wed"), ("minutes", "36"), ("preview", "yes"));

        Visitor.Page.QuerySelector("[data-run]").ShouldBeNull();
    }
}
