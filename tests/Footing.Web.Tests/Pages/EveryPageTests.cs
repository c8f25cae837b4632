using Footing.Journal;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Pages;

public sealed class EveryPageTests : VisitedTests
{
    public static TheoryData<string> Paths() =>
    [
        "/", "/about", "/where", "/settings", "/screening", "/screening/check", "/screening/result", "/background", "/nowhere",
        "/home-tests", "/home-tests/touch-test", "/home-tests/touch-test/alone", "/home-tests/touch-test/touch?so-far=fn",
        "/home-tests/touch-test/touch?so-far=f&was=n", "/home-tests/touch-test/touch?so-far=ffffnn", "/home-tests/touch-test/touch?so-far=x",
        "/home-tests/tandem-stand-seconds", "/home-tests/tandem-stand-seconds/stance/1", "/home-tests/tandem-stand-seconds/stance/3",
        "/home-tests/tandem-stand-seconds/not-held/1", "/home-tests/tandem-stand-seconds/stop", "/home-tests/chair-stands",
        "/home-tests/chair-stands/count", "/home-tests/chair-stands/stop?alone=1",
        .. Question.All.Select(question => $"/screening/{question.Id}"),
    ];

    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Has_what_every_page_must_have(string path)
    {
        await Visitor.Open(path);

        var page = Visitor.Page;
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.Title.ShouldEndWith(" – Footing");
        page.QuerySelectorAll("h1").ShouldHaveSingleItem();
        page.QuerySelectorAll("main").ShouldHaveSingleItem().Id.ShouldBe("main");
        page.Body!.FirstElementChild!.GetAttribute("href").ShouldBe("#main");
        page.QuerySelectorAll("header #listen[hidden][data-stop]").ShouldHaveSingleItem();
        page.QuerySelectorAll("[style], style, script:not([src]):not([type='application/json']), [onclick]").ShouldBeEmpty();
        page.QuerySelectorAll("[src^=http], link[href^=http]").ShouldBeEmpty();
        page.QuerySelectorAll("nav").Select(n => n.GetAttribute("aria-label")).ShouldAllBe(label => label!.Length > 0);

        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        ids.ShouldBeUnique();
        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
        {
            (page.QuerySelector($"label[for='{field.Id}']") is not null || field.HasAttribute("aria-label")).ShouldBeTrue($"{field.Id} has a label");
        }

        foreach (var description in page.QuerySelectorAll("[aria-describedby]").SelectMany(e => e.GetAttribute("aria-describedby")!.Split(' ')))
        {
            ids.ShouldContain(description);
        }

        // Headings go down one step at a time.
        var levels = page.QuerySelectorAll("main h1, main h2, main h3, main h4").Select(h => h.LocalName[1] - '0').ToList();
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
    }

    [Fact]
    public async Task Pages_are_not_kept_by_caches_and_load_nothing_from_elsewhere()
    {
        var answer = await Visitor.SendAsync(new(HttpMethod.Get, "/about"));

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'self';");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        answer.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("same-origin");
        answer.Headers.Contains("Permissions-Policy").ShouldBeTrue();
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task The_result_of_a_finished_screening_has_it_too()
    {
        await Visitor.ToResult(("past-ulcer-or-amputation", "yes"), ("numb-feet", "yes"), ("touch-test", "3"));
        foreach (var path in (string[])["/screening/result", "/screening/clearance", "/screening"])
        {
            await Has_what_every_page_must_have(path);
        }
    }

    [Fact]
    public async Task A_picture_is_asked_for_again_only_when_it_changed()
    {
        var first = await Visitor.SendAsync(new(HttpMethod.Get, "/assets/foot.svg"));
        first.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        var tag = first.Headers.ETag!;

        var again = new HttpRequestMessage(HttpMethod.Get, "/assets/foot.svg");
        again.Headers.IfNoneMatch.Add(tag);

        (await Visitor.SendAsync(again)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Assets_come_compressed_to_who_asks(string coding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/assets/foot.svg");
        request.Headers.AcceptEncoding.ParseAdd(coding);

        var answer = await Visitor.SendAsync(request);

        answer.Content.Headers.ContentEncoding.ShouldHaveSingleItem().ShouldBe(coding);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
    }
}
