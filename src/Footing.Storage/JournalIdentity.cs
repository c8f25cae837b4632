namespace Footing.Storage;

/// <summary>Which journal a person has, and whether the named one was erased.</summary>
/// <param name="Id">
/// Random, chosen when the journal begins. Backups keep it; a journal that begins after an erasure has another id.
/// Null when none has begun.
/// </param>
/// <param name="IsErased">
/// Whether the named journal is recorded as erased here. Never true because it is missing, empty, older or of another
/// installation, and never while it is the person's journal.
/// </param>
public sealed record JournalIdentity(Guid? Id, bool IsErased);
