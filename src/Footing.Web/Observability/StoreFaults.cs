namespace Footing.Web.Observability;

/// <summary>
/// How often the store has failed since the start, wherever the fault was met: some pages are shown without what only the
/// store knows, and report no fault.
/// </summary>
internal sealed class StoreFaults
{
    private long _count;

    /// <summary>The number of faults so far.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>The store has failed.</summary>
    public void Add() => Interlocked.Increment(ref _count);
}
