using System.Text.Json.Nodes;
using Footing.Content;
using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>Every page on a small screen: axe by day and by night, no need to scroll sideways, also with very large type.</summary>
[Collection(OfPages.Name)]
public sealed class PagesTests(Chromium chromium)
{
    private static readonly JsonObject Clear = new() { ["skin"] = "clear", ["heat"] = "no", ["swelling"] = "no", ["looked"] = "self" };

    [Theory]
    [InlineData(
        "/", "/about", "/where", "/settings", "/screening", "/screening/check", "/screening/result", "/nowhere",
        "/screening/cold-pale-limb", "/screening/past-ulcer-or-amputation", "/screening/fall-in-last-year", "/screening/touch-test",
        "/screening/tandem-stand-seconds", "/screening/age", "/screening/sex-for-norms", "/screening/cause-assessed")]
    public async Task Before_the_first_answer(params string[] paths)
    {
        await using var phone = await OpenAsync();
        await WalkAsync(phone, paths);
    }

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(
        "/home-tests", "/home-tests/touch-test", "/home-tests/touch-test/alone", "/home-tests/touch-test/touch", "/home-tests/touch-test/touch?so-far=fnff&was=n",
        "/home-tests/touch-test/touch?so-far=fnffff", "/home-tests/touch-test/touch?so-far=x")]
    [InlineData(
        "/home-tests/tandem-stand-seconds", "/home-tests/tandem-stand-seconds/stance/1", "/home-tests/tandem-stand-seconds/stance/3",
        "/home-tests/tandem-stand-seconds/not-held/2", "/home-tests/chair-stands", "/home-tests/chair-stands/count", "/home-tests/chair-stands/stop",
        "/home-tests/chair-stands/stop?alone=1")]
    public async Task Each_page_of_a_test_at_home(params string[] paths)
    {
        await using var phone = await OpenAsync();
        phone.Expect("400 (Bad Request)");
        await WalkAsync(phone, paths);
    }

    [Theory]
    [InlineData("able", "You can exercise")]
    [InlineData("numb", "You can exercise, sitting and lying")]
    [InlineData("sitting", "You can start with some exercises. Ask about the others")]
    [InlineData("sore", "Please call someone today")]
    [InlineData("emergency", "Call 112 or your local emergency number now and ask for an ambulance")]
    public async Task Each_result(string person, string heading)
    {
        await using var phone = await OpenAsync();
        await phone.KnowAsync(person switch
        {
            "able" => People.Able,
            "numb" => People.Numb,
            "sitting" => People.Sitting,
            "sore" => People.Sore,
            _ => People.Emergency,
        });
        await phone.OpenAsync("/screening/result");
        await phone.ShouldShowAsync(heading);

        await WalkAsync(phone, ["/screening/result", "/today", "/screening"]);
        if (person == "sitting")
        {
            await WalkAsync(phone, ["/screening/clearance"]);
        }
    }

    [Fact]
    public async Task A_day_with_a_session()
    {
        await using var phone = await OpenAsync();
        await phone.KnowAsync(People.OnInsulin);
        await WalkAsync(phone, ["/background", "/today", "/today/later", "/event", "/foot-check?then=session&first=1", "/plan", "/home-tests", "/exercises/toe-lift/leave-out", "/told/toe-lift", "/told/toe-lift/level", "/told/toe-lift/dose", "/session/before?short=1"]);
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        await phone.WriteAsync("foot-check", Clear.DeepClone().AsObject());
        await WalkAsync(phone, ["/session/sugar", "/session/before?sugar=1", "/session?before=3&sugar=1"]);

        var session = await phone.WriteSessionAsync();
        await WalkAsync(phone, [$"/session/questions?session={session}&before=3", $"/session/questions?session={session}&stop=1"]);
        await phone.WriteAsync("session", new JsonObject
        {
            ["session"] = session, ["painBefore"] = 3, ["painAfter"] = 3, ["effort"] = new JsonObject { ["toe-lift"] = 4 },
        });
        await WalkAsync(phone, ["/today", $"/session/after?session={session}", "/session/done", "/foot-check?then=after"]);
        await phone.SleepAsync();
        await WalkAsync(phone, ["/today", "/advice/fall", "/advice/near-fall", "/advice/dizzy", "/advice/pain", "/advice/cramp"]);
        await phone.SleepAsync(15);
        await WalkAsync(phone, ["/today"]);
        await phone.SleepAsync(15);
        await WalkAsync(phone, ["/today", "/screening", "/screening/still-right"]);
    }

    [Fact]
    public async Task A_finding_on_the_feet()
    {
        await using var phone = await OpenAsync();
        await phone.KnowAsync(People.Numb);
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        await phone.WriteAsync("foot-check", new JsonObject { ["skin"] = "blister", ["heat"] = "yes", ["swelling"] = "no", ["looked"] = "self" });
        await WalkAsync(phone, ["/today", "/plan"]);
    }

    [Fact]
    public async Task Each_screen_of_a_session()
    {
        await using var phone = await OpenAsync();
        var performance = await phone.StandReadyAsync(People.Able);
        await CheckAsync(phone);
        await performance.PerformAsync(seen => seen.Kind == "set-up");
        await CheckAsync(phone);
        await performance.PerformAsync(seen => seen.Count.StartsWith("3 of", StringComparison.Ordinal), 1);
        await phone.TapAsync("Pause");
        await CheckAsync(phone);
        await phone.Page.ReloadAsync();
        await phone.ShouldShowAsync("Go on from here?");
        await CheckAsync(phone);
    }

    /// <summary>In longer words, which break elsewhere, nothing is beside the screen. Axe has seen the same pages in English.</summary>
    [Fact]
    public Task Pages_in_another_language() => FitInAsync("es-419");

    /// <summary>In words half again as long, and from right to left: for languages to come.</summary>
    [Theory]
    [Trait("Category", "Long")]
    [InlineData(PseudoLanguage.Long)]
    [InlineData(PseudoLanguage.Mirrored)]
    public Task Pages_in_a_language_to_come(string language) => FitInAsync(language);

    private async Task FitInAsync(string language)
    {
        await using var phone = await OpenAsync();
        await phone.OpenAsync("/language/" + language);
        await phone.KnowAsync(People.Able);
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        await phone.WriteAsync("foot-check", Clear.DeepClone().AsObject());
        string[] paths =
        [
            "/", "/about", "/where", "/screening", "/screening/check", "/screening/touch-test", "/screening/result", "/home-tests", "/home-tests/chair-stands",
            "/home-tests/touch-test/touch", "/today", "/today/later", "/plan", "/sheet", "/schedule", "/background", "/exercises/calf-raise", "/exercises/toe-lift", "/exercises/toe-lift/leave-out", "/told/toe-lift", "/told/toe-lift/level", "/foot-check?then=session", "/session/before?short=1",
            "/event", "/check-in", "/history", "/urgent", "/danger/rest", "/danger/emergency", "/advice/fall", "/why/R1", "/sources", "/offline", "/needs-look", "/settings", "/session?before=3",
        ];
        foreach (var path in paths)
        {
            await phone.OpenAsync(path);
            await phone.ShouldFitAsync(path);
            await phone.Page.SetViewportSizeAsync(320, 640);
            await phone.ShouldFitAsync("of 320");
            await phone.Page.SetViewportSizeAsync(360, 740);
            await Phone.ShouldFitAsync(await phone.OpenInLargeTypeAsync(), "with type of 200 %");
        }

        (await phone.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
        var performance = await new Performance(phone).ReadPlanAsync();
        await performance.PerformAsync(seen => seen.Kind == "set", 1);
        await phone.ShouldFitAsync("in a set");
    }

    private Task<Phone> OpenAsync() => Phone.OpenAsync(chromium);

    private static async Task WalkAsync(Phone phone, IEnumerable<string> paths)
    {
        phone.Expect("404 (Not Found)");
        foreach (var path in paths)
        {
            await phone.OpenAsync(path);
            await CheckAsync(phone);
        }
    }

    private static async Task CheckAsync(Phone phone)
    {
        (await phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).CountAsync()).ShouldBe(1, phone.Page.Url);
        await phone.ShouldFitAsync();
        await phone.ShouldPassAxeAsync();
        await phone.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        // By night nothing but colours is different.
        await phone.ShouldPassAxeAsync("color-contrast");
        await phone.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await phone.Page.SetViewportSizeAsync(320, 640);
        await phone.ShouldFitAsync("of 320");
        await phone.Page.SetViewportSizeAsync(360, 740);
        var large = await phone.OpenInLargeTypeAsync();
        await Phone.ShouldFitAsync(large, "with type of 200 %");
    }
}
