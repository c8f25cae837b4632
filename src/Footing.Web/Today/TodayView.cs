using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Screening;
using Footing.Web.People;

namespace Footing.Web.Today;

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

    /// <summary>Each exercise rests or is locked.</summary>
    AllRest,
}

/// <summary>A person's day: what may be done, what prevents it, what is still to be reported.</summary>
/// <param name="Journal">The journal as read.</param>
/// <param name="State">What it results in.</param>
/// <param name="Plan">The plan of the day.</param>
public sealed record TodayView(JournalView Journal, CareState State, Plan Plan)
{
    private const int DaysToAskForTheMorning = 3;
    private const int DaysToAskForTheSession = 7;

    /// <summary>The view of today.</summary>
    internal static TodayView Of(JournalView view, Programme programme)
    {
        var folded = view.Projection(programme);
        return new(view, folded.State, Planner.PlanFor(folded));
    }

    /// <summary>What prevents exercise today: the most serious reason.</summary>
    public Blocker Blocker => State switch
    {
        // What must not wait comes before what may.
        { Decision.Disposition: Disposition.Emergency or Disposition.SameDay } when !State.IsScreeningOld(Journal.Today) => Blocker.Result,
        _ when Journal.Ahead is not null => Blocker.Clock,
        { Screening: null, Unreadable.IsEmpty: true } => Blocker.NoScreening,
        // An urgent answer is valid even if the questions after it were never answered.
        _ when Journal.UnsentAnswers is { } unsent && Decision.DispositionOf(unsent) is Disposition.Emergency or Disposition.SameDay => Blocker.Unsent,
        { Findings.IsEmpty: false } => Blocker.Finding,
        { Unreadable.IsEmpty: false } => Blocker.Unreadable,
        { Decision.AllowsExercise: false } when !State.IsScreeningOld(Journal.Today) => Blocker.Result,
        { AwaitsRestart: true } => Blocker.Restart,
        _ when State.IsScreeningOld(Journal.Today) => Blocker.Expired,
        _ => Plan.Exercises.IsEmpty ? Blocker.AllRest : Blocker.None,
    };

    /// <summary>Whether today already has a session.</summary>
    public bool IsDone => State.LastSession?.On == Journal.Today;

    /// <summary>Whether the legs rest because calf raises were possible and yesterday had a session.</summary>
    public bool RestsAfterYesterday =>
        State.LastSession?.On == Journal.Today.AddDays(-1) && State.NeedsRestDay(Journal.Today);

    /// <summary>Whether a session may be begun, due or not.</summary>
    public bool MayStart => Blocker == Blocker.None && !IsDone && !RestsAfterYesterday;

    /// <summary>Whether the feet were looked at today, after any session of today.</summary>
    public bool AreFeetChecked
    {
        get
        {
            var last = Journal.Effective.LastOrDefault(entry => entry is FootCheckEntry or SessionEntry);
            return last is FootCheckEntry && last.DateIn(Journal.Preference.Zone) == Journal.Today;
        }
    }

    /// <summary>Whether fast sugar must be within reach.</summary>
    public bool NeedsFastSugar => State.Decision?.Advisories.Contains("fast-sugar-near") == true;

    /// <summary>Whether a second look at the soles is needed after a session (P7).</summary>
    public bool NeedsCheckAfter => State.Screening?.Answers.HasLossOfProtectiveSensation == true;

    /// <summary>The last session while its next morning is not reported; null when there is nothing to ask.</summary>
    public SessionEntry? Morning
    {
        get
        {
            if (State.LastSession is not { } last || Journal.Today.DayNumber - last.On.DayNumber is < 1 or > DaysToAskForTheMorning)
            {
                return null;
            }

            var session = Journal.Effective.OfType<SessionEntry>().First(entry => entry.Id == last.Entry);
            return Journal.Effective.OfType<NextMorningEntry>().Any(entry => entry.Session == session.Session) ? null : session;
        }
    }

    /// <summary>The last set of a session of this week that was never fully reported; null if there is none.</summary>
    public SetEntry? Unreported
    {
        get
        {
            // A voided session was reported once, so uncorrected entries are checked.
            return Journal.Effective.OfType<SetEntry>().LastOrDefault(set => State.Programme.Has(set.Exercise) &&
                Journal.Today.DayNumber - set.DateIn(Journal.Preference.Zone).DayNumber <= DaysToAskForTheSession && !Journal.IsTold(set.Session));
        }
    }
}
