using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Footing.Engines;

/// <summary>Firefox, led by WebDriver BiDi, which is built into it: commands and answers as JSON over a WebSocket.</summary>
internal sealed class Firefox : Engine
{
    /// <summary>It asks for nothing but loopback: whatever else goes to a proxy that is not there.</summary>
    private const string Settings = """
        user_pref("network.proxy.type", 1);
        user_pref("network.proxy.http", "127.0.0.1");
        user_pref("network.proxy.http_port", 9);
        user_pref("network.proxy.ssl", "127.0.0.1");
        user_pref("network.proxy.ssl_port", 9);
        user_pref("network.proxy.failover_direct", false);
        user_pref("network.captive-portal-service.enabled", false);
        user_pref("network.connectivity-service.enabled", false);
        user_pref("intl.accept_languages", "en-GB");
        """;

    private readonly Keeper _keeper;
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> _asked = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _over = new();
    private Task _hearing = Task.CompletedTask;
    private string _page = "";
    private int _last;

    private Firefox(Keeper keeper) => _keeper = keeper;

    public override IReadOnlyList<string> Faults => [.. _faults];

    public static async Task<Firefox> StartAsync(TimeZoneInfo zone)
    {
        var keeper = await Keeper.StartAsync(zone, isVirtual: false, folder =>
        {
            var profile = Directory.CreateDirectory(Path.Combine(folder, "profile")).FullName;
            File.WriteAllText(Path.Combine(profile, "user.js"), Settings);
            return ["firefox-esr", "--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", profile];
        });
        var engine = new Firefox(keeper);
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

    public override Task OpenAsync(Uri address) =>
        AskAsync("browsingContext.navigate", new() { ["context"] = _page, ["url"] = address.ToString(), ["wait"] = "complete" });

    public override async Task<JsonNode?> RunAsync(string function)
    {
        var answer = (await AskAsync("script.evaluate", new()
        {
            ["expression"] = $"(async () => JSON.stringify(await ({function})() ?? null))()",
            ["target"] = new JsonObject { ["context"] = _page },
            ["awaitPromise"] = true,
        }))!;
        return (string?)answer["type"] == "success"
            ? JsonNode.Parse((string)answer["result"]!["value"]!)
            : throw new EngineException(answer["exceptionDetails"]?["text"]?.ToString() ?? answer.ToJsonString());
    }

    public override Task TapAsync(double x, double y) =>
        AskAsync("input.performActions", new() { ["context"] = _page, ["actions"] = Press(x, y) });

    public override async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _hearing;
        await _keeper.DisposeAsync();
        _socket.Dispose();
        _turn.Dispose();
        _over.Dispose();
    }

    private async Task MeetAsync()
    {
        var place = Path.Combine(_keeper.Folder, "profile", "WebDriverBiDiServer.json");
        JsonNode? told = null;
        for (var since = DateTime.UtcNow; told is null; await Task.Delay(100))
        {
            (DateTime.UtcNow - since).ShouldBeLessThan(Keeper.Patience, _keeper.Log);
            try
            {
                told = File.Exists(place) ? JsonNode.Parse(await File.ReadAllTextAsync(place)) : null;
            }
            catch (JsonException)
            {
                // Half written.
            }
        }

        await _socket.ConnectAsync(new($"ws://{told["ws_host"]}:{told["ws_port"]}/session"), _over.Token).WaitAsync(Keeper.Patience);
        _hearing = Task.Run(HearAsync);
        var session = await AskAsync("session.new", new() { ["capabilities"] = new JsonObject() });
        Name = $"Firefox {session!["capabilities"]!["browserVersion"]}";
        await AskAsync("session.subscribe", new() { ["events"] = new JsonArray("log.entryAdded") });
        _page = (string)(await AskAsync("browsingContext.getTree", []))!["contexts"]![0]!["context"]!;
        await AskAsync("browsingContext.setViewport", new()
        {
            ["context"] = _page, ["viewport"] = new JsonObject { ["width"] = 360, ["height"] = 740 },
        });
    }

    private async Task<JsonNode?> AskAsync(string method, JsonObject what)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = what };
        await _turn.WaitAsync();
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command), WebSocketMessageType.Text, endOfMessage: true, _over.Token);
        }
        finally
        {
            _turn.Release();
        }

        try
        {
            return await answer.Task.WaitAsync(Keeper.Patience);
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    private async Task HearAsync()
    {
        var part = new byte[64 * 1024];
        try
        {
            while (true)
            {
                using var whole = new MemoryStream();
                ValueWebSocketReceiveResult came;
                do
                {
                    came = await _socket.ReceiveAsync(part.AsMemory(), _over.Token);
                    await whole.WriteAsync(part.AsMemory(0, came.Count));
                }
                while (!came.EndOfMessage);
                if (came.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                Take(JsonNode.Parse(whole.ToArray())!);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            foreach (var answer in _asked.Values)
            {
                answer.TrySetException(new EngineException("Firefox is gone: " + e.Message));
            }
        }
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is { } id && _asked.TryGetValue((int)id, out var answer))
        {
            if ((string?)message["type"] == "success")
            {
                answer.TrySetResult(message["result"]?.DeepClone());
            }
            else
            {
                answer.TrySetException(new EngineException($"{message["error"]}: {message["message"]}"));
            }
        }
        else if ((string?)message["method"] == "log.entryAdded" && (string?)message["params"]!["level"] == "error")
        {
            _faults.Enqueue($"{message["params"]!["type"]}: {message["params"]!["text"]}");
        }
    }
}
