using System.Diagnostics.CodeAnalysis;
using Footing.Storage;
using Footing.Web.Observability;
using Footing.Web.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Footing.Web.Tests.Observability;

public sealed class WatchedJournalTests
{
    [Fact]
    [SuppressMessage("Reliability", "CA2000", Justification = "There is no store behind them that could be disposed of.")]
    public async Task Every_fault_of_the_store_is_counted_whoever_meets_it()
    {
        var faults = new StoreFaults();
        var inner = new TroubledStore(null!) { Fault = new StorageException(StorageFault.Full, "full") };
        var watched = new WatchedJournal(inner, NullLoggerFactory.Instance, faults);
        Func<Task>[] calls =
        [
            () => watched.AppendAsync(LocalPerson.Id, []), () => watched.ReadAsync(LocalPerson.Id), () => watched.ReadPageAsync(LocalPerson.Id, null, 1),
            () => watched.ReadRecentAsync(LocalPerson.Id), () => watched.SaveSnapshotAsync(LocalPerson.Id, new(1, 1, 1, default)),
            () => watched.EraseAsync(LocalPerson.Id), () => watched.IdentifyAsync(LocalPerson.Id, null), () => watched.CheckAsync(),
        ];
        for (var call = 0; call < calls.Length; call++)
        {
            await Should.ThrowAsync<StorageException>(calls[call]);
            faults.Count.ShouldBe(call + 1);
        }

        inner.Fault = new OperationCanceledException();
        await Should.ThrowAsync<OperationCanceledException>(() => watched.ReadAsync(LocalPerson.Id));
        faults.Count.ShouldBe(calls.Length, "somebody who went away is no fault");
    }
}
