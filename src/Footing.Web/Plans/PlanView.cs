using System.Collections.Immutable;
using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Screening;
using Footing.Sessions;
using Footing.Web.People;
using Footing.Wording;

namespace Footing.Web.Plans;

/// <summary>The plan of today with everything that its page says: reasons with their dates, and next steps.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="State">What the journal results in.</param>
/// <param name="Programme">The programme.</param>
/// <param name="Today">The date.</param>
/// <param name="ById">The effective entries that were read, by id.</param>
/// <param name="DateOf">The date of an entry that the state names, read or not; null when it is not known.</param>
/// <param name="Zone">The person's zone.</param>
public sealed record PlanView(
    Plan Plan,
    CareState State,
    Programme Programme,
    DateOnly Today,
    ImmutableDictionary<Guid, Entry> ById,
    Func<Guid, DateOnly?> DateOf,
    TimeZoneInfo Zone)
{
    /// <summary>The plan of today.</summary>
    internal static PlanView Of(JournalView view)
    {
        var zone = view.Preference.Zone;
        var byId = view.Effective.ToImmutableDictionary(entry => entry.Id);
        return new(
            Planner.PlanFor(view.Projection),
            view.Projection.State,
            view.Programme,
            view.Today,
            byId,
            id => byId.TryGetValue(id, out var entry) ? entry.DateIn(zone) : view.Snapshot?.DateOf(id),
            zone);
    }

    /// <summary>About how many minutes a session takes, with getting ready and the questions after.</summary>
    /// <param name="texts">The programme's words.</param>
    public int MinutesWith(Texts texts) => ScriptCompiler.Compile(Plan, Programme, texts).Minutes;

    /// <summary>Whether nothing stops the whole plan: exercises are active, resting or waiting.</summary>
    public bool IsOpen => State.IsOpen(Today);

    /// <summary>The dates of a reason's entries, as people read them; null when none is known.</summary>
    public string? DatesOf(Reason reason, Texts texts) => DatesOf(reason.Entries, texts);

    /// <summary>The dates of entries, as people read them; null when none is known.</summary>
    public string? DatesOf(ImmutableArray<Guid> entries, Texts texts)
    {
        var dates = entries.Select(DateOf).OfType<DateOnly>().ToList();
        return dates.Count == 0 ? null : Pages.Dates.Shortly(texts, dates, Today);
    }

    /// <summary>The last date on which a rule is lifted; null when no clearance that is valid lifts it.</summary>
    public DateOnly? ClearedUntil(string rule) => Footing.Plans.Explanations.ClearedUntil.Of(rule, State, Today);

    /// <summary>The next step of an exercise.</summary>
    public NextStep NextStepOf(PlannedExercise planned) => NextStep.Of(planned, Plan, State, Programme);

    /// <summary>The screening rules whose texts a finding gets.</summary>
    public IEnumerable<string> FindingRules(Reason finding) =>
        FeetFinding.RulesOf([.. finding.Entries.Select(id => ById.GetValueOrDefault(id))], State.Screening?.Answers, Programme.Condition);
}
