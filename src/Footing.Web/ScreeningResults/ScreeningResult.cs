using System.Collections.Immutable;
using Footing.Journal;
using Footing.Programmes;
using Footing.Screening;
using Footing.Web.People;

namespace Footing.Web.ScreeningResults;

/// <summary>What the last screening results in today, with the clearances that are valid.</summary>
/// <param name="Entry">The id of its entry.</param>
/// <param name="Answers">Its answers.</param>
/// <param name="Decision">What they result in.</param>
/// <param name="On">Its date.</param>
/// <param name="IsCurrent">Whether it is recent enough to plan with.</param>
/// <param name="IsOfToday">Whether it was answered today: then a mistake can still be corrected.</param>
public sealed record ScreeningResult(Guid Entry, Answers Answers, Decision Decision, DateOnly On, bool IsCurrent, bool IsOfToday)
{
    /// <summary>What cannot be read and stops everything until the next screening.</summary>
    public ImmutableArray<UnreadableEntry> Unreadable { get; init; } = [];

    /// <summary>The last date on which each rule is lifted that a clearance lifts, by the rule's name.</summary>
    public ImmutableDictionary<string, DateOnly> ClearedUntil { get; init; } = ImmutableDictionary<string, DateOnly>.Empty;

    /// <summary>Null when there is no screening yet.</summary>
    internal static ScreeningResult? Of(JournalView view)
    {
        var projection = view.Projection;
        var state = projection.State;
        return state is { Screening: { } screening, Decision: { } decision }
            ? new(screening.Id, screening.Answers, decision, state.ScreenedOn, !state.IsScreeningOld(view.Today), state.ScreenedOn == view.Today)
            {
                Unreadable = projection.Unreadable,
                ClearedUntil = decision.Cleared
                    .Select(rule => (rule.Name, Until: Footing.Plans.Explanations.ClearedUntil.Of(rule.Name, state, view.Today)))
                    .Where(cleared => cleared.Until is not null)
                    .ToImmutableDictionary(cleared => cleared.Name, cleared => cleared.Until!.Value),
            }
            : null;
    }

    /// <summary>The matching rules that are not lifted, by number.</summary>
    public IEnumerable<Rule> Rules => Decision.Matches.Select(match => match.Rule);

    /// <summary>The names of the matching rules that a clearance can lift.</summary>
    internal string[] Clearable => [.. Decision.Matches.Where(match => match.CanBeLifted).Select(match => match.Rule.Name)];
}
