using System.Text.Json;
using Footing.Exercises;
using Footing.Plans;
using Footing.Sessions;
using Footing.Testing;

namespace Footing.Tests.Sessions;

/// <summary>Scripts of a programme with other exercises and other words than the shipped one, all of it done standing.</summary>
public sealed class BalanceProgrammeTests
{
    [Theory]
    [InlineData("en", "Before we start", "Weight shift", "Heel-to-toe stand", "Heel lift", "Change sides", "A last look at your feet", "How did it go?")]
    [InlineData("es-419", "Antes de empezar", "Pasar el peso", "Un pie delante del otro", "Subir los talones", "Cambie de lado", "Mírese los pies otra vez", "¿Qué tal le fue?")]
    public void Steps_have_the_words_of_the_programme(
        string language, string ready, string shift, string tandem, string heels, string change, string feet, string questions)
    {
        var script = Compiled(language);

        script.Language.ShouldBe(language);
        script.Edition.ProgrammeId.ShouldBe("balance");
        script.Exercises.Select(exercise => exercise.Name).ShouldBe([shift, tandem, heels]);
        script.Steps.Select(step => (step.Id, step.Title)).ShouldBe(
        [
            ("get-ready", ready),
            ("weight-shift-set-up", shift),
            ("weight-shift-1-left", shift),
            ("weight-shift-1-switch-right", change),
            ("weight-shift-1-right", shift),
            ("tandem-stand-set-up", tandem),
            ("tandem-stand-1-left", tandem),
            ("tandem-stand-1-switch-right", change),
            ("tandem-stand-1-right", tandem),
            ("heel-lift-set-up", heels),
            ("heel-lift-1-both", heels),
            ("sole-check", feet),
            ("questions", questions),
        ]);
    }

    /// <summary>What is shown on the beat, and all of a set-up in full but the name and the dose, is written so in the programme's files.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_sentence_is_one_of_the_programme(string language)
    {
        var texts = BalanceProgramme.TextsIn(language);
        var words = string.Join('\n', texts.Keys.Select(key => texts[key]));
        var beats = Compiled(language).Steps.SelectMany(step => step.Cues).Where(cue => cue.Kind == CueKind.Beat).ToList();
        var instructions = Compiled(language).Steps.Where(step => step.Kind == StepKind.SetUp)
            .SelectMany(step => step.Again!.Cues.Skip(1)).Select(cue => cue.Say!).ToList();

        beats.ShouldAllBe(cue => texts.Keys.Any(key => key.StartsWith("cues.beats.", StringComparison.Ordinal) && texts[key] == cue.Caption));
        beats.Select(cue => cue.Caption).ShouldContain(texts["cues.beats.foot-in-front.hold.caption"]);
        instructions.ShouldNotBeEmpty();
        var filled = Compiled(language).Exercises.Select(exercise => exercise.DoseText + ".").ToList();
        var before = new[] { "reps", "reps-each", "seconds", "seconds-each" }.Select(kind => texts[$"cues.last.{kind}"].Split('{')[0]).ToList();
        instructions.ShouldAllBe(said => words.Contains(said, StringComparison.Ordinal) || filled.Contains(said) || before.Exists(said.StartsWith));
        instructions.ShouldContain(texts["tandem-stand.levels.2.spoken.1"].Split(". ")[0] + ".");
    }

    [Fact]
    public void Sets_are_counted_in_seconds_for_each_side()
    {
        var sets = Compiled("en").Steps.Where(step => step.Exercise == BalanceProgramme.TandemStand && step.Set is not null).ToList();

        sets.Select(step => (step.Set!.Side, step.Set.Target, step.Set.InReps)).ShouldBe([(Side.Left, 60, false), (Side.Right, 60, false)]);
        sets.ShouldAllBe(step => step.Figure == new StepFigure("foot-in-front", step.Set!.Side, step.Set.StartMs, 20_000, 3));
    }

    /// <summary>A rest between the sets, although the sides alternate, and a set done in another way.</summary>
    [Fact]
    public void Top_levels_rest_between_sets_and_change_the_movement()
    {
        var journal = JournalBuilder.Of(BalanceProgramme.Load()).Screened(1)
            .Adjusted(1, BalanceProgramme.TandemStand).With("level", 3)
            .Adjusted(1, BalanceProgramme.HeelLift).With("level", 3);
        var steps = Compile(journal.PlanOn(1), "en").Steps;

        steps.Where(step => step.Exercise == BalanceProgramme.TandemStand).Select(step => step.Id).ShouldBe(
        [
            "tandem-stand-set-up", "tandem-stand-1-left", "tandem-stand-1-switch-right", "tandem-stand-1-right", "tandem-stand-1-rest",
            "tandem-stand-2-left", "tandem-stand-2-switch-right", "tandem-stand-2-right",
        ]);
        steps.Single(step => step.Id == "tandem-stand-1-rest").Cues.Select(cue => cue.Say).ShouldContain("Feet side by side.");
        steps.Where(step => step.Exercise == BalanceProgramme.HeelLift && step.Set is not null).Select(step => (step.Title, step.Figure!.Movement))
            .ShouldBe([("Heel lift", "both-heels-up"), ("Now the toes", "both-toes-up")]);
    }

    [Fact]
    public void Coming_dates_have_the_plan_itself_and_smaller_sessions()
    {
        var journal = JournalBuilder.Of(BalanceProgramme.Load()).Screened(1).Sessions(1, 3, 5);

        var upcoming = UpcomingSessions.Of(
            journal.Entries, BalanceProgramme.Load(), BalanceProgramme.TextsIn("es"), JournalBuilder.Date(6), 7, TimeZoneInfo.Utc);

        upcoming.Select(date => date.On).ShouldBe(Enumerable.Range(6, 7).Select(JournalBuilder.Date));
        upcoming.Where(date => date.Due).Select(date => date.On).ShouldBe([JournalBuilder.Date(8), JournalBuilder.Date(10), JournalBuilder.Date(12)]);
        foreach (var date in upcoming)
        {
            var plan = journal.PlanOn(date.On.DayNumber - JournalBuilder.Monday.DayNumber);
            ScriptJson.Write(date.Scripts[0].Script!).ShouldBe(ScriptJson.Write(Compile(plan, "es")));
            // Both exercises, each by itself, both in their easiest form, none.
            date.Scripts.Select(alternative => alternative.Script?.Exercises.Length).ShouldBe([2, 1, 1, 2, null]);
            date.Scripts[0].Unless.Select(condition => condition.Field).ShouldContain("effort.tandem-stand");
        }
    }

    [Fact]
    public void Nothing_comes_where_standing_is_locked()
    {
        var journal = JournalBuilder.Of(BalanceProgramme.Load()).Screened(1).Session(1).Happened(2, "near-fall");

        UpcomingSessions.Of(journal.Entries, BalanceProgramme.Load(), BalanceProgramme.TextsIn("en"), JournalBuilder.Date(3), 7, TimeZoneInfo.Utc)
            .ShouldAllBe(date => !date.Due && date.Scripts.Length == 1 && date.Scripts[0].Script == null);
    }

    [Fact]
    public void Written_script_has_the_ids_of_its_exercises()
    {
        using var json = JsonDocument.Parse(ScriptJson.Write(Compiled("es")));

        json.RootElement.GetProperty("exercises").EnumerateArray().Select(exercise => exercise.GetProperty("id").GetString())
            .ShouldBe(["weight-shift", "tandem-stand", "heel-lift"]);
    }

    /// <summary>The session of the day on which the heel lift has joined.</summary>
    private static SessionScript Compiled(string language) =>
        Compile(JournalBuilder.Of(BalanceProgramme.Load()).Screened(1).Sessions(1, 3, 5, 8).PlanOn(10), language);

    private static SessionScript Compile(Plan plan, string language) =>
        ScriptCompiler.Compile(plan, BalanceProgramme.Load(), BalanceProgramme.TextsIn(language));
}
