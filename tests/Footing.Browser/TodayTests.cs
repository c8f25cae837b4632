using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

[Collection(OfPages.Name)]
public sealed class TodayTests(Chromium chromium)
{
    [Fact]
    public async Task The_way_of_a_day_fits_the_phone_and_passes_axe_page_by_page()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        using var visitor = new Visitor(phone.Host);
        await visitor.Screened(phone.Host, ("insulin-or-sulfonylurea", "yes"), ("fall-in-last-year", "yes"));

        await Look(phone, "/today");
        await Look(phone, "/today/later");
        await Look(phone, "/event");
        await Look(phone, "/advice/fall");
        await Look(phone, "/foot-check?then=session");
        await CheckFeet(phone);
        await phone.ShouldShowAsync("Is fast sugar within reach?");
        await Look(phone);
        await phone.FollowAsync("Yes, it is beside me");
        await phone.ShouldShowAsync("How much do your feet hurt now?");
        await Look(phone);

        await phone.Page.GotoAsync($"/session/questions?session={Guid.CreateVersion7()}&before=3&stop=1");
        await Look(phone);
        await phone.Page.GetByLabel("I saw something on my skin").CheckAsync();
        await Send(phone);
        await phone.ShouldShowAsync("Please have your feet looked at first");
        await Look(phone);
    }

    [Fact]
    public async Task The_session_can_be_done_and_told_by_hand_without_script()
    {
        await using var phone = await Phone.OpenAsync(chromium, options => options.JavaScriptEnabled = false);
        using var visitor = new Visitor(phone.Host);
        await visitor.Screened(phone.Host);
        await visitor.Open("/foot-check?then=session");
        await visitor.CheckFeet();

        await phone.Page.GotoAsync("/session?before=3");

        (await phone.Page.Locator("section[data-exercise]").CountAsync()).ShouldBe(4);
        await phone.Page.Locator("[name='done.toe-lift.both'][value='1']").CheckAsync();
        await Send(phone);
        (await phone.Page.Locator("h1").InnerTextAsync()).ShouldBe("How was it?");
    }

    [Fact]
    public async Task Stop_it_hurts_leads_from_the_player_to_its_advice_and_the_plan()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        using var visitor = new Visitor(phone.Host);
        await visitor.Screened(phone.Host);
        await phone.Page.GotoAsync("/today");
        await phone.Page.GetByText("Check my feet and start").ClickAsync();
        await CheckFeet(phone);
        await phone.Page.Locator("[name=before][value='3']").CheckAsync();
        await Send(phone);

        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        // By what is seen: a page that loads at once may have done so before anybody waits for it.
        await phone.Page.GetByRole(AriaRole.Heading, new() { Name = "You stopped. That was right" }).WaitForAsync();

        phone.Page.Url.ShouldContain("before=3");
        phone.Page.Url.ShouldContain("stop=1");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Link, new() { Name = "Get help now", Exact = true })).ToHaveAttributeAsync("href", "/urgent");
        await phone.Page.GetByLabel("It hurt").CheckAsync();
        await Send(phone);
        await phone.ShouldShowAsync("Stopping was right");
        await phone.Page.GetByText("Continue").ClickAsync();
        await phone.ShouldShowAsync("Thank you");
        var session = (await visitor.Journal()).Of("session").ShouldHaveSingleItem();
        session.GetProperty("painBefore").GetInt32().ShouldBe(3);
        session.GetProperty("stopReason").GetString().ShouldBe("pain");
    }

    private static async Task CheckFeet(Phone phone)
    {
        foreach (var (field, value) in new[] { ("looked", "self"), ("skin", "clear"), ("heat", "no"), ("swelling", "no"), ("calf", "no") })
        {
            await phone.Page.Locator($"[name={field}][value={value}]").CheckAsync();
        }

        await Send(phone);
    }

    private static Task Send(Phone phone) => phone.Page.ClickAsync("main button[type=submit] >> nth=0");

    private static async Task Look(Phone phone, string? path = null)
    {
        if (path is not null)
        {
            await phone.Page.GotoAsync(path);
        }

        await phone.ShouldFitAsync();
        await phone.ShouldPassAxeAsync();
    }
}
