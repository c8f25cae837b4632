using Footing.Screening;

namespace Footing.Content;

/// <summary>
/// The readable parts of a programme, each with the fields it came from, so that a check can name the line even
/// when other parts are invalid.
/// </summary>
internal sealed class ProgrammeParts
{
    /// <summary>Whether all of it could be read: only then is it known what is unused.</summary>
    internal bool Complete { get; set; }

    internal YamlFields? Fields { get; set; }

    internal string? Id { get; set; }

    internal string? Version { get; set; }

    internal Condition? Condition { get; set; }

    internal ImmutableArray<DayOfWeek> Weekdays { get; set; } = [];

    internal int? MinutesLimit { get; set; }

    internal ImmutableArray<string> ScheduleSources { get; set; } = [];

    /// <summary>The exercises by id, in the order of their files; <see cref="Listed"/> has the programme's order.</summary>
    internal OrderedDictionary<ExerciseId, ExerciseDefinition> Exercises { get; } = [];

    internal OrderedDictionary<ExerciseId, YamlFields> ExerciseFields { get; } = [];

    /// <summary>The exercises that the programme lists, in its order, each once.</summary>
    internal ImmutableArray<ExerciseId> Listed { get; set; } = [];

    /// <summary>The order in which exercises step up.</summary>
    internal ImmutableArray<ExerciseId> Progression { get; set; } = [];

    /// <summary>The levels of an exercise as written in its file; null where one could not be read.</summary>
    internal Dictionary<ExerciseId, ImmutableArray<(Level? Level, YamlFields Fields)>> Levels { get; } = [];

    internal SortedDictionary<string, Movement> Movements { get; } = new(StringComparer.Ordinal);

    internal SortedDictionary<string, YamlFields> MovementFields { get; } = new(StringComparer.Ordinal);

    /// <summary>The shared sources and the programme's own.</summary>
    internal Dictionary<string, Source> Sources { get; } = [];

    /// <summary>The fields of each of the programme's own sources.</summary>
    internal Dictionary<string, YamlFields> SourceFields { get; } = [];

    /// <summary>The programme; to be used only when there are no findings.</summary>
    internal Programme? Whole() => Id is not null && Version is not null && Condition is not null && MinutesLimit is { } minutes
        ? new Programme(Id, Version, Weekdays, minutes, [.. Listed.Where(Exercises.ContainsKey).Select(id => Exercises[id])], Movements.ToImmutableDictionary())
        {
            Condition = Condition,
            Progression = Progression,
            ScheduleSources = ScheduleSources,
            Sources = Sources.ToImmutableSortedDictionary(StringComparer.Ordinal),
        }
        : null;
}
