using Footing.Movements;
using Footing.Programmes;

namespace Footing.Tests.Movements;

public sealed class FigureClipTests
{
    public static TheoryData<string> Planted => ["calf-raise", "pump", "rocking"];

    public static TheoryData<string> All => [.. Sample.All.Select(movement => movement.Id)];

    private static Movement Find(string id) => Sample.All.Single(movement => movement.Id == id);

    [Theory]
    [MemberData(nameof(Planted))]
    public void The_planted_point_keeps_still_as_a_browser_moves_the_drawing(string id)
    {
        var movement = Find(id);
        var clip = FigureClip.Of(movement, Sample.Tempo);
        var cycle = new Cycle(movement, Sample.Tempo);
        var stands = new Dictionary<string, Point>();

        for (var i = 0; i < 200; i++)
        {
            var share = i / 200.0;
            var planted = cycle.PlantedAt(share)!;
            var point = MovementLint.PlantedPoint(movement, planted, clip.Parts.Keys.ToDictionary(part => part, part => clip.Interpolated(part, share)));
            (point - stands.GetOrAdd(planted, point)).Length.ShouldBeLessThan(MovementLint.MostSlide);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Straight_lines_between_keyframes_come_near_every_solved_pose(string id)
    {
        var movement = Find(id);
        var clip = FigureClip.Of(movement, Sample.Tempo);

        for (var i = 0; i <= 200; i++)
        {
            foreach (var (part, placement) in FigureClip.PoseAt(movement, Sample.Tempo, i / 200.0))
            {
                clip.Interpolated(part, i / 200.0).Apart(placement).ShouldBeLessThan(0.6, $"{part} at {i}/200");
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Keyframes_run_from_the_start_to_the_end_in_order(string id)
    {
        foreach (var (_, frames) in FigureClip.Of(Find(id), Sample.Tempo).Parts)
        {
            frames[0].Offset.ShouldBe(0);
            frames[^1].Offset.ShouldBe(1);
            frames.Zip(frames.Skip(1)).ShouldAllBe(pair => pair.First.Offset < pair.Second.Offset);
            frames[^1].Placement.Apart(frames[0].Placement).ShouldBeLessThan(0.05);
        }
    }

    [Fact]
    public void The_cycle_lasts_as_long_as_the_tempo() => FigureClip.Of(Sample.CalfRaise, Sample.Tempo).CycleMs.ShouldBe(6000);

    [Fact]
    public void Still_poses_stand_where_the_tempo_puts_them() =>
        FigureClip.Of(Sample.CalfRaise, Sample.Tempo).Poses.ShouldBe([new ClipPose(0, "low"), new ClipPose(0.4167, "high")]);

    [Fact]
    public void A_scene_that_is_not_known_is_refused() =>
        Should.Throw<ArgumentException>(() => FigureClip.Of(Sample.CalfRaise with { Scene = "moon" }, Sample.Tempo)).Message.ShouldContain("moon");
}

internal static class Dictionaries
{
    internal static TValue GetOrAdd<TKey, TValue>(this Dictionary<TKey, TValue> values, TKey key, TValue value)
        where TKey : notnull => values.TryAdd(key, value) ? value : values[key];
}
