using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Screening;

namespace Footing.Tests.Screening;

/// <summary>The signs of danger among the rules of a condition.</summary>
public sealed class ConditionTests
{
    [Fact]
    public void Signs_are_those_of_the_first_eight_rules_and_of_black_skin()
    {
        Names(NeuropathicFootCondition.Instance.EmergencySigns).ShouldBe("R1 R2 R3 R4 R22");
        Names(NeuropathicFootCondition.Instance.SameDaySigns).ShouldBe("R5 R6 R7 R8");
        NeuropathicFootCondition.Instance.DangerQuestions.Select(question => question.Number).ShouldBe([1, 2, 3, 4, 32, 5, 6, 7, 8]);
        Names(NeuropathicFootCondition.Instance.Rules.Where(rule => rule.Sign is not null)).ShouldBe("R1 R2 R3 R4 R5 R6 R7 R8 R22");
    }

    [Theory]
    [InlineData("cold-pale-limb", "yes", Disposition.Emergency)]
    [InlineData("cold-pale-limb", "unsure", Disposition.SameDay)]
    [InlineData("cold-pale-limb", "no", null)]
    // Diabetes is not known yet.
    [InlineData("broken-skin", "yes", Disposition.SameDay)]
    [InlineData("broken-skin", "unsure", Disposition.SameDay)]
    [InlineData("black-skin", "yes", Disposition.Emergency)]
    [InlineData("black-skin", "unsure", Disposition.SameDay)]
    [InlineData("rest-pain-eased-hanging-down", "yes", Disposition.SameDay)]
    [InlineData("rest-pain-eased-hanging-down", "unsure", null)]
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
    public void Untested_rules_are_those_of_the_table()
    {
        Names([FootRules.HotFoot, FootRules.BrokenSkin, FootRules.UntestedFeeling, FootRules.UntestedBalance]).ShouldBe("R5 R6 R14 R21");
        NeuropathicFootCondition.Instance.Rules.ShouldContain(FootRules.UntestedBalance);
        NeuropathicFootCondition.Instance.Rules.Select(rule => rule.Number).ShouldBe([.. Enumerable.Range(1, 19), 21, 22, 23, 24]);
    }

    private static string Names(IEnumerable<Rule> rules) => string.Join(' ', rules.Select(rule => rule.Name));
}
