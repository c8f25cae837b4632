namespace Footing.Content;

/// <summary>Which texts a programme needs in every language.</summary>
internal sealed class TextNeeds
{
    private readonly Dictionary<string, ImmutableArray<string>> _texts = [];
    private readonly Dictionary<string, (int Least, int Most)> _lists = [];
    private readonly HashSet<string> _optional = [];

    /// <summary>Single texts by key, each with its required placeholders.</summary>
    internal IReadOnlyDictionary<string, ImmutableArray<string>> Texts => _texts;

    /// <summary>Lists by key, each with the smallest and the largest number of texts.</summary>
    internal IReadOnlyDictionary<string, (int Least, int Most)> Lists => _lists;

    /// <summary>Optional texts, without placeholders.</summary>
    internal IReadOnlySet<string> Optional => _optional;

    /// <summary>
    /// Beats by key, each either a text and a caption or a list of parts, with the shortest time in milliseconds that
    /// any level allows for saying it.
    /// </summary>
    internal Dictionary<string, int> Beats { get; } = [];

    internal static TextNeeds Of(ProgrammeParts parts)
    {
        var needs = new TextNeeds();
        foreach (var (key, places) in CueTexts.Texts)
        {
            needs._texts[key] = [.. places];
        }

        foreach (var key in CueTexts.Lists)
        {
            needs._lists[key] = (1, 9);
        }

        if (parts.Condition?.ChecksFeet != false)
        {
            needs.Add([.. CueTexts.OfFeet]);
            needs._lists[CueTexts.HowToLook] = (1, 9);
        }
        else
        {
            // The same words may serve a programme for another condition too.
            needs._optional.UnionWith(CueTexts.OfFeet);
            needs._optional.UnionWith(Enumerable.Range(1, 9).Select(number => FormattableString.Invariant($"{CueTexts.HowToLook}.{number}")));
        }

        var used = parts.Exercises.Values.SelectMany(exercise => exercise.Levels).Select(level => level.Position).ToHashSet();
        foreach (var position in Enum.GetValues<Position>())
        {
            if (used.Contains(position))
            {
                needs.Add([.. CueTexts.Of(position)]);
            }
            else
            {
                // The same words may serve a programme that has exercises in it.
                needs._optional.UnionWith(CueTexts.Of(position));
            }
        }

        needs._optional.Add("programme.name");
        foreach (var id in parts.SourceFields.Keys)
        {
            needs.Add($"sources.{id}.supports", $"sources.{id}.limit");
        }

        foreach (var exercise in parts.Exercises.Values)
        {
            needs.AddExercise(exercise);
        }

        foreach (var movement in parts.Movements.Values)
        {
            needs.Add($"figure.{movement.Id}");
            foreach (var still in movement.Stills)
            {
                needs.Add($"pose.{still.Label}");
            }
        }

        return needs;
    }

    private void AddExercise(ExerciseDefinition exercise)
    {
        var id = exercise.Id;
        Add($"{id}.name", $"{id}.short", $"{id}.purpose", $"{id}.wear", $"{id}.surface", $"{id}.effort",
            $"{id}.spoken-why", $"{id}.feel", $"{id}.watch");
        _lists[$"{id}.avoid"] = (1, 9);
        _lists[$"{id}.stop"] = (1, 9);
        _optional.Add($"{id}.idea");
        _optional.Add($"{id}.sheet.words");
        _optional.Add($"{id}.sheet.care");
        _optional.UnionWith(exercise.Levels.Select(level => $"{id}.sheet.words-{level.Position.Id()}"));
        _optional.Add($"cues.rest.how.{id}");
        _optional.Add($"cues.after.{id}");
        if (exercise.Footwear == Footwear.Socks)
        {
            Add("cues.shoes.off");
        }

        foreach (var thing in exercise.Without)
        {
            Add($"{id}.without.{thing}");
        }

        foreach (var level in exercise.Levels)
        {
            AddLevel(level, FormattableString.Invariant($"{id}.levels.{level.Number}"));
        }
    }

    private void AddLevel(Level level, string key)
    {
        Add($"{key}.name", $"{key}.caution", $"{key}.why-dose", $"support.{level.Support}");
        _lists[$"{key}.spoken"] = (1, 6);
        _lists[$"{key}.how"] = (3, 6);
        foreach (var thing in level.Ready)
        {
            Add($"ready.{thing}");
        }

        foreach (var variant in level.Variants)
        {
            Add($"variant.{variant.Id}.name", $"variant.{variant.Id}.say");
        }

        foreach (var movement in Lint.MovementsOf(level))
        {
            _optional.Add($"cues.coach.{movement}.third");
            _optional.Add($"cues.coach.{movement}.two-thirds");
            _optional.Add($"cues.half.{movement}");
            _optional.Add($"cues.first.{movement}");
            AddBeat($"cues.beats.{movement}.up", level.Tempo.UpMs);
            AddBeat($"cues.beats.{movement}.down", level.Tempo.DownMs);
            if (level.Tempo.HoldMs > 0)
            {
                AddBeat($"cues.beats.{movement}.hold", level.Tempo.HoldMs);
            }
        }
    }

    private void AddBeat(string key, int ms) => Beats[key] = Math.Min(ms, Beats.GetValueOrDefault(key, ms));

    private void Add(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            _texts[key] = [];
        }
    }
}
