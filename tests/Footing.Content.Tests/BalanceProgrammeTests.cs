using Footing.Exercises;
using Footing.Testing;

namespace Footing.Content.Tests;

/// <summary>A programme with other exercises than the shipped one can be written, checked and read.</summary>
public sealed class BalanceProgrammeTests
{
    public static TheoryData<string> Languages => ["en", "es"];

    [Fact]
    public void Files_have_no_finding() => Lint.Run(BalanceProgramme.Folder, UnsteadinessCondition.Instance).ShouldBeEmpty();

    [Fact]
    public void Condition_that_is_not_here_is_named_with_those_that_are() =>
        Lint.Run(BalanceProgramme.Folder).ShouldHaveSingleItem().ToString()
            .ShouldEndWith("programme.yaml:7: condition: \"unsteadiness\" is not known: it must be one of neuropathic-foot.");

    [Fact]
    public void Programme_that_names_no_condition_is_for_the_first()
    {
        using var folder = new ProgrammeFolder();
        folder.Change("programme.yaml", "condition: neuropathic-foot\n", "");

        Lint.Run(folder.Place).ShouldBeEmpty();
        ProgrammeReader.Read(folder.Place).ValueOrThrow().Condition.Id.ShouldBe("neuropathic-foot");
        ProgrammeReader.Read(folder.Place, UnsteadinessCondition.Instance).ValueOrThrow().Condition.ShouldBe(UnsteadinessCondition.Instance);
    }

    [Fact]
    public void Texts_are_there_in_both_languages() =>
        TextsReader.Languages(ContentFiles.Below(BalanceProgramme.Folder), "texts").ShouldBe(["en", "es"]);

    [Fact]
    public void Programme_is_read_with_its_week_and_its_orders()
    {
        var programme = BalanceProgramme.Load();

        programme.Id.ShouldBe("balance");
        programme.Weekdays.ShouldBe([DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Saturday]);
        programme.MinutesLimit.ShouldBe(20);
        programme.ExerciseIds.ShouldBe(BalanceProgramme.All);
        programme.Progression.ShouldBe([BalanceProgramme.TandemStand, BalanceProgramme.HeelLift, BalanceProgramme.WeightShift]);
        programme.Exercises.Select(exercise => exercise.Top).ShouldBe([2, 3, 3]);
    }

    [Fact]
    public void Traits_are_those_of_positions_and_files()
    {
        var programme = BalanceProgramme.Load();

        programme[BalanceProgramme.WeightShift].Traits.ShouldBe(ExerciseTraits.Standing);
        programme[BalanceProgramme.TandemStand].Traits.ShouldBe(ExerciseTraits.Standing);
        programme[BalanceProgramme.HeelLift].Traits.ShouldBe(ExerciseTraits.Standing | ExerciseTraits.RestDay);
    }

    [Fact]
    public void One_exercise_joins_after_another() =>
        BalanceProgramme.Load().Exercises.Select(exercise => exercise.JoinsAfter)
            .ShouldBe([null, null, new Prerequisite(BalanceProgramme.TandemStand, 2)]);

    /// <summary>Seconds for each side, with a rest between sets: the shipped programme has neither of the two together.</summary>
    [Fact]
    public void Doses_are_of_another_kind_than_the_shipped_ones()
    {
        var held = BalanceProgramme.Load()[BalanceProgramme.TandemStand];

        held.Levels.ShouldAllBe(level => level.Dose.Seconds != null && level.Dose.PerSide && level.RestSeconds == 30);
        held.Levels.Select(level => level.Dose.Sets * level.Dose.Target).ShouldBe([40, 60, 120]);
        held.Levels.ShouldAllBe(level => level.Dose.Seconds!.Value * 1000 % level.Tempo.CycleMs == 0);
    }

    [Fact]
    public void Sources_are_the_shared_ones_and_its_own()
    {
        var programme = BalanceProgramme.Load();
        var own = programme.Sources.Keys.Except(ClinicalBasis.Load().Sources.Keys);

        own.ShouldBe(["falls-review", "otago-programme", "own-balance-schedule"]);
        programme.ScheduleSources.ShouldBe(["otago-programme", "own-balance-schedule"]);
        programme.Exercises.SelectMany(exercise => exercise.Sources).ShouldContain("own-dose");
    }

    /// <summary>All of it is done standing on the floor: no words for a chair, a bed or a step are asked for.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void It_has_no_words_of_positions_that_it_does_not_use(string language)
    {
        var texts = BalanceProgramme.TextsIn(language);

        texts.Keys.Where(key => key.StartsWith("position.", StringComparison.Ordinal)).ShouldBe(["position.floor"]);
        texts.Keys.Where(key => key.StartsWith("cues.move.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(["cues.move.floor", "cues.move.floor-again"]);
        texts.Has("cues.sit.title").ShouldBeFalse();
        Lint.Run(BalanceProgramme.Folder, UnsteadinessCondition.Instance).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Words_are_its_own(string language)
    {
        var (own, shipped) = (BalanceProgramme.TextsIn(language), ShippedTexts.Load(language).In("neuropathic-foot"));
        var sentences = own.Keys.Where(key => own[key].Split(' ').Length > 5).ToList();

        sentences.Count.ShouldBeGreaterThan(100);
        sentences.Where(key => shipped.Has(key) && shipped[key] == own[key]).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Words_are_easy_to_read(string language)
    {
        var texts = BalanceProgramme.TextsIn(language);
        var read = new List<string>();
        foreach (var group in texts.Keys.GroupBy(key => key.Split('.')[0]))
        {
            var sentences = group.SelectMany(key => ReadingEase.Sentences(texts[key])).ToList();
            if (sentences.Sum(sentence => sentence.Count) >= 60)
            {
                read.Add(group.Key);
                var ease = language == "en" ? ReadingEase.FleschKincaidGrade(sentences) : ReadingEase.Inflesz(sentences);
                (language == "en" ? ease <= 6 : ease >= 65).ShouldBeTrue($"{group.Key}: {ease:0.0}");
            }
        }

        read.ShouldContain("tandem-stand");
    }
}
