using Footing.Conditions;
using Footing.Journal;
using Footing.Screening;

namespace Footing.Content;

/// <summary>
/// Reads a programme from its files: <c>programme.yaml</c>, <c>exercises/ID.yaml</c>, <c>movements/ID.yaml</c> and,
/// if it has sources of its own, <c>sources.yaml</c>. It finds what makes a file unreadable; what can be read but is
/// inconsistent is for <see cref="Lint"/>. Left out, the conditions are those of this build.
/// </summary>
public static class ProgrammeReader
{
    /// <summary>The programme, or everything that makes it unreadable.</summary>
    /// <param name="directory">Where <c>programme.yaml</c> is.</param>
    /// <param name="conditions">What a programme can be for; the first is meant where it does not say.</param>
    public static LintResult<Programme> Read(string directory, params ImmutableArray<Condition> conditions) =>
        Read(ContentFiles.Below(directory), conditions);

    /// <summary>The programme, or everything that makes it unreadable.</summary>
    /// <param name="files">The files, <c>programme.yaml</c> among them.</param>
    /// <param name="conditions">What a programme can be for; the first is meant where it does not say.</param>
    public static LintResult<Programme> Read(ContentFiles files, params ImmutableArray<Condition> conditions)
    {
        var findings = new List<LintFinding>();
        var read = Read(files, findings, conditions);
        return new(findings.Count == 0 ? read.Whole() : null, [.. findings]);
    }

    internal static ProgrammeParts Read(ContentFiles files, ICollection<LintFinding> findings, ImmutableArray<Condition> conditions)
    {
        var parts = new ProgrammeParts();
        var before = findings.Count;
        foreach (var (id, fields) in Open(files, "movements", findings))
        {
            parts.MovementFields[id] = fields;
            if (MovementReader.Read(id, fields) is { } movement)
            {
                parts.Movements[id] = movement;
            }
        }

        foreach (var (id, fields) in Open(files, "exercises", findings))
        {
            if (ExerciseId.Find(id) is not { } exercise)
            {
                fields.Report("", $"\"{id}\" cannot be the id of an exercise: {IdForm}.");
                continue;
            }

            parts.ExerciseFields[exercise] = fields;
            (parts.Exercises[exercise], parts.Levels[exercise]) = ExerciseReader.Read(exercise, fields);
        }

        foreach (var (id, source) in ClinicalBasis.Load().Sources)
        {
            parts.Sources[id] = source;
        }

        if (files.Has("sources.yaml") && YamlFields.Open(files, "sources.yaml", findings) is { } sources)
        {
            SourceReader.Read(sources, parts.Sources, parts.SourceFields);
        }

        parts.Fields = YamlFields.Open(files, "programme.yaml", findings);
        if (parts.Fields is { } programme)
        {
            ReadProgramme(programme, parts, files.Has, conditions.IsEmpty ? ConditionLibrary.Shipped : conditions);
        }

        parts.Complete = findings.Count == before;
        return parts;
    }

    /// <summary>More exercises than this make no session, and too many ways to make it smaller.</summary>
    private const int MostExercises = 10;

    private static readonly string IdForm = $"it must be small letters, digits and single hyphens, at most {ExerciseId.Longest} characters";

    private static IEnumerable<(string Id, YamlFields Fields)> Open(
        ContentFiles files, string folder, ICollection<LintFinding> findings)
    {
        foreach (var path in files.Under(folder))
        {
            if (YamlFields.Open(files, path, findings) is { } fields)
            {
                yield return (path[(folder.Length + 1)..^".yaml".Length], fields);
            }
        }
    }

    private static void ReadProgramme(
        YamlFields fields, ProgrammeParts parts, Func<string, bool> hasFile, ImmutableArray<Condition> conditions)
    {
        parts.Id = fields.Text("id");
        parts.Version = fields.Text("version");
        parts.Condition = fields.Has("condition")
            ? fields.Named("condition", id => conditions.FirstOrDefault(condition => condition.Id == id), conditions.Select(condition => condition.Id))
            : conditions[0];
        parts.MinutesLimit = fields.Whole("minutes-limit", 10, 36);
        parts.Weekdays = ReadWeekdays(fields);
        parts.ScheduleSources = fields.Texts("sources");
        parts.Listed = ReadOrder(fields, "exercises", hasFile);
        parts.Progression = ReadProgression(fields, parts.Listed);
        foreach (var (exercise, exerciseFields) in parts.ExerciseFields)
        {
            if (!parts.Listed.Contains(exercise))
            {
                exerciseFields.Report("", "The file is not used: programme.yaml does not list the exercise.");
            }
        }

        fields.Close();
    }

    private static ImmutableArray<DayOfWeek> ReadWeekdays(YamlFields fields)
    {
        var names = fields.Texts("weekdays");
        var days = names.Select(Vocabulary.Weekdays.Find).OfType<DayOfWeek>().Distinct().ToImmutableArray();
        for (var i = 0; i < names.Length; i++)
        {
            if (Vocabulary.Weekdays.Find(names[i]) is null)
            {
                fields.Report($"weekdays.{i + 1}", $"\"{names[i]}\" is no weekday: it must be one of {string.Join(", ", Vocabulary.Weekdays.Words)}.");
            }
        }

        if (!names.IsEmpty && (days.Length != 3 || names.Length != 3))
        {
            fields.Report("weekdays", $"Here are {names.Length} days, {days.Length} of them different; expected are three.");
        }

        return days;
    }

    /// <summary>The order of every list of exercises.</summary>
    private static ImmutableArray<ExerciseId> ReadOrder(YamlFields fields, string key, Func<string, bool> hasFile)
    {
        var listed = ImmutableArray.CreateBuilder<ExerciseId>();
        var ids = fields.Texts(key);
        for (var i = 0; i < ids.Length; i++)
        {
            var place = FormattableString.Invariant($"{key}.{i + 1}");
            if (ExerciseId.Find(ids[i]) is not { } exercise)
            {
                fields.Report(place, $"\"{ids[i]}\" cannot be the id of an exercise: {IdForm}.");
            }
            else if (listed.Contains(exercise))
            {
                fields.Report(place, $"\"{ids[i]}\" stands twice.");
            }
            else
            {
                listed.Add(exercise);
                if (!hasFile($"exercises/{ids[i]}.yaml"))
                {
                    fields.Report(place, $"There is no file exercises/{ids[i]}.yaml.");
                }
            }
        }

        if (ids.Length > MostExercises)
        {
            fields.Report(key, $"Here are {ids.Length} exercises; expected are at most {MostExercises}.");
        }

        return listed.ToImmutable();
    }

    /// <summary>The order in which exercises step up: every exercise once; left out, the order of the list.</summary>
    private static ImmutableArray<ExerciseId> ReadProgression(YamlFields fields, ImmutableArray<ExerciseId> listed)
    {
        if (!fields.Has("progression"))
        {
            return listed;
        }

        var order = ReadOrder(fields, "progression", _ => true);
        foreach (var missing in listed.Except(order))
        {
            fields.Report("progression", $"\"{missing}\" is missing: each exercise has its place in this order.");
        }

        foreach (var other in order.Except(listed))
        {
            fields.Report("progression", $"\"{other}\" is not among the exercises.");
        }

        return order;
    }
}
