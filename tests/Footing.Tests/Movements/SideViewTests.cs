using System.Collections.Immutable;
using Footing.Movements;

namespace Footing.Tests.Movements;

public sealed class SideViewTests
{
    private static ImmutableSortedDictionary<string, Placement> Rolled(double share) =>
        FigureClip.PoseAt(Sample.Rolling, Sample.Tempo, share);

    [Fact]
    public void Rising_heels_over_planted_toes_leave_the_shank_upright()
    {
        var parts = FigureClip.PoseAt(Sample.CalfRaise, Sample.Tempo, 0.4);

        parts["shank"].Degrees.ShouldBe(2, 1e-9);
        SideView.InDrawing(parts, "ankle", Skeleton.HeelCentre).Y.ShouldBeLessThan(
            SideView.InDrawing(FigureClip.PoseAt(Sample.CalfRaise, Sample.Tempo, 0), "ankle", Skeleton.HeelCentre).Y - 40);
    }

    [Fact]
    public void The_toes_lie_flat_while_they_are_planted()
    {
        for (var share = 0.0; share < 1; share += 0.01)
        {
            var parts = FigureClip.PoseAt(Sample.CalfRaise, Sample.Tempo, share);
            (parts["shank"].Degrees + parts["ankle"].Degrees + parts["toes"].Degrees).ShouldBe(0, 1e-9);
        }
    }

    [Fact]
    public void The_calf_lies_on_the_mat_through_the_whole_pump()
    {
        for (var share = 0.0; share < 1; share += 0.01)
        {
            var parts = FigureClip.PoseAt(Sample.Pump, Sample.Tempo, share);
            SideView.InDrawing(parts, "shank", Skeleton.Calf).Y.ShouldBe(Stage.All["mat"].Ground, 0.01);
        }
    }

    [Fact]
    public void The_ball_rolls_on_the_floor_without_slipping()
    {
        for (var share = 0.01; share < 0.33; share += 0.01)
        {
            var (a, b) = (Rolled(share)["ball"], Rolled(share + 0.001)["ball"]);
            (b.X - a.X).ShouldBe((b.Degrees - a.Degrees) * Math.PI / 180 * Stage.Ball, 1e-6);
            a.Y.ShouldBe(Stage.All["ball"].Ground - Stage.Ball, 1e-9);
        }
    }

    [Fact]
    public void The_sole_rolls_on_the_ball_without_slipping()
    {
        // Where sole and ball touch, both have the same speed: the point of the ball that is there moves as the foot does.
        const double Step = 1e-4;
        for (var share = 0.02; share < 0.32; share += 0.01)
        {
            var (a, b) = (Rolled(share - Step), Rolled(share + Step));
            var touch = Touch(share);
            var onFoot = SideView.InDrawing(b, "ankle", touch.Foot) - SideView.InDrawing(a, "ankle", touch.Foot);
            var onBall = b["ball"].Of(touch.Ball) - a["ball"].Of(touch.Ball);
            (onFoot - onBall).Length.ShouldBeLessThan(0.002 + (0.002 * onFoot.Length));
        }
    }

    [Fact]
    public void The_foot_goes_about_twice_as_far_as_the_ball()
    {
        var foot = SideView.InDrawing(Rolled(1.0 / 3), "ankle", default).X - SideView.InDrawing(Rolled(0), "ankle", default).X;
        var ball = Rolled(1.0 / 3)["ball"].X - Rolled(0)["ball"].X;

        (foot / ball).ShouldBeInRange(1.6, 2.4);
    }

    [Fact]
    public void The_knee_is_a_thigh_away_from_the_hip_while_the_foot_rolls()
    {
        for (var share = 0.0; share < 1; share += 0.01)
        {
            var knee = SideView.InDrawing(Rolled(share), "shank", new(0, -Skeleton.Shank));
            (knee - Stage.All["ball"].Hip!.Value).Length.ShouldBe(Skeleton.Thigh, 0.01);
        }
    }

    private static (Point Foot, Point Ball) Touch(double share)
    {
        var parts = Rolled(share);
        var ball = parts["ball"];

        // The sole's point nearest to the ball's middle, found along the sole in small steps.
        var foot = Enumerable.Range(-3000, 9800).Select(i => i / 100.0)
            .Select(x => new Point(x, Skeleton.Sole(x) + Stage.Sole("sock")))
            .MinBy(point => (SideView.InDrawing(parts, "ankle", point) - new Point(ball.X, ball.Y)).Length);
        var there = SideView.InDrawing(parts, "ankle", foot) - new Point(ball.X, ball.Y);
        there.Length.ShouldBe(Stage.Ball, 0.05);
        return (foot, there.Turned(-ball.Degrees));
    }
}
