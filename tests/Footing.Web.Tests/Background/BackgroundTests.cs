namespace Footing.Web.Tests.Background;

public sealed class BackgroundTests : IAsyncLifetime
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
