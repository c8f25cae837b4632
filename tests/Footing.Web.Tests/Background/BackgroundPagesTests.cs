using Footing.Reading;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Background;

public sealed class BackgroundPagesTests : VisitedTests
{
    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    protected override async Task ArriveAsync()
    {
        await Visitor.Open("/background");
    }

    [Fact]
    public async Task What_the_person_knows_is_kept_and_shown_again()
    {
        await Visitor.Send(("cause", "diabetes"), ("cause", "b12"), ("causeOther", "Frostbite, 1998"), ("since", "2019"), ("sites", "soles"), ("medicines", "Gabapentin – 300 mg <evening>"));

        var entry = (await Visitor.Journal()).ShouldHaveSingleItem();
        entry.GetProperty("kind").GetString().ShouldBe("background");
        entry.GetProperty("causesTold").EnumerateArray().Select(c => c.GetString()).ShouldBe(["diabetes", "b12", "Frostbite, 1998"]);
        entry.GetProperty("sites")[0].GetString().ShouldBe("soles");
        entry.GetProperty("medicines").GetString().ShouldBe("Gabapentin – 300 mg <evening>");
        entry.TryGetProperty("treatments", out _).ShouldBeFalse();
        Visitor.Page.QuerySelector("[role=status]").ShouldNotBeNull();
        Visitor.Page.QuerySelectorAll("input[checked]").Length.ShouldBe(3);
        Visitor.Page.QuerySelector("#causeOther")!.GetAttribute("value").ShouldBe("Frostbite, 1998");
        Visitor.Page.QuerySelector("#medicines")!.TextContent.ShouldBe("Gabapentin – 300 mg <evening>");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task A_line_break_is_one_character_and_so_is_an_emoji(string lineBreak)
    {
        var words = string.Join('\n', Enumerable.Repeat(new string('a', 48) + "😀", 40)) + new string('z', 1);
        TypedInput.Length(words).ShouldBe(2000);

        await Visitor.Send(("medicines", words.Replace("\n", lineBreak, StringComparison.Ordinal)), ("causeOther", string.Concat(Enumerable.Repeat("😀", 200))));

        Visitor.Errors.ShouldBeEmpty();
        var entry = (await Visitor.Journal()).ShouldHaveSingleItem();
        entry.GetProperty("medicines").GetString().ShouldBe(words);
        entry.GetProperty("causesTold")[0].GetString()!.Length.ShouldBe(400);
    }

    [Fact]
    public async Task What_is_too_long_is_said_with_its_limit_and_nothing_is_cut()
    {
        var words = string.Join("\r\n", Enumerable.Repeat(new string('a', 49), 40)) + "zz";

        await Visitor.Send(("cause", "b12"), ("medicines", words), ("since", new string('s', 201)), ("treatments", "Socks"));

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.ShouldBe(
        [
            "Please use 200 characters or fewer. You have used 201. A new line counts as one.",
            "Please use 2000 characters or fewer. You have used 2001. A new line counts as one.",
        ]);
        Visitor.Page.QuerySelector("#medicines")!.TextContent.ShouldBe(words.ReplaceLineEndings("\n"));
        Visitor.Page.QuerySelector("#medicines-error")!.TextContent.ShouldContain("2000 characters");
        Visitor.Page.QuerySelector("#since")!.GetAttribute("value").ShouldBe(new string('s', 201));
        Visitor.Page.QuerySelector("#treatments")!.TextContent.ShouldBe("Socks");
        Visitor.Page.QuerySelector("input[value=b12]")!.HasAttribute("checked").ShouldBeTrue();
        (await Visitor.Journal()).ShouldBeEmpty();
    }

    [Fact]
    public void No_field_has_its_end_cut_by_the_browser() => Visitor.Page.QuerySelectorAll("[maxlength]").ShouldBeEmpty();

    [Fact]
    public async Task Nothing_said_is_nothing_kept()
    {
        await Visitor.Send();

        (await Visitor.Journal()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_said_can_be_taken_back()
    {
        await Visitor.Send(("since", "2019"));
        await Visitor.Send(("since", ""));

        Visitor.Page.QuerySelector("#since")!.GetAttribute("value").ShouldBeNullOrEmpty();
    }
}
