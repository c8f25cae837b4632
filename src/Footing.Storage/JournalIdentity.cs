namespace Footing.Storage;

/// <summary>Which journal a person has, and what became of the one that was named.</summary>
/// <param name="Id">
/// Drawn at random when the journal begins; it stays with it in backups, and the journal that begins after an erasure has
/// another. Null when none has begun.
/// </param>
/// <param name="IsErased">
/// Whether the journal that was named is recorded as erased here. Never so because it is missing, empty, older or another
/// installation's, and never while it is the person's journal.
/// </param>
public sealed record JournalIdentity(Guid? Id, bool IsErased);
