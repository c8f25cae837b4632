using Footing.Exercises;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>P4: what hurts rests to the end of the next due date, and at the second time is locked.</summary>
public sealed class PainTests
{
    [Fact]
    public void Painful_exercise_rests_to_the_end_of_the_next_due_date_and_comes_back_halved()
    {
        var journal = Hurting(FootExercises.AnklePump);

        journal.PlanOn(0).Has(FootExercises.AnklePump).ShouldBeFalse();
        journal.PlanOn(2).Levels().ShouldBe("ball-roll 1, toe-lift 1, calf-raise 1");
        journal.PlanOn(2).Due.ShouldBeTrue();
        journal.PlanOn(2).LockedBy().ShouldBe("");
        journal.PlanOn(3).Dose(FootExercises.AnklePump).ShouldBe("3 x 5");
        journal.PlanOn(3).Why(FootExercises.AnklePump).ShouldBe("P4");
    }

    [Fact]
    public void Bad_mornings_after_a_small_rise_lock_nothing()
    {
        var journal = JournalBuilder.Of().Screened(0);
        foreach (var day in new[] { 0, 5, 10 })
        {
            journal.Session(day, session => session.Pain(2, 4)).NextMorning(day + 1, true);
        }

        var plan = journal.PlanOn(13);
        plan.LockedBy().ShouldBe("");
        plan.Has(FootExercises.AnklePump).ShouldBeTrue();
        plan.Why(FootExercises.AnklePump).ShouldBe("P4");
    }

    [Fact]
    public void It_comes_back_whether_or_not_a_session_was_done_then() =>
        Hurting(FootExercises.AnklePump).Session(2).PlanOn(3).Dose(FootExercises.AnklePump).ShouldBe("3 x 5");

    [Fact]
    public void It_comes_back_though_the_session_of_that_date_stopped_everything() =>
        Hurting(FootExercises.AnklePump).Session(2, session => session.Stopped("skin")).Screened(3).PlanOn(3).Dose(FootExercises.AnklePump).ShouldBe("3 x 5");

    [Fact]
    public void It_rests_still_after_the_session_of_that_date() => Hurting(FootExercises.AnklePump).Session(2).PlanOn(2).Has(FootExercises.AnklePump).ShouldBeFalse();

    [Fact]
    public void It_comes_back_one_level_lower() => JournalBuilder.Of().Screened(0)
        .Adjusted(0, FootExercises.AnklePump).With("level", 3)
        .Session(0, session => session.PainIn(FootExercises.AnklePump, 5))
        .PlanOn(3).Level(FootExercises.AnklePump).ShouldBe(2);

    [Fact]
    public void Pain_and_effort_together_are_one_level() => JournalBuilder.Of().Screened(0)
        .Adjusted(0, FootExercises.AnklePump).With("level", 3)
        .Session(0, session => session.PainIn(FootExercises.AnklePump, 5).Effort(9))
        .PlanOn(3).Level(FootExercises.AnklePump).ShouldBe(2);

    [Fact]
    public void Rise_of_2_does_not_rest() =>
        JournalBuilder.Of().Screened(0).Session(0, session => session.PainIn(FootExercises.AnklePump, 4)).PlanOn(0).Has(FootExercises.AnklePump).ShouldBeTrue();

    [Fact]
    public void Date_on_which_everything_rests_is_not_due_and_counts_as_the_due_date_of_the_rest()
    {
        var journal = JournalBuilder.Of().Screened(0).Session(0, session => session.Pain(2, 5));
        var plan = journal.PlanOn(2);

        plan.Due.ShouldBeFalse();
        plan.Levels().ShouldBe("");
        plan.LockedBy().ShouldBe("");
        plan.Told().ShouldBe("");
        plan.NextDue.ShouldBe(JournalBuilder.Date(4));
        journal.PlanOn(0).NextDue.ShouldBe(JournalBuilder.Date(4));
        journal.PlanOn(4).Due.ShouldBeTrue();
    }

    [Fact]
    public void Rest_goes_on_over_a_screening_that_expires()
    {
        var journal = JournalBuilder.Of().Screened(0).Sessions(7, 14, 18, 21).Session(25, session => session.PainIn(FootExercises.AnklePump, 5))
            .Screened(29);

        journal.PlanOn(29).Due.ShouldBeTrue();
        journal.PlanOn(29).Has(FootExercises.AnklePump).ShouldBeFalse();
        journal.PlanOn(30).Has(FootExercises.AnklePump).ShouldBeTrue();
    }

    [Theory]
    [InlineData(28, "ankle-pump P4")]
    [InlineData(29, "")]
    public void Second_time_within_28_days_locks_it_until_an_unlock(int day, string locked)
    {
        var journal = Hurting(FootExercises.AnklePump).Sessions(2, 4, 7, 9, 11, 14, 16, 18, 21, 23).Screened(25).Session(25)
            .Session(day, session => session.PainIn(FootExercises.AnklePump, 5));

        journal.PlanOn(day).LockedBy().ShouldBe(locked);
        journal.PlanOn(day + 7).LockedBy().ShouldBe(locked);
        journal.PlanOn(day + 7).Has(FootExercises.AnklePump).ShouldBe(locked.Length == 0);
        journal.Adjusted(day + 7, FootExercises.AnklePump).With("unlock", true);
        journal.PlanOn(day + 7).Has(FootExercises.AnklePump).ShouldBeTrue();
    }

    /// <summary>Mornings have many reasons: only pain that rose in the session itself locks.</summary>
    [Fact]
    public void Raised_mornings_never_lock()
    {
        var mornings = JournalBuilder.Of().Screened(0).Session(0).NextMorning(1, true).Session(7).NextMorning(8, true).Session(14).NextMorning(15, true);

        mornings.PlanOn(15).LockedBy().ShouldBe("");
        Hurting(FootExercises.AnklePump).Session(7).NextMorning(8, true).PlanOn(8).LockedBy().ShouldBe("");
        JournalBuilder.Of().Screened(0).Session(0).NextMorning(1, true).Session(7, session => session.PainIn(FootExercises.AnklePump, 5)).PlanOn(8).LockedBy().ShouldBe("");
    }

    [Theory]
    [InlineData(34, "ankle-pump P4")]
    [InlineData(35, "")]
    public void Lock_ends_with_a_screening_28_days_after_the_later_session(int day, string locked)
    {
        var journal = Twice().Screened(day);

        journal.PlanOn(day).LockedBy().ShouldBe(locked);
        journal.PlanOn(day + 1).Dose(FootExercises.AnklePump).ShouldBe(locked.Length == 0 ? "3 x 5" : null);
        journal.PlanOn(day + 1).Find(FootExercises.AnklePump)?.SessionsAtLevel.ShouldBe(0, "it is told in full again");
    }

    [Fact]
    public void Exercise_that_a_screening_lets_back_stands_at_level_1_at_half_the_dose()
    {
        var journal = JournalBuilder.Of().Screened(0).Adjusted(0, FootExercises.AnklePump).With("level", 3)
            .Session(0, session => session.PainIn(FootExercises.AnklePump, 5)).Session(7, session => session.PainIn(FootExercises.AnklePump, 5))
            .Sessions(14, 21, 27, 34).Screened(35).Named("screening");

        journal.PlanOn(34).LockedBy().ShouldBe("ankle-pump P4");
        journal.PlanOn(35).Level(FootExercises.AnklePump).ShouldBe(1);
        journal.PlanOn(35).Dose(FootExercises.AnklePump).ShouldBe("3 x 5");
        journal.PlanOn(35).Find(FootExercises.AnklePump)!.Why.Single().Entries.ShouldBe([journal["screening"]]);
        journal.PlanOn(35).Why(FootExercises.AnklePump).ShouldBe("P4");
    }

    [Fact]
    public void Screening_that_does_not_allow_it_does_not_end_the_lock_and_a_clearance_of_it_does()
    {
        var journal = JournalBuilder.Of().Screened(0).Session(0, session => session.PainIn(FootExercises.CalfRaise, 5)).Session(7, session => session.PainIn(FootExercises.CalfRaise, 5))
            .Screened(35).With("dizzy-on-standing", "yes");

        journal.PlanOn(35).LockedBy().ShouldBe("calf-raise R16 P4");
        journal.Cleared(36, "R16").PlanOn(36).LockedBy().ShouldBe("");
    }

    [Fact]
    public void Pain_of_two_exercises_locks_neither() =>
        Hurting(FootExercises.AnklePump).Session(4, session => session.PainIn(FootExercises.ToeLift, 5)).PlanOn(4).LockedBy().ShouldBe("");

    [Fact]
    public void Pain_still_raised_next_morning_rests_what_had_risen_by_1()
    {
        var journal = JournalBuilder.Of().Screened(0).Session(0, session => session.PainIn(FootExercises.ToeLift, 3)).Named("session")
            .NextMorning(1, raised: true).Named("morning");

        journal.PlanOn(0).Has(FootExercises.ToeLift).ShouldBeTrue();
        journal.PlanOn(1).Levels().ShouldBe("ball-roll 1, ankle-pump 1, calf-raise 1");
        journal.PlanOn(3).Dose(FootExercises.ToeLift).ShouldBe("1 x 30 s");
        journal.PlanOn(3).Find(FootExercises.ToeLift)!.Why.Single().Entries.ShouldBe([journal["session"], journal["morning"]]);
    }

    [Fact]
    public void Pain_still_raised_next_morning_rests_all_where_nothing_had_risen() =>
        JournalBuilder.Of().Screened(0).Session(0).NextMorning(1, raised: true).PlanOn(1).Levels().ShouldBe("");

    /// <summary>Pain before was 2: raised is 2 more, unless the session did not do it; 10 is raised when it did.</summary>
    [Theory]
    [InlineData(2, 3, "yes", false)]
    [InlineData(2, 4, "yes", true)]
    [InlineData(2, 4, "unsure", true)]
    [InlineData(2, 10, "no", false)]
    [InlineData(9, 10, "yes", true)]
    [InlineData(9, 10, "unsure", false)]
    [InlineData(10, 10, "yes", true)]
    [InlineData(null, 1, "yes", false)]
    [InlineData(null, 2, "yes", true)]
    [InlineData(null, 10, "unsure", false)]
    public void Number_of_the_morning_is_raised_against_the_pain_before(int? before, int pain, string because, bool isRaised) =>
        JournalBuilder.Of().Screened(0).Session(0, session => session.Pain(before, before)).MorningPain(1, pain, because).PlanOn(1).Levels()
            .ShouldBe(isRaised ? "" : "ball-roll 1, toe-lift 1, ankle-pump 1, calf-raise 1");

    [Fact]
    public void Of_both_forms_raised_wins()
    {
        JournalBuilder.Of().Screened(0).Session(0).MorningPain(1, 2, "no").With("painRaised", "yes").PlanOn(1).Exercises.ShouldBeEmpty();
        JournalBuilder.Of().Screened(0).Session(0).MorningPain(1, 5, "yes").With("painRaised", "no").PlanOn(1).Exercises.ShouldBeEmpty();
        JournalBuilder.Of().Screened(0).Session(0).MorningPain(1, 5, "yes").NextMorning(1, false).At("08:00").PlanOn(1).Exercises.ShouldBeEmpty();
    }

    [Fact]
    public void Only_exercises_of_that_session_rest() =>
        JournalBuilder.Of().Screened(0).Session(0, session => session.Only(FootExercises.ToeLift)).NextMorning(1, raised: true)
            .PlanOn(1).Levels().ShouldBe("ball-roll 1, ankle-pump 1, calf-raise 1");

    [Fact]
    public void Answer_of_no_changes_nothing_and_of_two_yes_wins()
    {
        JournalBuilder.Of().Screened(0).Session(0).NextMorning(1, raised: false).PlanOn(1).Exercises.Length.ShouldBe(4);
        JournalBuilder.Of().Screened(0).Session(0).NextMorning(1, true).NextMorning(1, false).At("08:00").PlanOn(1).Exercises.ShouldBeEmpty();
        JournalBuilder.Of().Screened(0).Session(0).NextMorning(1, false).NextMorning(1, true).At("08:00").PlanOn(1).Exercises.ShouldBeEmpty();
    }

    [Fact]
    public void Answer_that_comes_late_is_judged_as_part_of_its_session()
    {
        // The rest is long over; the half stays.
        var journal = JournalBuilder.Of().Screened(0).Session(0, session => session.Only(FootExercises.ToeLift)).NextMorning(6, raised: true);

        journal.PlanOn(5).Dose(FootExercises.ToeLift).ShouldBe("1 x 60 s");
        journal.PlanOn(6).Dose(FootExercises.ToeLift).ShouldBe("1 x 30 s");
    }

    private static JournalBuilder Twice() =>
        Hurting(FootExercises.AnklePump).Session(7, session => session.PainIn(FootExercises.AnklePump, 5)).Sessions(14, 21, 27).Screened(28).Session(33);

    private static JournalBuilder Hurting(ExerciseId exercise) =>
        JournalBuilder.Of().Screened(0).Session(0, session => session.PainIn(exercise, 5));
}
