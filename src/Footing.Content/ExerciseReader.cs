namespace Footing.Content;

/// <summary>Reads one exercise from the fields of its file.</summary>
internal static class ExerciseReader
{
    /// <summary>The readable parts of the exercise; incomplete levels are left out and reported as findings.</summary>
    internal static (ExerciseDefinition Exercise, ImmutableArray<(Level? Level, YamlFields Fields)> Levels) Read(
        ExerciseId exercise, YamlFields fields)
    {
        var id = fields.Text("id");
        if (id is not null && id != exercise.ToString())
        {
            fields.Report("id", $"\"{id}\" is not the file's name: it must be \"{exercise}\".");
        }

        var declared = ReadTraits(fields);
        var joinsAfter = fields.Has("joins-after") && fields.Map("joins-after") is { } prerequisite ? ReadPrerequisite(prerequisite) : null;

        var footwear = fields.Has("footwear") ? fields.Choice("footwear", FootwearIds.Find, FootwearIds.All) : null;
        var textSources = ReadTextSources(fields.Map("text-sources"));
        var without = fields.TextsIfAny("without");
        var all = fields.Maps("levels").Select(level => (Level: ReadLevel(level), Fields: level)).ToImmutableArray();
        fields.Close();
        var levels = all.Select(level => level.Level).OfType<Level>().ToImmutableArray();
        var sources = levels.SelectMany(level => level.Sources).Concat(textSources.Values.SelectMany(ids => ids)).Distinct();
        var definition = new ExerciseDefinition(exercise, levels, [.. sources]) 
        {
            Declared = declared,
            JoinsAfter = joinsAfter,
            TextSources = textSources,
            Without = without,
            Footwear = footwear ?? Footwear.Shoes,
        };
        return (definition, all);
    }

    private static ExerciseTraits ReadTraits(YamlFields fields)
    {
        var traits = ExerciseTraits.None;
        var names = fields.TextsIfAny("traits");
        for (var i = 0; i < names.Length; i++)
        {
            var place = FormattableString.Invariant($"traits.{i + 1}");
            if (ExerciseTraitIds.Find(names[i]) is not { } trait)
            {
                fields.Report(place, $"\"{names[i]}\" is not known: it must be one of {string.Join(", ", ExerciseTraitIds.Declared.Select(known => known.Id))}.");
            }
            else if (traits.HasAny(trait))
            {
                fields.Report(place, $"\"{names[i]}\" stands twice.");
            }
            else
            {
                traits |= trait;
            }
        }

        return traits;
    }

    /// <summary>Whether the other exercise is in the programme, and has the level, is for <see cref="PrerequisiteLint"/>.</summary>
    private static Prerequisite? ReadPrerequisite(YamlFields fields)
    {
        var exercise = fields.Text("exercise") is { } text ? ExerciseId.Find(text) : null;
        var level = fields.Whole("level", 1);
        if (exercise is null && fields.Has("exercise"))
        {
            fields.Report("exercise", "This is not the id of an exercise.");
        }

        fields.Close();
        return exercise is { } id && level is { } number ? new(id, number) : null;
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> ReadTextSources(YamlFields? fields) =>
        fields is null
            ? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
            : fields.Keys.ToImmutableSortedDictionary(key => key, fields.Texts, StringComparer.Ordinal);

    private static Level? ReadLevel(YamlFields fields)
    {
        var number = fields.Whole("number", 1);
        var position = fields.Choice("position", PositionIds.Find, Enum.GetValues<Position>().Select(PositionIds.Id));
        var support = fields.Text("support");
        var dose = fields.Map("dose") is { } doseFields ? ReadDose(doseFields) : null;
        var tempo = fields.Map("tempo") is { } tempoFields ? ReadTempo(tempoFields) : null;
        var rest = fields.Whole("rest-seconds", 0);
        var ready = fields.Texts("ready");
        var movement = fields.Text("movement");
        var variants = fields.MapsIfAny("variants").Select(ReadVariant).OfType<SetVariant>().ToImmutableArray();
        var sources = fields.Texts("sources");
        fields.Close();
        if (number is null || position is null || support is null || dose is null || tempo is null || rest is null ||
            movement is null)
        {
            return null;
        }

        return new(number.Value, position.Value, support, dose, tempo, rest.Value, ready, movement, variants)
        {
            Sources = sources,
        };
    }

    private static Dose? ReadDose(YamlFields fields)
    {
        var sets = fields.Whole("sets", 1);
        var inSeconds = fields.Has("seconds");
        if (inSeconds && fields.Has("reps"))
        {
            fields.Report("seconds", "A dose is counted in reps or in seconds, not in both.");
        }

        var target = fields.Whole(inSeconds ? "seconds" : "reps", 1);
        var reps = inSeconds ? fields.TextIfAny("reps") : null;
        var perSide = fields.Flag("per-side");
        fields.Close();
        return sets is null || target is null || reps is not null ? null
            : inSeconds ? Dose.OfSeconds(sets.Value, target.Value, perSide)
            : Dose.OfReps(sets.Value, target.Value, perSide);
    }

    private static Tempo? ReadTempo(YamlFields fields)
    {
        var up = fields.Whole("up-ms", 1);
        var hold = fields.Whole("hold-ms", 0);
        var down = fields.Whole("down-ms", 1);
        fields.Close();
        return up is null || hold is null || down is null ? null : new(up.Value, hold.Value, down.Value);
    }

    private static SetVariant? ReadVariant(YamlFields fields)
    {
        var fromSet = fields.Whole("from-set", 1);
        var id = fields.Text("id");
        var movement = fields.Text("movement");
        fields.Close();
        return fromSet is null || id is null || movement is null ? null : new(fromSet.Value, id, movement);
    }
}
