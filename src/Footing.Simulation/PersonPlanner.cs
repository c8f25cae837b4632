using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Snapshots;

namespace Footing.Simulation;

/// <summary>
/// Plans a person's days. The simulation uses <see cref="SnapshotPlanner"/>; tests also use faulty ones.
/// </summary>
public interface IPersonPlanner
{
    /// <summary>Adds an entry that has arrived.</summary>
    void Take(Entry entry);

    /// <summary>The plan for a date from all that has arrived.</summary>
    Plan PlanOn(DateOnly on);
}

/// <summary>
/// The planner that Footing ships. It continues from a snapshot if one fits, so that a day reads only newer entries; a
/// late entry makes it read the whole journal again.
/// </summary>
public sealed class SnapshotPlanner : IPersonPlanner
{
    private const int WorthASnapshot = 25;
    private const int EntriesBetweenTries = 5;

    private readonly Programme _programme;
    private readonly List<AcceptedEntry> _entries = [];
    private PlanSnapshot? _snapshot;
    private int _tried;

    /// <param name="programme">The programme to plan with.</param>
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

    /// <summary>A snapshot that could not be made is tried again only after some new entries.</summary>
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
