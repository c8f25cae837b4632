namespace Footing.Content;

/// <summary>Checks the levels of an exercise against each other and against the movements.</summary>
internal static class LevelLint
{
    internal static void Check(ExerciseId exercise, ProgrammeParts parts)
    {
        var levels = parts.Levels[exercise];
        for (var i = 0; i < levels.Length; i++)
        {
            var (level, fields) = levels[i];
            if (level is null)
            {
                continue;
            }

            if (level.Number != i + 1)
            {
                fields.Report("number", $"Here is level {level.Number}; expected is {i + 1}: levels count from 1 without a gap.");
            }

            if (i > 0 && levels[i - 1].Level is { } below)
            {
                CheckDose(fields, below.Dose, level.Dose);
            }

            CheckMovement(fields, "movement", level.Movement, parts);
            CheckVariants(fields, level, parts);
        }
    }

    private static void CheckDose(YamlFields fields, Dose below, Dose dose)
    {
        if (below.Reps is null != dose.Reps is null || below.PerSide != dose.PerSide)
        {
            fields.Report("dose", "The dose is counted in another way than that of the level below, so nobody can tell which is more.");
        }
        else if (Work(dose) < Work(below))
        {
            fields.Report(
                $"dose.{(dose.Reps is null ? "seconds" : "reps")}",
                $"The dose goes down: {Work(dose)} in all, after {Work(below)} in the level below.");
        }
    }

    private static long Work(Dose dose) => (long)dose.Sets * dose.Target;

    private static void CheckMovement(YamlFields fields, string place, string movement, ProgrammeParts parts)
    {
        if (!parts.MovementFields.ContainsKey(movement))
        {
            fields.Report(place, $"There is no movement \"{movement}\": the movements are {string.Join(", ", parts.MovementFields.Keys)}.");
        }
    }

    private static void CheckVariants(YamlFields fields, Level level, ProgrammeParts parts)
    {
        var last = 0;
        for (var i = 0; i < level.Variants.Length; i++)
        {
            var variant = level.Variants[i];
            var at = FormattableString.Invariant($"variants.{i + 1}");
            if (variant.FromSet <= last || variant.FromSet > level.Dose.Sets)
            {
                fields.Report(
                    $"{at}.from-set",
                    $"Here is set {variant.FromSet}; expected is one from {last + 1} to {level.Dose.Sets}, the level's sets.");
            }

            last = variant.FromSet;
            CheckMovement(fields, $"{at}.movement", variant.Movement, parts);
        }
    }
}
