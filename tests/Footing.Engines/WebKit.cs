using System.Text;
using System.Text.Json.Nodes;

namespace Footing.Engines;

/// <summary>WebKitGTK, led by its WebDriver: commands and answers as JSON over HTTP.</summary>
internal sealed class WebKit : Engine
{
    private readonly Keeper _keeper;
    private readonly HttpClient _http;
    private string _session = "";

    private WebKit(Keeper keeper, int port)
    {
        _keeper = keeper;
        // It wants to know how long a body is before it reads it.
        _http = new() { BaseAddress = new($"http://127.0.0.1:{port}/"), Timeout = Keeper.Patience };
    }

    public static async Task<WebKit> StartAsync(TimeZoneInfo zone)
    {
        var port = FreePort();
        var keeper = await Keeper.StartAsync(zone, isVirtual: true, _ => ["WebKitWebDriver", "--host=127.0.0.1", $"--port={port}"]);
        var engine = new WebKit(keeper, port);
        try
        {
            await engine.MeetAsync();
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    public override Task OpenAsync(Uri address) => AskAsync(HttpMethod.Post, "/url", new() { ["url"] = address.ToString() });

    public override async Task<JsonNode?> RunAsync(string function)
    {
        var answer = await AskAsync(HttpMethod.Post, "/execute/async", new()
        {
            ["script"] = $$"""
                const tell = arguments[arguments.length - 1];
                (async () => JSON.stringify(await ({{function}})() ?? null))().then(value => tell({ value }), reason => tell({ reason: String(reason) }));
                """,
            ["args"] = new JsonArray(),
        });
        return answer!["value"] is { } value ? JsonNode.Parse((string)value!) : throw new EngineException($"{answer["reason"]}");
    }

    public override Task TapAsync(double x, double y) => AskAsync(HttpMethod.Post, "/actions", new() { ["actions"] = Press(x, y) });

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _keeper.DisposeAsync();
    }

    private async Task MeetAsync()
    {
        for (var since = DateTime.UtcNow; !await IsThereAsync(); await Task.Delay(100))
        {
            (DateTime.UtcNow - since).ShouldBeLessThan(Keeper.Patience, _keeper.Log);
        }

        var session = (await SendAsync(HttpMethod.Post, "session", new() { ["capabilities"] = new JsonObject() }))!;
        _session = $"session/{session["sessionId"]}";
        Name = $"WebKitGTK {session["capabilities"]!["browserVersion"]}";
        await AskAsync(HttpMethod.Post, "/window/rect", new() { ["x"] = 0, ["y"] = 0, ["width"] = 400, ["height"] = 860 });
    }

    private async Task<bool> IsThereAsync()
    {
        try
        {
            using var answer = await _http.GetAsync("status");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Task<JsonNode?> AskAsync(HttpMethod method, string command, JsonObject what) => SendAsync(method, _session + command, what);

    private async Task<JsonNode?> SendAsync(HttpMethod method, string command, JsonObject what)
    {
        using var request = new HttpRequestMessage(method, command) { Content = new StringContent(what.ToJsonString(), Encoding.UTF8, "application/json") };
        using var answer = await _http.SendAsync(request);
        var value = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["value"];
        return answer.IsSuccessStatusCode ? value?.DeepClone() : throw new EngineException($"{value?["error"]}: {value?["message"]}");
    }
}
