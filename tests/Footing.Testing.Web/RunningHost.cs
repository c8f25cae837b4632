using Footing.Web;
using Footing.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Footing.Testing.Web;

/// <summary>A real host on a free loopback port, with its own folder and a clock that a test moves.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningHost(WebApplication app, FakeTimeProvider clock, string folder, LogLines log) =>
        (_app, Clock, Folder, Log, Address) = (app, clock, folder, log, new Uri(app.Urls.First()));

    public FakeTimeProvider Clock { get; }

    public string Folder { get; }

    public LogLines Log { get; }

    public Uri Address { get; }

    /// <summary>What goes wrong with each request; null for nothing.</summary>
    public Func<HttpContext, RequestDelegate, Task>? Trouble { get; set; }

    /// <summary>No server is reached: each connection breaks without an answer.</summary>
    public void Unplug() => Trouble = (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>The connection works again.</summary>
    public void Plug() => Trouble = null;

    public IServiceProvider Services => _app.Services;

    public static async Task<RunningHost> StartAsync(
        Func<FootingOptions, FootingOptions>? with = null, Action<WebApplicationBuilder>? configure = null)
    {
        // A little time passes between any two actions, as it does for people.
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(20) };
        var folder = Directory.CreateTempSubdirectory("footing-web-").FullName;
#pragma warning disable CA2000 // It holds nothing to dispose of, as every provider of loggers must be able to.
        var log = new LogLines();
#pragma warning restore CA2000
        var options = new FootingOptions { DataFolder = folder, Urls = ["http://127.0.0.1:0"], Clock = clock, Zone = TimeZoneInfo.Utc };
        RunningHost? host = null;
        var app = await FootingHost.BuildAsync(with?.Invoke(options) ?? options, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.AddSingleton<IStartupFilter>(new TroubleFirst(() => host?.Trouble));
            configure?.Invoke(builder);
        });
        await app.StartAsync();
        return host = new(app, clock, folder, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>Before everything else in a host: the faults that a test causes.</summary>
public sealed class TroubleFirst(Func<Func<HttpContext, RequestDelegate, Task>?> trouble) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) => trouble() is { } wrong ? wrong(context, rest) : rest(context));
        next(app);
    };
}

/// <summary>Every line that was logged.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public string All
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            _lines.Add($"{eventId.Name} {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
