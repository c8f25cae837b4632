namespace Footing.Plans;

/// <summary>A date of the projection.</summary>
/// <param name="On">The date.</param>
/// <param name="State">The state after the entries that are projected so far.</param>
/// <param name="HadSession">Whether it has a session.</param>
/// <param name="WasDue">With a session: whether one was due just before it, even if everything rested.</param>
internal sealed record Day(DateOnly On, CareState State, bool HadSession, bool WasDue)
{
    /// <summary>With a session: whether one was due just before it, with something to do.</summary>
    public bool WasDueToPerform { get; init; }

    /// <summary>
    /// Whether it is one of the person's days and something may be done or rests. A session earlier on the date does
    /// not matter here.
    /// </summary>
    public bool IsDue =>
        State.IsOpen(On) &&
        (State.Weekdays.Contains(On.DayOfWeek) || State.StartedOn == On) &&
        State.AvailableOn(On).Any() &&
        !State.RestsAfterYesterday(On);

    /// <summary>Whether it is a due date on which something may be done.</summary>
    public bool IsDueToPerform => IsDue && State.ActiveOn(On).Any();
}
