using System.Collections.Concurrent;
using Footing.Journal;
using Footing.Storage;
using Footing.Web.Observability;
using Microsoft.Extensions.Logging;

namespace Footing.Web.People;

/// <summary>Logs which entries cannot be read: each once while the program runs, with only its id and kind.</summary>
public sealed class UnreadableEntryLog(ILoggerFactory logs)
{
    private readonly ConcurrentDictionary<(PersonId Person, Guid Entry), byte> _noted = new();
    private readonly ILogger _log = logs.CreateLogger("Footing");

    internal void Note(PersonId person, IEnumerable<UnreadableEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (_noted.TryAdd((person, entry.Id), 0))
            {
                // Any other kind may be text that somebody wrote.
                Events.EntryUnreadable(_log, entry.Id, Vocabulary.EntryKinds.Find(entry.Kind) is null ? "other" : entry.Kind);
            }
        }
    }
}
