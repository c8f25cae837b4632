using Footing.Conditions.NeuropathicFoot;
using Footing.Tests.Screening;
using System.Collections.Immutable;
using System.Globalization;
using Footing.Journal;
using Footing.Screening;
using Footing.Testing;
using Xunit.Abstractions;

namespace Footing.Tests.Conditions.NeuropathicFoot.Proof;

/// <summary>
/// Every state of the screening, walked: per group of questions that share a rule, one answer of each class that the
/// rules can tell apart, no answer being a class. Which classes and groups there are is read off the rules themselves.
/// </summary>
public sealed class EnumerationTests(ITestOutputHelper output)
{
    public static TheoryData<string> GroupNames => [.. ShippedRules.Groups.Select(group => group.ToString())];

    [Fact]
    public void No_rule_reads_two_groups_and_every_question_that_matters_is_in_one()
    {
        foreach (var group in ShippedRules.Groups)
        {
            output.WriteLine($"{group.States,6} states: {group}");
        }

        output.WriteLine($"{ShippedRules.Groups.Sum(group => group.States),6} states in {ShippedRules.Groups.Length} groups");
        ShippedRules.Groups.SelectMany(group => group.Questions).Order()
            .ShouldBe(Question.All.Select(question => question.Id).Order());
        ShippedRules.Groups.SelectMany(group => group.Rules).Select(rule => rule.Name).ShouldBeUnique();
    }

    /// <summary>Nothing at all is allowed with an emergency, a same-day answer or a missing one, and nothing that a rule withholds.</summary>
    [Theory]
    [MemberData(nameof(GroupNames))]
    public void Nothing_is_allowed_that_should_not_be(string name)
    {
        var statements = 0;
        foreach (var state in Group(name).Walk())
        {
            foreach (var lifted in Subsets(Group(name)))
            {
                var answers = With(state);
                var decision = JournalBuilder.Programme.Judge(answers, lifted);
                var matching = NeuropathicFootCondition.Instance.Rules.Select(rule => (Rule: rule, Verdict: rule.Judge(answers))).Where(match => match.Verdict is not null).ToList();
                matching.RemoveAll(match => match.Rule.YieldsTo is { } stricter && matching.Exists(other => other.Rule.Name == stricter && !IsLifted(new(other.Rule, other.Verdict!), lifted)));
                var counting = matching.Where(match => !IsLifted(new(match.Rule, match.Verdict!), lifted)).ToList();
                var place = $"{Describe(state)} without {string.Join(' ', lifted)}";

                if (counting.Exists(match => match.Verdict!.Disposition is Disposition.Emergency or Disposition.SameDay) || IsMissingSafety(state))
                {
                    decision.Allowed.ShouldBeEmpty(place);
                    decision.AllowsExercise.ShouldBeFalse(place);
                }

                foreach (var (rule, verdict) in counting)
                {
                    foreach (var exercise in Verdicts.Exercises.Where(exercise => decision.Allowed.Contains(exercise.Id)))
                    {
                        verdict!.Withholds(exercise).ShouldBeFalse($"{place}: {rule.Name}");
                        if (verdict.CapOf(exercise) is { } cap)
                        {
                            decision.Caps[exercise.Id].ShouldBeLessThanOrEqualTo(cap, $"{place}: {rule.Name}");
                        }
                    }
                }

                decision.Matches.Select(match => match.Rule.Name).ShouldBe(counting.Count == 0 ? ["R20"] : counting.Select(match => match.Rule.Name), place);
                decision.Cleared.Select(rule => rule.Name).ShouldBe(matching.Select(match => match.Rule).Except(counting.Select(match => match.Rule)).Select(rule => rule.Name), place);
                decision.Caps.Keys.Except(decision.Allowed).ShouldBeEmpty(place);
                statements += 6 + counting.Count;
            }
        }

        output.WriteLine($"{statements} statements held in {Group(name).States} states");
    }

    /// <summary>A worse answer never makes it less urgent, never allows more, never raises a cap; whatever is lifted.</summary>
    [Theory]
    [MemberData(nameof(GroupNames))]
    [Trait("Category", "Slow")]
    public void Worse_answer_is_never_looser(string name)
    {
        var pairs = 0;
        var group = Group(name);
        foreach (var question in group.Questions.Where(question => !Worsening.Of(question).IsEmpty))
        {
            // The others by classes; this one by every answer, step by step.
            foreach (var state in group.Walk().Where(state => state[question] is null))
            {
                foreach (var lifted in Subsets(group))
                {
                    Effect? before = null;
                    foreach (var answer in Worsening.Of(question))
                    {
                        var now = Effect.Of(JournalBuilder.Programme.Judge(With(state.SetItem(question, Parse(answer))), lifted));
                        if (before is { } milder && !now.IsAtLeastAsStrictAs(milder))
                        {
                            // The words are made only where they are needed: there are hundreds of thousands of steps.
                            Assert.Fail($"{question} {answer} with {Describe(state)}: {before} then {now}");
                        }

                        before = now;
                        pairs++;
                    }
                }
            }
        }

        output.WriteLine($"{pairs} steps from an answer to a worse one");
    }

    /// <summary>Lifting more rules never makes it stricter, and lifts only what is named.</summary>
    [Theory]
    [MemberData(nameof(GroupNames))]
    public void Clearance_lifts_what_it_names_and_nothing_else(string name)
    {
        var group = Group(name);
        foreach (var state in group.Walk())
        {
            var answers = With(state);
            var whole = JournalBuilder.Programme.Judge(answers, []);
            Effect.Of(JournalBuilder.Programme.Judge(answers, [.. NeuropathicFootCondition.Instance.Rules.Select(rule => rule.Name).Where(rule => group.Rules.All(own => own.Name != rule))]))
                .ShouldBe(Effect.Of(whole), "a clearance of other rules changes nothing");
            foreach (var lifted in Subsets(group))
            {
                var decision = JournalBuilder.Programme.Judge(answers, lifted);
                Effect.Of(whole).IsAtLeastAsStrictAs(Effect.Of(decision)).ShouldBeTrue(Describe(state));
                decision.Cleared.Select(rule => rule.Name).Except(lifted).ShouldBeEmpty();
                foreach (var kept in whole.Matches.Where(match => match.Rule.Name != "R20" && !IsLifted(match, lifted)))
                {
                    decision.Matches.Select(match => match.Rule.Name).ShouldContain(kept.Rule.Name, Describe(state));
                }

                if (ProtectiveSensation.IsLost(answers) && decision.Cleared.Any(rule => rule.Name is "R12" or "R13"))
                {
                    Effect.Of(decision).BallRoll.ShouldBeLessThanOrEqualTo(1, Describe(state));
                    Effect.Of(decision).CalfRaise.ShouldBeLessThanOrEqualTo(2, Describe(state));
                }
            }
        }
    }

    private static bool IsLifted(Match match, ImmutableSortedSet<string> lifted) => match.CanBeLifted && lifted.Contains(match.Rule.Name);

    private static QuestionGroup Group(string name) => ShippedRules.Groups.Single(group => group.ToString() == name);

    private static bool IsMissingSafety(ImmutableDictionary<string, Answer?> state) =>
        state.Any(answer => answer.Value is null && NeuropathicFootCondition.Instance.Questionnaire.IsSafety(answer.Key));

    /// <summary>Every set of the group's rules that a clearance can lift.</summary>
    private static IEnumerable<ImmutableSortedSet<string>> Subsets(QuestionGroup group)
    {
        var rules = group.Rules.Where(rule => rule.CanBeLifted).Select(rule => rule.Name).ToArray();
        for (var chosen = 0; chosen < 1 << rules.Length; chosen++)
        {
            yield return [.. rules.Where((_, i) => (chosen & (1 << i)) != 0)];
        }
    }

    /// <summary>The state, and for the other questions the answers of somebody sound.</summary>
    private static Answers With(ImmutableDictionary<string, Answer?> state)
    {
        var answers = Answering.But("");
        foreach (var (question, answer) in state)
        {
            answers = answer is { } given ? Put(answers, question, given) : answers.Without(question);
        }

        return answers;
    }

    private static Answers Put(Answers answers, string question, Answer answer) => answer.IsAged
        ? answers.With(question, Answer.Of(answer.Number!.Value)).Value.WithAged([question], _ => true)
        : answers.With(question, answer).Value;

    private static Answer Parse(string answer) =>
        int.TryParse(answer, CultureInfo.InvariantCulture, out var number) ? Answer.Of(number) : Answer.Of(answer);

    private static string Describe(ImmutableDictionary<string, Answer?> state) =>
        string.Join(' ', state.OrderBy(answer => Question.Find(answer.Key)!.Number).Select(answer => $"{answer.Key}={answer.Value}"));
}
