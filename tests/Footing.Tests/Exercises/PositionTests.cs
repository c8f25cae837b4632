using Footing.Exercises;

namespace Footing.Tests.Exercises;

public sealed class PositionTests
{
    [Fact]
    public void A_person_stands_on_the_floor_and_on_a_step() => PositionIds.Standing.ShouldBe([Position.Floor, Position.Step]);
}
