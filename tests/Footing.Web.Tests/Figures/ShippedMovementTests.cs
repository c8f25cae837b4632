using Footing.Content;
using Footing.Movements;
using Footing.Programmes;
using Footing.Web.Figures;

namespace Footing.Web.Tests.Figures;

/// <summary>Every movement of the programme in the tempo of every level that shows it.</summary>
public sealed class ShippedMovementTests
{
    public static TheoryData<string, Tempo> Shown
    {
        get
        {
            var shown = new TheoryData<string, Tempo>();
            foreach (var (movement, tempo) in ShippedProgramme.Load().Exercises.SelectMany(exercise => exercise.Levels)
                .SelectMany(level => level.Variants.Select(variant => variant.Movement).Append(level.Movement).Select(id => (id, level.Tempo))).Distinct())
            {
                shown.Add(movement, tempo);
            }

            return shown;
        }
    }

    private static Movement Find(string id) => ShippedProgramme.Load().Movements[id];

    [Fact]
    public void All_nine_movements_are_shown() => Shown.Select(row => row[0]).Distinct().Count().ShouldBe(9);

    [Theory]
    [MemberData(nameof(Shown))]
    public void A_movement_has_nothing_wrong(string id, Tempo tempo) => MovementLint.Check(Find(id), tempo).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Shown))]
    public void The_planted_point_keeps_still_as_a_browser_moves_the_drawing(string id, Tempo tempo)
    {
        var movement = Find(id);
        var clip = FigureClip.Of(movement, tempo);
        var cycle = new Cycle(movement, tempo);
        var stands = new Dictionary<string, Point>();
        for (var i = 0; i < 200; i++)
        {
            var share = i / 200.0;
            if (cycle.PlantedAt(share) is "toes" or "heel")
            {
                var planted = cycle.PlantedAt(share)!;
                var point = MovementLint.PlantedPoint(movement, planted, clip.Parts.Keys.ToDictionary(part => part, part => clip.Interpolated(part, share)));
                stands.TryAdd(planted, point);
                (point - stands[planted]).Length.ShouldBeLessThan(MovementLint.MostSlide);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void The_drawing_holds_while_the_tempo_holds(string id, Tempo tempo)
    {
        var clip = FigureClip.Of(Find(id), tempo);
        var from = new Moment(Phase.Hold, 0.35).ShareOf(tempo);
        var to = new Moment(Phase.Hold, 1).ShareOf(tempo);
        foreach (var part in clip.Parts.Keys)
        {
            clip.Interpolated(part, from).Apart(clip.Interpolated(part, to)).ShouldBeLessThan(0.25, part);
        }
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void The_clip_has_words_and_stays_small(string id, Tempo tempo)
    {
        var texts = ShippedProgramme.Texts("en");

        texts.Has($"figure.{id}").ShouldBeTrue();
        FigureClipJson.Write(FigureClip.Of(Find(id), tempo), texts).Length.ShouldBeLessThan(48 * 1024);
        Find(id).Stills.Length.ShouldBeInRange(2, 4);
    }
}
