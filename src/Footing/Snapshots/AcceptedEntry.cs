using Footing.Journal;

namespace Footing.Snapshots;

/// <summary>An entry as the journal's store keeps it.</summary>
/// <param name="Sequence">
/// Its place in the order of acceptance within its journal, from 1; no two entries share one.
/// </param>
/// <param name="Entry">What was read from its bytes.</param>
/// <param name="Json">The bytes: one JSON object, UTF-8.</param>
public readonly record struct AcceptedEntry(long Sequence, Entry Entry, ReadOnlyMemory<byte> Json);
