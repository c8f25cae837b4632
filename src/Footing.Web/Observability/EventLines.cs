using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Footing.Web.Observability;

/// <summary>
/// How the console writes log messages: one line for each event. Our own messages contain nothing about a person; those
/// of the framework may quote paths, headers and bodies, so only their category, event name and exception type are
/// written. The message of an exception is never written.
/// </summary>
internal sealed class EventLines(TimeProvider clock) : ConsoleFormatter(FormatterName)
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
        WriteLine($"{at} {Word(logEntry.LogLevel)} {words}{fault}", textWriter);
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

    // A line break or a control character becomes one space: an event is one line and controls no terminal.
    private static void WriteLine(string text, TextWriter writer)
    {
        var isGap = false;
        foreach (var letter in text)
        {
            var isBreak = char.IsControl(letter) || letter is '\u2028' or '\u2029';
            if (isBreak || (isGap && letter == ' '))
            {
                isGap = true;
                continue;
            }

            if (isGap)
            {
                writer.Write(' ');
                isGap = false;
            }

            writer.Write(letter);
        }

        writer.Write('\n');
    }
}
