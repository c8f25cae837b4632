using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Snapshots;

namespace Footing.Simulation;

/// <summary>What plans one person's days. The simulation plans with <see cref="SnapshotPlanner"/>; tests with worse ones.</summary>
public interface IPersonPlanner
{
    /// <summary>An entry has arrived.</summary>
    void Take(Entry entry);

    /// <summary>The plan of a date from all that has arrived.</summary>
    Plan PlanOn(DateOnly on);
}

/// <summary>
/// The planner that Footing ships. It reads on from a snapshot where one fits, so that a day costs what is new; what
/// arrives late makes it read the whole journal once more.
/// </summary>
public sealed class SnapshotPlanner : IPersonPlanner
{
    private const int WorthASnapshot = 25;
    private const int EntriesBetweenTries = 5;

    private readonly Programme _programme;
    private readonly List<AcceptedEntry> _entries = [];
    private PlanSnapshot? _snapshot;
    private int _tried;

    /// <param name="programme">The programme that is planned with.</param>
    public SnapshotPlanner(Programme programme) => _programme = programme;

    /// <inheritdoc/>
    public void Take(Entry entry) => _entries.Add(new(_entries.Count + 1, entry, default));

    /// <inheritdoc/>
    public Plan PlanOn(DateOnly on)
    {
        if (_snapshot?.Resume(Newer(), _programme, on, TimeZoneInfo.Utc).Projection is { } resumed)
        {
            if (IsWorthATry(_entries.Count - (int)_snapshot.LoadFrom))
            {
                _snapshot = _snapshot.Advance(Newer(), _programme, on, TimeZoneInfo.Utc) ?? _snapshot;
            }

            return Planner.PlanFor(resumed);
        }

        _snapshot = null;
        if (IsWorthATry(_entries.Count))
        {
            _snapshot = PlanSnapshot.Of(_entries, _programme, on, TimeZoneInfo.Utc);
        }

        return Planner.PlanFor(_entries.Select(accepted => accepted.Entry), _programme, on, TimeZoneInfo.Utc);
    }

    private IEnumerable<AcceptedEntry> Newer()
    {
        for (var place = (int)_snapshot!.LoadFrom - 1; place < _entries.Count; place++)
        {
            yield return _entries[place];
        }
    }

    /// <summary>A snapshot that could not be made is tried again once there is something new.</summary>
    private bool IsWorthATry(int read)
    {
        if (read < WorthASnapshot || _entries.Count - _tried < EntriesBetweenTries)
        {
            return false;
        }

        _tried = _entries.Count;
        return true;
    }
}
