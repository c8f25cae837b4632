using Footing.Journal;

namespace Footing.Simulation.Checking;

/// <summary>A clearance while it is valid: rules lifted for the answers it was given for.</summary>
/// <param name="from">Its date.</param>
/// <param name="answers">The answers of the last screening before it, as they were judged.</param>
/// <param name="rules">The rules that it names.</param>
/// <param name="condition">What the contract says of the condition.</param>
internal sealed class RuleWaiver(DateOnly from, Answers answers, IEnumerable<string> rules, ConditionChecks condition)
{
    private readonly HashSet<string> _rules = [.. rules.Intersect(condition.LiftableRules)];

    /// <summary>Whether it lifts a rule on a date: from its own to the 83rd day after.</summary>
    public bool HoldsFor(string rule, DateOnly on) => _rules.Contains(rule) && on >= from && on <= from.AddDays(83);

    /// <summary>A later screening ends it for the rules whose questions have a worse answer.</summary>
    public void EndWhereWorse(Answers later) =>
        _rules.RemoveWhere(rule => condition.QuestionsOf(rule).Any(question => condition.IsWorse(question, answers, later)));

    /// <summary>Ends it for some rules.</summary>
    public void End(params ReadOnlySpan<string> rules)
    {
        foreach (var rule in rules)
        {
            _rules.Remove(rule);
        }
    }
}
