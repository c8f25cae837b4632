using System.Net;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Pages;

public sealed class FailuresTests : VisitedTests
{
    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    [Fact]
    public async Task An_unknown_address_gets_a_page_with_a_way_on()
    {
        await Visitor.Open("/nowhere/at-all");

        Visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        Visitor.Heading.ShouldBe("This page is not here");
        Visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/");
    }

    [Fact]
    public async Task An_unknown_question_is_not_found() =>
        (await Visitor.Open("/screening/favourite-colour")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("what=%00", "application/x-www-form-urlencoded")]
    [InlineData("--x\r\nbroken", "multipart/form-data; boundary=x")]
    public async Task A_form_that_cannot_be_read_is_the_senders_fault(string body, string type)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        var answer = await Visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/event") { Content = content });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_without_the_pages_token_changes_nothing()
    {
        var answer = await Visitor.Post("/screening/cold-pale-limb", "cold-pale-limb=yes", "application/x-www-form-urlencoded");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("This page was open for too long");
        (await Visitor.Journal()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_that_is_gone_is_said_in_plain_words_and_the_process_stays_up()
    {
        foreach (var file in Directory.GetFiles(Host.Folder, "footing.db*"))
        {
            File.Delete(file);
        }

        await Visitor.Open("/screening");
        Visitor.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Visitor.Heading.ShouldBe("The data folder cannot be found");

        var api = await Visitor.SendAsync(new(HttpMethod.Get, "/api/journal"));
        api.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        api.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");

        (await Visitor.SendAsync(new(HttpMethod.Get, "/health/live"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Visitor.SendAsync(new(HttpMethod.Get, "/health/ready"))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Logs_hold_no_answer()
    {
        await Visitor.Open("/background");
        await Visitor.Send(("medicines", "planted-secret-word"));
        foreach (var file in Directory.GetFiles(Host.Folder, "footing.db*"))
        {
            File.Delete(file);
        }

        var form = """[{"id":"01890000-0000-7000-8000-000000000001","at":"2026-03-04T08:00:00Z","kind":"background","medicines":"planted-secret-word"}]""";
        (await Visitor.Post("/api/journal?planted-secret-word=1", form)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        Host.Log.All.ShouldContain("request-failed");
        Host.Log.All.ShouldNotContain("planted-secret-word");
    }
}
