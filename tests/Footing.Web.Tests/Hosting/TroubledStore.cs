using System.Collections;
using Footing.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.Hosting;

/// <summary>The host's store, which fails when a test says so.</summary>
internal sealed class TroubledStore(IJournalStore store) : IJournalStore
{
    /// <summary>What the next calls throw; null for none.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What is thrown while a page is read, after its first entries are on their way.</summary>
    public Exception? FaultMidway { get; set; }

    /// <summary>What else happens at each append.</summary>
    public Action? OnAppend { get; set; }

    /// <summary>Holds every check until it is set; null for none.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>Whether it is as if no snapshot was ever kept; what is kept meanwhile is lost.</summary>
    public bool HidesSnapshots { get; set; }
    /// <summary>Holds every other call, and the thread that it comes on, until it is set; null for none.</summary>
    public ManualResetEventSlim? Hold { get; set; }

    /// <summary>How often it was checked.</summary>
    public int Checks { get; private set; }

    /// <summary>Puts it in place of the store that the host registered.</summary>
    public static void Put(WebApplicationBuilder builder)
    {
        var registered = builder.Services.Last(service => service.ServiceType == typeof(IJournalStore)).ImplementationFactory!;
        builder.Services.AddSingleton<IJournalStore>(provider => new TroubledStore((IJournalStore)registered(provider)));
    }

    public async Task<IReadOnlyList<Appended>> AppendAsync(PersonId person, IReadOnlyList<NewEntry> entries, CancellationToken cancellation = default)
    {
        OnAppend?.Invoke();
        Fail();
        return await store.AppendAsync(person, entries, cancellation);
    }

    public async Task<IReadOnlyList<StoredEntry>> ReadAsync(PersonId person, CancellationToken cancellation = default)
    {
        Fail();
        return await store.ReadAsync(person, cancellation);
    }

    public async Task<JournalPage> ReadPageAsync(PersonId person, JournalCursor? after, int limit, CancellationToken cancellation = default)
    {
        Fail();
        var page = await store.ReadPageAsync(person, after, limit, cancellation);
        return FaultMidway is { } fault ? page with { Entries = new Breaking(page.Entries, fault) } : page;
    }

    public async Task<RecentJournal> ReadRecentAsync(PersonId person, CancellationToken cancellation = default)
    {
        Fail();
        var recent = await store.ReadRecentAsync(person, cancellation);
        return HidesSnapshots ? recent with { Snapshot = null, Entries = await store.ReadAsync(person, cancellation) } : recent;
    }

    public Task SaveSnapshotAsync(PersonId person, JournalSnapshot snapshot, CancellationToken cancellation = default)
    {
        Fail();
        return HidesSnapshots ? Task.CompletedTask : store.SaveSnapshotAsync(person, snapshot, cancellation);
    }

    public async Task<bool> EraseAsync(PersonId person, CancellationToken cancellation = default)
    {
        Fail();
        return await store.EraseAsync(person, cancellation);
    }

    public Task<JournalIdentity> IdentifyAsync(PersonId person, Guid? named, CancellationToken cancellation = default)
    {
        Fail();
        return store.IdentifyAsync(person, named, cancellation);
    }

    public async Task CheckAsync(CancellationToken cancellation = default)
    {
        Checks++;
        if (Gate is { } gate)
        {
            await gate.Task;
        }

        Fail();
        await store.CheckAsync(cancellation);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private void Fail()
    {
        Hold?.Wait();
        if (Fault is { } fault)
        {
            throw fault;
        }
    }

    private sealed class Breaking(IReadOnlyList<StoredEntry> entries, Exception fault) : IReadOnlyList<StoredEntry>
    {
        public int Count => entries.Count;

        public StoredEntry this[int index] => entries[index];

        public IEnumerator<StoredEntry> GetEnumerator()
        {
            foreach (var entry in entries)
            {
                yield return entry;
            }

            throw fault;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
