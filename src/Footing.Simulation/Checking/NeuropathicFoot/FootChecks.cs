using Footing.Journal;

namespace Footing.Simulation.Checking.NeuropathicFoot;

/// <summary>The contract on neuropathic feet.</summary>
public sealed class FootChecks : ConditionChecks
{
    /// <summary>The last row of the table that is about signs and illness, not about medicines, falls and tests.</summary>
    private const int LastIllnessRow = 14;

    /// <summary>The rules by which somebody may fall (P6).</summary>
    private static readonly ImmutableArray<string> RulesOfBalance = ["R16", "R21"];

    /// <summary>The rows whose answers are needed.</summary>
    private static readonly ImmutableArray<int> SafetyRows = [.. Enumerable.Range(1, 22), 32, 33, 34];

    /// <inheritdoc/>
    internal override ImmutableArray<Statement> Statements { get; } =
    [
        .. ScreeningStatements.All,
        .. FootScreeningStatements.All,
        .. StopStatements.Findings,
        .. FootExerciseStatements.Stops,
        .. StopStatements.Others,
        .. StepStatements.All,
        .. FootExerciseStatements.Joining,
        .. DoseStatements.All,
        .. FootExerciseStatements.NextDay,
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> SafetyQuestions { get; } = [.. SafetyRows.Select(row => Question.Row(row).Id)];

    /// <inheritdoc/>
    public override IEnumerable<string> LiftableRules => SafetyAnswers.LiftableRules;

    /// <inheritdoc/>
    public override ImmutableArray<string> RulesEndedByFall => ["R16", "R21", "R24"];

    /// <inheritdoc/>
    internal override ImmutableArray<ExerciseId> AlwaysAllowed => [FootExercises.ToeLift, FootExercises.AnklePump];

    /// <inheritdoc/>
    public override bool ChecksFeet => true;

    /// <inheritdoc/>
    public override IEnumerable<string> QuestionsOf(string rule) => SafetyAnswers.QuestionsOf(rule);

    /// <inheritdoc/>
    public override JudgedScreening Judge(DateOnly on, ScreeningEntry entry, IReadOnlyCollection<DateOnly> unsteady) => TestDates.Judge(on, entry, unsteady);

    /// <inheritdoc/>
    public override bool Matches(string rule, JudgedScreening screening) => SafetyAnswers.Matches(rule, screening.Answers, screening.Aged);

    /// <inheritdoc/>
    public override bool IsWorse(string question, Answers was, Answers now) => SafetyAnswers.IsWorse(question, was, now);

    /// <inheritdoc/>
    public override bool IsOnlyWorse(JudgedScreening was, JudgedScreening now)
    {
        var isWorse = false;
        foreach (var question in Question.All)
        {
            var (before, after) = (SafetyAnswers.Rank(question.Id, was.Answers), SafetyAnswers.Rank(question.Id, now.Answers));
            var isAlike = before is null || after is null ? was.Answers[question.Id] == now.Answers[question.Id] : after >= before;
            if (!isAlike)
            {
                return false;
            }

            isWorse |= after > before;
        }

        return isWorse;
    }

    /// <summary>
    /// A screening with nothing missing and with numbers of both tests, where nothing says that the person may fall: what
    /// happened before the older of the two numbers was found is over (P6).
    /// </summary>
    public override DateOnly? ShowsBalance(JudgedScreening screening, Func<string, bool> isLifted)
    {
        var isWhole = SafetyQuestions.All(question => screening.Answers[question] is not null);
        if (!isWhole ||
            SafetyAnswers.BalanceTests.Any(test => screening.Answers.Number(test) is null) ||
            RulesOfBalance.Any(rule => Matches(rule, screening) && !isLifted(rule)))
        {
            return null;
        }

        return SafetyAnswers.BalanceTests.Min(test => screening.Found[test]);
    }

    /// <inheritdoc/>
    public override bool IsNumb(Answers answers) => SafetyAnswers.Lops(answers);

    /// <inheritdoc/>
    public override bool MayNotFeel(Answers answers) => SafetyAnswers.Lops(answers) || SafetyAnswers.Flag(answers, "numb-feet");

    /// <inheritdoc/>
    public override bool IsSurelyWell(Answers answers) =>
        SafetyQuestions.All(question => answers[question] is not null) &&
        Enumerable.Range(1, LastIllnessRow).All(row => answers.Is(Question.Row(row).Id, "no")) &&
        answers.Is("black-skin", "no") &&
        answers.Is("told-not-to", "no") &&
        !SafetyAnswers.Lops(answers);
}
