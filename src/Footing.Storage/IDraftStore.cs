namespace Footing.Storage;

/// <summary>
/// Half-finished forms, such as a screening, kept for a while so that a person can continue. A draft is not
/// an entry: it is overwritten, expires, and no plan ever reads it. One draft for each person and kind.
/// </summary>
/// <remarks>Every call throws <see cref="StorageException"/> as <see cref="IJournalStore"/> does.</remarks>
public interface IDraftStore
{
    /// <summary>Stores a draft in place of the one before it. Expired drafts are removed permanently.</summary>
    /// <param name="person">Whose draft.</param>
    /// <param name="kind">The kind of form, such as <c>screening</c>.</param>
    /// <param name="json">The answers so far; stored unchanged.</param>
    /// <param name="expiresAt">The instant at which the draft expires.</param>
    /// <param name="cancellation">Cancels the waiting.</param>
    Task SaveAsync(
        PersonId person, string kind, ReadOnlyMemory<byte> json, DateTimeOffset expiresAt, CancellationToken cancellation = default);

    /// <summary>The draft as it was saved; null when there is none or it has expired, and then it is removed.</summary>
    Task<ReadOnlyMemory<byte>?> LoadAsync(PersonId person, string kind, CancellationToken cancellation = default);

    /// <summary>Removes the draft; does nothing when there is none.</summary>
    Task DeleteAsync(PersonId person, string kind, CancellationToken cancellation = default);
}
