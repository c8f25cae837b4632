using Footing.Exercises;
using Footing.Programmes;

using Footing.Testing;

namespace Footing.Content.Tests;

public sealed class ShippedTests
{
    /// <summary>The levels as the contract has them: position, sets x target, tempo (up-hold-down in ms), rest, movement.</summary>
    public static TheoryData<string, int, string> Levels => new()
    {
        { "ball-roll", 1, "seated, 1 x 60 s each side, 3000-0-3000, rest 0, ball-roll" },
        { "ball-roll", 2, "seated, 1 x 90 s each side, 3000-0-3000, rest 0, ball-roll" },
        { "ball-roll", 3, "seated, 1 x 120 s each side, 3000-0-3000, rest 0, ball-roll" },
        { "toe-lift", 1, "seated, 1 x 60 s, 2000-5000-3000, rest 0, toe-lift" },
        { "toe-lift", 2, "seated, 1 x 120 s, 2000-5000-3000, rest 0, toe-lift" },
        { "toe-lift", 3, "seated, 1 x 180 s, 5000-5000-5000, rest 0, toe-lift-one-by-one" },
        { "toe-lift", 4, "seated, 1 x 240 s, 5000-5000-5000, rest 0, toe-lift-one-by-one" },
        { "ankle-pump", 1, "lying, 3 x 10 each side, 2000-0-2000, rest 0, ankle-pump" },
        { "ankle-pump", 2, "lying, 3 x 20 each side, 2000-0-2000, rest 0, ankle-pump" },
        { "ankle-pump", 3, "lying, 3 x 30 each side, 2000-0-2000, rest 0, ankle-pump" },
        { "heel-toe-lift", 1, "seated, 2 x 10, 2000-0-2000, rest 45, heel-toe-lift" },
        { "heel-toe-lift", 2, "seated, 3 x 10, 2000-0-2000, rest 45, heel-toe-lift" },
        { "heel-toe-lift", 3, "seated, 3 x 20, 2000-0-2000, rest 45, heel-toe-lift" },
        { "calf-raise", 1, "floor, 1 x 10, 2000-1000-3000, rest 75, calf-raise-floor" },
        { "calf-raise", 2, "floor, 2 x 10, 2000-1000-3000, rest 75, calf-raise-floor" },
        { "calf-raise", 3, "step, 2 x 10, 2000-1000-3000, rest 75, calf-raise-step" },
        {
            "calf-raise", 4, "step, 2 x 10, 2000-1000-3000, rest 75, calf-raise-step, "
                + "from 1 toes-in calf-raise-step-toes-in, from 2 toes-out calf-raise-step-toes-out"
        },
        {
            "calf-raise", 5, "step, 4 x 10, 2000-1000-3000, rest 75, calf-raise-step, "
                + "from 1 toes-in calf-raise-step-toes-in, from 3 toes-out calf-raise-step-toes-out"
        },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void Level_is_that_of_the_contract(string exercise, int number, string expected)
    {
        var level = ShippedProgramme.Load()[ExerciseId.Of(exercise)][number];

        Describe(level).ShouldBe(expected);
    }

    [Fact]
    public void Programme_has_these_levels_and_no_more()
    {
        var levels = ShippedProgramme.Load().Exercises.SelectMany(exercise => exercise.Levels.Select(level => (exercise.Id.Id(), level.Number)));

        levels.ShouldBe(Levels.Select(row => ((string)row[0], (int)row[1])));
    }

    [Fact]
    public void Usual_week_is_Monday_Wednesday_Friday_of_36_minutes_at_most()
    {
        var programme = ShippedProgramme.Load();

        programme.Id.ShouldBe("neuropathic-foot");
        programme.Weekdays.ShouldBe([DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Friday]);
        programme.MinutesLimit.ShouldBe(36);
    }

    [Fact]
    public void Every_cycle_fits_whole_into_a_minute_or_a_set()
    {
        var counted = ShippedProgramme.Load().Exercises.SelectMany(exercise => exercise.Levels).Where(level => level.Dose.Seconds is not null);

        counted.ShouldAllBe(level => level.Dose.Seconds!.Value * 1000 % level.Tempo.CycleMs == 0);
    }

    [Fact]
    public void Every_dose_and_caution_names_a_source_that_there_is()
    {
        var programme = ShippedProgramme.Load();

        foreach (var exercise in programme.Exercises)
        {
            exercise.Levels.ShouldAllBe(level => !level.Sources.IsEmpty);
            exercise.TextSources.Keys.ShouldBe(["avoid", "caution", "effort", "purpose", "stop", "surface", "wear"]);
            exercise.Sources.ShouldAllBe(id => programme.Sources.ContainsKey(id));
        }
    }

    [Fact]
    public void Shipped_files_have_no_finding()
    {
        Lint.Run(ProgrammeFolder.Shipped).ShouldBeEmpty();
    }

    [Fact]
    public void Programme_in_the_assembly_is_that_of_the_directory()
    {
        var read = ProgrammeReader.Read(ProgrammeFolder.Shipped).ValueOrThrow();

        read.Exercises.SelectMany(exercise => exercise.Levels).Select(Describe)
            .ShouldBe(ShippedProgramme.Load().Exercises.SelectMany(exercise => exercise.Levels).Select(Describe));
        read.Version.ShouldBe(ShippedProgramme.Load().Version);
        read.Movements.Keys.ShouldBe(ShippedProgramme.Load().Movements.Keys, ignoreOrder: true);
    }

    [Fact]
    public void English_texts_load_once_and_apart_from_those_of_the_pages()
    {
        ShippedTexts.Languages.ShouldContain("en");
        ShippedTexts.Load("en").ShouldBeSameAs(ShippedTexts.Load("en"));
        ShippedTexts.Load("en").Has("ball-roll.name").ShouldBeFalse();
        ShippedTexts.Load("en").Of("neuropathic-foot").ShouldBeSameAs(ShippedProgramme.Texts("en"));
        ShippedProgramme.Texts("en")["ball-roll.name"].ShouldBe("Ball roll");
        ShippedProgramme.Texts("en").Has("today.title").ShouldBeFalse();
        ShippedProgramme.Texts("en").List("calf-raise.levels.3.how").Length.ShouldBeInRange(3, 6);
    }

    [Fact]
    public void Spanish_has_two_locales_and_without_a_region_it_is_that_of_Latin_America()
    {
        ShippedTexts.Languages.ShouldBe(["en", "es-ES", "es-419"]);
        ShippedTexts.Load("es").ShouldBeSameAs(ShippedTexts.Load("es-419"));
        ShippedProgramme.Texts("es").ShouldBeSameAs(ShippedProgramme.Texts("es-419"));
        ShippedTexts.Load("es-ES").Language.ShouldBe("es-ES");
        ShippedTexts.Load("es-ES").Of("neuropathic-foot").ShouldBeSameAs(ShippedProgramme.Texts("es-ES"));
    }

    [Theory]
    [InlineData("es-419", "29.5", "miércoles 4 de marzo")]
    [InlineData("es-ES", "29,5", "miércoles 4 de marzo")]
    public void Numbers_and_dates_are_written_as_there(string language, string number, string date)
    {
        var texts = ShippedTexts.Load(language);

        29.5m.ToString(texts.Culture).ShouldBe(number);
        texts["foot-check.warmth.left-error"].ShouldContain(number);
        new DateOnly(2026, 3, 4).ToString(texts["today.date"], texts.Culture).ShouldBe(date);
    }

    [Theory]
    [InlineData("es", "es-419")]
    [InlineData("ES-es", "es-ES")]
    [InlineData("es-419", "es-419")]
    [InlineData("es-MX", null)]
    [InlineData("en-xa", PseudoLanguage.Long)]
    [InlineData("xx", null)]
    public void Tag_is_found_in_any_letters(string tag, string? language) => ShippedTexts.Find(tag).ShouldBe(language);

    [Fact]
    public void Unknown_language_names_those_there_are()
    {
        Should.Throw<ArgumentException>(() => ShippedTexts.Load("xx")).Message.ShouldContain("en");
    }

    [Fact]
    public void Beats_are_a_word_or_two()
    {
        var texts = ShippedProgramme.Texts("en");
        var beats = texts.Keys.Where(key => key.StartsWith("cues.beats.", StringComparison.Ordinal) && (key.EndsWith(".say", StringComparison.Ordinal) || key.Contains(".parts.", StringComparison.Ordinal)));

        beats.ShouldNotBeEmpty();
        beats.ShouldAllBe(key => texts[key].Split(' ').Length <= 2);
    }

    [Theory]
    [InlineData("!")]
    [InlineData("cure")]
    [InlineData("heals")]
    [InlineData("will ease")]
    public void No_text_shouts_or_promises(string word)
    {
        var texts = ShippedProgramme.Texts("en");
        var keys = texts.Keys.Where(key => FootExercises.All.Any(exercise => exercise.ToString() == key.Split('.')[0]) || key.StartsWith("cues.", StringComparison.Ordinal));

        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(key => !texts[key].Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("ball-roll", "sock")]
    [InlineData("ball-roll", "Never stand or walk barefoot")]
    [InlineData("toe-lift", "Never stand or walk barefoot")]
    [InlineData("ankle-pump", "Never stand or walk barefoot")]
    [InlineData("heel-toe-lift", "Not barefoot, not in socks alone, not in thin slippers")]
    [InlineData("calf-raise", "Never barefoot, never in socks alone, never in thin slippers")]
    public void Every_exercise_says_what_to_wear(string exercise, string words)
    {
        ShippedProgramme.Texts("en")[exercise + ".wear"].ToLowerInvariant().ShouldContain(words.ToLowerInvariant());
    }

    private static string Describe(Level level)
    {
        var dose = $"{level.Dose.Sets} x {level.Dose.Target}{(level.Dose.Reps is null ? " s" : "")}{(level.Dose.PerSide ? " each side" : "")}";
        var tempo = $"{level.Tempo.UpMs}-{level.Tempo.HoldMs}-{level.Tempo.DownMs}";
        var variants = string.Concat(level.Variants.Select(variant => $", from {variant.FromSet} {variant.Id} {variant.Movement}"));
        return $"{level.Position.Id()}, {dose}, {tempo}, rest {level.RestSeconds}, {level.Movement}{variants}";
    }
}
