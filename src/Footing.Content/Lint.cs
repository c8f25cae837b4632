using Footing.Movements;
using Footing.Screening;

namespace Footing.Content;

/// <summary>Finds what is wrong in a programme's files: what cannot be read, and what is inconsistent.</summary>
public static class Lint
{
    /// <summary>Every finding, by file and line; empty when the programme is valid.</summary>
    /// <param name="directory">Where <c>programme.yaml</c> is. Nothing outside it is read.</param>
    /// <param name="conditions">What a programme can be for; left out, the conditions of this build.</param>
    public static ImmutableArray<LintFinding> Run(string directory, params ImmutableArray<Condition> conditions)
    {
        var files = ContentFiles.Below(directory);
        var findings = new List<LintFinding>();
        var parts = ProgrammeReader.Read(files, findings, conditions);
        foreach (var exercise in parts.Exercises.Keys)
        {
            LevelLint.Check(exercise, parts);
        }

        PrerequisiteLint.Check(parts);
        foreach (var movement in parts.Movements.Values)
        {
            foreach (var problem in Problems(movement, parts))
            {
                parts.MovementFields[movement.Id].Report(problem.Field, problem.Message);
            }
        }

        CheckMovementsAreUsed(parts);
        SourceLint.Check(parts);
        TextLint.Check(files, parts, findings);
        Translations.Check(files, findings);
        return [.. findings.Distinct().OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line)];
    }

    // A movement by itself, then in the tempo of each level that shows it.
    private static IEnumerable<Problem> Problems(Movement movement, ProgrammeParts parts)
    {
        ImmutableArray<Problem> problems = [.. MovementLint.Check(movement)];
        return problems.IsEmpty
            ? parts.Exercises.Values.SelectMany(exercise => exercise.Levels)
                .Where(level => MovementsOf(level).Contains(movement.Id))
                .Select(level => level.Tempo).Distinct()
                .SelectMany(tempo => MovementLint.Check(movement, tempo))
            : problems;
    }

    private static void CheckMovementsAreUsed(ProgrammeParts parts)
    {
        var used = parts.Exercises.Values.SelectMany(exercise => exercise.Levels).SelectMany(MovementsOf).ToHashSet();
        foreach (var (_, fields) in parts.MovementFields.Where(movement => parts.Complete && !used.Contains(movement.Key)))
        {
            fields.Report("", "No level uses the movement.");
        }
    }

    /// <summary>Each movement that a level's sets may show.</summary>
    internal static IEnumerable<string> MovementsOf(Level level) =>
        level.Variants.Select(variant => variant.Movement).Prepend(level.Movement);
}
