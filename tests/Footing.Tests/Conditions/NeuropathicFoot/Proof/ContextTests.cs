using Footing.Conditions.NeuropathicFoot;
using System.Collections.Immutable;
using Footing.Screening;

namespace Footing.Tests.Conditions.NeuropathicFoot.Proof;

/// <summary>
/// What is outside the order from no to yes, each with its reason: age, sex and the context rows. Worse and better
/// mean nothing of them, so what they can change is stated one by one.
/// </summary>
public sealed class ContextTests
{
    [Theory]
    // Norms of the chair stand fall with age, so a birthday can make the same number enough; below 60 nobody needs the test.
    [InlineData("age", "R16 R21")]
    // Men's norms are the higher; who does not say is measured by them.
    [InlineData("sex-for-norms", "R16")]
    // A wound is urgent with diabetes, and urgent when that was not said: no answer counts as yes.
    [InlineData("diabetes", "R6")]
    // Only advice: sugar to hand, a word with a clinician.
    [InlineData("insulin-or-sulfonylurea", "R19")]
    [InlineData("metformin", "R17")]
    [InlineData("b12-tested", "R17")]
    [InlineData("cause-assessed", "R17")]
    [InlineData("one-sided-or-motor-first", "R17")]
    // Heel pain without burning may be something else: low levels, and advice. Burning that is there lifts that.
    [InlineData("burning-or-tingling", "R18")]
    [InlineData("first-step-heel-pain", "R18")]
    public void Question_is_read_by_these_rules_alone(string question, string rules) =>
        string.Join(' ', ShippedRules.Trees.Where(rule => rule.Tree.Questions.Contains(question)).Select(rule => rule.Rule.Name)).ShouldBe(rules);

    [Theory]
    [InlineData("R17", "proceed [ball-roll toe-lift ankle-pump heel-toe-lift calf-raise] [] clinician-review")]
    [InlineData("R18", "proceed [ball-roll toe-lift ankle-pump heel-toe-lift calf-raise] [ball-roll 1 calf-raise 2] clinician-review")]
    [InlineData("R19", "proceed [ball-roll toe-lift ankle-pump heel-toe-lift calf-raise] [] fast-sugar-near")]
    public void Rule_of_context_rows_says_one_thing_or_nothing(string rule, string verdict) =>
        ShippedRules.Trees.Single(one => one.Rule.Name == rule).Tree.All.OfType<Tree.Leaf>().Select(leaf => Verdicts.Text(leaf.Verdict)).Order()
            .ShouldBe(new[] { "no match", verdict }.Order());

    [Fact]
    public void Diabetes_changes_the_urgency_of_a_wound_and_never_what_is_allowed() =>
        ShippedRules.Trees.Single(rule => rule.Rule.Name == "R6").Tree.All.OfType<Tree.Leaf>().Select(leaf => leaf.Verdict).OfType<Verdict>()
            .ShouldAllBe(verdict => Verdicts.Exercises.All(verdict.Withholds));

    [Fact]
    public void Who_does_not_say_a_sex_is_measured_by_the_stricter_norms_at_every_age()
    {
        for (var age = 18; age <= 120; age++)
        {
            ChairStands.CutOff(age, female: false).ShouldBeGreaterThanOrEqualTo(ChairStands.CutOff(age, female: true), $"{age}");
        }

        foreach (var alike in ShippedRules.Classes["sex-for-norms"].Where(alike => alike.Any(answer => answer?.Word == "male")))
        {
            alike.ShouldContain(answer => answer!.Value.Word == "unspecified");
        }
    }

    [Fact]
    public void Cut_off_of_the_chair_stand_never_rises_with_age_from_60_on()
    {
        for (var age = 61; age <= 120; age++)
        {
            ChairStands.CutOff(age, true).ShouldBeLessThanOrEqualTo(ChairStands.CutOff(age - 1, true));
            ChairStands.CutOff(age, false).ShouldBeLessThanOrEqualTo(ChairStands.CutOff(age - 1, false));
        }
    }
}
