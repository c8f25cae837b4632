using Footing.Storage.Engines;
using Footing.Storage.Sealing;

namespace Footing.Storage.Journals;

/// <summary>Drafts, each sealed with its person's key.</summary>
internal sealed class DraftStore(IEngine engine, Keyring keyring, TimeProvider clock) : IDraftStore
{
    public async Task SaveAsync(
        PersonId person, string kind, ReadOnlyMemory<byte> json, DateTimeOffset expiresAt, CancellationToken cancellation = default)
    {
        // Read from the file again: another process may have erased the person.
        var key = await keyring.LiveAsync(person, isFresh: true).ConfigureAwait(false);
        using var seal = new Seal(key.Bytes);
        var body = seal.Close(json.Span, AssociatedData.OfDraft(person, kind, expiresAt.UtcTicks));
        await WriteAsync(
            writing => writing.SaveDraftAsync(new(person, kind, expiresAt.UtcTicks, key.Number, body), clock.GetUtcNow().UtcTicks),
            cancellation).ConfigureAwait(false);
    }

    public async Task<ReadOnlyMemory<byte>?> LoadAsync(PersonId person, string kind, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcTicks;
        if (await engine.ReadDraftAsync(person, kind, cancellation).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        if (row.ExpiresAt <= now)
        {
            await WriteAsync(writing => writing.DeleteExpiredDraftsAsync(now), cancellation).ConfigureAwait(false);
            return null;
        }

        if (await keyring.FindAsync(person, row.Key).ConfigureAwait(false) is not { } key)
        {
            return null;
        }

        using var seal = new Seal(key.Bytes);
        // A draft that does not open only means that the form is filled in again.
        return seal.Open(row.Body, AssociatedData.OfDraft(person, kind, row.ExpiresAt)) is { } json ? json : (ReadOnlyMemory<byte>?)null;
    }

    public Task DeleteAsync(PersonId person, string kind, CancellationToken cancellation = default) =>
        WriteAsync(writing => writing.DeleteDraftAsync(person, kind), cancellation);

    private async Task WriteAsync(Func<IWriteTransaction, Task> work, CancellationToken cancellation) => await engine.WriteAsync(
        async writing =>
        {
            await work(writing).ConfigureAwait(false);
            return true;
        },
        cancellation).ConfigureAwait(false);
}
