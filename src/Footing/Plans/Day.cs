namespace Footing.Plans;

/// <summary>A date in the fold.</summary>
/// <param name="On">The date.</param>
/// <param name="State">The state as far as the date is folded.</param>
/// <param name="HadSession">Whether it has a session.</param>
/// <param name="WasDue">With a session: whether one was due just before it, be it that everything rested.</param>
internal sealed record Day(DateOnly On, CareState State, bool HadSession, bool WasDue)
{
    /// <summary>With a session: whether one was due just before it, with something to do.</summary>
    public bool WasDueToPerform { get; init; }

    /// <summary>
    /// Whether it is the person's day and something may be done or rests. Whether there was a session already is not
    /// asked here.
    /// </summary>
    public bool IsDue =>
        State.IsOpen(On) &&
        (State.Weekdays.Contains(On.DayOfWeek) || State.StartedOn == On) &&
        ExerciseIds.All.Any(exercise => State.IsAvailable(exercise, On)) &&
        !(State.IsActive(Exercise.CalfRaise, On) && State.LastSession?.On == On.AddDays(-1));

    /// <summary>Whether it is a due date on which something may be done.</summary>
    public bool IsDueToPerform => IsDue && ExerciseIds.All.Any(exercise => State.IsActive(exercise, On));
}
