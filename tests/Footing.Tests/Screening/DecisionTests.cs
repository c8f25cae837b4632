using Footing.Screening;

namespace Footing.Tests.Screening;

/// <summary>What a decision says of signs and advice, and what it is when a professional has cleared rules.</summary>
public sealed class DecisionTests
{
    [Theory]
    [InlineData("recent-foot-surgery-or-fracture=yes", "R9")]
    [InlineData("charcot-history=yes", "R10")]
    [InlineData("arterial-disease=yes", "R11")]
    [InlineData("numb-feet=yes", "R14")]
    [InlineData("blood-thinner-or-easy-bruising=yes", "R15")]
    [InlineData("rest-pain-eased-hanging-down=unsure", "R8")]
    [InlineData("dizzy-on-standing=yes", "R16")]
    [InlineData("told-not-to=unsure", "R23")]
    [InlineData("fall-in-last-year=yes", "R24")]
    [InlineData("tandem-stand-seconds=not-done", "R21")]
    public void Lifted_rule_adds_nothing_and_stands_among_the_cleared(string finding, string rule)
    {
        var decision = Answering.Judge(finding, rule);

        decision.Rules().ShouldBe("R20");
        decision.Cleared.Select(cleared => cleared.Name).ShouldBe([rule]);
        decision.Disposition.ShouldBe(Disposition.Proceed);
        decision.Allowed.Length.ShouldBe(5);
        decision.Caps.ShouldBeEmpty();
        decision.Advisories.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cold-pale-limb=yes", "R1")]
    [InlineData("hot-red-swollen-foot=yes", "R5")]
    [InlineData("broken-skin=yes", "R6")]
    [InlineData("swollen-tender-calf=yes", "R7")]
    [InlineData("rest-pain-eased-hanging-down=yes", "R8")]
    [InlineData("cause-assessed=no", "R17")]
    [InlineData("first-step-heel-pain=yes burning-or-tingling=no", "R18")]
    [InlineData("insulin-or-sulfonylurea=yes", "R19")]
    [InlineData("black-skin=yes", "R22")]
    [InlineData("black-skin=unsure", "R22")]
    public void Other_rules_are_not_lifted(string finding, string rule)
    {
        var decision = Answering.Judge(finding, rule);

        decision.Rules().ShouldBe(rule);
        decision.Cleared.ShouldBeEmpty();
    }

    [Fact]
    public void Rule_that_does_not_match_is_not_among_the_cleared() =>
        Answering.Judge("dizzy-on-standing=yes", "R9", "R16").Cleared.Select(rule => rule.Name).ShouldBe(["R16"]);

    [Theory]
    [InlineData("touch-test=3", "R13")]
    [InlineData("touch-test=3 foot-deformity=yes", "R12 R13")]
    public void Caps_stay_while_feeling_is_lost(string loss, string lifted)
    {
        var decision = Answering.Judge(loss, lifted.Split(' '));

        decision.Rules().ShouldBe("R20");
        decision.Allowed.Length.ShouldBe(5);
        decision.CapsOn().ShouldBe("ball-roll 1, calf-raise 2");
        decision.ResidualCaps.Count.ShouldBe(2);
    }

    [Fact]
    public void Lifting_one_of_two_leaves_the_other_s_limits()
    {
        var decision = Answering.Judge("touch-test=3 foot-deformity=yes", "R12");

        decision.Rules().ShouldBe("R13");
        decision.AllowedOnes().ShouldBe("toe-lift ankle-pump heel-toe-lift calf-raise");
        decision.CapsOn().ShouldBe("calf-raise 2");
        decision.ResidualCaps.ShouldBeEmpty();
    }

    /// <summary>Of the two rules that read a fall one speaks: R24 where R16 does not, or no longer.</summary>
    [Theory]
    [InlineData("fall-in-last-year=yes", "", "R24", "calf-raise 2")]
    [InlineData("fall-in-last-year=yes dizzy-on-standing=yes", "", "R16", "")]
    [InlineData("fall-in-last-year=yes dizzy-on-standing=yes", "R16", "R24", "calf-raise 2")]
    [InlineData("fall-in-last-year=yes dizzy-on-standing=yes", "R16 R24", "R20", "")]
    [InlineData("fall-in-last-year=yes tandem-stand-seconds=", "", "R16", "")]
    public void Fall_is_R24_where_R16_does_not_match_or_is_lifted(string answers, string lifted, string rules, string caps)
    {
        var decision = Answering.Judge(answers, lifted.Split(' '));

        decision.Rules().ShouldBe(rules);
        decision.CapsOn().ShouldBe(caps);
    }

    [Fact]
    public void Cap_of_an_unlifted_rule_is_not_a_residual_one()
    {
        var decision = Answering.Judge("touch-test=3 first-step-heel-pain=yes burning-or-tingling=no", "R13");

        decision.CapsOn().ShouldBe("ball-roll 1, calf-raise 2");
        decision.ResidualCaps.ShouldBeEmpty();
    }

    [Fact]
    public void Emergencies_are_signs_that_are_there_and_not_those_that_are_unsure()
    {
        var decision = Answering.Judge("cold-pale-limb=unsure rapid-weakness=yes swollen-tender-calf=yes kidney-failure=yes");

        Names(decision.Emergencies).ShouldBe("R3");
        Names(decision.Signs).ShouldBe("R1 R3 R7");
        decision.IsUnsureOfEmergency.ShouldBeTrue();
        Answering.Judge("swollen-tender-calf=yes").IsUnsureOfEmergency.ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("cause-assessed=no insulin-or-sulfonylurea=yes", "")]
    [InlineData("cause-assessed=no blood-thinner-or-easy-bruising=yes", "R15")]
    [InlineData("first-step-heel-pain=yes burning-or-tingling=no", "R18")]
    [InlineData("touch-test=not-done tandem-stand-seconds=not-done", "R14 R21")]
    [InlineData("touch-test=2", "R13")]
    public void Limiting_rules_withhold_or_cap_and_the_others_only_advise(string answers, string rules) =>
        Names(Answering.Judge(answers).Limiting).ShouldBe(rules);

    [Fact]
    public void Tests_still_to_be_done_are_no_further_advice()
    {
        var decision = Answering.Judge("touch-test=not-done tandem-stand-seconds=not-done cause-assessed=no insulin-or-sulfonylurea=yes");

        decision.FurtherAdvice.ShouldBe(["clinician-review", "fast-sugar-near"]);
        decision.NeedsFastSugar.ShouldBeTrue();
        Answering.Judge("numb-feet=yes").FurtherAdvice.ShouldBe(["podiatrist-review"]);
        Answering.Judge("").NeedsFastSugar.ShouldBeFalse();
    }

    [Theory]
    [InlineData("", false, false)]
    [InlineData("cause-assessed=no", false, false)]
    [InlineData("first-step-heel-pain=yes burning-or-tingling=no", false, true)]
    [InlineData("kidney-failure=yes", true, false)]
    [InlineData("kidney-failure=yes touch-test=2", true, false)]
    [InlineData("stands-with-support=no", false, false)]
    [InlineData("touch-test=2", false, true)]
    [InlineData("fall-in-last-year=yes", false, true)]
    [InlineData("told-not-to=yes", true, false)]
    [InlineData("hot-red-swollen-foot=yes", false, false)]
    public void Professional_is_asked_first_or_exercise_proceeds_with_or_without_limits(string answers, bool asksFirst, bool isLimited)
    {
        var decision = Answering.Judge(answers);

        decision.AsksFirst.ShouldBe(asksFirst);
        decision.ProceedsWithLimits.ShouldBe(isLimited);
    }

    private static string Names(IEnumerable<Rule> rules) => string.Join(' ', rules.Select(rule => rule.Name));
}
