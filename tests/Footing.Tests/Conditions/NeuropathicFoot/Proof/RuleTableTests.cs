using System.Collections.Immutable;
using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Screening;
using Xunit.Abstractions;

namespace Footing.Tests.Conditions.NeuropathicFoot.Proof;

/// <summary>The shipped rules say what the table says, for every answer there is; and every cell of the table matters.</summary>
public sealed class RuleTableTests(ITestOutputHelper output)
{
    /// <summary>The rules that a clearance can lift, each with the questions whose worse answer ends the clearance.</summary>
    private static readonly Dictionary<string, string> Liftable = new()
    {
        ["R8"] = "rest-pain-eased-hanging-down",
        ["R9"] = "recent-foot-surgery-or-fracture",
        ["R10"] = "past-ulcer-or-amputation kidney-failure charcot-history",
        ["R11"] = "arterial-disease",
        ["R12"] = "arterial-disease foot-deformity numb-feet touch-test",
        ["R13"] = "numb-feet touch-test",
        ["R14"] = "numb-feet touch-test",
        ["R15"] = "blood-thinner-or-easy-bruising",
        ["R16"] = "fall-in-last-year stands-with-support tandem-stand-seconds chair-stands dizzy-on-standing",
        ["R21"] = "tandem-stand-seconds chair-stands",
        ["R23"] = "told-not-to",
        ["R24"] = "fall-in-last-year tandem-stand-seconds chair-stands",
    };


    /// <summary>Alterations that cannot be seen: what the row would say more, a row above it has said already.</summary>
    private static readonly string[] Shadowed =
    [
        "R1: cold-pale-limb unsure gives same-day [] [] emergency-signs: cold-pale-limb: yes toggled",
        "R2: breathless-with-leg-swelling unsure gives same-day [] [] emergency-signs: breathless-with-leg-swelling: yes toggled",
        "R3: rapid-weakness unsure gives same-day [] [] emergency-signs: rapid-weakness: yes toggled",
        "R4: wound-and-unwell unsure gives same-day [] [] emergency-signs: wound-and-unwell: yes toggled",
        "R6: broken-skin unsure yes; touch-test not-done self; numb-feet unsure yes gives same-day [] [] : touch-test: 6 toggled",
        "R8: rest-pain-eased-hanging-down unsure gives clinician-first [] [] : rest-pain-eased-hanging-down: yes toggled",
        "R12: touch-test not-done self; numb-feet unsure yes; arterial-disease unsure yes gives clinician-first [toe-lift ankle-pump heel-toe-lift] [] : touch-test: 6 toggled",
        "R12: touch-test not-done self; numb-feet unsure yes; foot-deformity unsure yes gives clinician-first [toe-lift ankle-pump heel-toe-lift] [] : touch-test: 6 toggled",
        "R13: touch-test not-done self; numb-feet unsure yes gives proceed [toe-lift ankle-pump heel-toe-lift calf-raise] [calf-raise 2] numb-feet-care: touch-test: 6 toggled",
        "R16: fall-in-last-year unsure yes; tandem-stand-seconds - aged not-done gives seated-only [ball-roll toe-lift ankle-pump heel-toe-lift] [] : tandem-stand-seconds: 0 toggled",
        "R22: black-skin unsure gives same-day [] [] emergency-signs: black-skin: yes toggled",
    ];

    [Fact]
    public void Shipped_rules_are_those_of_the_table() =>
        NeuropathicFootCondition.Instance.Rules.Select(rule => rule.Name).ShouldBe(RuleTable.Right.Rules);

    [Fact]
    public void Every_rule_says_what_the_table_says_for_every_answer_there_is()
    {
        foreach (var rule in NeuropathicFootCondition.Instance.Rules)
        {
            Difference(rule, RuleTable.Right, Tree.AnswersTo).ShouldBeNull();
        }
    }

    [Fact]
    public void Rule_that_matches_when_no_other_does_withholds_nothing() =>
        Verdicts.Text(Rule.NoOther.Judge(Answers.None)).ShouldBe("proceed [ball-roll toe-lift ankle-pump heel-toe-lift calf-raise] [] ");

    [Fact]
    public void Clearance_lifts_these_rules_and_each_of_these_questions_ends_it() => NeuropathicFootCondition.Instance.Rules.Append(Rule.NoOther)
        .Where(rule => rule.CanBeLifted || rule.Questions.Length > 0)
        .ToDictionary(rule => rule.Name, rule => (rule.CanBeLifted, string.Join(' ', rule.Questions)))
        .ShouldBe(Liftable.ToDictionary(rule => rule.Key, rule => (true, rule.Value)), ignoreOrder: true);

    /// <summary>Age and sex are separate: nobody grows worse by a birthday.</summary>
    [Fact]
    public void Every_question_that_a_liftable_rule_reads_ends_its_clearance_but_for_age_and_sex() => ShippedRules.Trees
        .Where(rule => rule.Rule.CanBeLifted)
        // The tests are those that say whether a fall is R24 or R16.
        .ShouldAllBe(rule => rule.Tree.Questions.Except(new[] { "age", "sex-for-norms" })
            .Union(rule.Rule.YieldsTo == null ? Enumerable.Empty<string>() : NeuropathicFootCondition.Instance.BalanceTests).Order().SequenceEqual(rule.Rule.Questions.Order()));

    [Fact]
    [Trait("Category", "Slow")]
    public void Every_altered_cell_is_noticed()
    {
        var altered = AlteredTables.Of(RuleTable.Right).ToList();
        var rules = NeuropathicFootCondition.Instance.Rules.ToDictionary(rule => rule.Name);
        var survivors = altered.AsParallel().AsOrdered()
            // Most alterations show at an edge between two classes of answers; the others are looked for in all answers there are.
            .Where(one => Difference(rules[one.Rule], one.Table, ShippedRules.EdgesOf) is null && Difference(rules[one.Rule], one.Table, Tree.AnswersTo) is null).Select(one => one.What).ToList();

        output.WriteLine($"{altered.Count} altered cells, {survivors.Count} not noticed");
        survivors.ShouldBe(Shadowed);
    }

    /// <summary>What a rule and the table say where they differ first; null when they never do.</summary>
    private static string? Difference(Rule rule, RuleTable table, Func<string, ImmutableArray<Answer?>> answersTo)
    {
        try
        {
            new TreeGrower(answersTo).Grow(answers =>
            {
                // A question not asked yet counts as not answered, which is one of the answers there are.
                var (shipped, tabled) = (Verdicts.Text(rule.Judge(answers)), Verdicts.Text(table.Judge(rule.Name, answers)));
                return shipped == tabled ? null : throw new DifferenceException($"{rule.Name}: {shipped} but in the table {tabled}");
            });
            return null;
        }
        catch (DifferenceException difference)
        {
            return difference.Message;
        }
    }

    private sealed class DifferenceException(string message) : Exception(message);
}
