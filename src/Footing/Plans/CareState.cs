using System.Text.Json.Serialization;
using Footing.Journal;
using Footing.Programmes;
using Footing.Screening;

namespace Footing.Plans;

/// <summary>
/// All that planning needs from a journal, up to a point in it. A state and the next entry give the next state, so
/// after a stored state only newer entries are read.
/// </summary>
/// <param name="Programme">The programme, whose exercises <paramref name="Progress"/> has.</param>
/// <param name="Screening">The last screening; null before the first.</param>
/// <param name="ScreenedOn">Its date.</param>
/// <param name="Decision">What it results in, with the clearances that are valid on the projected date.</param>
/// <param name="Clearances">Those given and not ended; some may have expired.</param>
/// <param name="StartedOn">The last date on which exercise became possible; a session is due on it.</param>
/// <param name="Weekdays">The weekdays on which a session is due.</param>
/// <param name="MinutesLimit">The longest session in minutes.</param>
/// <param name="Findings">What stopped everything and no later screening has answered (P5).</param>
/// <param name="BalanceConcerns">What locked exercise in standing and no later screening has answered (P6).</param>
/// <param name="AsymmetricCheck">The last foot check if it measured a temperature asymmetry (P9); else null.</param>
/// <param name="LastMeasured">
/// The last date on which a difference was measured, and the checks over the limit on it.
/// </param>
/// <param name="MeasuredBefore">The same of the measured date before that.</param>
/// <param name="Joined">The exercises whose prerequisite was met, in the order in which that happened.</param>
/// <param name="Progress">Each exercise's level and what led to it, in the programme's order.</param>
/// <param name="FirstSession">The date of the first session.</param>
/// <param name="LastSession">The last session.</param>
/// <param name="Restart">The last training break of 15 days: its 15th day, and the session before it (P8).</param>
/// <param name="Attendance">Of the last dates: whether a session was due and whether there was one.</param>
/// <param name="Reports">What the check-ins result in.</param>
public sealed record CareState(
    [property: JsonIgnore] Programme Programme,
    ScreeningEntry? Screening,
    DateOnly ScreenedOn,
    [property: JsonIgnore] Decision? Decision,
    ImmutableArray<Clearance> Clearances,
    DateOnly? StartedOn,
    ImmutableArray<DayOfWeek> Weekdays,
    int MinutesLimit,
    ImmutableArray<SafetyFinding> Findings,
    ImmutableArray<SafetyFinding> BalanceConcerns,
    Guid? AsymmetricCheck,
    SafetyFinding? LastMeasured,
    SafetyFinding? MeasuredBefore,
    ImmutableArray<ExerciseId> Joined,
    PerExercise<ExerciseProgress> Progress,
    DateOnly? FirstSession,
    SessionReference? LastSession,
    SafetyFinding? Restart,
    ImmutableArray<AttendanceDay> Attendance,
    Reports Reports)
{
    /// <summary>
    /// What cannot be read, may forbid exercise, and no later screening has answered: see
    /// <see cref="UnreadableEntry.MayForbid"/>.
    /// </summary>
    public ImmutableArray<SafetyFinding> Unreadable { get; init; } = [];

    /// <summary>The tests of the last screening that were done too long before it.</summary>
    public ImmutableArray<string> AgedTests { get; init; } = [];

    /// <summary>The last two dates on which the person fell, nearly fell or was dizzy, the later one last.</summary>
    public ImmutableArray<DateOnly> UnsteadyOn { get; init; } = [];

    /// <summary>
    /// The dates of the last sessions after which exercise rested because of the next morning (P4), the latest one last; at most
    /// <see cref="MorningRestsKept"/>.
    /// </summary>
    public ImmutableArray<DateOnly> RestedByMorning { get; init; } = [];

    /// <summary>The answers of the last screening as the rules judge them; null before the first.</summary>
    [JsonIgnore]
    public Answers? Judged => Screening is null ? null : Programme.Condition.Judged(Screening.Answers, AgedTests);

    /// <summary>So many dates of <see cref="RestedByMorning"/> are kept.</summary>
    public const int MorningRestsKept = 3;

    /// <summary>A screening is valid until this many days after its date.</summary>
    public const int ScreeningLastDay = 27;

    /// <summary>Without a session for this many days each exercise goes one level down (P8).</summary>
    public const int LongGapDays = 8;

    /// <summary>Without a session for this many days everything starts again after a screening (P8).</summary>
    public const int RestartGapDays = 15;

    /// <summary>The state of an empty journal.</summary>
    public static CareState Empty(Programme programme) => new(
        programme,
        null,
        default,
        null,
        [],
        null,
        programme.Weekdays,
        programme.MinutesLimit,
        [],
        [],
        null,
        null,
        null,
        [],
        programme.ExerciseIds.Aggregate(PerExercise<ExerciseProgress>.Empty, (progress, exercise) => progress.Add(exercise, new(exercise))),
        null,
        null,
        null,
        [],
        new Reports());

    /// <summary>
    /// Whether the last screening is valid on a date: it allows exercise and is not older than 27 days.
    /// </summary>
    public bool IsScreened(DateOnly on) => Decision is { AllowsExercise: true } && !IsScreeningOld(on);

    /// <summary>Whether there is no screening, or it is older than 27 days.</summary>
    public bool IsScreeningOld(DateOnly on) => Screening is null || on.DayNumber - ScreenedOn.DayNumber > ScreeningLastDay;

    /// <summary>Whether 15 days passed without a session and no screening has been made since then (P8).</summary>
    public bool AwaitsRestart => Restart is { } restart && ScreenedOn < restart.On;

    /// <summary>
    /// Whether anything may be done: a valid screening, no open finding, nothing unreadable, no restart awaited.
    /// </summary>
    public bool IsOpen(DateOnly on) => IsScreened(on) && Findings.IsEmpty && Unreadable.IsEmpty && !AwaitsRestart;

    /// <summary>Whether an exercise is active on a date, or would be if it did not rest.</summary>
    public bool IsAvailable(ExerciseId exercise, DateOnly on) =>
        IsOpen(on) && Decision!.Allowed.Contains(exercise) && !IsLocked(exercise) && !IsLeftOut(exercise) && HasMetPrerequisite(exercise);

    /// <summary>Whether the person does without it.</summary>
    public bool IsLeftOut(ExerciseId exercise) => Progress[exercise].LeftOutBy is not null;

    /// <summary>Whether an exercise is active on a date.</summary>
    public bool IsActive(ExerciseId exercise, DateOnly on) => IsAvailable(exercise, on) && !IsResting(exercise);

    /// <summary>Whether an exercise rests: after pain (P4), or because one foot is warmer (P9).</summary>
    public bool IsResting(ExerciseId exercise) => RestsAfterPain(exercise) || RestsForWarmth(exercise);

    /// <summary>Whether an exercise rests after pain (P4).</summary>
    public bool RestsAfterPain(ExerciseId exercise) => Progress[exercise].RestsSince is not null;

    /// <summary>Whether an exercise rests because one foot is warmer (P9): one that loads the soles.</summary>
    public bool RestsForWarmth(ExerciseId exercise) =>
        AsymmetricCheck is not null && Has(exercise, ExerciseTraits.SolePressure | ExerciseTraits.Standing);

    /// <summary>Whether it is locked: after pain (P4), by a balance concern (P6), or by a practitioner.</summary>
    public bool IsLocked(ExerciseId exercise) =>
        Progress[exercise] is { IsLocked: true } or { IsLockedByPain: true } || IsLockedForBalance(exercise);

    /// <summary>Whether a balance concern locks it (P6).</summary>
    public bool IsLockedForBalance(ExerciseId exercise) => NeedsBalance(exercise) && !BalanceConcerns.IsEmpty;

    /// <summary>
    /// Whether it only waits until another exercise has unlocked it: it is allowed and not locked, and nothing stops
    /// everything.
    /// </summary>
    public bool WaitsForAnother(ExerciseId exercise, DateOnly on) =>
        IsOpen(on) && Decision!.Allowed.Contains(exercise) && !IsLocked(exercise) && !IsLeftOut(exercise) && !HasMetPrerequisite(exercise);

    /// <summary>The exercises that wait for this one, and come into the plan once the person does without it.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="on">The date.</param>
    public ImmutableArray<ExerciseId> JoinsWithout(ExerciseId exercise, DateOnly on) =>
        [.. Programme.Exercises.Where(other => other.JoinsAfter?.Exercise == exercise).Select(other => other.Id).Where(other => WaitsForAnother(other, on))];

    /// <summary>Whether the legs rest on a date: exercise that needs a day of rest may be done, and yesterday had a session.</summary>
    public bool RestsAfterYesterday(DateOnly on) =>
        LastSession?.On == on.AddDays(-1) && ActiveOn(on).Any(NeedsRestDay);

    /// <summary>Whether a date has a session; of dates before the last session nothing is known.</summary>
    public bool HadSession(DateOnly on) => LastSession?.On == on;

    /// <summary>Whether the soles are looked at again after a session: they may not feel what injures them (P7).</summary>
    public bool NeedsCheckAfterSession => Screening is not null && Programme.Condition.NeedsCheckAfterSession(Judged!);

    /// <summary>Whether an exercise is for people who are steady: balance concerns lock it (P6).</summary>
    public bool NeedsBalance(ExerciseId exercise) => Has(exercise, ExerciseTraits.Standing);

    /// <summary>Whether an exercise is not done on the day after a session.</summary>
    public bool NeedsRestDay(ExerciseId exercise) => Has(exercise, ExerciseTraits.RestDay);

    /// <summary>The exercises that may be done on a date, active or resting, in the programme's order.</summary>
    public IEnumerable<ExerciseId> AvailableOn(DateOnly on) => Programme.ExerciseIds.Where(exercise => IsAvailable(exercise, on));

    /// <summary>The exercises that are active on a date, in the programme's order.</summary>
    public IEnumerable<ExerciseId> ActiveOn(DateOnly on) => Programme.ExerciseIds.Where(exercise => IsActive(exercise, on));

    private bool Has(ExerciseId exercise, ExerciseTraits traits) => Programme[exercise].Traits.HasAny(traits);

    /// <summary>Whether another exercise has once reached the level that it waits for, or is not allowed.</summary>
    private bool HasMetPrerequisite(ExerciseId exercise) =>
        Programme[exercise].JoinsAfter is not { } first || Joined.Contains(exercise) || IsLeftOut(first.Exercise) || !Decision!.Allowed.Contains(first.Exercise);

    /// <summary>The highest level that the screening and the practitioner allow, and who limits it.</summary>
    /// <param name="definition">The exercise.</param>
    /// <returns>The level, at most the top, and the reason for it where it is a limit.</returns>
    public (int Level, Reason? Reason) CapOf(ExerciseDefinition definition)
    {
        var exercise = definition.Id;
        var progress = Progress[exercise];
        (int Level, Reason? Reason) lowest = (definition.Top, null);
        if (Decision is not null && Decision.Caps.TryGetValue(exercise, out var ruled))
        {
            var residual = Decision.ResidualCaps.ContainsKey(exercise);
            if (!(residual && progress.Cap is not null) && ruled < lowest.Level)
            {
                lowest = (ruled, new(Decision.CappedBy(definition.Exercise), [Screening!.Id]));
            }
        }

        return progress.Cap is { } cap && cap.Level < lowest.Level
            ? (cap.Level, new(Reason.Adjusted, [cap.By]))
            : lowest;
    }

    internal CareState With(ExerciseProgress progress)
    {
        var next = this with { Progress = Progress.SetItem(progress.Exercise, progress) };
        // A level above a cap is not reached.
        var reached = Math.Min(progress.Level, next.CapOf(Programme[progress.Exercise]).Level);
        return next with
        {
            Joined =
            [
                .. Joined,
                .. Programme.Exercises
                    .Where(other => other.JoinsAfter is { } first && first.Exercise == progress.Exercise && reached >= first.Level)
                    .Select(other => other.Id)
                    .Except(Joined),
            ],
        };
    }
}

/// <summary>One exercise's level, and what led to it.</summary>
/// <param name="Exercise">Which.</param>
public sealed record ExerciseProgress(ExerciseId Exercise)
{
    /// <summary>From 1.</summary>
    public int Level { get; init; } = 1;

    /// <summary>Whether half the repetitions or seconds are asked for; only at level 1 (P3).</summary>
    public bool IsHalved { get; init; }

    /// <summary>A practitioner's dose; it applies until the level next changes.</summary>
    public Adjustment.ToDose? Dose { get; init; }

    /// <summary>What last changed level or dose; null at a first level.</summary>
    public Reason? Why { get; init; }

    /// <summary>A practitioner's cap, and the entry that set it.</summary>
    public (int Level, Guid By)? Cap { get; init; }

    /// <summary>A higher level set during a training break; it waits for a session with the exercise.</summary>
    public (int Level, Guid By)? DeferredLevel { get; init; }

    /// <summary>A practitioner's lock.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The entry by which the person does without it; null when they do it.</summary>
    public Guid? LeftOutBy { get; init; }

    /// <summary>The lock of a second session within 28 days in which pain rose too much (P4).</summary>
    public bool IsLockedByPain { get; init; }

    /// <summary>The date of the last session in which pain rose too much (P4).</summary>
    public DateOnly? LastPain { get; init; }

    /// <summary>The date of the session after which it rests (P4); null when it does not rest.</summary>
    public DateOnly? RestsSince { get; init; }

    /// <summary>The sessions that count towards a step up (P1).</summary>
    public ImmutableArray<SessionReference> QualifyingSessions { get; init; } = [];

    /// <summary>The last session with a set of it.</summary>
    public SessionReference? LastSession { get; init; }

    /// <summary>What the current training break without it has done to it (P8).</summary>
    public TrainingBreak Break { get; init; }

    /// <summary>After this many sessions at a level few words are enough.</summary>
    public const int FamiliarAfter = 3;

    /// <summary>
    /// How many sessions had it at this level since the level last changed or a training break began; counted up to
    /// <see cref="FamiliarAfter"/>, since more changes nothing.
    /// </summary>
    public int SessionsAtLevel { get; init; }

    /// <summary>
    /// Repetitions or seconds done in the last of them, of all sets, of each side where the dose is per side; null
    /// before the first.
    /// </summary>
    public int? LastDone { get; init; }

    /// <summary>
    /// The progress at another level, for a reason. A new level ends the dose, the reduced dose and the qualifying
    /// sessions; the same level ends none.
    /// </summary>
    internal ExerciseProgress At(int level, Reason why) => level == Level
        ? this
        : this with { Level = level, IsHalved = false, Dose = null, QualifyingSessions = [], Why = why, SessionsAtLevel = 0, LastDone = null };

    /// <summary>One level down; at level 1 half the dose, never halved twice (P3).</summary>
    internal ExerciseProgress Down(Reason why) => Level > 1
        ? At(Level - 1, why)
        : IsHalved ? this : this with { IsHalved = true, QualifyingSessions = [], Why = why };
}

/// <summary>How long a training break has lasted.</summary>
public enum TrainingBreak
{
    /// <summary>Under 8 days.</summary>
    None,

    /// <summary>8 to 14 days: one level lower.</summary>
    Long,

    /// <summary>15 days or more: level 1.</summary>
    Restart,
}

/// <summary>A session that was done.</summary>
/// <param name="On">Its date.</param>
/// <param name="Entry">The id of its entry.</param>
public readonly record struct SessionReference(DateOnly On, Guid Entry);

/// <summary>Something that one or more entries found.</summary>
/// <param name="On">Its date.</param>
/// <param name="Entries">The ids of the entries.</param>
public sealed record SafetyFinding(DateOnly On, ImmutableArray<Guid> Entries);

/// <summary>One date: was a session due, was there one?</summary>
public readonly record struct AttendanceDay(DateOnly On, bool WasDue, bool HadSession);
