using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>Why an exercise is left out.</summary>
public sealed class WithheldExerciseTests
{
    [Fact]
    public void Warm_foot_rests_what_loads_the_soles()
    {
        var journal = Screened().FootCheck(0).With("sideDifferenceC", 3).Named("warm");

        Resting(journal, 0).InWords().ShouldBe("ball-roll WarmFoot P9, calf-raise WarmFoot P9");
        Resting(journal, 0)[0].Reasons[0].Entries.ShouldBe([journal["warm"]]);
        Resting(journal.FootCheck(1), 1).ShouldBeEmpty();
    }

    [Fact]
    public void Pain_rests_its_exercise_and_comes_before_warmth()
    {
        var journal = Screened().Session(0, session => session.PainIn(FootExercises.BallRoll, 6).PainIn(FootExercises.ToeLift, 6))
            .FootCheck(1).With("sideDifferenceC", 3);

        Resting(journal, 1).InWords().ShouldBe("ball-roll Pain P4 and WarmFoot P9, toe-lift Pain P4, calf-raise WarmFoot P9");
        Resting(journal, 1)[0].Reasons[0].On.ShouldBe(JournalBuilder.Date(0));
    }

    [Fact]
    public void Nothing_rests_while_everything_is_stopped() =>
        Resting(Screened().FootCheck(0).With("sideDifferenceC", 3).Happened(0, "skin-change"), 0).ShouldBeEmpty();

    [Fact]
    public void Screening_locks_and_may_be_cleared()
    {
        var journal = Screened().With("touch-test", 3).Named("answers");
        var locked = Locked(journal, 0);

        locked.InWords().ShouldBe("ball-roll Screening R13");
        locked[0].Reasons[0].Entries.ShouldBe([journal["answers"]]);
        locked[0].Reasons[0].CanBeCleared.ShouldBeTrue();
        locked[0].Reasons[0].EndsWithScreening.ShouldBeFalse();
    }

    [Fact]
    public void Test_of_balance_that_is_missing_ends_with_a_screening()
    {
        var reason = Locked(Screened().With("tandem-stand-seconds", "not-done"), 0).Single().Reasons.Single();

        reason.Rule.ShouldBe("R21");
        reason.EndsWithScreening.ShouldBeTrue();
    }

    [Fact]
    public void Urgent_rule_cannot_be_cleared() =>
        Locked(Screened().With("swollen-tender-calf", "yes"), 0).ShouldAllBe(one => one.Reasons.All(reason => !reason.CanBeCleared && !reason.EndsWithScreening));

    [Fact]
    public void Fall_locks_what_needs_balance()
    {
        var journal = Screened().Happened(0, "fall").Named("fall");
        var reason = Locked(journal, 0).Single().Reasons.Single();

        Locked(journal, 0).InWords().ShouldBe("calf-raise BalanceConcern P6");
        reason.Entries.ShouldBe([journal["fall"]]);
        reason.EndsWithScreening.ShouldBeTrue();
        reason.CanBeCleared.ShouldBeFalse();
        WithheldExercise.LockedForBalance(journal.StateOn(0)).ShouldBe([FootExercises.CalfRaise]);
    }

    [Fact]
    public void What_the_screening_withholds_does_not_wait_for_balance()
    {
        WithheldExercise.LockedForBalance(Screened().With("dizzy-on-standing", "yes").Happened(0, "fall").StateOn(0)).ShouldBeEmpty();
        WithheldExercise.LockedForBalance(Screened().StateOn(0)).ShouldBeEmpty();
        WithheldExercise.LockedForBalance(JournalBuilder.Of().Happened(0, "fall").StateOn(0)).ShouldBeEmpty();
    }

    [Fact]
    public void Second_pain_and_a_practitioner_lock()
    {
        var journal = Screened().Session(0, session => session.PainIn(FootExercises.ToeLift, 6)).Session(7, session => session.PainIn(FootExercises.ToeLift, 6))
            .Adjusted(8, FootExercises.ToeLift).With("lock", true);

        Locked(journal, 8).InWords().ShouldBe("toe-lift PainAgain P4 and Practitioner adjustment");
        Locked(journal, 8)[0].Reasons[0].On.ShouldBe(JournalBuilder.Date(7));
        Locked(journal, 8)[0].Reasons[1].Entries.ShouldBeEmpty();
    }

    [Fact]
    public void One_waits_for_another_unless_one_of_them_is_left_out()
    {
        Waiting(Screened(), 0).InWords().ShouldBe("heel-toe-lift OtherFirst");
        Waiting(Screened().Adjusted(0, FootExercises.AnklePump).With("level", 3), 0).ShouldBeEmpty();
        Waiting(Screened().Adjusted(0, FootExercises.HeelToeLift).With("lock", true), 0).ShouldBeEmpty();
        Waiting(Screened().LeavesOut(0, FootExercises.AnklePump), 0).ShouldBeEmpty();
        Waiting(Screened().LeavesOut(0, FootExercises.HeelToeLift), 0).ShouldBeEmpty();
        Waiting(Screened().Happened(0, "skin-change"), 0).ShouldBeEmpty();
    }

    private static ImmutableArray<WithheldExercise> Resting(JournalBuilder journal, int day) => WithheldExercise.Resting(journal.StateOn(day), JournalBuilder.Date(day));

    private static ImmutableArray<WithheldExercise> Waiting(JournalBuilder journal, int day) => WithheldExercise.Waiting(journal.StateOn(day), JournalBuilder.Date(day));

    private static ImmutableArray<WithheldExercise> Locked(JournalBuilder journal, int day) => WithheldExercise.Locked(journal.PlanOn(day), journal.StateOn(day));

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
