using Footing.Outcomes;

namespace Footing.Tests.Outcomes;

public sealed class OutcomeMeasureTests
{
    [Theory]
    [InlineData("pain", 6, 2)]
    [InlineData("pain", 8, 2.4)]
    [InlineData("pain", 4, 1.2)]
    [InlineData("worst-pain", 3, 1)]
    [InlineData("nights-woken", 5, 2)]
    [InlineData("walking-minutes", 10, 5)]
    [InlineData("walking-minutes", 30, 9)]
    [InlineData("rests", 2, 1)]
    [InlineData("rests", 10, 3)]
    [InlineData("peg", 8, 1.75)]
    [InlineData("mood", 9, 2)]
    public void Change_that_matters_depends_on_where_it_began(string id, double baseline, double important) =>
        OutcomeMeasure.All.Single(measure => measure.Id == id).ImportantChange(baseline).ShouldBe(important, 1e-9);

    [Fact]
    public void More_walking_alone_is_better() =>
        OutcomeMeasure.All.Where(measure => measure.IsMoreBetter).ShouldBe([OutcomeMeasure.WalkingMinutes]);
}
