using Footing.Conditions.NeuropathicFoot;
using Footing.Screening;

namespace Footing.Conditions;

/// <summary>The conditions that programmes can be for.</summary>
public static class ConditionLibrary
{
    /// <summary>The conditions of this build.</summary>
    public static ImmutableArray<Condition> Shipped { get; } = [NeuropathicFootCondition.Instance];
}
