using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Quantities;
using Footing.Screening;
using Footing.Web.Sync;

namespace Footing.Web.Today;

/// <summary>What keeps everybody from exercise on a date.</summary>
public enum Bar
{
    /// <summary>Nothing: there are exercises.</summary>
    None,

    /// <summary>The journal has an entry of a later date than the clock's: what happened since is not known today.</summary>
    Clock,

    /// <summary>No safety questions were answered yet.</summary>
    NoScreening,

    /// <summary>Safety questions were begun, and what is answered so far already says: today, or at once.</summary>
    Unsent,

    /// <summary>Something was found on the feet (P5).</summary>
    Finding,

    /// <summary>An entry that may forbid exercise cannot be read: the safety questions come first.</summary>
    Unreadable,

    /// <summary>The last answers say: not now.</summary>
    Result,

    /// <summary>A long break (P8): the safety questions come first.</summary>
    Restart,

    /// <summary>The answers are older than four weeks.</summary>
    Expired,

    /// <summary>Each exercise rests or is locked.</summary>
    AllRest,
}

/// <summary>A person's day: what may be done, what stands in the way, what is still to be told.</summary>
/// <param name="Known">The journal as read.</param>
/// <param name="State">What it comes to.</param>
/// <param name="Plan">The plan of the day.</param>
public sealed record Agenda(Known Known, CareState State, Plan Plan)
{
    private const int DaysToAskForTheMorning = 3;
    private const int DaysToAskForTheSession = 7;

    /// <summary>The agenda of today.</summary>
    internal static Agenda Of(Known known, Programme programme)
    {
        var folded = known.Folded(programme);
        return new(known, folded.State, Planner.PlanFor(folded));
    }

    /// <summary>What keeps the person from exercise today; the gravest of it.</summary>
    public Bar Bar => State switch
    {
        // What must not wait goes before all that may.
        { Decision.Disposition: Disposition.Emergency or Disposition.SameDay } when !State.IsScreeningOld(Known.Today) => Bar.Result,
        _ when Known.Ahead is not null => Bar.Clock,
        { Screening: null, Unreadable.IsEmpty: true } => Bar.NoScreening,
        // An urgent answer holds also when the questions after it were never answered.
        _ when Known.Unsent is { } unsent && Decision.Of(unsent, []).Disposition is Disposition.Emergency or Disposition.SameDay => Bar.Unsent,
        { Findings.IsEmpty: false } => Bar.Finding,
        { Unreadable.IsEmpty: false } => Bar.Unreadable,
        { Decision.AllowsExercise: false } when !State.IsScreeningOld(Known.Today) => Bar.Result,
        { AwaitsRestart: true } => Bar.Restart,
        _ when State.IsScreeningOld(Known.Today) => Bar.Expired,
        _ => Plan.Exercises.IsEmpty ? Bar.AllRest : Bar.None,
    };

    /// <summary>Whether today already has a session.</summary>
    public bool IsDone => State.LastSession?.On == Known.Today;

    /// <summary>Whether the legs rest because calf raises were possible and yesterday had a session.</summary>
    public bool RestsAfterYesterday =>
        State.LastSession?.On == Known.Today.AddDays(-1) && State.Stands(Exercise.CalfRaise, Known.Today);

    /// <summary>Whether a session may be begun, due or not.</summary>
    public bool MayStart => Bar == Bar.None && !IsDone && !RestsAfterYesterday;

    /// <summary>Whether the feet were looked at today, after any session of today.</summary>
    public bool AreFeetChecked
    {
        get
        {
            var last = Known.Counting.LastOrDefault(entry => entry is FootCheckEntry or SessionEntry);
            return last is FootCheckEntry && last.DateIn(Known.Preference.Zone) == Known.Today;
        }
    }

    /// <summary>Whether fast sugar has to be within reach.</summary>
    public bool NeedsFastSugar => State.Decision?.Advisories.Contains("fast-sugar-near") == true;

    /// <summary>Whether a second look at the soles is needed after a session (P7).</summary>
    public bool NeedsCheckAfter => State.Screening?.Answers.HasLossOfProtectiveSensation == true;

    /// <summary>The last session while its next morning has not been told; null when there is nothing to ask.</summary>
    public SessionEntry? Morning
    {
        get
        {
            if (State.LastSession is not { } last || Known.Today.DayNumber - last.On.DayNumber is < 1 or > DaysToAskForTheMorning)
            {
                return null;
            }

            var session = Known.Counting.OfType<SessionEntry>().First(entry => entry.Id == last.Entry);
            return Known.Counting.OfType<NextMorningEntry>().Any(entry => entry.Session == session.Session) ? null : session;
        }
    }

    /// <summary>The last set of a session of this week that was never told to its end; null when there is none.</summary>
    public SetEntry? Untold
    {
        get
        {
            // A voided session was told once: uncorrected entries are asked.
            return Known.Counting.OfType<SetEntry>().LastOrDefault(set =>
                Known.Today.DayNumber - set.DateIn(Known.Preference.Zone).DayNumber <= DaysToAskForTheSession && !Known.IsTold(set.Session));
        }
    }
}
