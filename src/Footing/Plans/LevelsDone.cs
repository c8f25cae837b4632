using Footing.Journal;
using Footing.Programmes;

namespace Footing.Plans;

/// <summary>The levels at which exercises were done in sessions.</summary>
public static class LevelsDone
{
    /// <summary>The highest level at which an exercise was done in a session that was reported; 0 for none.</summary>
    /// <param name="effective">The effective entries of the whole journal.</param>
    /// <param name="exercise">The exercise.</param>
    public static int Highest(IReadOnlyCollection<Entry> effective, ExerciseId exercise)
    {
        var reported = effective.OfType<SessionEntry>().Select(session => session.Session).ToHashSet(StringComparer.Ordinal);
        return effective.OfType<SetEntry>()
            .Where(set => set.Exercise == exercise && reported.Contains(set.Session))
            .Select(set => set.Level)
            .DefaultIfEmpty(0)
            .Max();
    }

    /// <summary>The highest level that a person may record as a professional's word: one above the highest done, and no higher than the top.</summary>
    /// <param name="effective">The effective entries of the whole journal.</param>
    /// <param name="definition">The exercise.</param>
    public static int MostRecordable(IReadOnlyCollection<Entry> effective, ExerciseDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Math.Min(definition.Top, Highest(effective, definition.Id) + 1);
    }
}
