namespace Footing.Plans.Explanations;

/// <summary>What the last session changed in an exercise's dose.</summary>
public enum RecentStep
{
    /// <summary>More of it.</summary>
    Up,

    /// <summary>A lower level.</summary>
    Down,

    /// <summary>Half the dose.</summary>
    Half,
}

/// <summary>Finds steps that are still new to the person.</summary>
public static class RecentSteps
{
    /// <summary>
    /// The step that the exercise's last session led to; null when it was done once at the new level, or when something
    /// else led to it.
    /// </summary>
    public static RecentStep? Of(PlannedExercise planned, CareState state) =>
        state.Progress[planned.Exercise] is not { Why: { } why, LastSession: { } last } || !why.Entries.Contains(last.Entry) ? null
        : why.Meaning() == ReasonMeaning.StepUp ? RecentStep.Up
        : !why.Meaning().IsLess() ? null
        : planned.Halved ? RecentStep.Half
        : RecentStep.Down;
}
