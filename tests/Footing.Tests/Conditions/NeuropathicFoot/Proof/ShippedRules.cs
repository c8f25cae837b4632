using Footing.Conditions.NeuropathicFoot;
using System.Collections.Immutable;
using Footing.Journal;
using Footing.Screening;

namespace Footing.Tests.Conditions.NeuropathicFoot.Proof;

/// <summary>The shipped rules, taken apart.</summary>
internal static class ShippedRules
{
    private static readonly Lazy<ImmutableArray<(Rule Rule, Tree Tree)>> Grown = new(() =>
    {
        var grower = new TreeGrower(Tree.AnswersTo);
        return [.. NeuropathicFootCondition.Instance.Rules.Select(rule => (rule, grower.Grow(rule.Judge)))];
    });

    private static readonly Lazy<ImmutableDictionary<string, ImmutableArray<ImmutableArray<Answer?>>>> Partition = new(() =>
        Question.All.ToImmutableDictionary(question => question.Id, question => ClassesOf(question.Id)));

    private static readonly Lazy<ImmutableArray<QuestionGroup>> Grouping = new(Group);

    /// <summary>Each rule with its tree.</summary>
    public static ImmutableArray<(Rule Rule, Tree Tree)> Trees => Grown.Value;

    /// <summary>For each question the answers that no rule tells apart, by class; no answer is a class of its own.</summary>
    public static ImmutableDictionary<string, ImmutableArray<ImmutableArray<Answer?>>> Classes => Partition.Value;

    /// <summary>The first and the last answer of each class: enough to see most differences, and far fewer than all answers.</summary>
    public static ImmutableArray<Answer?> EdgesOf(string question) =>
        [.. Classes[question].SelectMany(answers => answers.Length == 1 ? answers : [answers[0], answers[^1]])];

    /// <summary>The questions by groups that share a rule; no rule reads two groups.</summary>
    public static ImmutableArray<QuestionGroup> Groups => Grouping.Value;

    private static ImmutableArray<ImmutableArray<Answer?>> ClassesOf(string question)
    {
        var places = Trees.SelectMany(rule => rule.Tree.All).OfType<Tree.Asking>()
            .Where(asking => asking.Question == question).DistinctBy(asking => asking.Id).ToList();
        return
        [
            .. Tree.AnswersTo(question)
                .Select((answer, i) => (Answer: answer, Class: (answer is null) + string.Concat(places.Select(place => " " + place.Branches[i].Then.Id))))
                .GroupBy(pair => pair.Class, pair => pair.Answer)
                .Select(group => group.ToImmutableArray()),
        ];
    }

    private static ImmutableArray<QuestionGroup> Group()
    {
        var groups = Question.All.Where(question => NeuropathicFootCondition.Instance.Questionnaire.IsSafety(question.Id) || Trees.Any(rule => rule.Tree.Questions.Contains(question.Id)))
            .Select(question => ImmutableSortedSet.Create(question.Number)).ToList();
        foreach (var (_, tree) in Trees)
        {
            var read = tree.Questions.Select(id => Question.Find(id)!.Number).ToHashSet();
            var joined = groups.Where(group => group.Overlaps(read)).ToList();
            groups.RemoveAll(joined.Contains);
            groups.Add([.. joined.SelectMany(group => group)]);
        }

        return
        [
            .. groups.OrderBy(group => group[0]).Select(group => new QuestionGroup(
                [.. group.Select(number => Question.Row(number).Id)],
                [.. Trees.Where(rule => rule.Tree.Questions.Any(id => group.Contains(Question.Find(id)!.Number))).Select(rule => rule.Rule)])),
        ];
    }
}

/// <summary>Questions that share rules.</summary>
/// <param name="Questions">Their ids, in the order of the table.</param>
/// <param name="Rules">The rules that read them.</param>
internal sealed record QuestionGroup(ImmutableArray<string> Questions, ImmutableArray<Rule> Rules)
{
    /// <summary>How many states it has: combinations of classes.</summary>
    public int States => Questions.Aggregate(1, (states, question) => states * ShippedRules.Classes[question].Length);

    /// <summary>Each state, by one answer of each class.</summary>
    public IEnumerable<ImmutableDictionary<string, Answer?>> Walk() => Questions.Aggregate(
        (IEnumerable<ImmutableDictionary<string, Answer?>>)[ImmutableDictionary<string, Answer?>.Empty],
        (states, question) => states.SelectMany(state => ShippedRules.Classes[question].Select(alike => state.SetItem(question, alike[0]))));

    public override string ToString() => $"{string.Join(' ', Questions)} ({string.Join(' ', Rules.Select(rule => rule.Name))})";
}
