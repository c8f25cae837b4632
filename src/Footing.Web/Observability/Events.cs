using Footing.Storage;
using Microsoft.Extensions.Logging;

namespace Footing.Web.Observability;

/// <summary>
/// Everything that Footing logs: event names, ids, counts and names from our own code, never anything a person wrote.
/// </summary>
internal static partial class Events
{
    [LoggerMessage(EventName = "started", Level = LogLevel.Information, Message = "started: version {Version}, telemetry {Telemetry}")]
    public static partial void Started(ILogger log, string? version, string telemetry);

    [LoggerMessage(EventName = "stopping", Level = LogLevel.Information, Message = "stopping")]
    public static partial void Stopping(ILogger log);

    [LoggerMessage(EventName = "entries-appended", Level = LogLevel.Information, Message = "entries-appended: {Accepted} new, {Duplicates} known, {Rejected} refused, person {Person}")]
    public static partial void EntriesAppended(ILogger log, int accepted, int duplicates, int rejected, PersonId person);

    [LoggerMessage(EventName = "journal-exported", Level = LogLevel.Information, Message = "journal-exported: {Entries} entries, person {Person}")]
    public static partial void JournalExported(ILogger log, int entries, PersonId person);

    [LoggerMessage(EventName = "person-erased", Level = LogLevel.Information, Message = "person-erased: person {Person}")]
    public static partial void PersonErased(ILogger log, PersonId person);

    [LoggerMessage(EventName = "entry-unreadable", Level = LogLevel.Warning, Message = "entry-unreadable: entry {Entry}, kind {Kind}")]
    public static partial void EntryUnreadable(ILogger log, Guid entry, string kind);

    [LoggerMessage(EventName = "keyring-save-caught-up", Level = LogLevel.Information, Message = "keyring-save-caught-up: keys of people who were erased are destroyed there too")]
    public static partial void KeyringSaveCaughtUp(ILogger log);

    [LoggerMessage(EventName = "keyring-save-behind", Level = LogLevel.Warning, Message = "keyring-save-behind: not reached, and holds keys of people who were erased; footing check names it")]
    public static partial void KeyringSaveBehind(ILogger log);

    [LoggerMessage(EventName = "request-failed", Level = LogLevel.Error, Message = "request-failed: {Fault} at {Route}, shown as {Reason}, trace {Trace}. {Trail}")]
    public static partial void RequestFailed(ILogger log, string? fault, string? route, string reason, string? trace, string? trail);

    [LoggerMessage(EventName = "request-refused", Level = LogLevel.Warning, Message = "request-refused: {Fault} at {Route}, shown as {Reason}, trace {Trace}")]
    public static partial void RequestRefused(ILogger log, string? fault, string? route, string reason, string? trace);

    [LoggerMessage(EventName = "shown-without-journal", Level = LogLevel.Error, Message = "shown-without-journal: {Fault}")]
    public static partial void ShownWithoutJournal(ILogger log, string? fault);

    [LoggerMessage(EventName = "telemetry-refused", Level = LogLevel.Warning, Message = "telemetry-refused: {Signal}, {Why}")]
    public static partial void TelemetryRefused(ILogger log, string signal, string why);

    [LoggerMessage(EventName = "telemetry-delivered", Level = LogLevel.Information, Message = "telemetry-delivered: {Signal} again")]
    public static partial void TelemetryDelivered(ILogger log, string signal);
}
