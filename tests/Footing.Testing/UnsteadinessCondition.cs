using System.Collections.Immutable;
using Footing.Content;
using Footing.Exercises;
using Footing.Journal;
using Footing.Screening;
using Footing.Wording;

namespace Footing.Testing;

/// <summary>
/// A small condition, for tests only: people who are unsteady on their feet. It asks seven questions, has its own rules and
/// looks at no feet. It shows that a condition is a module: nothing in <c>src</c> knows it.
/// </summary>
public sealed class UnsteadinessCondition : Condition
{
    private static readonly ImmutableArray<string> Tests = ["tandem-stand-seconds"];

    private UnsteadinessCondition() : base(
        "unsteadiness",
        new Questionnaire(
        [
            [Anew("breathless-with-leg-swelling")],
            [Anew("rapid-weakness")],
            [Anew("recent-foot-surgery-or-fracture")],
            [Anew("fall-in-last-year"), Anew("stands-with-support")],
            [Anew("tandem-stand-seconds") with { If = answers => !answers.Is("stands-with-support", "no") }],
            [Safety("age")],
        ]),
        [
            Sign(31, "breathless-with-leg-swelling", Disposition.Emergency),
            Sign(32, "rapid-weakness", Disposition.SameDay),
            new(
                33,
                answers => answers.IsFlag("recent-foot-surgery-or-fracture") ? new(Disposition.ClinicianFirst, ExerciseTraits.AnyPosition, Verdict.NoCaps, null) : null,
                ["recent-foot-surgery-or-fracture"]),
            new(
                34,
                answers => answers["stands-with-support"]?.Word is "no" or "unsure" ? new(Disposition.SeatedOnly, ExerciseTraits.Standing, Verdict.NoCaps, null) : null,
                ["stands-with-support"]) { IsOfBalance = true, LiftingEndsWithFall = true },
            new(
                35,
                answers => answers.IsFlag("fall-in-last-year") ? new(Disposition.Proceed, ExerciseTraits.None, LevelTwo, "clinician-review") : null,
                ["fall-in-last-year"]) { CapsWhenLifted = LevelTwo },
            new(
                36,
                answers => answers.Is("tandem-stand-seconds", "not-done") ? new(Disposition.Proceed, ExerciseTraits.None, LevelOne, "balance-check-needed") : null,
                Tests) { IsOfBalance = true, LiftingEndsWithFall = true, TestAdvisory = Advisories.BalanceCheckNeeded },
        ])
    {
    }

    /// <summary>The condition.</summary>
    public static UnsteadinessCondition Instance { get; } = new();

    /// <summary>Its own words, in English only.</summary>
    public static Texts TextsIn(string language) =>
        TextsReader.Read(ContentFiles.Below(Repository.Find("tests", "Footing.Testing", "unsteadiness")), "texts/" + language).ValueOrThrow();

    /// <inheritdoc/>
    public override ImmutableArray<HomeTest> HomeTests => [HomeTest.Line];

    /// <inheritdoc/>
    public override ImmutableArray<string> BalanceTests => Tests;

    private static ImmutableSortedDictionary<ExerciseTraits, int> LevelOne => Verdict.NoCaps.Add(ExerciseTraits.Standing, 1);

    private static ImmutableSortedDictionary<ExerciseTraits, int> LevelTwo => Verdict.NoCaps.Add(ExerciseTraits.Standing, 2);

    /// <inheritdoc/>
    public override bool IsConcerning(string question, Answers answers) =>
        question == "tandem-stand-seconds" && answers.Number(question) < 5;

    private static AskedQuestion Anew(string question) => Safety(question) with { IsAskedAnew = true };

    private static AskedQuestion Safety(string question) => new(Question.Find(question)!) { IsSafety = true };

    private static Rule Sign(int number, string question, Disposition disposition) => new(
        number,
        answers => answers.IsFlag(question) ? new(disposition, ExerciseTraits.AnyPosition, Verdict.NoCaps, null) : null,
        []) { Sign = question };
}
