using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Web.People;

namespace Footing.Web.Today;

/// <summary>A person's day: what may be done, what prevents it, what is still to be reported.</summary>
/// <param name="Journal">The journal as read.</param>
/// <param name="State">What it results in.</param>
/// <param name="Plan">The plan of the day.</param>
public sealed record TodayView(JournalView Journal, CareState State, Plan Plan)
{
    /// <summary>The view of today.</summary>
    internal static TodayView Of(JournalView view)
    {
        var projection = view.Projection;
        return new(view, projection.State, Planner.PlanFor(projection));
    }

    /// <summary>What prevents exercise today: the most serious reason.</summary>
    public Blocker Blocker => Blockers.Of(State, Plan, Journal.Ahead is not null, Journal.UnsentAnswers);

    /// <summary>Whether today already has a session.</summary>
    public bool IsDone => State.HadSession(Journal.Today);

    /// <summary>Whether the legs rest because of yesterday's session.</summary>
    public bool RestsAfterYesterday => State.RestsAfterYesterday(Journal.Today);

    /// <summary>Whether a session may be begun, due or not.</summary>
    public bool MayStart => Blocker.MayStart(State, Journal.Today);

    /// <summary>Whether the feet were looked at today, after any session of today, or need not be.</summary>
    public bool AreFeetChecked => !State.Programme.Condition.ChecksFeet || DueReports.AreFeetChecked(Journal.Effective, Journal.Today, Journal.Preference.Zone);

    /// <summary>Whether fast sugar must be within reach.</summary>
    public bool NeedsFastSugar => State.Decision?.NeedsFastSugar == true;

    /// <summary>Whether a second look at the soles is needed after a session (P7).</summary>
    public bool NeedsCheckAfter => State.NeedsCheckAfterSession;

    /// <summary>The last session while its next morning is not reported; null when there is nothing to ask.</summary>
    public SessionEntry? Morning => DueReports.Morning(State, Journal.Effective, Journal.Today);

    /// <summary>The last session while its next morning is not reported, whether or not it is asked for yet; null when there is none.</summary>
    public SessionEntry? WithoutMorning => DueReports.WithoutMorning(State, Journal.Effective);

    /// <summary>Whether the check-in of the week is to be asked for.</summary>
    public bool IsWeekDue => DueReports.IsWeekDue(State, Journal.Today, Journal.Preference.Zone);

    /// <summary>The last set of a session of this week that was never fully reported; null if there is none.</summary>
    public SetEntry? Unreported => DueReports.Session(State.Programme, Journal.Effective, Journal.Today, Journal.Preference.Zone, Journal.IsTold);
}
