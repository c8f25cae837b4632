using Footing.Journal;
using Footing.Screening;

namespace Footing.Programmes;

/// <summary>
/// Exercises with their levels, and the usual week: everything that a plan needs apart from the journal. It is data, read
/// and checked by <c>Footing.Content</c>; its words are in <see cref="Texts"/>.
/// </summary>
/// <param name="Id">Kebab-case, such as <c>neuropathic-foot</c>.</param>
/// <param name="Version">Changes with every change of what is prescribed.</param>
/// <param name="Weekdays">The weekdays on which a session is due until the person chooses others.</param>
/// <param name="MinutesLimit">The longest session in minutes until the person chooses less.</param>
/// <param name="Exercises">The exercises; their order is that of every list of them.</param>
/// <param name="Movements">The movements that levels name, by id.</param>
public sealed record Programme(
    string Id,
    string Version,
    ImmutableArray<DayOfWeek> Weekdays,
    int MinutesLimit,
    ImmutableArray<ExerciseDefinition> Exercises,
    ImmutableDictionary<string, Movement> Movements)
{
    /// <summary>What it is for.</summary>
    public required Condition Condition { get; init; }

    /// <summary>Where doses and cautions come from, by id.</summary>
    public ImmutableSortedDictionary<string, Source> Sources { get; init; } = ImmutableSortedDictionary<string, Source>.Empty;

    /// <summary>Where the weekdays and the longest session come from: ids of sources.</summary>
    public ImmutableArray<string> ScheduleSources { get; init; } = [];

    /// <summary>The order in which exercises step up, each of the programme once; at most one goes up after a session.</summary>
    public ImmutableArray<ExerciseId> Progression { get; init; } = [.. Exercises.Select(definition => definition.Id)];

    /// <summary>The ids of the exercises, in their order.</summary>
    public IEnumerable<ExerciseId> ExerciseIds => Exercises.Select(definition => definition.Id);

    /// <summary>What answers of a screening result in for the exercises.</summary>
    /// <param name="answers">The answers; some may be missing.</param>
    /// <param name="lifted">The rules that clearances lift; those that cannot be lifted are ignored.</param>
    public Decision Judge(Answers answers, ImmutableSortedSet<string> lifted) =>
        Decision.Of(Condition, [.. Exercises.Select(definition => definition.Exercise)], answers, lifted);

    /// <summary>The definition of an exercise.</summary>
    /// <exception cref="KeyNotFoundException">The programme lacks it.</exception>
    public ExerciseDefinition this[ExerciseId exercise] =>
        Find(exercise) ?? throw new KeyNotFoundException($"Programme \"{Id}\" has no {exercise}.");

    /// <summary>The definition of an exercise; null where the programme lacks it.</summary>
    public ExerciseDefinition? Find(ExerciseId exercise)
    {
        foreach (var definition in Exercises)
        {
            if (definition.Id == exercise)
            {
                return definition;
            }
        }

        return null;
    }

    /// <summary>Whether the programme has an exercise.</summary>
    public bool Has(ExerciseId exercise) => Find(exercise) is not null;

    /// <summary>Those of some exercises that the programme has, each once, in its order.</summary>
    public IEnumerable<ExerciseId> InOrder(IEnumerable<ExerciseId> exercises)
    {
        var given = exercises.ToHashSet();
        return ExerciseIds.Where(given.Contains);
    }
}

/// <summary>One exercise: its levels and what they share.</summary>
/// <param name="Id">Which.</param>
/// <param name="Levels">The levels, numbered from 1 without a gap, each dose at least that of the one below.</param>
/// <param name="Sources">
/// Where its doses and cautions come from: each id of a source once, in the order of the file.
/// </param>
public sealed record ExerciseDefinition(ExerciseId Id, ImmutableArray<Level> Levels, ImmutableArray<string> Sources)
{
    /// <summary>The traits that the levels do not show by their positions.</summary>
    public ExerciseTraits Declared { get; init; }

    /// <summary>The level of another exercise that it waits for; null where it waits for none.</summary>
    public Prerequisite? JoinsAfter { get; init; }

    /// <summary>All its traits: those declared, and the positions of its levels.</summary>
    public ExerciseTraits Traits
    {
        get
        {
            var traits = Declared;
            foreach (var level in Levels)
            {
                traits |= level.Position.Trait();
            }

            return traits;
        }
    }

    /// <summary>The exercise as rules see it.</summary>
    public Exercise Exercise => new(Id, Traits) { JoinsAfter = JoinsAfter };

    /// <summary>
    /// Ids of sources by the text that they support, such as <c>purpose</c>, <c>wear</c> or <c>avoid</c>: a key of the
    /// texts without the exercise's id. The sources of a list support each of its texts.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> TextSources { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>
    /// What a person may lack, such as <c>ball</c>: <c>ball-roll.without.ball</c> is the text that says what to do
    /// then.
    /// </summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>What is on the feet while it is done.</summary>
    public Footwear Footwear { get; init; }

    /// <summary>The number of the highest level.</summary>
    public int Top => Levels.Length;

    /// <summary>The level with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not between 1 and <see cref="Top"/>.</exception>
    public Level this[int number] => number >= 1 && number <= Top
        ? Levels[number - 1]
        : throw new ArgumentOutOfRangeException(nameof(number), number, $"{Id} has levels 1 to {Top}.");
}

/// <summary>One level of an exercise.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Position">How the body is placed.</param>
/// <param name="Support">What the hands do: a key of the texts, such as <c>both-hands</c>.</param>
/// <param name="Dose">How much.</param>
/// <param name="Tempo">
/// The beat of one repetition; in an exercise counted in seconds, of one cycle of the movement.
/// </param>
/// <param name="RestSeconds">
/// The rest between sets in seconds, also where the level has one set, because an adjusted dose may have more; 0 where
/// one leg's set is the other's rest.
/// </param>
/// <param name="Ready">What to have ready: keys of the texts, such as <c>chair</c>.</param>
/// <param name="Movement">The id of the movement that the figure shows.</param>
/// <param name="Variants">Sets that are done in another way than the level's own; none in most levels.</param>
public sealed record Level(
    int Number,
    Position Position,
    string Support,
    Dose Dose,
    Tempo Tempo,
    int RestSeconds,
    ImmutableArray<string> Ready,
    string Movement,
    ImmutableArray<SetVariant> Variants)
{
    /// <summary>Where the dose, the tempo and the rest come from: ids of sources.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];
}

/// <summary>Sets of a level that are done in another way, such as with the toes turned in.</summary>
/// <param name="FromSet">The first set it applies to, from 1; it applies until the next variant.</param>
/// <param name="Id">A key of the texts, such as <c>toes-in</c>.</param>
/// <param name="Movement">The id of the movement that the figure shows.</param>
public sealed record SetVariant(int FromSet, string Id, string Movement);

/// <summary>How much of an exercise: sets of repetitions, or of seconds.</summary>
public sealed record Dose
{
    private Dose(int sets, int? reps, int? seconds, bool perSide)
    {
        Sets = sets;
        Reps = reps;
        Seconds = seconds;
        PerSide = perSide;
    }

    /// <summary>The number of sets, 1 or more; where <see cref="PerSide"/>, of each side.</summary>
    public int Sets { get; }

    /// <summary>Repetitions in a set, 1 or more; null in an exercise counted in seconds.</summary>
    public int? Reps { get; }

    /// <summary>Whole seconds of a set, 1 or more; null in an exercise counted in repetitions.</summary>
    public int? Seconds { get; }

    /// <summary>Whether each side does the sets by itself, the legs alternating.</summary>
    public bool PerSide { get; }

    /// <summary>What one set asks for: repetitions or seconds.</summary>
    public int Target => Reps ?? Seconds!.Value;

    /// <summary>Sets of repetitions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static Dose OfReps(int sets, int reps, bool perSide = false) =>
        new(AtLeastOne(sets, nameof(sets)), AtLeastOne(reps, nameof(reps)), null, perSide);

    /// <summary>Sets of seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static Dose OfSeconds(int sets, int seconds, bool perSide = false) =>
        new(AtLeastOne(sets, nameof(sets)), null, AtLeastOne(seconds, nameof(seconds)), perSide);

    /// <summary>The same dose with another number of sets.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public Dose WithSets(int sets) => new(AtLeastOne(sets, nameof(sets)), Reps, Seconds, PerSide);

    /// <summary>A share of the repetitions or seconds of each set, rounded up.</summary>
    /// <param name="percent">The share, 1 to 100.</param>
    public Dose Reduced(int percent)
    {
        int? Share(int? whole) => whole is { } n ? ((n * percent) + 99) / 100 : null;
        return new(Sets, Share(Reps), Share(Seconds), PerSide);
    }

    /// <summary>Half the repetitions or seconds of each set, rounded up (rule P3).</summary>
    public Dose Halved() => new(Sets, Half(Reps), Half(Seconds), PerSide);

    private static int? Half(int? whole) => whole is { } n ? (n + 1) / 2 : null;

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must be 1 or more.");
}

/// <summary>The beat of one repetition.</summary>
/// <param name="UpMs">Milliseconds on the way up (or out), above 0.</param>
/// <param name="HoldMs">Milliseconds held, 0 or more.</param>
/// <param name="DownMs">Milliseconds on the way back, above 0.</param>
public sealed record Tempo(int UpMs, int HoldMs, int DownMs)
{
    /// <summary>Milliseconds of one whole repetition.</summary>
    public int CycleMs => UpMs + HoldMs + DownMs;
}
