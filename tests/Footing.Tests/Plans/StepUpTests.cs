using Footing.Exercises;
using Footing.Plans;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>P1: one level up after three good sessions over a week, one exercise at a time.</summary>
public sealed class StepUpTests
{
    [Fact]
    public void Three_good_sessions_a_week_apart_bring_a_level()
    {
        var journal = Screened().Session(0).Named("first").Session(4).Named("second").Session(7).Named("third");

        journal.PlanOn(6).Level(FootExercises.AnklePump).ShouldBe(1);
        var why = journal.PlanOn(7).Find(FootExercises.AnklePump)!.Why.Single();
        journal.PlanOn(7).Level(FootExercises.AnklePump).ShouldBe(2);
        why.Rule.ShouldBe("P1");
        why.Entries.ShouldBe([journal["first"], journal["second"], journal["third"]]);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void After_three_sessions_at_a_level_it_is_familiar(int sessions, bool isFamiliar)
    {
        var planned = Screened().Sessions([.. Enumerable.Range(0, sessions)]).PlanOn(4).Find(FootExercises.AnklePump)!;

        planned.IsFamiliar.ShouldBe(isFamiliar);
        planned.SessionsAtLevel.ShouldBe(Math.Min(3, sessions));
    }

    [Fact]
    public void At_a_new_level_after_a_decision_and_after_a_break_it_is_told_in_full_again()
    {
        SessionsAtLevel(Screened().Sessions(0, 4, 7), 7).ShouldBe(0, "a level up");
        SessionsAtLevel(Screened().Sessions(0, 1, 2).Adjusted(3, FootExercises.AnklePump).With("level", 1), 3).ShouldBe(0, "a decision");
        SessionsAtLevel(Screened().Sessions(0, 1, 2), 9).ShouldBe(3);
        SessionsAtLevel(Screened().Sessions(0, 1, 2), 10).ShouldBe(0, "eight days without");

        static int SessionsAtLevel(JournalBuilder journal, int day) => journal.PlanOn(day).Find(FootExercises.AnklePump)!.SessionsAtLevel;
    }

    [Fact]
    public void Six_days_are_too_few() => AnkleAfter(Screened().Sessions(0, 3, 6)).ShouldBe(1);

    [Fact]
    public void Two_sessions_are_too_few() => AnkleAfter(Screened().Sessions(0, 7)).ShouldBe(1);

    [Fact]
    public void First_and_last_of_all_good_sessions_are_measured() => AnkleAfter(Screened().Sessions(0, 2, 4, 7)).ShouldBe(2);

    [Fact]
    public void One_goes_up_after_a_session_in_the_order_of_the_rule_and_the_others_wait()
    {
        var journal = Screened().Sessions(0, 2, 4, 7);
        journal.PlanOn(7).Levels().ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 2, calf-raise 1");
        journal.Session(9).PlanOn(9).Levels().ShouldBe("ball-roll 1, toe-lift 2, ankle-pump 2, calf-raise 1");
        journal.Session(11).PlanOn(11).Levels().ShouldBe("ball-roll 2, toe-lift 2, ankle-pump 2, calf-raise 1");
        journal.Session(14).PlanOn(14).Levels().ShouldBe("ball-roll 2, toe-lift 2, ankle-pump 2, calf-raise 2");
        journal.Session(16).PlanOn(16).Levels().ShouldBe("ball-roll 2, toe-lift 2, ankle-pump 3, heel-toe-lift 1, calf-raise 2");
    }

    [Fact]
    public void Only_exercises_of_the_session_go_up() =>
        Screened().Sessions(0, 4).Session(7, session => session.Only(FootExercises.CalfRaise)).PlanOn(7).Levels()
            .ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 1, calf-raise 2");

    [Fact]
    public void Heel_toe_lift_goes_before_ball_roll_and_after_toe_lift()
    {
        var journal = Screened()
            .Adjusted(0, FootExercises.AnklePump).With("level", 3)
            .Adjusted(0, FootExercises.ToeLift).With("level", 4)
            .Sessions(0, 4, 7);

        journal.PlanOn(7).Levels().ShouldBe("ball-roll 1, toe-lift 4, ankle-pump 3, heel-toe-lift 2, calf-raise 1");
    }

    [Fact]
    public void No_exercise_goes_above_its_top()
    {
        var journal = Screened().Adjusted(0, FootExercises.AnklePump).With("level", 3)
            .Sessions(0, 4, 7);

        journal.PlanOn(7).Level(FootExercises.AnklePump).ShouldBe(3);
        journal.PlanOn(7).Level(FootExercises.ToeLift).ShouldBe(2);
    }

    [Fact]
    public void Good_sessions_at_the_top_are_not_counted()
    {
        var journal = Screened().Adjusted(0, FootExercises.AnklePump).With("level", 3).Sessions(0, 2);
        var standings = Planner.StateOn(journal.Entries, JournalBuilder.Programme, JournalBuilder.Date(2), TimeZoneInfo.Utc).Progress;

        standings[FootExercises.AnklePump].QualifyingSessions.ShouldBeEmpty();
        standings[FootExercises.ToeLift].QualifyingSessions.Length.ShouldBe(2);
    }

    [Fact]
    public void No_exercise_goes_above_its_cap()
    {
        var journal = Screened().With("touch-test", "self").Adjusted(0, FootExercises.AnklePump).With("cap", 1);
        Only(journal, [0, 4, 7], FootExercises.AnklePump, FootExercises.BallRoll);

        journal.PlanOn(7).Level(FootExercises.AnklePump).ShouldBe(1);
        journal.PlanOn(7).Level(FootExercises.BallRoll).ShouldBe(1);
    }

    [Fact]
    public void Effort_up_to_5_and_a_pain_rise_up_to_1_are_good() =>
        AnkleAfter(Repeat(session => session.Effort(5).Pain(2, 3))).ShouldBe(2);

    [Fact]
    public void Own_pain_of_the_exercise_goes_before_the_pain_after() =>
        AnkleAfter(Repeat(session => session.Pain(2, 4).PainIn(FootExercises.AnklePump, 3))).ShouldBe(2);

    [Fact]
    public void Less_pain_than_before_is_good() => AnkleAfter(Repeat(session => session.Pain(5, 2))).ShouldBe(2);

    [Fact]
    public void Effort_left_unsaid_is_not_good() =>
        AnkleAfter(Repeat(session => session.Effort(FootExercises.AnklePump, null))).ShouldBe(1);

    [Fact]
    public void Pain_left_unsaid_is_not_good()
    {
        AnkleAfter(Repeat(session => session.Pain(null, 2))).ShouldBe(1);
        AnkleAfter(Repeat(session => session.Pain(2, null))).ShouldBe(1);
    }

    [Fact]
    public void Set_a_little_short_is_not_good() =>
        AnkleAfter(Repeat(session => session.Doing(FootExercises.AnklePump, 10, 10, 9))).ShouldBe(1);

    [Fact]
    public void More_than_the_target_is_in_full() =>
        AnkleAfter(Repeat(session => session.Doing(FootExercises.AnklePump, 12, 10, 11))).ShouldBe(2);

    [Fact]
    public void Session_without_a_foot_check_that_date_is_not_good() => AnkleAfter(Repeat(session => session.Unchecked())).ShouldBe(1);

    [Fact]
    public void Foot_check_later_that_date_will_do()
    {
        var journal = Screened();
        foreach (var day in new[] { 0, 4, 7 })
        {
            journal.FootCheck(day).At("18:00").Session(day, session => session.Unchecked());
        }

        AnkleAfter(journal).ShouldBe(2);
    }

    [Theory]
    [InlineData("heat")]
    [InlineData("swelling")]
    public void Foot_check_without_a_word_on_heat_or_swelling_is_not_clear(string field)
    {
        var journal = Screened();
        foreach (var day in new[] { 0, 4, 7 })
        {
            journal.Session(day).FootCheck(day).Without(field).At("18:00");
        }

        AnkleAfter(journal).ShouldBe(1);
        journal.PlanOn(7).Told().ShouldBe("");
    }

    [Fact]
    public void Lesser_session_neither_counts_nor_breaks_the_run() =>
        AnkleAfter(Screened().Session(0).Session(2, session => session.Unchecked()).Sessions(4, 7)).ShouldBe(2);

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Hard_session_breaks_the_run(int effort)
    {
        var journal = Screened().Sessions(0, 2).Session(4, session => session.Effort(effort)).Sessions(7, 9);

        AnkleAfter(journal).ShouldBe(1);
        journal.Sessions(11).PlanOn(11).Level(FootExercises.AnklePump).ShouldBe(1);
        journal.Sessions(14).PlanOn(14).Level(FootExercises.AnklePump).ShouldBe(2);
    }

    [Fact]
    public void Run_begins_anew_after_a_change_of_level() => Screened()
        .Adjusted(3, FootExercises.AnklePump).With("level", 2).Sessions(0, 4, 7).PlanOn(7).Level(FootExercises.AnklePump).ShouldBe(2);

    [Fact]
    public void From_half_a_dose_the_whole_dose_comes_first()
    {
        var journal = Screened().Session(0, session => session.Effort(FootExercises.ToeLift, 9));
        Only(journal, [2, 4, 9], FootExercises.ToeLift);

        journal.PlanOn(1).Dose(FootExercises.ToeLift).ShouldBe("1 x 30 s");
        journal.PlanOn(9).Dose(FootExercises.ToeLift).ShouldBe("1 x 60 s");
        journal.PlanOn(9).Why(FootExercises.ToeLift).ShouldBe("P1");
        Only(journal, [11, 14, 16, 18], FootExercises.ToeLift);
        journal.PlanOn(18).Dose(FootExercises.ToeLift).ShouldBe("1 x 120 s");
    }

    [Fact]
    public void Step_that_would_not_fit_the_limit_is_left_and_the_next_in_order_goes()
    {
        // Ankle pump 2 would make it 720 s, toe lift 2 makes it 540 s.
        var journal = Screened().Scheduled(0).With("minutes", 10).Sessions(0, 4, 7);

        journal.PlanOn(7).Levels().ShouldBe("ball-roll 1, toe-lift 2, ankle-pump 1, calf-raise 1");
    }

    [Fact]
    public void Step_up_to_the_very_limit_fits()
    {
        // Ankle pump 2 would make it 780 s, toe lift 3 makes it 600 s.
        var journal = Screened().Adjusted(0, FootExercises.ToeLift).With("level", 2).Scheduled(0).With("minutes", 10).Sessions(0, 4, 7);

        journal.PlanOn(7).Levels().ShouldBe("ball-roll 1, toe-lift 3, ankle-pump 1, calf-raise 1");
        journal.PlanOn(7).Seconds.ShouldBe(600);
    }

    [Fact]
    public void Limit_counts_the_heel_toe_lift_that_would_join()
    {
        // 60 + 480 -> 60 + 720 + 125 of the joining heel-toe lift: 905 s.
        JournalBuilder Lying(int minutes) => JournalBuilder.Of()
            .Screened(0).With("touch-test", 3).With("dizzy-on-standing", "yes")
            .Adjusted(0, FootExercises.AnklePump).With("level", 2)
            .Scheduled(0).With("minutes", minutes)
            .Session(0, session => session.CheckedAfter())
            .Session(4, session => session.CheckedAfter())
            .Session(7, session => session.CheckedAfter());

        Lying(16).PlanOn(7).Levels().ShouldBe("toe-lift 1, ankle-pump 3, heel-toe-lift 1");
        Lying(15).PlanOn(7).Levels().ShouldBe("toe-lift 2, ankle-pump 2");
    }

    [Fact]
    public void Nothing_goes_up_that_a_finding_in_the_session_has_stopped() =>
        Screened().Sessions(0, 4).Session(7, session => session.Stopped("skin"))
            .Screened(8).PlanOn(8).Levels().ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 1, calf-raise 1");

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);

    private static JournalBuilder Repeat(Action<SessionBuilder> unlike) =>
        Screened().Session(0, unlike).Session(4, unlike).Session(7, unlike);

    private static void Only(JournalBuilder journal, int[] days, params ExerciseId[] exercises)
    {
        foreach (var day in days)
        {
            journal.Session(day, session => session.Only(exercises));
        }
    }

    private static int? AnkleAfter(JournalBuilder journal)
    {
        var last = journal.Entries.OfType<Footing.Journal.SessionEntry>().Max(session => session.At);
        return journal.PlanOn(DateOnly.FromDateTime(last.UtcDateTime).DayNumber - JournalBuilder.Monday.DayNumber).Level(FootExercises.AnklePump);
    }
}
