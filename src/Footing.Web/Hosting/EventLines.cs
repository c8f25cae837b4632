using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Footing.Web.Hosting;

/// <summary>
/// How the console writes what is logged: a line an event. Our own messages hold nothing of a person's; those of the
/// framework may quote paths, headers and bodies, so of them only the category, the event's name and the type of the
/// exception are written. No exception's message ever is.
/// </summary>
internal sealed partial class EventLines(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    /// <summary>The name under which it is registered.</summary>
    public const string FormatterName = "events";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var words = IsOurs(logEntry.Category)
            ? logEntry.Formatter(logEntry.State, null)
            : $"{logEntry.Category} {logEntry.EventId.Name ?? logEntry.EventId.Id.ToString(CultureInfo.InvariantCulture)}";
        var fault = logEntry.Exception is { } exception ? $" {Trail(exception)}" : "";
        var at = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        textWriter.Write(Breaks().Replace($"{at} {Word(logEntry.LogLevel)} {words}{fault}", " "));
        textWriter.Write('\n');
    }

    /// <summary>An exception and its causes without their messages: types, and where it was thrown.</summary>
    public static string Trail(Exception fault)
    {
        var types = new List<string>();
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            types.Add(cause.GetType().Name);
        }

        return $"{string.Join(" from ", types)} {fault.StackTrace}".TrimEnd();
    }

    private static bool IsOurs(string category) => category == "Footing" || category.StartsWith("Footing.", StringComparison.Ordinal);

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "fatal",
    };

    // Also a terminal's commands: an event is one line and paints nothing.
    [GeneratedRegex(@"[\p{Cc}\u2028\u2029]\s*")]
    private static partial Regex Breaks();
}
