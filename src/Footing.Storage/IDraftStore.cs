namespace Footing.Storage;

/// <summary>
/// Half-finished forms, such as a screening, kept for a while so that a person can go on. A draft is not
/// an entry: it is overwritten, expires, and no plan ever reads it. One draft a person and kind.
/// </summary>
/// <remarks>Every call throws <see cref="StorageException"/> as <see cref="IJournalStore"/> does.</remarks>
public interface IDraftStore
{
    /// <summary>Keeps a draft in place of the one before it. Drafts that have expired are removed for good.</summary>
    /// <param name="person">Whose draft.</param>
    /// <param name="kind">What is being filled in, such as <c>screening</c>.</param>
    /// <param name="json">The answers so far; kept as they are.</param>
    /// <param name="expiresAt">The instant from which on the draft is gone.</param>
    /// <param name="cancellation">Heeded while waiting.</param>
    Task SaveAsync(
        Guid person, string kind, ReadOnlyMemory<byte> json, DateTimeOffset expiresAt, CancellationToken cancellation = default);

    /// <summary>The draft as it was saved, or null when there is none or it has expired; then it is removed.</summary>
    Task<ReadOnlyMemory<byte>?> LoadAsync(Guid person, string kind, CancellationToken cancellation = default);

    /// <summary>Removes the draft; nothing happens when there is none.</summary>
    Task DeleteAsync(Guid person, string kind, CancellationToken cancellation = default);
}
