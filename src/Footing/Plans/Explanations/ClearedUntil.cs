using Footing.Screening;

namespace Footing.Plans.Explanations;

/// <summary>How long what a professional said lifts a rule of the screening.</summary>
public static class ClearedUntil
{
    /// <summary>The last date on which a rule is lifted; null when no clearance that is valid on the date lifts it.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <param name="state">The state on the date.</param>
    /// <param name="on">The date.</param>
    public static DateOnly? Of(string rule, CareState state, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(state);
        var holding = state.Clearances.Where(clearance => clearance.HoldsOn(on) && clearance.Rules.Contains(rule)).ToList();
        return holding.Count == 0 ? null : holding.Max(clearance => clearance.From).AddDays(Clearance.LastDay);
    }
}
