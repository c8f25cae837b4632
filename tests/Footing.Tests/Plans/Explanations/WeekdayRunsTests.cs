using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>Days that follow each other rest what needs a day of rest.</summary>
public sealed class WeekdayRunsTests
{
    [Theory]
    [InlineData(DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Friday, false)]
    [InlineData(DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Friday, true)]
    [InlineData(DayOfWeek.Saturday, DayOfWeek.Wednesday, DayOfWeek.Sunday, true)]
    [InlineData(DayOfWeek.Monday, DayOfWeek.Thursday, DayOfWeek.Saturday, false)]
    public void Two_days_in_a_row_are_a_run(DayOfWeek one, DayOfWeek two, DayOfWeek three, bool isRun) =>
        WeekdayRuns.Resting(JournalBuilder.Programme, JournalBuilder.Of().Screened(0).PlanOn(0), [one, two, three]).Select(exercise => exercise.ToString()).ShouldBe(isRun ? ["calf-raise"] : []);

    [Fact]
    public void Plan_without_such_an_exercise_has_no_rest() =>
        WeekdayRuns.Resting(JournalBuilder.Programme, JournalBuilder.Of().Screened(0).With("fall-in-last-year", "yes").PlanOn(0), [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Friday])
            .ShouldBeEmpty();
}
