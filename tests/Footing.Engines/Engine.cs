using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Footing.Engines;

/// <summary>What an engine answers instead of what was asked of it: its own words.</summary>
public sealed class EngineException(string message) : Exception(message);

/// <summary>A browser engine in processes of its own, led by WebDriver, with one page that a person sees.</summary>
public abstract class Engine : IAsyncDisposable
{
    /// <summary>The name and version that it gives of itself.</summary>
    public string Name { get; protected set; } = "";

    /// <summary>Errors of pages' scripts, where the engine reports them.</summary>
    public virtual IReadOnlyList<string> Faults => [];

    /// <summary>Opens an address and waits until it is loaded.</summary>
    public abstract Task OpenAsync(Uri address);

    /// <summary>Runs a function within the page: an expression of JavaScript that is a function, whose result may be a promise.</summary>
    /// <returns>What it gives, as JSON.</returns>
    public abstract Task<JsonNode?> RunAsync(string function);

    /// <summary>Presses and lets go at a place of the page, in CSS pixels from the upper left corner of what is seen.</summary>
    public abstract Task TapAsync(double x, double y);

    public abstract ValueTask DisposeAsync();

    /// <summary>WebDriver's actions of a press: the same in both of its protocols.</summary>
    protected static JsonArray Press(double x, double y) =>
    [
        new JsonObject
        {
            ["type"] = "pointer",
            ["id"] = "finger",
            ["parameters"] = new JsonObject { ["pointerType"] = "mouse" },
            ["actions"] = new JsonArray(
                new JsonObject { ["type"] = "pointerMove", ["x"] = (int)x, ["y"] = (int)y },
                new JsonObject { ["type"] = "pointerDown", ["button"] = 0 },
                new JsonObject { ["type"] = "pause", ["duration"] = 50 },
                new JsonObject { ["type"] = "pointerUp", ["button"] = 0 }),
        },
    ];

    /// <summary>A loopback port that nothing listens on.</summary>
    protected static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
