using System.Collections.Immutable;
using Footing.Journal;
using Footing.Outcomes;
using Footing.Web.People;

namespace Footing.Web.Outcomes;

/// <summary>What the page about progress shows.</summary>
/// <param name="Outcome">What the check-ins say.</param>
/// <param name="Timelines">The course of each measure.</param>
/// <param name="RecentSessions">The sessions of the last four weeks.</param>
public sealed record ProgressView(Footing.Outcomes.Progress Outcome, ImmutableArray<Timeline> Timelines, int RecentSessions)
{
    private const int RecentDays = 28;

    internal static ProgressView Of(JournalView view)
    {
        var zone = view.Preference.Zone;
        var outcome = Footing.Outcomes.Progress.Of(view.Effective, view.Today, zone);
        return new(
            outcome,
            [.. outcome.Measures.Select(measure => Timeline.Of(measure, view.Effective, view.Today, zone))],
            view.Effective.OfType<SessionEntry>().Count(session => view.Today.DayNumber - session.DateIn(zone).DayNumber < RecentDays));
    }

    /// <summary>The course of a measure.</summary>
    public Timeline Of(MeasureOutcome measure) => Timelines.Single(timeline => timeline.Series == measure.Series);
}
