using Footing.Conditions.NeuropathicFoot;
using Footing.Screening;
using Footing.Tests.Screening;

namespace Footing.Tests.Conditions.NeuropathicFoot;

/// <summary>Who is asked to do a test standing.</summary>
public sealed class StandingTestsTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("stands-with-support=", null)]
    [InlineData("stands-with-support=no", StandingTestBarrier.CannotStand)]
    [InlineData("stands-with-support=unsure", StandingTestBarrier.Unsure)]
    [InlineData("stands-with-support=no cold-pale-limb=yes", StandingTestBarrier.CannotStand)]
    [InlineData("cold-pale-limb=yes", StandingTestBarrier.Signs)]
    [InlineData("cold-pale-limb=unsure", StandingTestBarrier.Signs)]
    [InlineData("swollen-tender-calf=yes", StandingTestBarrier.Signs)]
    [InlineData("recent-foot-surgery-or-fracture=unsure", StandingTestBarrier.Signs)]
    [InlineData("kidney-failure=yes", null)]
    public void Barrier_is_what_speaks_against_trying(string answers, StandingTestBarrier? barrier) =>
        StandingTests.Barrier(Answering.But(answers), NeuropathicFootCondition.Instance).ShouldBe(barrier);

    [Fact]
    public void Only_who_cannot_stand_is_not_asked()
    {
        StandingTests.AreAsked(Answering.But("stands-with-support=no")).ShouldBeFalse();
        StandingTests.AreAsked(Answering.But("stands-with-support=unsure")).ShouldBeTrue();
        StandingTests.AreAsked(Answering.But("stands-with-support=")).ShouldBeTrue();
    }

    [Fact]
    public void Two_tests_are_done_standing() => StandingTests.Questions.ShouldBe(["tandem-stand-seconds", "chair-stands"]);

    [Theory]
    [InlineData("no", "yes", false)]
    [InlineData("no", "unsure", false)]
    [InlineData("no", "no", true)]
    [InlineData("yes", "no", true)]
    [InlineData("yes", "yes", true)]
    public void Tests_are_asked_again_when_the_person_can_stand_after_all(string before, string after, bool keeps)
    {
        var answers = NeuropathicFootCondition.Instance.Questionnaire.AskedAgain(Answering.But($"stands-with-support={before}"), Answering.But($"stands-with-support={after}"));

        (answers["tandem-stand-seconds"] is not null).ShouldBe(keeps);
        (answers["chair-stands"] is not null).ShouldBe(keeps);
        answers.Number("touch-test").ShouldBe(0);
    }

    [Theory]
    [InlineData("tandem-stand-seconds=10", false)]
    [InlineData("tandem-stand-seconds=9", true)]
    [InlineData("tandem-stand-seconds=not-done", false)]
    [InlineData("tandem-stand-seconds=", false)]
    public void Tandem_stand_is_short_under_ten_seconds(string answers, bool isShort) =>
        StandingTests.IsTandemShort(Answering.But(answers)).ShouldBe(isShort);
}
