using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Screening;

namespace Footing.Tests.Screening;

/// <summary>The signs of danger among the rules, and what a decision says of them.</summary>
public sealed class DangerTests
{
    [Fact]
    public void Signs_are_those_of_the_first_eight_rules_and_questions()
    {
        Names(NeuropathicFootCondition.Instance.EmergencySigns).ShouldBe("R1 R2 R3 R4");
        Names(NeuropathicFootCondition.Instance.SameDaySigns).ShouldBe("R5 R6 R7 R8");
        NeuropathicFootCondition.Instance.DangerQuestions.ShouldBe(Question.All.Take(8));
        Names(NeuropathicFootCondition.Instance.Rules.Where(rule => rule.Sign is not null)).ShouldBe("R1 R2 R3 R4 R5 R6 R7 R8");
    }

    [Theory]
    [InlineData("cold-pale-limb", "yes", Disposition.Emergency)]
    [InlineData("cold-pale-limb", "unsure", Disposition.SameDay)]
    [InlineData("cold-pale-limb", "no", null)]
    // Diabetes is not known yet.
    [InlineData("broken-skin", "yes", Disposition.SameDay)]
    [InlineData("broken-skin", "unsure", Disposition.SameDay)]
    [InlineData("kidney-failure", "yes", null)]
    [InlineData("age", "70", null)]
    public void One_answer_by_itself_may_be_danger(string question, string answer, Disposition? danger) =>
        NeuropathicFootCondition.Instance.DangerIn(question, int.TryParse(answer, out var number) ? Answer.Of(number) : Answer.Of(answer)).ShouldBe(danger);

    [Theory]
    [InlineData("", null)]
    [InlineData("kidney-failure=yes", null)]
    [InlineData("age= swollen-tender-calf=yes", Disposition.SameDay)]
    [InlineData("age= rapid-weakness=yes swollen-tender-calf=yes", Disposition.Emergency)]
    [InlineData("age=", null)]
    public void Answers_are_danger_even_when_others_are_missing(string answers, Disposition? danger) =>
        NeuropathicFootCondition.Instance.DangerIn(Answering.But(answers)).ShouldBe(danger);

    [Fact]
    public void Two_dispositions_are_urgent() =>
        Enum.GetValues<Disposition>().Where(disposition => disposition.IsUrgent()).ShouldBe([Disposition.SameDay, Disposition.Emergency]);

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
        Answering.Judge("").NeedsFastSugar.ShouldBeFalse();
    }

    [Fact]
    public void Untested_rules_are_those_of_the_table()
    {
        Names([FootRules.HotFoot, FootRules.BrokenSkin, FootRules.UntestedFeeling, FootRules.UntestedBalance]).ShouldBe("R5 R6 R14 R21");
        NeuropathicFootCondition.Instance.Rules.ShouldContain(FootRules.UntestedBalance);
        NeuropathicFootCondition.Instance.Rules.Select(rule => rule.Number).ShouldBe([.. Enumerable.Range(1, 19), 21]);
    }

    private static string Names(IEnumerable<Rule> rules) => string.Join(' ', rules.Select(rule => rule.Name));
}
