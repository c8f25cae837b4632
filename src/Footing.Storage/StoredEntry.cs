namespace Footing.Storage;

/// <summary>An entry as it is stored.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="At">When it happened, as an instant in UTC; the offset as written is in the JSON.</param>
/// <param name="Kind">The entry's kind.</param>
/// <param name="Sequence">Its position in the order of acceptance within this journal, from 1.</param>
/// <param name="Json">The bytes as first accepted.</param>
public sealed record StoredEntry(Guid Id, DateTimeOffset At, string Kind, long Sequence, ReadOnlyMemory<byte> Json);

/// <summary>A page of a journal in the order of acceptance.</summary>
/// <param name="Entries">The entries; empty at the end.</param>
/// <param name="Next">Where the next page starts, or null when this page reached the end.</param>
public sealed record JournalPage(IReadOnlyList<StoredEntry> Entries, JournalCursor? Next);
