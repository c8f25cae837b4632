using Footing.Journal;
using Footing.Screening;

namespace Footing.Plans.Explanations;

/// <summary>What prevents all exercise on a date.</summary>
public enum Blocker
{
    /// <summary>Nothing: there are exercises.</summary>
    None,

    /// <summary>The journal has an entry after the clock's date: what happened since is not known today.</summary>
    Clock,

    /// <summary>No safety questions were answered yet.</summary>
    NoScreening,

    /// <summary>A screening was begun, and its answers so far already result in same-day or emergency.</summary>
    Unsent,

    /// <summary>Something was found on the feet (P5).</summary>
    Finding,

    /// <summary>An entry that may forbid exercise cannot be read: the safety questions come first.</summary>
    Unreadable,

    /// <summary>The last answers result in no exercise now.</summary>
    Result,

    /// <summary>A long training break (P8): the safety questions come first.</summary>
    Restart,

    /// <summary>The answers are older than four weeks.</summary>
    Expired,

    /// <summary>Each exercise rests, is locked or is left out by the person.</summary>
    AllRest,
}

/// <summary>Finds what prevents exercise.</summary>
public static class Blockers
{
    /// <summary>What prevents exercise on the date of a plan: the most serious reason.</summary>
    /// <param name="state">What the journal results in.</param>
    /// <param name="plan">The plan of the date.</param>
    /// <param name="isClockBehind">Whether an effective entry is dated later than the plan.</param>
    /// <param name="unsent">The answers of a screening that was begun and not sent; null when there is none.</param>
    public static Blocker Of(CareState state, Plan plan, bool isClockBehind, Answers? unsent)
    {
        var isOld = state.IsScreeningOld(plan.On);
        return state switch
        {
            // What must not wait comes before what may.
            { Decision: { } decision } when decision.Disposition.IsUrgent() && !isOld => Blocker.Result,
            _ when isClockBehind => Blocker.Clock,
            { Screening: null, Unreadable.IsEmpty: true } => Blocker.NoScreening,
            // An urgent answer is valid even if the questions after it were never answered.
            _ when unsent is not null && state.Programme.Condition.DangerIn(unsent) is not null => Blocker.Unsent,
            { Findings.IsEmpty: false } => Blocker.Finding,
            { Unreadable.IsEmpty: false } => Blocker.Unreadable,
            { Decision.AllowsExercise: false } when !isOld => Blocker.Result,
            { AwaitsRestart: true } => Blocker.Restart,
            _ when isOld => Blocker.Expired,
            _ => plan.Exercises.IsEmpty ? Blocker.AllRest : Blocker.None,
        };
    }

    /// <summary>Whether a session may be begun on a date, due or not: nothing prevents it, and neither an earlier session nor the legs' rest.</summary>
    /// <param name="blocker">What prevents all exercise on the date.</param>
    /// <param name="state">What the journal results in.</param>
    /// <param name="on">The date.</param>
    public static bool MayStart(this Blocker blocker, CareState state, DateOnly on) =>
        blocker == Blocker.None && !state.HadSession(on) && !state.RestsAfterYesterday(on);
}
