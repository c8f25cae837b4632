using System.Collections.Immutable;
using System.Text;
using Footing.Journal;
using Footing.Snapshots;

namespace Footing.Testing;

/// <summary>Lines of a journal as a store returns them.</summary>
public static class AcceptedEntries
{
    /// <summary>Accepted one after the other.</summary>
    public static ImmutableArray<AcceptedEntry> Of(IEnumerable<string> lines) => [.. lines.Select((line, place) =>
    {
        var json = Encoding.UTF8.GetBytes(line);
        return new AcceptedEntry(place + 1, EntryReader.From(json).Value, json);
    })];
}
