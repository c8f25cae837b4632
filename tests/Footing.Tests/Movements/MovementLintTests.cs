using Footing.Movements;
using Footing.Programmes;
using static Footing.Tests.Movements.Sample;

namespace Footing.Tests.Movements;

public sealed class MovementLintTests
{
    public static TheoryData<string> All => [.. Sample.All.Select(movement => movement.Id)];

    private static string Found(Movement movement) => string.Join('\n', MovementLint.Check(movement));

    [Theory]
    [MemberData(nameof(All))]
    public void A_sound_movement_has_nothing_wrong(string id) =>
        MovementLint.Check(Sample.All.Single(movement => movement.Id == id)).ShouldBeEmpty();

    [Fact]
    public void An_unknown_joint_is_named() =>
        Found(CalfRaise with { Keys = [Key(Phase.Up, 0), Key(Phase.Up, 1, ("elbow", 3))] })
            .ShouldContain("keys.2.angles.elbow: \"elbow\" is not known");

    [Fact]
    public void A_joint_of_the_other_view_is_unknown() =>
        Found(CalfRaise with { Keys = [Key(Phase.Up, 0, ("toe-5", 3))] }).ShouldContain("keys.1.angles.toe-5");

    [Theory]
    [InlineData("ankle", 21)]
    [InlineData("ankle", -51)]
    [InlineData("toes", 71)]
    [InlineData("toes", -46)]
    public void An_angle_that_no_joint_reaches_is_named_with_the_range(string joint, double angle) =>
        Found(CalfRaise with { Keys = [Key(Phase.Up, 0, (joint, angle))] })
            .ShouldStartWith($"keys.1.angles.{joint}: {angle} is beyond what the joint \"{joint}\" does: ");

    [Fact]
    public void An_angle_at_the_end_of_its_range_is_allowed() =>
        MovementLint.Check(Pump with { Keys = [Key(Phase.Up, 0, ("ankle", 20)), Key(Phase.Up, 1, ("ankle", -20)), Key(Phase.Down, 1, ("ankle", 20))] })
            .ShouldBeEmpty();

    [Fact]
    public void An_ankle_that_the_rolling_foot_would_bend_too_far_is_found() =>
        Found(Rolling with { Keys = [Key(Phase.Up, 0, ("under", 58), ("foot", -20))] }).ShouldContain("keys.1.angles.ankle: ");

    [Theory]
    [InlineData("shank")]
    [InlineData("knee")]
    [InlineData("under")]
    public void An_angle_that_follows_from_the_others_may_not_be_given(string joint) =>
        Found(CalfRaise with { Keys = [Key(Phase.Up, 0, (joint, 5))] }).ShouldStartWith($"keys.1.angles.{joint}: \"{joint}\" follows");

    [Fact]
    public void A_planted_point_slides_when_it_was_elsewhere_before() =>
        Found(Rocking with
        {
            Keys = [Key(Phase.Up, 0), Key(Phase.Up, 1, ("ankle", -28), ("toes", 30)), Key(Phase.Down, 0, ("ankle", -28), ("toes", 30)) with { Planted = "heel" }, Key(Phase.Down, 1)],
        }).ShouldContain(".planted: The planted heel slides by ");

    [Fact]
    public void The_first_key_is_at_the_start() =>
        Found(CalfRaise with { Keys = [Key(Phase.Up, 0.2)] }).ShouldBe("keys.1: The first key must be at 0 of the phase up.");

    [Fact]
    public void Keys_out_of_order_are_found() =>
        Found(CalfRaise with { Keys = [Key(Phase.Up, 0), Key(Phase.Down, 0), Key(Phase.Hold, 1)] })
            .ShouldBe("keys.3: The key is earlier than the one before it: put keys in order.");

    [Fact]
    public void A_share_outside_the_phase_is_found() =>
        Found(CalfRaise with { Keys = [Key(Phase.Up, 0), Key(Phase.Up, 1.5)] }).ShouldContain("keys.2.at: 1.5 is outside the phase");

    [Fact]
    public void Two_poses_at_one_moment_are_a_jump() =>
        Found(CalfRaise with { Keys = [Key(Phase.Up, 0), Key(Phase.Up, 1), Key(Phase.Up, 1, ("ankle", -34), ("toes", 36)), Key(Phase.Down, 1)] })
            .ShouldContain("jumps by ");

    [Fact]
    public void A_cycle_that_does_not_close_is_a_jump() =>
        Found(CalfRaise with { Keys = [Key(Phase.Up, 0), Key(Phase.Down, 1, ("ankle", -34), ("toes", 36))] }).ShouldContain("jumps by ");

    [Fact]
    public void A_foot_through_the_floor_is_found() =>
        Found(CalfRaise with { Scene = "floor" }).ShouldContain("through the ground");

    [Fact]
    public void A_heel_may_sink_below_the_edge_of_a_step() =>
        MovementLint.Check(CalfRaise with { Keys = [Key(Phase.Up, 0, ("ankle", 18), ("toes", -18))] }).ShouldBeEmpty();

    [Fact]
    public void The_shank_may_not_fall_over_the_planted_toes() =>
        Found(CalfRaise with { Keys = [Key(Phase.Up, 0, ("toes", 50))] }).ShouldContain("keys.1.angles.shank: 50 is beyond");

    [Fact]
    public void Unknown_names_are_found_all_at_once()
    {
        var found = Found(CalfRaise with { View = "below", Scene = "moon", Wear = "boot", Planted = "knee" });

        found.ShouldContain("view: ");
        found.ShouldContain("scene: ");
        found.ShouldContain("wear: ");
        found.ShouldContain("planted: ");
    }

    [Fact]
    public void A_movement_without_keys_is_found() => Found(CalfRaise with { Keys = [] }).ShouldContain("keys: ");

    [Fact]
    public void The_ball_can_be_planted_only_where_there_is_one() =>
        Found(CalfRaise with { Planted = "ball" }).ShouldContain("cannot be planted");
}
