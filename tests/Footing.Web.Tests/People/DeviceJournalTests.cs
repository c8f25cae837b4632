using System.Net;
using Footing.Storage;
using Footing.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.People;

/// <summary>A device names the journal that it has read, and is made to forget it when that very journal was erased.</summary>
public sealed class DeviceJournalTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private HttpClient _http = null!;
    private int _entries;

    private IJournalStore Store => _host.Services.GetRequiredService<IJournalStore>();

    private string Cookie => $"footing-journal-{_host.Address.Port}";

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        // Cookies by hand.
        _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _host.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_device_learns_the_journal_with_the_first_page_that_reads_one_and_again_when_it_is_another()
    {
        Named(await Get("/about")).ShouldBeNull("no journal has begun");
        await Append();
        var first = await IdAsync();

        var page = await Get("/about");
        Named(page).ShouldBe(first.ToString());
        Forgets(page).ShouldBeFalse();
        page.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(Cookie, StringComparison.Ordinal)).ShouldContain("httponly");
        Named(await Get("/api/journal")).ShouldBeNull("a program is told nothing");
        Named(await Get("/about?kept=1")).ShouldBeNull("a page to be kept is not being read");
    }

    [Fact]
    public async Task A_device_that_names_an_erased_journal_forgets_it_once()
    {
        await Append();
        var erased = (await IdAsync())!.Value.ToString();
        await Store.EraseAsync(LocalPerson.Id);

        var sent = await Append(erased);
        sent.StatusCode.ShouldBe(HttpStatusCode.Gone, "its outbox may hold entries of the erased journal");
        Forgets(sent).ShouldBeTrue();
        Named(sent).ShouldBeNull("until it has read a page it is told again");
        (await Store.ReadAsync(LocalPerson.Id)).ShouldBeEmpty();
        (await Get("/api/kept", erased)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await Scripts(await Get("/about?kept=1", erased))).ShouldNotContain("forget");

        var page = await Get("/about", erased);
        Forgets(page).ShouldBeTrue();
        (await Scripts(page)).ShouldContain("/assets/forget.");
        Named(page).ShouldBe("", "the device names none from now on");
        (await Scripts(await Get("/about"))).ShouldNotContain("forget");
    }

    [Fact]
    public async Task A_device_of_an_erased_journal_goes_on_with_the_one_that_has_begun_since()
    {
        await Append();
        var erased = (await IdAsync())!.Value.ToString();
        await Store.EraseAsync(LocalPerson.Id);
        await Append();

        var page = await Get("/about", erased);

        Forgets(page).ShouldBeTrue();
        Named(page).ShouldBe((await IdAsync()).ToString());
        Forgets(await Get("/about", Named(page))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("no-id")]
    [InlineData("3f2c0f5e-0000-4000-8000-000000000001")]
    public async Task A_journal_that_is_empty_missing_or_another_makes_no_device_forget(string named)
    {
        foreach (var path in (string[])["/", "/about", "/api/kept", "/api/journal"])
        {
            Forgets(await Get(path, named)).ShouldBeFalse($"{path}, of nobody");
        }

        (await Append(named)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Forgets(await Get("/about", named)).ShouldBeFalse("another journal");
        // Somebody else's erasure, or an earlier one here.
        await Store.EraseAsync(LocalPerson.Id);
        Forgets(await Get("/about", named)).ShouldBeFalse("another journal was erased");
        (await Append(named)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Urgent_help_does_not_wait_to_know_which_journal_it_is()
    {
        await Append();
        Named(await Get("/urgent")).ShouldBeNull();
        Named(await Get("/health/live")).ShouldBeNull();
    }

    private async Task<Guid?> IdAsync() => (await Store.IdentifyAsync(LocalPerson.Id, null)).Id;

    private Task<HttpResponseMessage> Append(string? named = null)
    {
        var entry = $$"""[{"id":"0190f000-0000-7000-8000-{{++_entries:000000000000}}","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}]""";
        return Send(new(HttpMethod.Post, "/api/journal") { Content = new StringContent(entry, null, "application/json") }, named);
    }

    private Task<HttpResponseMessage> Get(string path, string? named = null) => Send(new(HttpMethod.Get, path), named);

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, string? named)
    {
        if (named is not null)
        {
            request.Headers.Add("Cookie", $"{Cookie}={named}");
        }

        return await _http.SendAsync(request);
    }

    private static bool Forgets(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Clear-Site-Data", out var values) && values.ShouldHaveSingleItem() == "\"cache\", \"storage\"";

    /// <summary>Which journal the device is to name from now on; empty for none, null where nothing is said.</summary>
    private string? Named(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies)
        ? cookies.FirstOrDefault(cookie => cookie.StartsWith(Cookie + "=", StringComparison.Ordinal))?.Split('=', 2)[1].Split(';')[0]
        : null;

    private static async Task<string> Scripts(HttpResponseMessage page) =>
        string.Join(' ', (await page.Content.ReadAsStringAsync()).Split('"').Where(text => text.StartsWith("/assets/", StringComparison.Ordinal)));
}
