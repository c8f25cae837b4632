using Footing.Movements;
using Footing.Programmes;

namespace Footing.Tests.Movements;

public sealed class CycleTests
{
    [Theory]
    [InlineData(Phase.Up, 0.5, 1.0 / 6)]
    [InlineData(Phase.Up, 1, 1.0 / 3)]
    [InlineData(Phase.Hold, 0.5, 2.5 / 6)]
    [InlineData(Phase.Down, 0, 0.5)]
    [InlineData(Phase.Down, 1, 1)]
    public void A_moment_of_a_phase_lies_where_the_tempo_puts_it(Phase phase, double at, double share) =>
        new Moment(phase, at).ShareOf(Sample.Tempo).ShouldBe(share, 1e-9);

    [Fact]
    public void The_joint_stays_while_the_tempo_holds()
    {
        var cycle = new Cycle(Sample.CalfRaise, Sample.Tempo);

        for (var share = 2.0 / 6; share <= 3.0 / 6; share += 0.01)
        {
            cycle.Angle("toes", share).ShouldBe(36, 1e-9);
        }
    }

    [Fact]
    public void The_heel_is_highest_at_the_end_of_up_in_every_tempo()
    {
        foreach (var tempo in new Tempo[] { new(2000, 1000, 3000), new(1000, 0, 1000), new(4000, 2000, 6000) })
        {
            var cycle = new Cycle(Sample.CalfRaise, tempo);
            cycle.Angle("toes", (double)tempo.UpMs / tempo.CycleMs).ShouldBe(36, 1e-9);
        }
    }

    [Fact]
    public void The_cycle_closes() =>
        new Cycle(Sample.CalfRaise, Sample.Tempo).Angle("ankle", 1).ShouldBe(new Cycle(Sample.CalfRaise, Sample.Tempo).Angle("ankle", 0), 1e-9);

    [Fact]
    public void A_joint_that_no_key_names_is_at_rest() =>
        new Cycle(Sample.CalfRaise, Sample.Tempo).Angle("knee", 0.4).ShouldBe(0);

    [Fact]
    public void Another_point_is_planted_from_its_key_on()
    {
        var cycle = new Cycle(Sample.Rocking, new(2000, 0, 2000));

        cycle.PlantedAt(0.49).ShouldBe("toes");
        cycle.PlantedAt(0.5).ShouldBe("heel");
        cycle.PlantedAt(0.99).ShouldBe("heel");
    }

    [Fact]
    public void A_movement_without_keys_has_no_cycle() =>
        Should.Throw<ArgumentException>(() => new Cycle(Sample.CalfRaise with { Keys = [] }, Sample.Tempo));
}
