using Footing.Outcomes;

namespace Footing.Tests.Outcomes;

public sealed class LookTests
{
    [Fact]
    public void Looks_stand_on_fixed_days()
    {
        Look.UpTo(400).Select(look => (look.Week, look.Day)).ShouldBe([(4, 35), (8, 63), (12, 91), (24, 175), (36, 259), (48, 343)]);
        Look.UpTo(34).ShouldBeEmpty();
        Look.UpTo(35).ShouldHaveSingleItem();
        Look.After(34).Week.ShouldBe(4);
        Look.After(35).Week.ShouldBe(8);
        Look.After(91).Week.ShouldBe(24);
    }

    [Fact]
    public void First_looks_ask_for_more_and_the_later_ones_are_fixed()
    {
        new Look(4).Boundary.ShouldBe(1.9 * Math.Sqrt(3), 1e-12);
        new Look(12).Boundary.ShouldBe(1.9);
        new Look(24).Boundary.ShouldBe(new Look(48).Boundary);
    }
}
