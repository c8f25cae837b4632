using Footing.Conditions.NeuropathicFoot;
using System.Collections.Immutable;
using System.Globalization;
using Footing.Exercises;
using Footing.Journal;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Conditions.NeuropathicFoot.Proof;

/// <summary>
/// A rule as what it does: which question it reads first, and for each answer what then. It is found by running the
/// shipped rule with every answer to every question that it asks for, so it covers all answers that there are, and
/// nobody has to say which questions a rule reads.
/// </summary>
internal abstract class Tree
{
    /// <summary>The same number for the same tree, no matter who built it.</summary>
    public required int Id { get; init; }

    /// <summary>Every answer that a question may have; null for none.</summary>
    public static ImmutableArray<Answer?> AnswersTo(string question)
    {
        var row = Question.Find(question)!;
        List<Answer?> answers = [null, .. row.Words.Select(word => (Answer?)Answer.Of(word))];
        if (row is { Least: { } least, Most: { } most })
        {
            answers.AddRange(Enumerable.Range(least, most - least + 1).Select(number => (Answer?)Answer.Of(number)));
            if (NeuropathicFootCondition.Instance.TestAges.Any(age => age.Question == question))
            {
                // Every number is judged as it is, whatever its age: of many the first and the last are enough.
                var aged = most - least < 20 ? Enumerable.Range(least, most - least + 1) : [least, most];
                answers.AddRange(aged.Select(number => (Answer?)Answer.Of(number).Aged()));
            }
        }

        return [.. answers];
    }

    /// <summary>An answer as the table writes it, whatever its age.</summary>
    public static string Text(Answer? answer) => answer?.ToString() ?? RuleTable.None;

    /// <summary>This tree and all below it.</summary>
    public abstract IEnumerable<Tree> All { get; }

    /// <summary>The questions that are read.</summary>
    public IEnumerable<string> Questions => All.OfType<Asking>().Select(asking => asking.Question).Distinct();

    /// <summary>What it results in.</summary>
    public abstract Leaf For(Func<string, Answer?> answers);

    /// <summary>Nothing more is read.</summary>
    internal sealed class Leaf : Tree
    {
        /// <summary>What was said; null where the rule does not match.</summary>
        public required Verdict? Verdict { get; init; }

        public override IEnumerable<Tree> All => [this];

        public override Leaf For(Func<string, Answer?> answers) => this;
    }

    /// <summary>A question is read.</summary>
    internal sealed class Asking : Tree
    {
        public required string Question { get; init; }

        public required ImmutableArray<(Answer? Answer, Tree Then)> Branches { get; init; }

        public override IEnumerable<Tree> All => Branches.Select(branch => branch.Then).DistinctBy(tree => tree.Id).SelectMany(tree => tree.All)
            .Prepend(this).DistinctBy(tree => tree.Id);

        public override Leaf For(Func<string, Answer?> answers)
        {
            var given = answers(Question);
            return Branches.First(branch => branch.Answer == given).Then.For(answers);
        }
    }
}

/// <summary>Grows trees, the same part only once.</summary>
/// <param name="answersTo">The answers with which a question is tried; a tree that covers all there are needs <see cref="Tree.AnswersTo"/>.</param>
internal sealed class TreeGrower(Func<string, ImmutableArray<Answer?>> answersTo)
{
    private readonly Dictionary<string, Tree> _known = [];

    /// <summary>The tree of something that is said of answers.</summary>
    public Tree Grow(Func<Answers, Verdict?> judge) => Grow(judge, ImmutableDictionary<string, Answer?>.Empty);

    private Tree Grow(Func<Answers, Verdict?> judge, ImmutableDictionary<string, Answer?> given)
    {
        string? asked = null;
        var verdict = judge(Answers.Asked(question =>
        {
            if (given.TryGetValue(question, out var answer))
            {
                return answer;
            }

            asked ??= question;
            return null;
        }));
        if (asked is null)
        {
            return Once("leaf " + Verdicts.Text(verdict), id => new Tree.Leaf { Id = id, Verdict = verdict });
        }

        ImmutableArray<(Answer? Answer, Tree Then)> branches =
            [.. answersTo(asked).Select(answer => (answer, Grow(judge, given.SetItem(asked, answer))))];
        // A question whose answer makes no difference has not been read.
        return branches.All(branch => branch.Then.Id == branches[0].Then.Id)
            ? branches[0].Then
            : Once(
                asked + " " + string.Join(' ', branches.Select(branch => branch.Then.Id.ToString(CultureInfo.InvariantCulture))),
                id => new Tree.Asking { Id = id, Question = asked, Branches = branches });
    }

    private Tree Once(string key, Func<int, Tree> make) =>
        _known.TryGetValue(key, out var tree) ? tree : _known[key] = make(_known.Count);
}

/// <summary>Verdicts as text, for the exercises of the shipped programme: two are the same when their texts are.</summary>
internal static class Verdicts
{
    /// <summary>The exercises as rules see them.</summary>
    public static ImmutableArray<Exercise> Exercises { get; } = [.. JournalBuilder.Programme.Exercises.Select(definition => definition.Exercise)];

    public static string Text(Verdict? verdict) => verdict is null ? "no match" : Text(new TabledVerdict(
        verdict.Disposition,
        [.. Exercises.Where(exercise => !verdict.Withholds(exercise)).Select(exercise => exercise.Id)],
        Exercises.Where(exercise => verdict.CapOf(exercise) is not null).ToImmutableDictionary(exercise => exercise.Id, exercise => verdict.CapOf(exercise)!.Value),
        verdict.Advisory));

    public static string Text(TabledVerdict? verdict) => verdict is null
        ? "no match"
        : $"{verdict.Disposition.Id()} [{string.Join(' ', FootExercises.All.Where(verdict.Allowed.Contains))}] " +
          $"[{string.Join(' ', FootExercises.All.Where(verdict.Caps.ContainsKey).Select(exercise => $"{exercise} {verdict.Caps[exercise]}"))}] {verdict.Advisory}";
}

/// <summary>What a row of the table says, exercise by exercise.</summary>
/// <param name="Disposition">How urgent it is.</param>
/// <param name="Allowed">The exercises that it does not withhold.</param>
/// <param name="Caps">The highest level of an exercise, where it limits one.</param>
/// <param name="Advisory">A piece of advice by name; null for none.</param>
internal sealed record TabledVerdict(Disposition Disposition, ImmutableHashSet<ExerciseId> Allowed, ImmutableDictionary<ExerciseId, int> Caps, string? Advisory);
