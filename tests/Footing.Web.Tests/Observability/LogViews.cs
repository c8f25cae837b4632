using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Footing.Web.Tests.Observability;

/// <summary>One thing that was logged, with all that it carries.</summary>
internal sealed record Logged(string Category, LogLevel Level, string? Event, string All)
{
    public bool IsOurs => Category == "Footing" || Category.StartsWith("Footing.", StringComparison.Ordinal);
}

/// <summary>Sees everything that anybody logs, at every level, with its values, scopes and exceptions.</summary>
internal sealed class EverythingLogged : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<Logged> _lines = [];
    private IExternalScopeProvider? _scopes;

    public IReadOnlyList<Logged> Lines => [.. _lines];

    public static EverythingLogged Put(WebApplicationBuilder builder)
    {
        var provider = new EverythingLogged();
        builder.Logging.AddProvider(provider).AddFilter<EverythingLogged>(null, LogLevel.Trace);
        return provider;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(EverythingLogged all, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
            var scopes = new List<object?>();
            // The framework's own scope holds the path of the request; a provider may write it, ours does not.
            if (category != "Footing")
            {
                all._scopes?.ForEachScope((scope, into) => into.Add(scope), scopes);
            }

            all._lines.Enqueue(new(category, logLevel, eventId.Name, $"{category} {eventId.Name} {formatter(state, exception)} {values} {exception} {string.Join(' ', scopes)}"));
        }
    }
}

/// <summary>Sees the lines that the console of a real process would show: the host's own levels and its own formatter.</summary>
internal sealed class ConsoleView(ConsoleFormatter formatter) : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = [];

    public string All => string.Concat(_lines);

    public static void Put(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider => new ConsoleView(provider.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == "events")));
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<ConsoleView>());
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ConsoleView view, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var line = new StringWriter();
            view.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), line);
        }
    }

    private void Write<TState>(LogEntry<TState> entry, StringWriter line)
    {
        formatter.Write(entry, null, line);
        _lines.Enqueue(line.ToString());
    }
}
