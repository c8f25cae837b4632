namespace Footing.Content;

/// <summary>Checks that everything named as a source is one, and that each source is used.</summary>
internal static class SourceLint
{
    /// <summary>The texts of an exercise with statements that need a source.</summary>
    private static readonly ImmutableArray<string> Sourced = ["purpose", "wear", "surface", "effort", "caution", "avoid", "stop"];

    internal static void Check(ProgrammeParts parts)
    {
        var used = new HashSet<string>();
        Use(parts.Fields, "sources", parts.ScheduleSources, parts, used);
        foreach (var (id, exercise) in parts.Exercises)
        {
            var fields = parts.ExerciseFields[id];
            foreach (var missing in Sourced.Where(key => !exercise.TextSources.ContainsKey(key)))
            {
                fields.Report($"text-sources.{missing}", "The key is missing: name the sources of this text.");
            }

            foreach (var (key, ids) in exercise.TextSources)
            {
                if (!Sourced.Contains(key))
                {
                    fields.Report($"text-sources.{key}", $"No text has this key: the keys are {string.Join(", ", Sourced)}.");
                }

                Use(fields, $"text-sources.{key}", ids, parts, used);
            }

            foreach (var (level, levelFields) in parts.Levels[id])
            {
                Use(levelFields, "sources", level?.Sources ?? [], parts, used);
            }
        }

        foreach (var (id, fields) in parts.SourceFields.Where(source => parts.Complete && !used.Contains(source.Key)))
        {
            fields.Report("id", $"Nothing names the source \"{id}\": take it out or name it.");
        }
    }

    private static void Use(
        YamlFields? fields, string place, ImmutableArray<string> ids, ProgrammeParts parts, HashSet<string> used)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            used.Add(ids[i]);
            if (!parts.Sources.ContainsKey(ids[i]))
            {
                fields?.Report(FormattableString.Invariant($"{place}.{i + 1}"), $"There is no source \"{ids[i]}\" among the shared sources or in sources.yaml.");
            }
        }
    }
}
