using Footing.Conditions.NeuropathicFoot;
using Footing.Testing;
using Footing.Tests.Screening;
using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Journal;
using Footing.Screening;
using Xunit.Abstractions;

namespace Footing.Tests.Conditions.NeuropathicFoot.Proof;

/// <summary>
/// What each group of questions results in, combined: the worst disposition, what all allow, the lowest cap. With
/// these laws what is shown of each group by itself holds of any answers together.
/// </summary>
public sealed class CombiningTests(ITestOutputHelper output)
{
    /// <summary>Everything that any rule can say, and everything that combining makes of it.</summary>
    private static readonly Lazy<ImmutableArray<Verdict>> Closure = new(() =>
    {
        var known = new Dictionary<string, Verdict>();
        var waiting = new Queue<Verdict>(ShippedRules.Trees.SelectMany(rule => rule.Tree.All).OfType<Tree.Leaf>().Select(leaf => leaf.Verdict)
            .OfType<Verdict>().Append(Rule.NoOther.Judge(Answers.None)!).Select(WithoutAdvice));
        while (waiting.TryDequeue(out var next))
        {
            if (!known.TryAdd(Verdicts.Text(next), next))
            {
                continue;
            }

            foreach (var other in known.Values.ToList())
            {
                waiting.Enqueue(Decision.Combine(next, other));
            }
        }

        return [.. known.Values];
    });

    [Fact]
    public void Combining_is_commutative_associative_and_idempotent()
    {
        var all = Closure.Value;
        output.WriteLine($"{all.Length} verdicts that rules can say or come to together, {(long)all.Length * all.Length * all.Length} triples");
        foreach (var one in all)
        {
            Together(one, one).ShouldBe(Verdicts.Text(one));
            foreach (var two in all)
            {
                var pair = Decision.Combine(one, two);
                Verdicts.Text(pair).ShouldBe(Together(two, one));
                foreach (var three in all)
                {
                    (Together(pair, three) == Together(one, Decision.Combine(two, three))).ShouldBeTrue();
                }
            }
        }
    }

    [Fact]
    public void Combining_is_never_looser_than_either()
    {
        foreach (var one in Closure.Value)
        {
            foreach (var two in Closure.Value)
            {
                var both = Decision.Combine(one, two);
                (both.Disposition >= one.Disposition).ShouldBeTrue();
                (one.Withheld & ~both.Withheld).ShouldBe(ExerciseTraits.None);
                one.Caps.ShouldAllBe(cap => both.Caps[cap.Key] <= cap.Value);
            }
        }
    }

    /// <summary>Every outcome of every three groups together is what their rules say, combined in any order.</summary>
    [Fact]
    public void Decision_is_the_combination_of_what_its_groups_say()
    {
        var outcomes = ShippedRules.Groups.Select(Outcomes).ToList();
        var decisions = 0;
        for (var i = 0; i < outcomes.Count; i++)
        {
            for (var j = i + 1; j < outcomes.Count; j++)
            {
                for (var k = j + 1; k < outcomes.Count; k++)
                {
                    foreach (var one in outcomes[i])
                    {
                        foreach (var two in outcomes[j])
                        {
                            foreach (var three in outcomes[k])
                            {
                                Check(one, two, three);
                                decisions++;
                            }
                        }
                    }
                }
            }
        }

        output.WriteLine($"{outcomes.Sum(group => group.Length)} outcomes of {outcomes.Count} groups, {decisions} decisions of three together");
    }

    private static void Check(params ReadOnlySpan<Outcome> outcomes)
    {
        var answers = Answering.But("");
        var expected = new Verdict(Disposition.Proceed, ExerciseTraits.None, Verdict.NoCaps, null);
        var isMissing = false;
        foreach (var outcome in outcomes)
        {
            foreach (var (question, answer) in outcome.State)
            {
                answers = answer switch
                {
                    null => answers.Without(question),
                    { IsAged: true } aged => answers.With(question, Answer.Of(aged.Number!.Value)).Value.WithAged([question], _ => true),
                    { } given => answers.With(question, given).Value,
                };
            }

            foreach (var verdict in outcome.Verdicts)
            {
                // The later one first: the order does not matter.
                expected = Decision.Combine(verdict, expected);
            }

            isMissing |= outcome.IsMissing;
        }

        var decision = JournalBuilder.Programme.Judge(answers, []);
        var isUrgent = expected.Disposition is Disposition.Emergency or Disposition.SameDay;
        decision.Disposition.ShouldBe(isMissing && !isUrgent ? Disposition.Incomplete : expected.Disposition);
        ImmutableArray<Exercise> allowed = isMissing && !isUrgent ? [] : [.. Verdicts.Exercises.Where(exercise => !expected.Withholds(exercise))];
        decision.Allowed.ShouldBe(allowed.Select(exercise => exercise.Id));
        (isUrgent && !decision.Allowed.IsEmpty).ShouldBeFalse();
        decision.Caps.ShouldBe(allowed
            .Where(exercise => expected.CapOf(exercise) is not null)
            .Select(exercise => KeyValuePair.Create(exercise.Id, expected.CapOf(exercise)!.Value)));
    }

    /// <summary>Each different thing that a group can come to, with a state in which it does.</summary>
    private static ImmutableArray<Outcome> Outcomes(QuestionGroup group) =>
    [
        .. group.Walk()
            .Select(state => new Outcome(
                state,
                [.. Matching(group, Answers.Asked(question => state.GetValueOrDefault(question))).Select(WithoutAdvice)],
                state.Any(answer => answer.Value is null && NeuropathicFootCondition.Instance.Questionnaire.IsSafety(answer.Key))))
            .DistinctBy(outcome => outcome.IsMissing + string.Join(';', outcome.Verdicts.Select(Verdicts.Text))),
    ];

    private static IEnumerable<Verdict> Matching(QuestionGroup group, Answers answers)
    {
        var matching = group.Rules.Select(rule => (Rule: rule, Verdict: rule.Judge(answers))).Where(match => match.Verdict is not null).ToList();
        return matching.Where(match => !matching.Exists(other => other.Rule.Name == match.Rule.YieldsTo)).Select(match => match.Verdict!);
    }

    private static Verdict WithoutAdvice(Verdict verdict) => verdict with { Advisory = null };

    private static string Together(Verdict one, Verdict other) => Verdicts.Text(Decision.Combine(one, other));

    private sealed record Outcome(ImmutableDictionary<string, Answer?> State, ImmutableArray<Verdict> Verdicts, bool IsMissing);
}
