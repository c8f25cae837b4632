using Footing.Plans;
using Footing.Programmes;

namespace Footing.Sessions;

/// <summary>
/// The timeline of one day's session: what is said, shown and sounded, and when. A player performs it and judges
/// nothing. <c>contract/script.schema.json</c> is its shape as data, <see cref="ScriptJson"/> writes it.
/// </summary>
/// <param name="Edition">The rules and the programme that made the plan.</param>
/// <param name="Language">The language of every text in it, a BCP 47 tag.</param>
/// <param name="Date">The date the plan was made for, in the person's zone.</param>
/// <param name="Due">Whether a session is due on that date.</param>
/// <param name="Exercises">What is done, in the order of the session.</param>
/// <param name="Steps">Performed one after the other; the first is get-ready, the last is the questions.</param>
public sealed record SessionScript(
    Edition Edition,
    string Language,
    DateOnly Date,
    bool Due,
    ImmutableArray<ScriptExercise> Exercises,
    ImmutableArray<ScriptStep> Steps)
{
    /// <summary>The number of the format; a player refuses one that it does not know.</summary>
    public const int Format = 2;

    /// <summary>The sum of the steps' durations in milliseconds; waits for the person are extra.</summary>
    public int DurationMs => Steps.Sum(step => step.DurationMs);

    /// <summary>
    /// How long the whole session takes, as people say it: <see cref="DurationMs"/> rounded to minutes, at least 1.
    /// </summary>
    public int Minutes => ToMinutes(DurationMs);

    internal static int ToMinutes(int ms) => Math.Max(1, (ms + 30_000) / 60_000);
}

/// <summary>One exercise of a session, with its words for pages.</summary>
/// <param name="Id">Which.</param>
/// <param name="Level">The number of its level, from 1.</param>
/// <param name="Guidance">How much is said about it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Position">How the body is placed.</param>
/// <param name="Support">What the hands do, in words.</param>
/// <param name="Dose">The dose of the day: adjusted, halved, trimmed.</param>
/// <param name="DoseText">The dose in words.</param>
/// <param name="Ready">What to have ready, in words.</param>
/// <param name="Wear">What to wear, in words.</param>
/// <param name="How">Three to six short steps.</param>
/// <param name="Caution">What to be careful about, in words.</param>
/// <param name="Stop">When to stop.</param>
public sealed record ScriptExercise(
    ExerciseId Id,
    int Level,
    Guidance Guidance,
    string Name,
    Position Position,
    string Support,
    Dose Dose,
    string DoseText,
    ImmutableArray<string> Ready,
    string Wear,
    ImmutableArray<string> How,
    string Caution,
    ImmutableArray<string> Stop);

/// <summary>One part of a session. All times in it are whole milliseconds from its own start.</summary>
/// <param name="Id">
/// Unique in the script, the same in every compilation of the same plan, such as <c>calf-raise-2-both</c>.
/// </param>
/// <param name="Kind">What it is for.</param>
/// <param name="Exercise">The exercise it belongs to; null before the first and after the last.</param>
/// <param name="Title">Shown very large when no caption is.</param>
/// <param name="Detail">One line; empty when there is none.</param>
/// <param name="DurationMs">How long it lasts, without the wait at its end.</param>
/// <param name="Waits">Whether it waits at its end until the person continues.</param>
/// <param name="Set">The work of a set; null in every other step.</param>
/// <param name="Halt">A pause within a set, such as for a change of foot; else null.</param>
/// <param name="Figure">What the figure does; null when none is shown.</param>
/// <param name="Cues">What is said, shown and sounded, in the order of time.</param>
/// <param name="Next">What comes next, in a few words; empty in the last step.</param>
public sealed record ScriptStep(
    string Id,
    StepKind Kind,
    ExerciseId? Exercise,
    string Title,
    string Detail,
    int DurationMs,
    bool Waits,
    StepSet? Set,
    StepHalt? Halt,
    StepFigure? Figure,
    ImmutableArray<Cue> Cues,
    string Next)
{
    /// <summary>
    /// The moment from which a tap gives more time, in a step that goes on by itself after a spoken countdown: the step
    /// then goes back to it. Null in every other step.
    /// </summary>
    public int? StretchMs { get; init; }

    /// <summary>
    /// A set-up in full words, which lean on nothing said before; null where its own words are those. At its end the
    /// step waits.
    /// </summary>
    public StepAgain? Again { get; init; }
}

/// <summary>What a step says to a person who asks to be told again.</summary>
/// <param name="DurationMs">How long it lasts, in place of the step's own duration.</param>
/// <param name="Cues">What is said, in place of the step's own cues.</param>
public sealed record StepAgain(int DurationMs, ImmutableArray<Cue> Cues);

/// <summary>How much is said about an exercise.</summary>
public enum Guidance
{
    /// <summary>All of it.</summary>
    Full,

    /// <summary>To a person who knows it: its name, its dose, and what keeps them safe.</summary>
    Short,
}

/// <summary>What a step is for.</summary>
public enum StepKind
{
    /// <summary>The whole session: what it is, what to have ready.</summary>
    GetReady,

    /// <summary>One exercise, before its first set; each exercise has exactly one.</summary>
    SetUp,

    /// <summary>The work.</summary>
    Set,

    /// <summary>To the other leg.</summary>
    Switch,

    /// <summary>Between sets.</summary>
    Rest,

    /// <summary>A look at the soles after the last exercise.</summary>
    SoleCheck,

    /// <summary>How it was; the session ends with it.</summary>
    Questions,
}

/// <summary>The work of one set.</summary>
/// <param name="Number">Which set, from 1; of each side where the legs alternate.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Side">The side that works.</param>
/// <param name="Target">Repetitions or seconds that are asked for, 1 or more.</param>
/// <param name="InReps">Whether it counts repetitions; else seconds.</param>
/// <param name="StartMs">When the first one begins.</param>
/// <param name="CountMs">One repetition or one second, in milliseconds.</param>
public sealed record StepSet(int Number, int Of, Side Side, int Target, bool InReps, int StartMs, int CountMs);

/// <summary>A pause within a step: the count and the figure stop.</summary>
/// <param name="AtMs">When it begins.</param>
/// <param name="ForMs">How long it lasts, in milliseconds, above 0.</param>
public sealed record StepHalt(int AtMs, int ForMs);

/// <summary>What the figure does in a step.</summary>
/// <param name="Movement">The id of a movement of the programme.</param>
/// <param name="Side">The side that works.</param>
/// <param name="StartMs">When it begins; before that it shows the first pose.</param>
/// <param name="CycleMs">One cycle in milliseconds.</param>
/// <param name="Cycles">How many; 0 repeats it to show how it is done.</param>
public sealed record StepFigure(string Movement, Side Side, int StartMs, int CycleMs, int Cycles);

/// <summary>Something that is said, shown or sounded at a moment.</summary>
/// <param name="AtMs">When.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Say">Spoken; null is silent.</param>
/// <param name="Caption">Shown until the next one; null leaves the one before.</param>
/// <param name="Tone">Sounded; null is none.</param>
/// <param name="Rep">The repetition or cycle of the set that it belongs to, from 1; null outside of one.</param>
/// <param name="Phase">The phase that begins with it; null for everything but a beat.</param>
public sealed record Cue(int AtMs, CueKind Kind, string? Say, string? Caption, Tone? Tone = null, int? Rep = null, Phase? Phase = null);

/// <summary>What a cue is.</summary>
public enum CueKind
{
    /// <summary>A sentence.</summary>
    Say,

    /// <summary>A phase of a repetition begins.</summary>
    Beat,

    /// <summary>How many are done or left.</summary>
    Count,

    /// <summary>Seconds to go.</summary>
    Countdown,
}

/// <summary>A short sound.</summary>
public enum Tone
{
    /// <summary>The way up begins.</summary>
    Up,

    /// <summary>The hold begins.</summary>
    Hold,

    /// <summary>The way down begins.</summary>
    Down,

    /// <summary>A second of a countdown.</summary>
    Tick,

    /// <summary>Something else begins.</summary>
    Go,

    /// <summary>It is done.</summary>
    End,
}
