using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Footing.Storage.Appending;

/// <summary>An append that waits for its turn, and its outcome.</summary>
internal sealed class PendingAppend(PersonId person, IReadOnlyList<PackedEntry> entries, DateTimeOffset latest, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<IReadOnlyList<Appended>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The person.</summary>
    internal PersonId Person => person;

    /// <summary>The entries to append.</summary>
    internal IReadOnlyList<PackedEntry> Entries => entries;

    /// <summary>The latest time that an entry may have.</summary>
    internal DateTimeOffset Latest => latest;

    /// <summary>The outcome of each entry; filled in by the writer.</summary>
    internal Appended[] Outcomes { get; } = new Appended[entries.Count];

    /// <summary>Completes when the append is durable or has failed.</summary>
    internal Task<IReadOnlyList<Appended>> Done => _done.Task;

    /// <summary>Whether the caller has cancelled while it waited.</summary>
    internal bool IsGivenUp()
    {
        if (cancellation.IsCancellationRequested)
        {
            _done.TrySetCanceled(cancellation);
        }

        return _done.Task.IsCompleted;
    }

    internal void Complete() => _done.TrySetResult(Outcomes);

    internal void Fail(Exception fault) => _done.TrySetException(fault);
}

/// <summary>An entry with its body compressed, ready to be sealed.</summary>
internal readonly record struct PackedEntry(NewEntry Entry, short Kind, byte[] Packed);

/// <summary>
/// Gathers appends that arrive at the same time into one transaction: the next ones collect while one is made durable.
/// A single append does not wait.
/// </summary>
internal sealed class AppendQueue : IAsyncDisposable
{
    /// <summary>A transaction with more entries than this would delay the appends behind it for too long.</summary>
    private const int MostEntries = 2000;

    private readonly Channel<PendingAppend> _waiting = Channel.CreateUnbounded<PendingAppend>(new() { SingleReader = true });
    private readonly Func<IReadOnlyList<PendingAppend>, Task> _write;
    private readonly Task _loop;

    /// <summary>Starts to process appends.</summary>
    /// <param name="write">Writes some appends in one durable transaction, filling in their outcomes.</param>
    internal AppendQueue(Func<IReadOnlyList<PendingAppend>, Task> write)
    {
        _write = write;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>How many transactions it has begun.</summary>
    internal int Transactions { get; private set; }

    /// <summary>Appends in one of the next transactions.</summary>
    internal Task<IReadOnlyList<Appended>> AppendAsync(PendingAppend append)
    {
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(append), this);
        return append.Done;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
    }

    private async Task LoopAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var batch = new List<PendingAppend>();
            var entries = 0;
            while (entries < MostEntries && _waiting.Reader.TryRead(out var append))
            {
                if (!append.IsGivenUp())
                {
                    batch.Add(append);
                    entries += append.Entries.Count;
                }
            }

            if (batch.Count > 0)
            {
                await WriteAsync(batch).ConfigureAwait(false);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the fault, it goes to those who wait for these appends.")]
    private async Task WriteAsync(List<PendingAppend> batch)
    {
        Transactions++;
        try
        {
            await _write(batch).ConfigureAwait(false);
            batch.ForEach(append => append.Complete());
        }
        catch (Exception fault)
        {
            if (batch.Count == 1 || fault is StorageException { Kind: not (StorageFault.Corrupt or StorageFault.Keys) })
            {
                batch.ForEach(append => append.Fail(fault));
                return;
            }

            // One of them may be the cause: the others must not fail with it.
            foreach (var append in batch)
            {
                await WriteAsync([append]).ConfigureAwait(false);
            }
        }
    }
}
