using Footing.Movements;
using Footing.Programmes;
using Footing.Testing;

namespace Footing.Tests.Movements;

/// <summary>The figure of movements that the shipped programme has not.</summary>
public sealed class BalanceProgrammeTests
{
    /// <summary>Each movement in each tempo in which a level shows it.</summary>
    public static TheoryData<string, Tempo> All
    {
        get
        {
            var all = new TheoryData<string, Tempo>();
            foreach (var (movement, tempo) in BalanceProgramme.Load().Exercises.SelectMany(exercise => exercise.Levels)
                .SelectMany(level => level.Variants.Select(variant => variant.Movement).Prepend(level.Movement).Select(movement => (movement, level.Tempo)))
                .Distinct())
            {
                all.Add(movement, tempo);
            }

            return all;
        }
    }

    [Fact]
    public void Every_movement_is_shown() =>
        All.Select(row => (string)row[0]).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["both-heels-up", "both-toes-up", "foot-in-front", "weight-over"]);

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_wrong_with_it(string id, Tempo tempo)
    {
        MovementLint.Check(Find(id)).ShouldBeEmpty();
        MovementLint.Check(Find(id), tempo).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_becomes_a_clip_that_moves_and_closes(string id, Tempo tempo)
    {
        var clip = FigureClip.Of(Find(id), tempo);

        clip.CycleMs.ShouldBe(tempo.CycleMs);
        clip.Parts["shank"].Length.ShouldBeGreaterThan(2);
        foreach (var frames in clip.Parts.Values)
        {
            (frames[0].Offset, frames[^1].Offset).ShouldBe((0, 1));
            frames[^1].Placement.Apart(frames[0].Placement).ShouldBeLessThan(0.05);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Planted_point_keeps_still_as_a_browser_moves_the_drawing(string id, Tempo tempo)
    {
        var movement = Find(id);
        var clip = FigureClip.Of(movement, tempo);
        var planted = movement.Planted!;

        var points = Enumerable.Range(0, 200).Select(i => i / 200.0).Select(share =>
            MovementLint.PlantedPoint(movement, planted, clip.Parts.Keys.ToDictionary(part => part, part => clip.Interpolated(part, share)))).ToList();

        points.ShouldAllBe(point => (point - points[0]).Length < MovementLint.MostSlide);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_poses_have_words_in_both_languages(string id, Tempo tempo)
    {
        var poses = FigureClip.Of(Find(id), tempo).Poses;

        poses.ShouldNotBeEmpty();
        foreach (var language in new[] { "en", "es" })
        {
            var texts = BalanceProgramme.TextsIn(language);
            poses.ShouldAllBe(pose => texts.Has($"pose.{pose.Label}"));
            texts.Has($"figure.{id}").ShouldBeTrue();
        }
    }

    private static Movement Find(string id) => BalanceProgramme.Load().Movements[id];
}
