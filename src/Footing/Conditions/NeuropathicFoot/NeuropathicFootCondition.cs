using Footing.Journal;
using Footing.Screening;

namespace Footing.Conditions.NeuropathicFoot;

/// <summary>Feet that burn, tingle or are numb because of their nerves.</summary>
public sealed class NeuropathicFootCondition : Condition
{
    private NeuropathicFootCondition() : base("neuropathic-foot", FootQuestionnaire.Asked, FootRules.All)
    {
    }

    /// <summary>The condition.</summary>
    public static NeuropathicFootCondition Instance { get; } = new();

    /// <inheritdoc/>
    public override bool ChecksFeet => true;

    /// <inheritdoc/>
    public override Rule HeatRule => FootRules.HotFoot;

    /// <inheritdoc/>
    public override Rule SkinRule => FootRules.BrokenSkin;

    /// <inheritdoc/>
    public override Rule CalfRule => FootRules.SwollenCalf;

    /// <inheritdoc/>
    public override Rule BlackSkinRule => FootRules.BlackSkin;

    /// <inheritdoc/>
    public override ImmutableArray<HomeTest> HomeTests => FootHomeTests.All;

    /// <inheritdoc/>
    public override StandingTestBarrier? BarrierToStanding(Answers answers) => StandingTests.Barrier(answers, this);

    /// <inheritdoc/>
    public override ImmutableArray<string> BalanceTests => StandingTests.Questions;

    /// <inheritdoc/>
    public override ImmutableArray<TestAge> TestAges { get; } =
    [
        new("touch-test", ProtectiveSensation.TestLastDay, false) { UnlessWorse = "numb-feet" },
        .. StandingTests.Questions.Select(question => new TestAge(question, StandingTests.ResultLastDay, true)),
    ];

    /// <inheritdoc/>
    public override bool IsTestNeeded(string question, Answers answers) =>
        question != "chair-stands" || ChairStands.AreNeeded(answers) || IsTestAskedAgain(question, answers);

    /// <inheritdoc/>
    public override bool IsTestAskedAgain(string question, Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return BalanceTests.Contains(question) && answers.IsFlag("fall-in-last-year");
    }

    /// <inheritdoc/>
    public override bool IsPersonMilder(Answers was, Answers now)
    {
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(now);
        // An answer that is gone is milder, whatever it was.
        return (was["sex-for-norms"] is not null && now["sex-for-norms"] is null) ||
            (ChairStands.CutOff(was) is { } before &&
                (ChairStands.CutOff(now) is not { } after || after < before || (!ChairStands.AreNeeded(now) && ChairStands.AreNeeded(was))));
    }

    /// <inheritdoc/>
    public override bool MayNotFeel(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return ProtectiveSensation.IsLost(answers) || answers.IsFlag("numb-feet");
    }

    /// <inheritdoc/>
    public override bool NeedsCheckAfterSession(Answers answers) => ProtectiveSensation.IsLost(answers);

    /// <inheritdoc/>
    public override RiskCategory RiskOf(Answers answers) => UlcerRisk.Of(answers);

    /// <inheritdoc/>
    public override ImmutableArray<string> OpenQuestions(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        (string Name, bool IsOpen)[] questions =
        [
            ("cause", answers["cause-assessed"]?.Word is "no" or "unsure"),
            ("one-sided", answers.IsFlag("one-sided-or-motor-first")),
            ("b12", answers.Is("metformin", "yes") && answers["b12-tested"]?.Word is "no" or "unsure"),
            ("circulation", answers["arterial-disease"]?.Word == "unsure"),
            ("touch", ProtectiveSensation.IsUntested(answers)),
            ("falls", answers.IsFlag("fall-in-last-year")),
        ];
        return [.. questions.Where(question => question.IsOpen).Select(question => question.Name)];
    }

    /// <inheritdoc/>
    public override bool IsConcerning(string question, Answers answers) => question switch
    {
        "touch-test" => ProtectiveSensation.AreSitesNotFelt(answers),
        "tandem-stand-seconds" => StandingTests.IsTandemShort(answers),
        "chair-stands" => ChairStands.AreBelowCutOff(answers),
        _ => false,
    };
}
