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
    public override ImmutableArray<HomeTest> HomeTests => FootHomeTests.All;

    /// <inheritdoc/>
    public override StandingTestBarrier? BarrierToStanding(Answers answers) => StandingTests.Barrier(answers, this);

    /// <inheritdoc/>
    public override ImmutableArray<string> BalanceTests => StandingTests.Questions;

    /// <inheritdoc/>
    public override bool MayNotFeel(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return ProtectiveSensation.IsLost(answers) || answers.IsFlag("numb-feet");
    }

    /// <inheritdoc/>
    public override bool NeedsCheckAfterSession(Answers answers) => ProtectiveSensation.IsLost(answers);

    /// <inheritdoc/>
    public override bool IsConcerning(string question, Answers answers) => question switch
    {
        "touch-test" => ProtectiveSensation.IsLost(answers),
        "tandem-stand-seconds" => StandingTests.IsTandemShort(answers),
        "chair-stands" => ChairStands.AreBelowCutOff(answers),
        _ => false,
    };
}
