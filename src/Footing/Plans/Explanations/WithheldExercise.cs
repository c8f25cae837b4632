using Footing.Screening;

namespace Footing.Plans.Explanations;

/// <summary>Why an exercise is left out of a plan.</summary>
public enum WithheldBecause
{
    /// <summary>A rule of the screening withholds it.</summary>
    Screening,

    /// <summary>Pain came back: it stays out until somebody unlocks it.</summary>
    PainAgain,

    /// <summary>A balance concern: it stays out until balance was tested again.</summary>
    BalanceConcern,

    /// <summary>A practitioner's decision.</summary>
    Practitioner,

    /// <summary>It rests after pain.</summary>
    Pain,

    /// <summary>It rests because one foot is warmer.</summary>
    WarmFoot,

    /// <summary>It waits until another exercise has unlocked it.</summary>
    OtherFirst,
}

/// <summary>One reason why an exercise is left out.</summary>
/// <param name="Because">What it is.</param>
/// <param name="Rule">The rule's name in data; null where no rule says it.</param>
/// <param name="Entries">The entries that led to it.</param>
/// <param name="On">Its date, where only that is known; else null.</param>
public sealed record WithheldReason(WithheldBecause Because, string? Rule, ImmutableArray<Guid> Entries, DateOnly? On)
{
    /// <summary>Whether a professional may clear it now.</summary>
    public bool CanBeCleared { get; init; }

    /// <summary>Whether a test at home and another screening may end it.</summary>
    public bool EndsWithScreening { get; init; }

    /// <summary>The first date on which another screening may end it; null where that is any later date, or none does.</summary>
    public DateOnly? EndsFrom { get; init; }

    /// <summary>Whether a professional's word unlocks it.</summary>
    public bool CanBeUnlocked => Because is WithheldBecause.PainAgain or WithheldBecause.Practitioner;
}

/// <summary>An exercise that a plan leaves out, with every reason.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Reasons">
/// The reasons. Of a locked one in the order of the plan's rules; of a resting one pain before warmth.
/// </param>
public sealed record WithheldExercise(ExerciseId Exercise, ImmutableArray<WithheldReason> Reasons)
{
    /// <summary>The exercises that are not allowed or locked, as a plan has them.</summary>
    public static ImmutableArray<WithheldExercise> Locked(Plan plan, CareState state) =>
        [.. plan.Locked.Select(locked => new WithheldExercise(locked.Exercise, [.. locked.Rules.Select(rule => Reason(rule, locked.Exercise, state))]))];

    /// <summary>The exercises that would be active on a date if they did not rest.</summary>
    public static ImmutableArray<WithheldExercise> Resting(CareState state, DateOnly on) =>
    [
        .. state.AvailableOn(on)
            .Where(state.IsResting)
            .Select(exercise => new WithheldExercise(exercise, [.. Rests(exercise, state)])),
    ];

    /// <summary>The exercises that only wait until another one has unlocked them.</summary>
    public static ImmutableArray<WithheldExercise> Waiting(CareState state, DateOnly on) =>
    [
        .. state.Programme.ExerciseIds
            .Where(exercise => state.WaitsForAnother(exercise, on))
            .Select(exercise => new WithheldExercise(exercise, [new(WithheldBecause.OtherFirst, null, [], null)])),
    ];

    /// <summary>The exercises that the screening allows and a balance concern locks.</summary>
    public static ImmutableArray<ExerciseId> LockedForBalance(CareState state) =>
        [.. (state.Decision?.Allowed ?? []).Where(state.IsLockedForBalance)];

    private static IEnumerable<WithheldReason> Rests(ExerciseId exercise, CareState state)
    {
        if (state.RestsAfterPain(exercise))
        {
            yield return new(WithheldBecause.Pain, ProgressionRules.PainRest, [], state.Progress[exercise].RestsSince);
        }

        if (state.RestsForWarmth(exercise))
        {
            yield return new(WithheldBecause.WarmFoot, ProgressionRules.Asymmetry, [state.AsymmetricCheck!.Value], null);
        }
    }

    private static WithheldReason Reason(string rule, ExerciseId exercise, CareState state) => ReasonMeanings.Of(rule) switch
    {
        ReasonMeaning.PainRest => new(WithheldBecause.PainAgain, rule, [], state.Progress[exercise].LastPain)
        {
            EndsFrom = state.Progress[exercise].LastPain?.AddDays(SessionJudgement.PainAgainDays),
        },
        ReasonMeaning.BalanceConcern => new(WithheldBecause.BalanceConcern, rule, [.. state.BalanceConcerns.SelectMany(concern => concern.Entries)], null) { EndsWithScreening = true },
        ReasonMeaning.Practitioner => new(WithheldBecause.Practitioner, rule, [], null),
        _ => new(WithheldBecause.Screening, rule, state.Screening is { } screening ? [screening.Id] : [], null)
        {
            EndsWithScreening = state.Decision?.Matches.Any(match => match.Rule.Name == rule && match.EndsWithTest) == true,
            CanBeCleared = state.Decision?.Matches.Any(match => match.Rule.Name == rule && match.CanBeLifted) == true,
        },
    };
}
