namespace Footing.Content;

/// <summary>Checks that what an exercise waits for is in the programme, and can be reached.</summary>
internal static class PrerequisiteLint
{
    internal static void Check(ProgrammeParts parts)
    {
        foreach (var (id, exercise) in parts.Exercises)
        {
            if (exercise.JoinsAfter is not { } first)
            {
                continue;
            }

            if (!parts.Exercises.TryGetValue(first.Exercise, out var other) || !parts.Listed.Contains(first.Exercise))
            {
                parts.ExerciseFields[id].Report("joins-after.exercise", $"The programme has no exercise \"{first.Exercise}\".");
            }
            else if (parts.Levels[first.Exercise].Length < first.Level)
            {
                parts.ExerciseFields[id].Report("joins-after.level", $"{first.Exercise} has levels 1 to {parts.Levels[first.Exercise].Length}, so level {first.Level} is never reached.");
            }
            else if (IsCircular(id, parts))
            {
                parts.ExerciseFields[id].Report("joins-after.exercise", $"{id} waits for itself, so it never joins.");
            }
        }
    }

    private static bool IsCircular(ExerciseId id, ProgrammeParts parts)
    {
        var at = id;
        for (var steps = 0; steps < parts.Exercises.Count; steps++)
        {
            if (!parts.Exercises.TryGetValue(at, out var exercise) || exercise.JoinsAfter is not { } next)
            {
                return false;
            }

            if (next.Exercise == id)
            {
                return true;
            }

            at = next.Exercise;
        }

        return false;
    }
}
