using System.Collections.Immutable;
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
        WeekdayRuns.Resting(JournalBuilder.Programme, JournalBuilder.Of().Screened(0).With("dizzy-on-standing", "yes").PlanOn(0), [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Friday])
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Monday Wednesday Friday", 3, "Monday Wednesday Friday")]
    [InlineData("Monday Tuesday", 1, "Monday Thursday")]
    [InlineData("Monday Tuesday Wednesday", 2, "Monday Wednesday Friday")]
    [InlineData("Saturday Sunday Monday Tuesday", 2, "Tuesday Thursday Sunday")]
    [InlineData("Monday Tuesday Wednesday Thursday Friday Saturday", 3, "Monday Wednesday Friday")]
    [InlineData("Monday Tuesday Thursday Friday", 2, "Monday Wednesday Friday")]
    public void Days_in_a_row_give_every_second_and_days_apart_are_proposed(string days, int sessions, string apart)
    {
        ImmutableArray<DayOfWeek> chosen = [.. days.Split(' ').Select(Enum.Parse<DayOfWeek>)];

        WeekdayRuns.Sessions(chosen).ShouldBe(sessions);
        var proposed = WeekdayRuns.Apart(chosen);
        WeekdayRuns.Sessions(proposed).ShouldBe(proposed.Length, "all of them count");
        if (days.StartsWith("Monday", StringComparison.Ordinal) && !days.Contains("Thursday Friday", StringComparison.Ordinal))
        {
            string.Join(' ', proposed).ShouldBe(apart);
        }
    }

    /// <summary>The number is what the rule of the plan gives, week after week.</summary>
    [Fact]
    public void The_number_is_what_the_plan_itself_gives()
    {
        foreach (var bits in Enumerable.Range(1, 126).Where(bits => int.PopCount(bits) is >= 2 and <= 6))
        {
            ImmutableArray<DayOfWeek> days = [.. Enumerable.Range(0, 7).Where(day => (bits & (1 << day)) != 0).Select(day => (DayOfWeek)day)];
            var done = new List<bool>();
            for (var day = 0; day < 28; day++)
            {
                done.Add(days.Contains((DayOfWeek)(day % 7)) && !(day > 0 && done[day - 1]));
            }

            WeekdayRuns.Sessions(days).ShouldBe(done.Skip(14).Take(7).Count(had => had), string.Join(' ', days));
        }
    }
}
