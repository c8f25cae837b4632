using Footing.Conditions;
using Footing.Conditions.NeuropathicFoot;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Screening;

/// <summary>Tests at home: a bank, from which a condition chooses.</summary>
public sealed class HomeTestTests
{
    [Theory]
    [InlineData("touch-test", false, null)]
    [InlineData("Tandem-Stand-Seconds", true, 10)]
    [InlineData("chair-stands", true, 30)]
    public void A_test_is_found_by_its_question(string question, bool isStanding, int? seconds)
    {
        var test = HomeTest.Find(question).ShouldNotBeNull();

        (test.IsStanding, test.Seconds).ShouldBe((isStanding, seconds));
    }

    [Fact]
    public void A_question_without_a_test_has_none() => HomeTest.Find("age").ShouldBeNull();

    [Fact]
    public void A_condition_has_its_own_tests_and_asks_for_their_results()
    {
        NeuropathicFootCondition.Instance.HomeTests.ShouldBe(HomeTest.All);
        UnsteadinessCondition.Instance.TestOf("tandem-stand-seconds").ShouldBe(HomeTest.Line);
        UnsteadinessCondition.Instance.TestOf("touch-test").ShouldBeNull();
        foreach (var condition in ConditionLibrary.Shipped.Add(UnsteadinessCondition.Instance))
        {
            condition.HomeTests.ShouldAllBe(test => condition.Questionnaire.Find(test.Id) != null);
            condition.BalanceTests.ShouldAllBe(question => condition.TestOf(question)!.IsStanding);
        }
    }

    /// <summary>Without a rule of its own a condition does not let anybody stand who has a sign of danger.</summary>
    [Theory]
    [InlineData("", null)]
    [InlineData("rapid-weakness=yes", StandingTestBarrier.Signs)]
    [InlineData("cold-pale-limb=yes", null)]
    public void Signs_of_danger_of_the_condition_rule_standing_out(string answers, StandingTestBarrier? barrier) =>
        UnsteadinessCondition.Instance.BarrierToStanding(Answering.But(answers)).ShouldBe(barrier);
}
