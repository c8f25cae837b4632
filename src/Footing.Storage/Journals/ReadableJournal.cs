namespace Footing.Storage.Journals;

/// <summary>A person's journal as far as it can be read.</summary>
/// <param name="Entries">The entries that can be read, in the journal's order.</param>
/// <param name="Damaged">The ids of those that do not open: damaged, or put in another's place.</param>
public sealed record ReadableJournal(IReadOnlyList<StoredEntry> Entries, IReadOnlyList<Guid> Damaged);
