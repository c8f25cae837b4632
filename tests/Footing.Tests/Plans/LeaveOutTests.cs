using System.Text;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Plans;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>What a person does without, until they take it back.</summary>
public sealed class LeaveOutTests
{
    [Fact]
    public void Exercise_that_is_left_out_is_neither_planned_nor_locked()
    {
        var plan = Screened().LeavesOut(2, FootExercises.ToeLift).Named("out").PlanOn(2);

        plan.Levels().ShouldBe("ball-roll 1, ankle-pump 1, calf-raise 1");
        plan.LockedBy().ShouldBe("");
        plan.LeftOut.Single().ShouldBe(new LeftOutExercise(FootExercises.ToeLift, Screened().LeavesOut(2, FootExercises.ToeLift).Last));
        plan.Due.ShouldBeTrue();
    }

    [Fact]
    public void It_is_in_the_plan_s_json()
    {
        var journal = Screened().LeavesOut(0, FootExercises.CalfRaise);
        var json = JsonNode.Parse(Encoding.UTF8.GetString(PlanJson.Write(journal.PlanOn(0))))!;

        json["leftOut"]!.ToJsonString().ShouldBe($$"""[{"id":"calf-raise","entry":"{{journal.Last}}"}]""");
    }

    [Fact]
    public void It_holds_for_the_whole_of_its_date_and_from_then_on()
    {
        var journal = Screened().Session(0).LeavesOut(2, FootExercises.ToeLift).At("23:00");

        Out(journal, 1).ShouldBe("");
        Out(journal, 2).ShouldBe("toe-lift");
        Out(journal, 14).ShouldBe("toe-lift");
    }

    [Fact]
    public void Latest_stands_also_within_a_date()
    {
        var journal = Screened().LeavesOut(1, FootExercises.ToeLift).LeavesOut(1, FootExercises.ToeLift, false).At("13:00");

        Out(journal, 1).ShouldBe("");
        Out(journal.LeavesOut(1, FootExercises.ToeLift).At("14:00"), 1).ShouldBe("toe-lift");
    }

    [Fact]
    public void Taken_back_it_stands_where_it_was()
    {
        var journal = Screened().Adjusted(0, FootExercises.ToeLift).With("level", 3).LeavesOut(1, FootExercises.ToeLift).LeavesOut(4, FootExercises.ToeLift, false);

        journal.PlanOn(3).Level(FootExercises.ToeLift).ShouldBeNull();
        journal.PlanOn(4).Level(FootExercises.ToeLift).ShouldBe(3);
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(8, 2)]
    [InlineData(15, 1)]
    public void Its_gap_counts(int day, int level)
    {
        var journal = Screened().Adjusted(0, FootExercises.ToeLift).With("level", 3).Session(0).LeavesOut(1, FootExercises.ToeLift);
        foreach (var other in new[] { 4, 7, 11, 14 }.Where(other => other < day))
        {
            journal.Session(other);
        }

        journal.LeavesOut(day, FootExercises.ToeLift, false).PlanOn(day).Level(FootExercises.ToeLift).ShouldBe(level);
    }

    [Fact]
    public void What_the_screening_withholds_is_left_out_and_not_locked()
    {
        var journal = Screened().With("blood-thinner-or-easy-bruising", "yes").LeavesOut(0, FootExercises.BallRoll).Adjusted(0, FootExercises.ToeLift).With("lock", true)
            .LeavesOut(0, FootExercises.ToeLift);

        journal.PlanOn(0).LockedBy().ShouldBe("");
        Out(journal, 0).ShouldBe("ball-roll toe-lift");
        journal.LeavesOut(1, FootExercises.BallRoll, false).LeavesOut(1, FootExercises.ToeLift, false).PlanOn(1).LockedBy().ShouldBe("ball-roll R15, toe-lift adjustment");
    }

    [Fact]
    public void Heel_toe_lift_stands_while_ankle_pump_is_left_out()
    {
        var journal = Screened().LeavesOut(1, FootExercises.AnklePump).LeavesOut(3, FootExercises.AnklePump, false);

        journal.PlanOn(0).Has(FootExercises.HeelToeLift).ShouldBeFalse();
        journal.PlanOn(1).Levels().ShouldBe("ball-roll 1, toe-lift 1, heel-toe-lift 1, calf-raise 1");
        journal.PlanOn(3).Levels().ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 1, calf-raise 1");
    }

    [Fact]
    public void Nothing_is_due_when_all_that_is_allowed_is_left_out()
    {
        var journal = Screened().With("dizzy-on-standing", "yes");
        foreach (var exercise in FootExercises.All.Where(exercise => exercise != FootExercises.CalfRaise))
        {
            journal.LeavesOut(0, exercise);
        }

        var plan = journal.PlanOn(0);
        plan.Levels().ShouldBe("");
        plan.Due.ShouldBeFalse();
        plan.NextDue.ShouldBeNull();
        plan.LockedBy().ShouldBe("calf-raise R16");
        journal.LeavesOut(2, FootExercises.ToeLift, false).PlanOn(2).Due.ShouldBeTrue();
    }

    [Fact]
    public void Without_calf_raise_the_day_after_a_session_may_be_due() =>
        JournalBuilder.Of().Screened(1).LeavesOut(1, FootExercises.CalfRaise).Session(1).PlanOn(2).Due.ShouldBeTrue();

    [Fact]
    public void Exercise_that_the_programme_lacks_counts_for_nothing() =>
        Out(Screened().LeavesOut(0, ExerciseId.Of("one-leg-stand")), 0).ShouldBe("");

    [Fact]
    public void Voided_or_corrected_it_is_as_if_it_had_been_so() =>
        Out(Screened().LeavesOut(0, FootExercises.ToeLift).Named("out").LeavesOut(0, FootExercises.BallRoll).Voided(5, "out"), 6).ShouldBe("ball-roll");

    private static string Out(JournalBuilder journal, int day) => string.Join(' ', journal.PlanOn(day).LeftOut.Select(left => left.Exercise.Id()));

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
