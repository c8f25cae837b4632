using System.Net;
using Footing.Testing;
using Footing.Testing.Web;
using Footing.Web.Requests;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.Requests;

/// <summary>A loopback address is open to every account of the machine; a lock keeps the others out.</summary>
public sealed class HostLockTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _person = null!;
    private Visitor _stranger = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync(options => options with { IsLocked = true, Country = "GB" });
        _person = new(_host);
        _stranger = new(_host);
    }

    public async Task DisposeAsync()
    {
        _person.Dispose();
        _stranger.Dispose();
        await _host.DisposeAsync();
    }

    private string Link => _host.Services.GetRequiredService<HostLock>().Link(_host.Address.ToString());

    private string KeyFile => Path.Combine(_host.Folder, "lock.key");

    [SmallDiskFact]
    public void Key_that_found_no_room_leaves_nothing_and_is_made_once_there_is_some()
    {
        using var disk = new SmallDisk();
        var options = new FootingOptions { DataFolder = disk.Folder, IsLocked = true };
        disk.Fill();

        Should.Throw<HostingException>(() => HostLock.Of(options)).Message.ShouldSatisfyAllConditions(
            said => said.ShouldContain(Path.Combine(disk.Folder, "lock.key")), said => said.ShouldContain("room"));
        Directory.GetFiles(disk.Folder).Select(Path.GetFileName).ShouldBe(["filler"]);

        disk.MakeRoom();
        var link = HostLock.Of(options).Link("http://127.0.0.1:5080");
        HostLock.Of(options).Link("http://127.0.0.1:5080").ShouldBe(link);
    }

    [Fact]
    public async Task Link_opens_it_and_leaves_the_address_bar()
    {
        await _person.Open(Link);

        _person.Status.ShouldBe(HttpStatusCode.OK);
        _person.Path.ShouldBe("/");
        (await _person.Post("/api/journal", Entry)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _person.Journal()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Browser_keeps_the_key_where_no_script_and_no_other_site_gets_it()
    {
        var (status, headers, _) = await RawRequest.SendAsync(_host.Address, $"GET {new Uri(Link).PathAndQuery} HTTP/1.1\r\nHost: {_host.Address.Authority}\r\nConnection: close\r\n\r\n");

        status.ShouldBe(303);
        headers["location"].ShouldBe("/");
        var cookie = headers["set-cookie"];
        cookie.ShouldStartWith($"footing-key-{_host.Address.Port}=");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain($"max-age={400 * 24 * 60 * 60}");
    }

    [Fact]
    public async Task Without_the_key_no_route_is_served_but_health_urgent_help_and_what_it_loads()
    {
        var open = new HashSet<string> { "/health/live", "/health/ready", "/urgent", "/assets/{**name}", "/manifest.webmanifest", "/unlock" };
        foreach (var route in _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => !open.Contains(route.RoutePattern.RawText!)))
        {
            var path = System.Text.RegularExpressions.Regex.Replace(route.RoutePattern.RawText!, @"\{[^}]*guid\}", Guid.Empty.ToString()).Replace("{what}", "emergency", StringComparison.Ordinal).Replace("{tag}", "es", StringComparison.Ordinal);
            foreach (var method in route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
            {
                var answer = await _stranger.SendAsync(new(new(method), path));

                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
                answer.Headers.Contains("Set-Cookie").ShouldBeFalse(path);
            }
        }

        (await _stranger.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await _stranger.Open("/urgent");
        _stranger.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var loaded in _stranger.Page.QuerySelectorAll("link[href], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
        {
            (await _stranger.Get(loaded)).StatusCode.ShouldBe(HttpStatusCode.OK, loaded);
        }
    }

    [Fact]
    public async Task Stranger_is_told_how_to_open_it_and_a_program_too()
    {
        await _stranger.Open("/today");
        _stranger.Heading.ShouldBe("Footing is locked");
        Visitor.Text(_stranger.Page.QuerySelector("main")!).ShouldContain("link that Footing printed");
        _stranger.Page.QuerySelector("main a[href='/urgent']").ShouldNotBeNull();

        var api = await _stranger.Post("/api/journal", Entry);
        api.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        api.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await api.Content.ReadAsStringAsync()).ShouldContain("\"reason\":\"locked\"");
        (await _stranger.Get("/nowhere")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "it does not even say what there is");
    }

    [Fact]
    public async Task Stranger_sees_no_answers_in_urgent_help()
    {
        await _person.Open(Link);
        await _person.Screened(_host, ("blood-thinner-or-easy-bruising", "yes"));

        await _person.Open("/urgent");
        await _stranger.Open("/urgent");

        _person.Page.Body!.TextContent.ShouldContain("Blood thinner");
        _stranger.Page.Body!.TextContent.ShouldNotContain("Blood thinner");
        _stranger.Page.Body!.TextContent.ShouldContain("Call 999 at once if");
    }

    [Theory]
    [InlineData("?key=")]
    [InlineData("?key=00")]
    [InlineData("?key=%ff%00")]
    [InlineData("?key=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("")]
    public async Task Wrong_or_old_link_opens_nothing_and_says_so(string query)
    {
        await _stranger.Open("/unlock" + query);

        _stranger.Status.ShouldBe(HttpStatusCode.Forbidden);
        _stranger.Heading.ShouldBe("This link does not open Footing");
        (await _stranger.Get("/today")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Key_is_the_owner_s_alone_and_the_same_after_a_restart_until_its_file_is_deleted()
    {
        var link = Link;
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }

        var options = new FootingOptions { DataFolder = _host.Folder, IsLocked = true };
        HostLock.Of(options).Link(_host.Address.ToString()).ShouldBe(link);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Delete(KeyFile);
        HostLock.Of(options).Link(_host.Address.ToString()).ShouldNotBe(link);

        await File.WriteAllTextAsync(KeyFile, "");
        Should.Throw<HostingException>(() => HostLock.Of(options)).Message.ShouldContain(KeyFile);
    }

    [Fact]
    public async Task Without_a_lock_there_is_no_key_and_an_old_link_leads_in()
    {
        await using var open = await RunningHost.StartAsync();
        using var visitor = new Visitor(open);

        await visitor.Open("/unlock?key=old");

        visitor.Path.ShouldBe("/");
        visitor.Status.ShouldBe(HttpStatusCode.OK);
        File.Exists(Path.Combine(open.Folder, "lock.key")).ShouldBeFalse();
    }

    private const string Entry = """[{"id":"01890000-0000-7000-8000-000000000001","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}]""";
}
