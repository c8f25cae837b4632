using Footing.Journal;

namespace Footing.Simulation.Checking.NeuropathicFoot;

/// <summary>The contract on neuropathic feet.</summary>
public sealed class FootChecks : ConditionChecks
{
    /// <summary>The last row of the table whose answer is needed.</summary>
    private const int LastSafetyRow = 22;

    /// <summary>The last row that is about signs and illness, not about medicines, falls and tests.</summary>
    private const int LastIllnessRow = 14;

    /// <inheritdoc/>
    internal override ImmutableArray<Statement> Statements { get; } =
    [
        .. ScreeningStatements.All,
        .. FootScreeningStatements.All,
        .. StopStatements.Findings,
        .. FootExerciseStatements.Stops,
        .. StopStatements.Others,
        .. StepStatements.All,
        FootExerciseStatements.Joining,
        .. DoseStatements.All,
        FootExerciseStatements.NextDay,
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> SafetyQuestions { get; } = [.. Enumerable.Range(1, LastSafetyRow).Select(row => Question.Row(row).Id)];

    /// <inheritdoc/>
    public override IEnumerable<string> LiftableRules => SafetyAnswers.LiftableRules;

    /// <inheritdoc/>
    public override ImmutableArray<string> RulesEndedByFall => ["R16", "R21"];

    /// <inheritdoc/>
    public override bool ChecksFeet => true;

    /// <inheritdoc/>
    public override IEnumerable<string> QuestionsOf(string rule) => SafetyAnswers.QuestionsOf(rule);

    /// <inheritdoc/>
    public override bool Matches(string rule, Answers answers) => SafetyAnswers.Matches(rule, answers);

    /// <inheritdoc/>
    public override bool IsWorse(string question, Answers was, Answers now) => SafetyAnswers.IsWorse(question, was, now);

    /// <inheritdoc/>
    public override bool IsNumb(Answers answers) => SafetyAnswers.Lops(answers);

    /// <inheritdoc/>
    public override bool MayNotFeel(Answers answers) => SafetyAnswers.Lops(answers) || SafetyAnswers.Flag(answers, "numb-feet");

    /// <inheritdoc/>
    public override bool IsSurelyWell(Answers answers) =>
        SafetyQuestions.All(question => answers[question] is not null) &&
        Enumerable.Range(1, LastIllnessRow).All(row => answers.Is(Question.Row(row).Id, "no")) &&
        !SafetyAnswers.Lops(answers);
}
