using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>What is said in the last days of a screening.</summary>
public sealed class ScreeningEndTests
{
    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(27, true)]
    [InlineData(28, false)]
    public void It_is_said_on_the_last_day_and_a_week_before(int day, bool isSaid) => (Soon(JournalBuilder.Of().Screened(0), day) is not null).ShouldBe(isSaid);

    [Fact]
    public void Last_day_is_the_last_on_which_the_plan_is_open()
    {
        var journal = JournalBuilder.Of().Screened(0);
        var end = Soon(journal, 25).ShouldNotBeNull();

        end.LastDay.ShouldBe(JournalBuilder.Date(27));
        journal.StateOn(27).IsOpen(end.LastDay).ShouldBeTrue();
        journal.StateOn(28).IsOpen(end.LastDay.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void Fresh_tests_are_not_asked_for_again() => Soon(JournalBuilder.Of().Screened(0), 25)!.Tests.ShouldBeEmpty();

    [Fact]
    public void Tests_that_were_done_long_before_are_asked_for_again()
    {
        var journal = JournalBuilder.Of().Screened(0).Measured("touch-test", -150).Measured("tandem-stand-seconds", -70);

        Soon(journal, 25)!.Tests.Select(test => test.Id).ShouldBe(["tandem-stand-seconds"]);
    }

    [Fact]
    public void After_a_fall_the_balance_tests_are_asked_for_again() =>
        Soon(JournalBuilder.Of().Screened(0).Happened(3, "near-fall"), 25)!.Tests.Select(test => test.Id).ShouldBe(["tandem-stand-seconds", "chair-stands"]);

    [Fact]
    public void Last_two_days_of_unsteadiness_are_remembered() =>
        JournalBuilder.Of().Screened(0).Happened(3, "near-fall").Happened(3, "dizzy").Happened(5, "fall").Happened(8, "near-fall").StateOn(9)
            .UnsteadyOn.ShouldBe([JournalBuilder.Date(5), JournalBuilder.Date(8)]);

    [Fact]
    public void While_everything_is_stopped_nothing_is_said() => Soon(JournalBuilder.Of().Screened(0).FootCheck(24).With("skin", "blister"), 25).ShouldBeNull();

    private static ScreeningEnd? Soon(JournalBuilder journal, int day) => ScreeningEnd.Soon(journal.StateOn(day), JournalBuilder.Date(day));
}
