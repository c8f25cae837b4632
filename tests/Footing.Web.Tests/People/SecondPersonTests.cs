using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Footing.Storage;
using Footing.Testing.Web;
using Footing.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.People;

/// <summary>A second person on the same host and on the same device sees nothing of the first, and changes nothing.</summary>
public sealed partial class SecondPersonTests : IAsyncLifetime
{
    private const string Planted = "plantedword";
    private static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));
    private static readonly PersonId Ben = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000b"));

    /// <summary>Answers with which nothing prevents exercise.</summary>
    private static readonly string Able = Footing.Testing.Web.People.Able.ToJsonString();

    private RunningHost _host = null!;
    private CookieContainer _device = null!;
    private Visitor _ada = null!;
    private Visitor _ben = null!;

    private TroubledStore Store => (TroubledStore)_host.Services.GetRequiredService<IJournalStore>();

    public async Task InitializeAsync()
    {
        _host = await StartAsync();
        _device = new();
        _ada = new(_host, _device, Ada);
        _ben = new(_host, _device, Ben);
    }

    public async Task DisposeAsync()
    {
        Store.Hold?.Set();
        _ada.Dispose();
        _ben.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Every_address_answers_as_if_there_were_nobody_else()
    {
        var entry = await LiveAsync(_ada, _host);
        await using var alone = await StartAsync();
        using var benAlone = new Visitor(alone, null, Ben);
        using var benHere = new Visitor(_host, null, Ben);
        foreach (var (ben, host) in new[] { (benHere, _host), (benAlone, alone) })
        {
            host.Clock.AutoAdvanceAmount = TimeSpan.Zero;
            host.Clock.SetUtcNow(new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
            var sent = await ben.Post("/api/journal", $$$"""[{"id":"0195f000-0000-7000-8000-0000000000b1","at":"2026-03-05T08:00:00Z","kind":"screening","answers":{{{Able}}}}]""");
            (await sent.Content.ReadAsStringAsync()).ShouldContain("\"rejected\":[]");
        }

        var addresses = Addresses("GET", entry);
        addresses.Count.ShouldBeGreaterThan(50);
        foreach (var address in addresses)
        {
            var here = await SaidAsync(benHere, address);
            here.ShouldBe(await SaidAsync(benAlone, address), address);
            here.ShouldNotContain(Planted, Case.Sensitive, address);
        }

        (await SaidAsync(_ada, "/background")).ShouldContain(Planted, Case.Sensitive, "or the test shows nothing");
    }

    [Fact]
    public async Task Whatever_somebody_sends_changes_their_own_journal_alone()
    {
        var entry = await LiveAsync(_ada, _host);
        await _ada.Open("/screening/cold-pale-limb");
        await _ada.Send(("cold-pale-limb", "no"));
        var before = await KeptAsync(Ada);
        var tag = (await _ada.Get("/api/sessions/upcoming")).Headers.ETag;

        await _ben.ToResult();
        await _ben.IntoSession();
        await _ben.Open("/event");
        await _ben.Send(("what", "cramp"));
        // What an address does with nothing but the form's token, and with an entry of somebody else's.
        var token = (await _ben.Open("/settings")).Page.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        foreach (var address in Addresses("POST", entry).Where(address => !address.StartsWith("/api", StringComparison.Ordinal)))
        {
            await _ben.SendForm(address, [("token", token)]);
            _ben.Status.ShouldNotBe(HttpStatusCode.InternalServerError, address);
        }

        (await Store.ReadAsync(Ben)).Count.ShouldBeGreaterThanOrEqualTo(3, "the screening, a foot check and an event");
        (await KeptAsync(Ada)).ShouldBe(before);
        (await _ada.Get("/api/sessions/upcoming")).Headers.ETag.ShouldBe(tag);
        (await Store.ReadAsync(LocalPerson.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_id_that_somebody_else_has_used_is_free()
    {
        const string id = "0195f000-0000-7000-8000-0000000000c1";
        foreach (var (visitor, what) in new[] { (_ada, "cramp"), (_ben, "fall") })
        {
            var sent = await visitor.Post("/api/journal", $$"""[{"id":"{{id}}","at":"2026-03-04T08:00:00Z","kind":"event","what":"{{what}}"}]""");
            JsonNode.Parse(await sent.Content.ReadAsStringAsync())!["accepted"]!.AsArray().ShouldHaveSingleItem();
            (await visitor.Journal()).ShouldHaveSingleItem().GetProperty("what").GetString().ShouldBe(what);
        }
    }

    [Fact]
    public async Task Tags_and_keys_of_equal_journals_are_each_person_s_own()
    {
        const string screening = """[{"id":"0195f000-0000-7000-8000-0000000000d1","at":"2026-03-04T08:00:00Z","kind":"screening","answers":""";
        var (tags, keys) = (new List<string>(), new List<string>());
        foreach (var visitor in new[] { _ada, _ben })
        {
            await visitor.Post("/api/journal", $"{screening}{Able}}}]");
            tags.Add((await visitor.Get("/api/sessions/upcoming")).Headers.ETag!.ToString());
            var kept = JsonNode.Parse(await (await visitor.Get("/api/kept")).Content.ReadAsStringAsync())!;
            keys.Add((string)kept["key"]!);
            kept["person"]!.GetValue<string>().ShouldBe((visitor == _ada ? Ada : Ben).ToString());
            kept["home"]!.GetValue<bool>().ShouldBeFalse();
        }

        tags.ShouldBeUnique();
        keys.ShouldBeUnique();
        var asked = new HttpRequestMessage(HttpMethod.Get, "/api/sessions/upcoming");
        asked.Headers.TryAddWithoutValidation("If-None-Match", tags[0]);
        (await _ben.SendAsync(asked)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_names_its_person_to_its_scripts()
    {
        using var home = new Visitor(_host);
        foreach (var (visitor, person, isHome) in new[] { (_ada, Ada, false), (_ben, Ben, false), (home, LocalPerson.Id, true) })
        {
            foreach (var path in (string[])["/", "/urgent", "/today?kept=1", "/session?kept=1", "/nowhere"])
            {
                var root = (await visitor.Open(path)).Page.DocumentElement;
                root.GetAttribute("data-person").ShouldBe(person.ToString(), path);
                root.HasAttribute("data-home").ShouldBe(isHome, path);
            }
        }

        await using var locked = await RunningHost.StartAsync(options => options with { IsLocked = true });
        using var stranger = new Visitor(locked);
        (await stranger.Open("/today")).Page.DocumentElement.HasAttribute("data-person").ShouldBeFalse("a locked page is nobody's");
    }

    [Fact]
    public async Task What_a_device_sends_for_somebody_else_is_not_taken()
    {
        const string entry = """[{"id":"0195f000-0000-7000-8000-0000000000e1","at":"2026-03-04T08:00:00Z","kind":"event","what":"fall"}]""";
        (await SendForAsync(_ben, HttpMethod.Post, "/api/journal", Ada, entry)).ShouldBe(HttpStatusCode.Conflict);
        foreach (var path in (string[])["/api/kept", "/api/sessions/upcoming", "/api/journal", "/history?kept=1", "/today"])
        {
            (await SendForAsync(_ben, HttpMethod.Get, path, Ada)).ShouldBe(HttpStatusCode.Conflict, path);
        }

        (await Store.ReadAsync(Ada)).ShouldBeEmpty();
        (await Store.ReadAsync(Ben)).ShouldBeEmpty();
        (await SendForAsync(_ada, HttpMethod.Post, "/api/journal", Ada, entry)).ShouldBe(HttpStatusCode.OK);
        (await Store.ReadAsync(Ada)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_form_that_was_shown_to_somebody_else_is_refused()
    {
        await _ada.Open("/event");
        var token = _ada.Page.QuerySelector("input[name=token]")!.GetAttribute("value")!;

        await _ben.SendForm("/event", [("what", "fall"), ("token", token)]);
        _ben.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Store.ReadAsync(Ben)).ShouldBeEmpty();

        await _ada.SendForm("/event", [("what", "fall"), ("token", token)]);
        (await Store.ReadAsync(Ada)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task In_danger_nobody_is_shown_what_is_being_read_for_somebody_else()
    {
        await _ada.Screened(_host, ("rapid-weakness", "yes"));
        Store.Hold = new();
        var first = _ada.Open("/danger/rest");
        await Task.Delay(100);
        var second = _ben.Open("/danger/rest");
        await Task.Delay(100);
        Store.Hold.Set();
        await first;
        await second;

        Chosen(_ben).ShouldBe(0);
        await _ada.Open("/danger/rest");
        Chosen(_ada).ShouldBeGreaterThan(0, "or the test shows nothing");

        static int Chosen(Visitor visitor) => visitor.Page.QuerySelectorAll("main input[checked]").Length;
    }

    [Fact]
    public async Task On_one_device_an_erasure_reaches_what_is_kept_of_that_person_alone()
    {
        foreach (var visitor in new[] { _ada, _ben })
        {
            await visitor.Screened(_host);
            await visitor.Open("/about");
        }

        string[] Named() => [.. _device.GetCookies(_host.Address).Where(cookie => cookie.Name.StartsWith("footing-journal", StringComparison.Ordinal)).Select(cookie => $"{cookie.Name}={cookie.Value}").Order()];
        var named = Named();
        named.Length.ShouldBe(2, "each person's journal by a cookie of its own");
        await Store.EraseAsync(Ada);

        var seenByBen = await _ben.Get("/about");
        seenByBen.Headers.Contains("Clear-Site-Data").ShouldBeFalse();
        (await seenByBen.Content.ReadAsStringAsync()).ShouldNotContain("/assets/forget.");
        (await _ben.Get("/api/kept")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await _ada.Get("/api/kept")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        var seenByAda = await _ada.Get("/about");
        seenByAda.Headers.Contains("Clear-Site-Data").ShouldBeFalse("a browser would clear what it keeps of Ben, too");
        (await seenByAda.Content.ReadAsStringAsync()).ShouldContain("/assets/forget.");
        Named().ShouldBe([named.Single(cookie => cookie.Contains(Ben.Value.ToString("N"), StringComparison.Ordinal))]);
    }

    private static Task<RunningHost> StartAsync() => RunningHost.StartAsync(configure: builder =>
    {
        PersonByHeader.Put(builder);
        TroubledStore.Put(builder);
    });

    /// <summary>Some weeks' worth of everything; the id of one of the entries.</summary>
    private static async Task<string> LiveAsync(Visitor visitor, RunningHost host)
    {
        await visitor.Screened(host, ("rapid-weakness", "yes"));
        await visitor.Screened(host, ("numb-feet", "yes"), ("diabetes", "yes"), ("insulin-or-sulfonylurea", "yes"));
        await visitor.Tell(host, "preference", new() { ["zone"] = "Asia/Tokyo", ["country"] = "JP", ["language"] = "en" });
        await visitor.Tell(host, "background", new() { ["medicines"] = Planted });
        await visitor.Tell(host, "event", new() { ["what"] = "fall" });
        await visitor.Tell(host, "check-in", new() { ["pain"] = 7, ["note"] = Planted });
        await visitor.Tell(host, "foot-check", new() { ["skin"] = "mark", ["heat"] = "no", ["swelling"] = "no", ["looked"] = "self" });
        await visitor.Tell(host, Planted, new() { ["said"] = Planted });
        return (await host.Services.GetRequiredService<IJournalStore>().ReadAsync(Ada)).First(entry => entry.Kind == "event").Id.ToString();
    }

    /// <summary>Every address of a method that the host has, with something in place of each parameter.</summary>
    private List<string> Addresses(string method, string entry)
    {
        var values = new Dictionary<string, string[]>
        {
            ["id:guid"] = [entry], ["question"] = ["numb-feet"], ["number"] = ["1"], ["of"] = ["R1"], ["tag"] = ["en"], ["key"] = [],
            ["what"] = ["emergency", "rest", "kept", "fall", "dizzy"], ["**name"] = ["foot.svg"], ["file"] = ["no.mp4"],
            ["id"] = ["calf-raise", "numb-feet", "touch-test", "chair-stands"], ["decision"] = ["level"],
        };
        var patterns = _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
            .Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal).ToList();
        patterns.ShouldNotBeEmpty();
        return [.. patterns.SelectMany(pattern => Filled(pattern))];

        IEnumerable<string> Filled(string pattern)
        {
            if (Parameter().Match(pattern) is not { Success: true } parameter)
            {
                return [pattern];
            }

            values.ShouldContainKey(parameter.Groups[1].Value, $"what may stand for it in {pattern}?");
            return values[parameter.Groups[1].Value].SelectMany(value => Filled(pattern[..parameter.Index] + value + pattern[(parameter.Index + parameter.Length)..]));
        }
    }

    /// <summary>What an address answers, without what is random in every answer.</summary>
    private static async Task<string> SaidAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.Get(address);
        var body = await answer.Content.ReadAsStringAsync();
        // The token of a form, and the id of the entry that it would make.
        body = Token().Replace(body, "");
        return $"{answer.StatusCode} {answer.RequestMessage!.RequestUri!.PathAndQuery} {answer.Headers.ETag}\n{body}";
    }

    /// <summary>All that the store has of a person, and the screening that they have not sent.</summary>
    private async Task<string> KeptAsync(PersonId person)
    {
        var recent = await Store.ReadRecentAsync(person);
        var draft = await _host.Services.GetRequiredService<IDraftStore>().LoadAsync(person, DraftKinds.Screening);
        return string.Join('\n', [
            .. (await Store.ReadAsync(person)).Select(entry => $"{entry.Sequence} {Encoding.UTF8.GetString(entry.Json.Span)}"),
            $"{recent.Journal} {recent.Snapshot?.Through}", Encoding.UTF8.GetString(draft.ShouldNotBeNull().Span)]);
    }

    private static async Task<HttpStatusCode> SendForAsync(Visitor visitor, HttpMethod method, string path, PersonId person, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Footing-Person", person.ToString());
        using var answer = await visitor.SendAsync(request);
        return answer.StatusCode;
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("(?<=name=\"(token|entry-id)\"[^>]*value=\")[^\"]*")]
    private static partial Regex Token();
}
