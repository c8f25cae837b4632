using Footing.Exercises;
using Footing.Plans;
using Footing.Programmes;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>How long a session is, and which sets go when it does not fit.</summary>
public sealed class SessionLengthTests
{
    [Fact]
    public void Length_is_work_of_each_side_with_the_rests_between_sets()
    {
        // 2 x 120, 240, 3 x 30 x 4 s x 2, 3 x 20 x 4 s + 2 x 45, 4 x 10 x 6 s + 3 x 75.
        Highest().PlanOn(0).Seconds.ShouldBe(240 + 240 + 720 + 330 + 465);
        JournalBuilder.Of().Screened(0).PlanOn(0).Seconds.ShouldBe(120 + 60 + 240 + 60);
    }

    [Fact]
    public void Highest_plan_of_all_fits_the_usual_limit() =>
        Highest().PlanOn(0).Exercises.ShouldAllBe(planned => planned.Trimmed == 0);

    [Fact]
    public void Last_set_of_the_longest_goes_and_of_two_as_long_the_later_one_s()
    {
        // Ankle pump loses two sets (720, 480), calf raise one (465); then heel-toe lift and calf raise last 330 s each.
        var plan = Highest().Scheduled(0).With("minutes", 21).PlanOn(0);

        Sets(plan).ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 1 -2, heel-toe-lift 3, calf-raise 2 -2");
        plan.Seconds.ShouldBe(1245);
    }

    [Fact]
    public void Trimming_goes_on_until_it_fits()
    {
        var plan = Highest().Scheduled(0).With("minutes", 20).PlanOn(0);

        Sets(plan).ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 1 -2, heel-toe-lift 2 -1, calf-raise 2 -2");
        plan.Seconds.ShouldBe(1120);
    }

    [Fact]
    public void One_set_of_each_stays_even_where_that_does_not_fit()
    {
        var plan = Highest().Scheduled(0).With("minutes", 10).PlanOn(0);

        Sets(plan).ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 1 -2, heel-toe-lift 1 -2, calf-raise 1 -3");
        plan.Seconds.ShouldBe(860);
    }

    [Fact]
    public void Session_as_long_as_the_limit_fits() =>
        JournalBuilder.Of().Screened(0)
            .Adjusted(0, FootExercises.ToeLift).With("level", 3)
            .Scheduled(0).With("minutes", 10)
            .PlanOn(0).Exercises.ShouldAllBe(planned => planned.Trimmed == 0);

    [Fact]
    public void Session_a_little_longer_than_the_limit_is_trimmed()
    {
        // 120 + 60 + 240 + 125 of the heel-toe lift that has joined + 60: 5 s too many, and 80 go.
        var plan = JournalBuilder.Of().Screened(0)
            .Adjusted(0, FootExercises.AnklePump).With("level", 3)
            .Adjusted(0, FootExercises.AnklePump).With("level", 1)
            .Scheduled(0).With("minutes", 10)
            .PlanOn(0);

        Sets(plan).ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 2 -1, heel-toe-lift 2, calf-raise 1");
        plan.Seconds.ShouldBe(525);
    }

    [Fact]
    public void Tempo_is_in_thousandths_of_a_second()
    {
        var level = JournalBuilder.Programme[FootExercises.CalfRaise][1];

        SessionLength.Seconds(level, Dose.OfReps(1, 500, false)).ShouldBe(500 * level.Tempo.CycleMs / 1000);
        (500 * level.Tempo.CycleMs).ShouldBe(3_000_000, "long enough for a thousandth of it to be seconds");
    }

    [Fact]
    public void Schedule_may_leave_the_weekdays_or_the_minutes_as_they_were()
    {
        var journal = Highest()
            .Scheduled(0).With("minutes", 20)
            .Scheduled(1).With("weekdays", new[] { "tue", "thu", "sat" });

        journal.PlanOn(1).Seconds.ShouldBe(1120);
        journal.Scheduled(2).With("minutes", 36).PlanOn(3).Due.ShouldBeTrue();
    }

    [Fact]
    public void Trimmed_sets_are_not_missed()
    {
        var journal = JournalBuilder.Of().Screened(0)
            .Adjusted(0, FootExercises.AnklePump).With("level", 2)
            .Scheduled(0).With("minutes", 10)
            .Session(0);

        journal.PlanOn(0).Dose(FootExercises.AnklePump).ShouldBe("2 x 20");
        journal.PlanOn(1).Level(FootExercises.AnklePump).ShouldBe(2);
        journal.Sessions(4, 7);
        journal.PlanOn(7).Level(FootExercises.AnklePump).ShouldBe(2);
        journal.PlanOn(7).Level(FootExercises.ToeLift).ShouldBe(1);
    }

    private static JournalBuilder Highest() => JournalBuilder.Of().Screened(0)
        .Adjusted(0, FootExercises.BallRoll).With("level", 3)
        .Adjusted(0, FootExercises.ToeLift).With("level", 4)
        .Adjusted(0, FootExercises.AnklePump).With("level", 3)
        .Adjusted(0, FootExercises.HeelToeLift).With("level", 3)
        .Adjusted(0, FootExercises.CalfRaise).With("level", 5);

    private static string Sets(Footing.Plans.Plan plan) => string.Join(", ", plan.Exercises.Select(planned =>
        $"{planned.Exercise.Id()} {planned.Dose.Sets}{(planned.Trimmed == 0 ? "" : $" -{planned.Trimmed}")}"));
}
