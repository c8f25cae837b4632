using Footing.Reading;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Background;

public sealed class BackgroundPagesTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        _visitor = new(_host);
        await _visitor.Open("/background");
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task What_the_person_knows_is_kept_and_shown_again()
    {
        await _visitor.Send(("cause", "diabetes"), ("cause", "b12"), ("causeOther", "Frostbite, 1998"), ("since", "2019"), ("sites", "soles"), ("medicines", "Gabapentin – 300 mg <evening>"));

        var entry = (await _visitor.Journal()).ShouldHaveSingleItem();
        entry.GetProperty("kind").GetString().ShouldBe("background");
        entry.GetProperty("causesTold").EnumerateArray().Select(c => c.GetString()).ShouldBe(["diabetes", "b12", "Frostbite, 1998"]);
        entry.GetProperty("sites")[0].GetString().ShouldBe("soles");
        entry.GetProperty("medicines").GetString().ShouldBe("Gabapentin – 300 mg <evening>");
        entry.TryGetProperty("treatments", out _).ShouldBeFalse();
        _visitor.Page.QuerySelector("[role=status]").ShouldNotBeNull();
        _visitor.Page.QuerySelectorAll("input[checked]").Length.ShouldBe(3);
        _visitor.Page.QuerySelector("#causeOther")!.GetAttribute("value").ShouldBe("Frostbite, 1998");
        _visitor.Page.QuerySelector("#medicines")!.TextContent.ShouldBe("Gabapentin – 300 mg <evening>");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task A_line_break_is_one_character_and_so_is_an_emoji(string lineBreak)
    {
        var words = string.Join('\n', Enumerable.Repeat(new string('a', 48) + "😀", 40)) + new string('z', 1);
        TypedInput.Length(words).ShouldBe(2000);

        await _visitor.Send(("medicines", words.Replace("\n", lineBreak, StringComparison.Ordinal)), ("causeOther", string.Concat(Enumerable.Repeat("😀", 200))));

        _visitor.Errors.ShouldBeEmpty();
        var entry = (await _visitor.Journal()).ShouldHaveSingleItem();
        entry.GetProperty("medicines").GetString().ShouldBe(words);
        entry.GetProperty("causesTold")[0].GetString()!.Length.ShouldBe(400);
    }

    [Fact]
    public async Task What_is_too_long_is_said_with_its_limit_and_nothing_is_cut()
    {
        var words = string.Join("\r\n", Enumerable.Repeat(new string('a', 49), 40)) + "zz";

        await _visitor.Send(("cause", "b12"), ("medicines", words), ("since", new string('s', 201)), ("treatments", "Socks"));

        _visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        _visitor.Errors.ShouldBe(
        [
            "Please use 200 characters or fewer. You have used 201. A new line counts as one.",
            "Please use 2000 characters or fewer. You have used 2001. A new line counts as one.",
        ]);
        _visitor.Page.QuerySelector("#medicines")!.TextContent.ShouldBe(words.ReplaceLineEndings("\n"));
        _visitor.Page.QuerySelector("#medicines-error")!.TextContent.ShouldContain("2000 characters");
        _visitor.Page.QuerySelector("#since")!.GetAttribute("value").ShouldBe(new string('s', 201));
        _visitor.Page.QuerySelector("#treatments")!.TextContent.ShouldBe("Socks");
        _visitor.Page.QuerySelector("input[value=b12]")!.HasAttribute("checked").ShouldBeTrue();
        (await _visitor.Journal()).ShouldBeEmpty();
    }

    [Fact]
    public void No_field_has_its_end_cut_by_the_browser() => _visitor.Page.QuerySelectorAll("[maxlength]").ShouldBeEmpty();

    [Fact]
    public async Task Nothing_said_is_nothing_kept()
    {
        await _visitor.Send();

        (await _visitor.Journal()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_said_can_be_taken_back()
    {
        await _visitor.Send(("since", "2019"));
        await _visitor.Send(("since", ""));

        _visitor.Page.QuerySelector("#since")!.GetAttribute("value").ShouldBeNullOrEmpty();
    }
}
