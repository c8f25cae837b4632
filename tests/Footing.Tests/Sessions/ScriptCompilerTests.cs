using Footing.Exercises;
using Footing.Plans;
using Footing.Programmes;
using Footing.Sessions;
using Footing.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Footing.Tests.Sessions;

public sealed class ScriptCompilerTests
{
    [Property(Arbitrary = [typeof(AnyPlan)])]
    public void Nothing_spoken_runs_into_the_next_or_over_the_end_of_its_step(Plan plan)
    {
        foreach (var step in Scripts.Of(plan).Steps)
        {
            var freeMs = 0;
            foreach (var cue in step.Cues)
            {
                cue.AtMs.ShouldBeGreaterThanOrEqualTo(freeMs, $"{step.Id}: {cue.Say}");
                freeMs = cue.AtMs + (cue.Kind == CueKind.Say ? Speech.Ms(cue.Say) : Speech.BriefMs(cue.Say));
            }

            step.DurationMs.ShouldBeGreaterThanOrEqualTo(freeMs, step.Id);
        }
    }

    [Fact]
    public void A_count_that_the_beat_has_no_room_for_is_said_in_place_of_its_word()
    {
        var said = SetsOf(FootExercises.AnklePump, 1)[0].Cues.Where(cue => cue.Phase == Phase.Down).Select(cue => cue.Say).ToList();
        said.ShouldBe(["Away", "Away", "Away", "Away", "Half way.", "Away", "3 more.", "Away", "Last one.", "Away"]);
        SetsOf(FootExercises.CalfRaise, 1)[0].Cues.Count(cue => cue.Kind == CueKind.Count).ShouldBe(3);
    }

    [Property(Arbitrary = [typeof(AnyPlan)])]
    public void Work_and_rests_last_as_long_as_the_plan_says(Plan plan)
    {
        var steps = Scripts.Of(plan).Steps;
        var workMs = steps.Sum(step => step.Set is { } set ? set.Target * set.CountMs : 0);
        var restMs = steps.Sum(step => step.Kind == StepKind.Rest && !step.Id.EndsWith("-sit", StringComparison.Ordinal) ? step.DurationMs : 0);
        (workMs + restMs).ShouldBe(plan.Seconds * 1000);
    }

    [Property(Arbitrary = [typeof(AnyPlan)])]
    public void Each_exercise_has_one_set_up_and_every_set_of_its_dose_in_turn(Plan plan)
    {
        var script = Scripts.Of(plan);
        script.Exercises.Select(exercise => exercise.Id).ShouldBe(SessionOrder.Of(plan.Exercises).Select(planned => planned.Exercise));
        foreach (var planned in plan.Exercises)
        {
            var steps = script.Steps.Where(step => step.Exercise == planned.Exercise).ToList();
            steps.Count(step => step.Kind == StepKind.SetUp).ShouldBe(1);
            steps[0].Kind.ShouldBe(StepKind.SetUp);
            steps[^1].Kind.ShouldBe(planned.Level.Position == Position.Lying ? StepKind.Rest : StepKind.Set);
            Side[] sides = planned.Dose.PerSide ? [Side.Left, Side.Right] : [Side.Both];
            var sets = steps.Where(step => step.Set is not null).Select(step => step.Set!).ToList();
            sets.Select(set => (set.Number, set.Side)).ShouldBe(
                Enumerable.Range(1, planned.Dose.Sets).SelectMany(number => sides.Select(side => (number, side))));
            sets.ShouldAllBe(set => set.Target == planned.Dose.Target && set.Of == planned.Dose.Sets);
        }
    }

    [Property(Arbitrary = [typeof(AnyPlan)])]
    public void Every_set_has_room_for_its_work_and_its_figure(Plan plan)
    {
        foreach (var step in Scripts.Of(plan).Steps.Where(step => step.Set is not null))
        {
            var haltMs = step.Halt?.ForMs ?? 0;
            step.DurationMs.ShouldBeGreaterThanOrEqualTo(step.Set!.StartMs + (step.Set.Target * step.Set.CountMs) + haltMs, step.Id);
            step.DurationMs.ShouldBeGreaterThanOrEqualTo(step.Figure!.StartMs + (step.Figure.Cycles * step.Figure.CycleMs) + haltMs, step.Id);
            step.Figure.StartMs.ShouldBe(step.Set.StartMs);
            step.Figure.Cycles.ShouldBeGreaterThan(0);
        }
    }

    [Property(Arbitrary = [typeof(AnyPlan)])]
    public void The_same_plan_gives_the_same_bytes(Plan plan) =>
        ScriptJson.Write(Scripts.Of(plan)).ShouldBe(ScriptJson.Write(Scripts.Of(plan)));

    [Fact]
    public void Every_repetition_has_its_beats_at_the_tempo_of_the_level()
    {
        var step = SetsOf(FootExercises.CalfRaise, 1)[0];
        var beats = step.Cues.Where(cue => cue.Kind == CueKind.Beat).ToList();
        beats.Count.ShouldBe(30);
        beats.Select(beat => beat.AtMs - step.Set!.StartMs).Take(6).ShouldBe([0, 2000, 3000, 6000, 8000, 9000]);
        beats.Select(beat => beat.Phase).Take(3).ShouldBe([Phase.Up, Phase.Hold, Phase.Down]);
        beats.Select(beat => beat.Rep).ShouldBe(Enumerable.Range(1, 10).SelectMany(rep => new int?[] { rep, rep, rep }));
    }

    [Fact]
    public void The_legs_alternate_and_change_without_a_rest()
    {
        var steps = StepsOf(FootExercises.AnklePump, 1);
        steps.Select(step => step.Id).Skip(1).Take(5).ShouldBe(
            ["ankle-pump-1-left", "ankle-pump-1-switch-right", "ankle-pump-1-right", "ankle-pump-2-switch-left", "ankle-pump-2-left"]);
        steps.SkipLast(1).ShouldNotContain(step => step.Kind == StepKind.Rest);
        steps[2].Cues.ShouldContain(cue => cue.Say == "Switch to the right foot.");
    }

    [Theory]
    [InlineData("heel-toe-lift", 45)]
    [InlineData("calf-raise", 75)]
    public void Between_sets_there_is_the_rest_of_the_level_with_a_countdown(string exercise, int seconds)
    {
        var rest = StepsOf(ExerciseId.Of(exercise), 2).Single(step => step.Kind == StepKind.Rest && step.Id.EndsWith("-1-rest", StringComparison.Ordinal));
        rest.DurationMs.ShouldBe(seconds * 1000);
        rest.Cues.Single(cue => cue.Kind == CueKind.Countdown).AtMs.ShouldBe((seconds - 10) * 1000);
        rest.Next.ShouldStartWith("set 2 of");
    }

    [Fact]
    public void Whoever_lay_sits_up_and_stays_sitting_for_a_minute_before_anything_else()
    {
        var steps = StepsOf(FootExercises.AnklePump, 1);
        var sit = steps[^1];
        (sit.Id, sit.Kind, sit.Waits, sit.Title).ShouldBe(("ankle-pump-sit", StepKind.Rest, false, "Sit for a minute"));
        sit.Cues[0].Say.ShouldBe("Sit up slowly, and stay sitting for a minute.");
        (sit.DurationMs - Speech.Ms(sit.Cues[0].Say!)).ShouldBeInRange(60_000, 60_500);
        sit.Cues.ShouldContain(cue => cue.Say == "Put your shoes on before you stand up.");
        var toGo = sit.Cues.Single(cue => cue.Kind == CueKind.Countdown);
        (sit.DurationMs - toGo.AtMs).ShouldBeInRange(10_000, 10_500);
        steps[^2].Next.ShouldBe("a minute of sitting");
        foreach (var other in (ExerciseId[])[FootExercises.BallRoll, FootExercises.ToeLift, FootExercises.HeelToeLift, FootExercises.CalfRaise])
        {
            StepsOf(other, 1).ShouldNotContain(step => step.Id.EndsWith("-sit", StringComparison.Ordinal));
        }
    }

    /// <summary>A player lets people change the order of the exercises.</summary>
    [Property(Arbitrary = [typeof(AnyPlan)])]
    public void Between_set_up_and_set_up_no_other_exercise_is_named(Plan plan)
    {
        var script = Scripts.Of(plan);
        foreach (var step in script.Steps.Where(step => step.Exercise is not null))
        {
            var others = script.Exercises.Where(exercise => exercise.Id != step.Exercise).Select(exercise => exercise.Name);
            // "Heel and toe lift" has another's name in its own.
            var own = script.Exercises.Single(exercise => exercise.Id == step.Exercise).Name;
            var said = string.Join(' ', step.Cues.Select(cue => cue.Say)).Replace(own, "", StringComparison.OrdinalIgnoreCase);
            others.ShouldAllBe(name => !said.Contains(name, StringComparison.OrdinalIgnoreCase), step.Id);
        }
    }

    [Fact]
    public void Toes_in_and_toes_out_are_announced_and_shown()
    {
        var sets = SetsOf(FootExercises.CalfRaise, 4);
        sets.Select(step => step.Figure!.Movement).ShouldBe(
            ["calf-raise-step-toes-in", "calf-raise-step-toes-in", "calf-raise-step-toes-out", "calf-raise-step-toes-out"]);
        sets[0].Cues.ShouldContain(cue => cue.Say == "Toes in.");
        sets[2].Cues.ShouldContain(cue => cue.Say == "Toes out.");
        sets[2].Title.ShouldBe("Toes out");
    }

    [Fact]
    public void Toes_are_called_one_by_one_over_the_way_up()
    {
        var step = SetsOf(FootExercises.ToeLift, 3)[0];
        var first = step.Cues.Where(cue => cue.Rep == 1).ToList();
        first.Select(cue => cue.Say).ShouldBe(["Little", "Fourth", "Third", "Second", "Big", "Spread", "Down"]);
        first.Select(cue => cue.AtMs - step.Set!.StartMs).ShouldBe([0, 1000, 2000, 3000, 4000, 5000, 10_000]);
    }

    [Fact]
    public void Feet_that_change_half_way_do_the_same_and_get_time_for_it()
    {
        var step = SetsOf(FootExercises.ToeLift, 1, Dose.OfSeconds(1, 30))[0];
        step.Figure!.Cycles.ShouldBe(4);
        step.Halt!.AtMs.ShouldBe(step.Set!.StartMs + 20_000);
        step.Cues.ShouldContain(cue => cue.AtMs >= step.Halt.AtMs && cue.Say == "Switch to the right foot.");
        step.Cues.First(cue => cue.Rep == 3).AtMs.ShouldBe(step.Halt.AtMs + step.Halt.ForMs);
    }

    [Theory]
    [InlineData(45, 8)]
    [InlineData(44, 7)]
    [InlineData(1, 1)]
    public void Seconds_end_with_a_whole_movement(int seconds, int cycles) =>
        SetsOf(FootExercises.BallRoll, 1, Dose.OfSeconds(1, seconds, perSide: true))[0].Figure!.Cycles.ShouldBe(cycles);

    [Fact]
    public void Whoever_lies_is_told_to_sit_up_slowly_and_whoever_stands_on_a_step_to_come_down()
    {
        StepsOf(FootExercises.AnklePump, 1)[^1].Cues.ShouldContain(cue => cue.Say!.StartsWith("Sit up slowly", StringComparison.Ordinal));
        StepsOf(FootExercises.CalfRaise, 3)[^1].Cues.ShouldContain(cue => cue.Say == "Now step back down, one foot at a time.");
    }

    [Fact]
    public void A_session_waits_for_the_person_before_and_after_the_exercises_and_not_within()
    {
        foreach (var step in Scripts.Of(GoldenPlans.All["everything"]).Steps)
        {
            step.Waits.ShouldBe(step.Kind is StepKind.GetReady or StepKind.SetUp or StepKind.SoleCheck, step.Id);
        }
    }

    [Fact]
    public void Get_ready_names_each_thing_once_and_how_long_the_whole_takes()
    {
        var script = Scripts.Of(GoldenPlans.All["everything"]);
        var said = script.Steps[0].Cues.Select(cue => cue.Say).ToList();
        said.Count(say => say == "A firm chair without wheels.").ShouldBe(1);
        said.ShouldContain($"Today's session takes about {script.Minutes} minutes.");
    }

    [Fact]
    public void A_plan_without_exercises_is_refused() =>
        Should.Throw<ArgumentException>(() => Scripts.Of(Scripts.PlanOf()));

    private static List<ScriptStep> StepsOf(ExerciseId exercise, int level, Dose? dose = null) =>
        [.. Scripts.Of(Scripts.PlanOf(Scripts.Planned(exercise, level, dose))).Steps.Where(step => step.Exercise == exercise)];

    private static List<ScriptStep> SetsOf(ExerciseId exercise, int level, Dose? dose = null) =>
        [.. StepsOf(exercise, level, dose).Where(step => step.Kind == StepKind.Set)];

    /// <summary>Plans with any exercises, at any level, with the level's dose or any other.</summary>
    private static class AnyPlan
    {
        public static Arbitrary<Plan> Plans() => (
            from exercises in Gen.SubListOf(FootExercises.All.AsEnumerable()).Where(some => some.Count > 0)
            from planned in Gen.CollectToArray(JournalBuilder.Programme.InOrder(exercises), Planned)
            select Scripts.PlanOf(planned)).ToArbitrary();

        private static Gen<PlannedExercise> Planned(ExerciseId exercise) =>
            from level in Gen.Choose(1, Scripts.Programme[exercise].Top)
            from dose in Dose(Scripts.Programme[exercise][level].Dose)
            select Scripts.Planned(exercise, level, dose);

        private static Gen<Dose> Dose(Dose usual) => Gen.OneOf(
            Gen.Constant(usual),
            Gen.Constant(usual.Halved()),
            from sets in Gen.Choose(1, 5)
            from target in Gen.Choose(1, 60)
            select usual.Reps is null
                ? Footing.Programmes.Dose.OfSeconds(sets, target * 5 % 301 + 1, usual.PerSide)
                : Footing.Programmes.Dose.OfReps(sets, target, usual.PerSide));
    }
}
