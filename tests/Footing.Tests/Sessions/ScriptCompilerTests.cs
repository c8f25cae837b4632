using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Plans;
using Footing.Programmes;
using Footing.Sessions;
using Footing.Testing;
using Footing.Wording;
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
        said.ShouldBe(["Away", "Away", "Toes too", "Away", "Half way.", "Breathe out", "3 more.", "Away", "Last one.", "Away"]);
        SetsOf(FootExercises.CalfRaise, 1)[0].Cues.Where(cue => cue.Kind == CueKind.Count).Select(cue => cue.Say)
            .ShouldBe(["Stand tall", "Half way.", "Breathe out", "3 more.", "Last one."]);
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
        SetsOf(FootExercises.CalfRaise, 4).Select(step => step.Figure!.Movement).ShouldBe(["calf-raise-step-toes-in", "calf-raise-step-toes-out"]);
        var sets = SetsOf(FootExercises.CalfRaise, 5);
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
        var texts = new Texts("en", Scripts.Texts.Keys.ToImmutableDictionary(key => key, key => Scripts.Texts[key]).Add("cues.half.toe-lift", "Now the right foot."));
        var plan = Scripts.PlanOf(Scripts.Planned(FootExercises.ToeLift, 1, Dose.OfSeconds(1, 30)));
        var step = ScriptCompiler.Compile(plan, Scripts.Programme, texts).Steps.Single(step => step.Kind == StepKind.Set);
        step.Figure!.Cycles.ShouldBe(4);
        step.Halt!.AtMs.ShouldBe(step.Set!.StartMs + 20_000);
        step.Cues.ShouldContain(cue => cue.AtMs >= step.Halt.AtMs && cue.Say == "Now the right foot.");
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
        StepsOf(FootExercises.CalfRaise, 3)[^1].Cues.ShouldContain(cue => cue.Say == "Now step down.");
    }

    [Fact]
    public void A_session_waits_for_the_person_before_and_after_the_exercises_and_not_within()
    {
        foreach (var step in Scripts.Of(GoldenPlans.All["everything"]).Steps)
        {
            step.Waits.ShouldBe(step.Kind is StepKind.GetReady or StepKind.SoleCheck || (step.Kind == StepKind.SetUp && step.StretchMs is null), step.Id);
        }
    }

    [Fact]
    public void Get_ready_asks_whether_all_is_there_and_says_how_long_the_whole_takes()
    {
        var script = Scripts.Of(GoldenPlans.All["everything"]);
        var said = script.Steps[0].Cues.Select(cue => cue.Say).ToList();
        said.ShouldContain("All ready?");
        said.ShouldContain($"Today takes about {script.Minutes} minutes.");
        said.ShouldNotContain(say => say!.Contains("chair", StringComparison.Ordinal));
    }

    /// <summary>On the floor everything is explained, and nobody is hurried up or on by the clock.</summary>
    [Property(Arbitrary = [typeof(AnyPlan)])]
    public void Whoever_stands_says_when_a_set_begins_and_has_twelve_counted_seconds_to_take_hold(Plan plan)
    {
        foreach (var language in (string[])["en", "es", "es-ES"])
        {
            var steps = Scripts.Of(plan, language).Steps;
            for (var i = 0; i < steps.Length; i++)
            {
                var standing = plan.Exercises.Any(planned => planned.Exercise == steps[i].Exercise && planned.Level.Position.Trait() == ExerciseTraits.Standing);
                if (!standing)
                {
                    continue;
                }

                string[] said = [.. steps[i].Cues.Concat(steps[i].Again?.Cues ?? []).Select(cue => cue.Say).OfType<string>()];
                foreach (var words in (string[])["one hand", "with the other", "una mano", "con la otra", "hand and tap"])
                {
                    said.ShouldAllBe(sentence => !sentence.Contains(words, StringComparison.OrdinalIgnoreCase), steps[i].Id);
                }

                if (steps[i].Set is { } set)
                {
                    steps[i - 1].Waits.ShouldBeTrue(steps[i].Id);
                    (steps[i - 1].Kind is StepKind.SetUp or StepKind.Rest).ShouldBeTrue(steps[i].Id);
                    set.StartMs.ShouldBeGreaterThanOrEqualTo(12_000, steps[i].Id);
                    var counted = steps[i].Cues.Where(cue => cue.Kind == CueKind.Countdown && cue.AtMs < set.StartMs).ToList();
                    counted.Select(cue => set.StartMs - cue.AtMs).ShouldBe(Enumerable.Range(1, counted.Count).Reverse().Select(second => second * 1000));
                    counted.Count.ShouldBeGreaterThanOrEqualTo(plan.Exercises.Single(planned => planned.Exercise == steps[i].Exercise).IsFamiliar ? 5 : 12);
                }
            }
        }
    }

    /// <summary>After a set on a step the person comes down, before the rest and before anything else.</summary>
    [Fact]
    public void Rests_between_sets_on_a_step_are_on_the_floor()
    {
        foreach (var set in SetsOf(FootExercises.CalfRaise, 5))
        {
            var end = set.Cues.SkipWhile(cue => cue.Tone != Tone.End).Select(cue => cue.Say).ToList();
            end.ShouldContain("Both hands stay on.");
            end.ShouldContain("Now step down.");
            (set.DurationMs - set.Cues[^1].AtMs).ShouldBeGreaterThanOrEqualTo(4000);
        }
    }

    [Fact]
    public void A_wait_ends_by_itself_only_where_the_person_stays_as_they_are()
    {
        var steps = Scripts.Of(Scripts.PlanOf(FootExercises.All.Select(exercise => Scripts.Familiar(exercise, 1)))).Steps;
        var byThemselves = steps.Where(step => step.StretchMs is not null).ToList();
        byThemselves.Select(step => step.Id).ShouldBe(["toe-lift-set-up"]);
        byThemselves.ShouldAllBe(step => !step.Waits && step.DurationMs - step.StretchMs >= 10_000);
        byThemselves[0].Cues.ShouldContain(cue => cue.AtMs == byThemselves[0].StretchMs && cue.Say == "We go on in 10 seconds.");
    }

    [Fact]
    public void A_person_who_knows_an_exercise_hears_its_name_and_dose_and_what_keeps_them_safe()
    {
        var plan = Scripts.PlanOf(Scripts.Familiar(FootExercises.HeelToeLift, 1));
        var script = Scripts.Of(plan);
        script.Exercises[0].Guidance.ShouldBe(Guidance.Short);
        var setUp = script.Steps[1];
        setUp.Cues.Select(cue => cue.Say).ShouldBe(
        [
            "Heel and toe lift: 2 sets of 10, as before.", "Shoes on and fastened.", "Back on the chair.",
            "Both hands on the seat, lightly.", "Watch your feet move.", "Pain or dizziness: stop.", "Tap when ready.",
        ]);
        setUp.Again!.Cues.Select(cue => cue.Say).ShouldBe(
            [.. Scripts.Of(Scripts.PlanOf(plan.Exercises[0] with { SessionsAtLevel = 2 })).Steps[1].Cues.Select(cue => cue.Say)]);
    }

    [Fact]
    public void What_is_less_than_before_is_not_called_the_same() =>
        Scripts.Of(Scripts.PlanOf(Scripts.Familiar(FootExercises.HeelToeLift, 1) with { Halved = true })).Steps[1].Cues
            .ShouldNotContain(cue => cue.Say!.Contains("as before", StringComparison.Ordinal));

    [Theory]
    [InlineData(2, "Until Friday, take care.")]
    [InlineData(9, "Until Friday, March 13, take care.")]
    public void The_last_words_name_the_next_session(int days, string words)
    {
        var plan = Scripts.PlanOf(Scripts.Planned(FootExercises.ToeLift, 1)) with { NextDue = new DateOnly(2026, 3, 4).AddDays(days) };
        Scripts.Of(plan).Steps[^1].Cues.ShouldContain(cue => cue.Say == words);
        Scripts.Of(plan with { NextDue = null }).Steps[^1].Cues.ShouldNotContain(cue => cue.Say!.StartsWith("Until", StringComparison.Ordinal));
    }

    /// <summary>Sentences of more than five words are said twice at most; the beat, the counts and the sides are short.</summary>
    [Property(Arbitrary = [typeof(UsualPlan)])]
    public void Nothing_long_is_said_more_than_twice(Plan plan)
    {
        foreach (var language in (string[])["en", "es", "es-ES"])
        {
            var said = Scripts.Of(plan, language).Steps.SelectMany(step => step.Cues)
                .Where(cue => cue.Kind == CueKind.Say).Select(cue => cue.Say).OfType<string>().ToList();
            said.Where(sentence => sentence.Split(' ').Length > 5).GroupBy(sentence => sentence)
                .ShouldAllBe(same => same.Count() <= 2, language);
        }
    }

    /// <summary>Shoes come off twice at most, and the feet are looked at once.</summary>
    [Property(Arbitrary = [typeof(UsualPlan)])]
    public void Shoes_are_off_twice_at_most(Plan plan)
    {
        var said = Scripts.Of(plan).Steps.SelectMany(step => step.Cues).Select(cue => cue.Say ?? "").ToList();
        said.Count(sentence => sentence.StartsWith("Shoes off", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(2);
        said.Count(sentence => sentence.Contains("look at both feet", StringComparison.OrdinalIgnoreCase)).ShouldBe(1);
        said.ShouldNotContain(sentence => sentence.Contains("sole", StringComparison.OrdinalIgnoreCase) && sentence.Contains("before", StringComparison.Ordinal));
    }

    /// <summary>
    /// What is not work, rest, hold or the minute of sitting takes at most four tenths of those, in each session of every
    /// exercise at every level that has eight and a half minutes of them, and fourteen with a step. In a shorter one the
    /// words that keep a person safe, and the counted seconds before each set on a step, weigh more.
    /// </summary>
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Talk_takes_little_of_a_session_that_the_person_knows(string language)
    {
        IEnumerable<ImmutableArray<PlannedExercise>> sessions = [[]];
        foreach (var exercise in FootExercises.All)
        {
            sessions = [.. sessions.SelectMany(some => Enumerable.Range(1, Scripts.Programme[exercise].Top).Select(level => some.Add(Scripts.Familiar(exercise, level))).Prepend(some))];
        }

        var measured = new List<(double Share, int WorkMs, bool IsOnStep, string What)>();
        foreach (var exercises in sessions.Where(some => !some.IsEmpty))
        {
            var script = Scripts.Of(Scripts.PlanOf(exercises), language);
            var workMs = script.Steps.Sum(step => step.Set is { } set ? set.Target * set.CountMs : step.Kind == StepKind.Rest ? step.DurationMs : 0);
            measured.Add(((double)(script.DurationMs - workMs) / workMs, workMs, exercises.Any(planned => planned.Level.Position == Position.Step), string.Join(' ', exercises.Select(planned => $"{planned.Exercise} {planned.Level.Number}"))));
        }

        measured.Count.ShouldBe((4 * 5 * 4 * 4 * 6) - 1);
        var over = measured.Where(session => session.Share > 0.4).ToList();
        over.Where(session => session.WorkMs >= 510_000 && !session.IsOnStep).Select(session => session.What).ShouldBeEmpty();
        over.Where(session => session.WorkMs >= 840_000).Select(session => session.What).ShouldBeEmpty();
        over.Count.ShouldBeLessThanOrEqualTo(150);
    }

    [Fact]
    public void A_plan_without_exercises_is_refused() =>
        Should.Throw<ArgumentException>(() => Scripts.Of(Scripts.PlanOf()));

    private static List<ScriptStep> StepsOf(ExerciseId exercise, int level, Dose? dose = null) =>
        [.. Scripts.Of(Scripts.PlanOf(Scripts.Planned(exercise, level, dose))).Steps.Where(step => step.Exercise == exercise)];

    private static List<ScriptStep> SetsOf(ExerciseId exercise, int level, Dose? dose = null) =>
        [.. StepsOf(exercise, level, dose).Where(step => step.Kind == StepKind.Set)];

    /// <summary>Plans with any exercises, at any level, with the level's dose, known or new.</summary>
    private static class UsualPlan
    {
        public static Arbitrary<Plan> Plans() => (
            from exercises in Gen.SubListOf(FootExercises.All.AsEnumerable()).Where(some => some.Count > 0)
            from planned in Gen.CollectToArray(JournalBuilder.Programme.InOrder(exercises), Planned)
            select Scripts.PlanOf(planned)).ToArbitrary();

        private static Gen<PlannedExercise> Planned(ExerciseId exercise) =>
            from level in Gen.Choose(1, Scripts.Programme[exercise].Top)
            from known in Gen.Elements(true, false)
            select known ? Scripts.Familiar(exercise, level) : Scripts.Planned(exercise, level);
    }

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
            from sessions in Gen.Choose(0, ExerciseProgress.FamiliarAfter)
            select Scripts.Planned(exercise, level, dose) with { SessionsAtLevel = sessions, LastDone = sessions == 0 ? null : dose.Target };

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
