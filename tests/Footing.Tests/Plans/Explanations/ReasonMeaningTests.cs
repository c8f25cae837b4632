using Footing.Conditions.NeuropathicFoot;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Screening;

namespace Footing.Tests.Plans.Explanations;

/// <summary>What the rule of a reason means.</summary>
public sealed class ReasonMeaningTests
{
    [Theory]
    [InlineData("P1", ReasonMeaning.StepUp)]
    [InlineData("P3", ReasonMeaning.StepDown)]
    [InlineData("P4", ReasonMeaning.PainRest)]
    [InlineData("P5", ReasonMeaning.Finding)]
    [InlineData("P6", ReasonMeaning.BalanceConcern)]
    [InlineData("P8", ReasonMeaning.TrainingBreak)]
    [InlineData("P9", ReasonMeaning.Asymmetry)]
    [InlineData("P10", ReasonMeaning.Worse)]
    [InlineData("P11", ReasonMeaning.NoBetter)]
    [InlineData("P12", ReasonMeaning.LowAttendance)]
    [InlineData("R20", ReasonMeaning.NothingToSay)]
    [InlineData("adjustment", ReasonMeaning.Practitioner)]
    [InlineData("unreadable", ReasonMeaning.Unreadable)]
    public void Rule_has_its_meaning(string rule, ReasonMeaning meaning) => new Reason(rule, []).Meaning().ShouldBe(meaning);

    [Fact]
    public void All_rules_of_the_screening_mean_it()
    {
        NeuropathicFootCondition.Instance.Rules.Select(rule => ReasonMeanings.Of(rule.Name)).Distinct().ShouldBe([ReasonMeaning.Screening]);
        NeuropathicFootCondition.Instance.Rules.Append(Rule.NoOther).ShouldAllBe(rule => ReasonMeanings.Of(rule.Name).IsOfScreening());
    }

    [Theory]
    [InlineData("R0")]
    [InlineData("R1x")]
    [InlineData("r1")]
    [InlineData("P2")]
    [InlineData("")]
    public void No_plan_gives_another_reason(string rule) => Should.Throw<ArgumentException>(() => ReasonMeanings.Of(rule));

    [Fact]
    public void What_follows_from_a_meaning()
    {
        Which(ReasonMeanings.ForbidsStepUp).ShouldBe("Worse NoBetter LowAttendance");
        Which(ReasonMeanings.ClosesPlan).ShouldBe("Finding TrainingBreak Unreadable");
        Which(ReasonMeanings.IsAboutAbsence).ShouldBe("TrainingBreak LowAttendance");
        Which(ReasonMeanings.IsLess).ShouldBe("StepDown PainRest TrainingBreak");
        Which(ReasonMeanings.MayHalve).ShouldBe("StepDown PainRest");
        Which(ReasonMeanings.IsOfScreening).ShouldBe("Screening NothingToSay");
        Which(meaning => !meaning.HasSources()).ShouldBe("Practitioner Unreadable");
    }

    private static string Which(Func<ReasonMeaning, bool> does) => string.Join(' ', Enum.GetValues<ReasonMeaning>().Where(does));
}
