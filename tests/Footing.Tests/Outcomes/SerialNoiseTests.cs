using Footing.Outcomes;

namespace Footing.Tests.Outcomes;

public sealed class SerialNoiseTests
{
    private static readonly SerialNoise Usual = new(0.5, 1.5, 1);

    [Fact]
    public void Few_values_leave_what_is_usual()
    {
        var noise = SerialNoise.Of([new(0, 4), new(1, 4)], Usual, 40);

        noise.Correlation.ShouldBe(0.5, 0.05);
        noise.Deviation.ShouldBe(1.5, 0.1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void Many_values_show_their_own(double correlation)
    {
        var chance = new Random(7);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
        var now = Normal();
        Observation[] observations = [.. Enumerable.Range(0, 4000).Select(day =>
        {
            now = (correlation * now) + (Math.Sqrt(1 - (correlation * correlation)) * Normal());
            // A slope is no noise.
            return new Observation(day, (0.01 * day) + (3 * now));
        })];

        var noise = SerialNoise.Of(observations, Usual, 40);

        noise.Correlation.ShouldBe(correlation, 0.05);
        noise.Deviation.ShouldBe(3, 0.25);
    }

    [Fact]
    public void Values_that_are_all_the_same_still_have_noise() =>
        SerialNoise.Of([.. Enumerable.Range(0, 60).Select(day => new Observation(day, 6))], Usual, 40).Deviation.ShouldBeGreaterThan(0.5);

    [Fact]
    public void Correlation_fades_over_missing_days()
    {
        new SerialNoise(0.5, 1, 1).CorrelationOver(3).ShouldBe(0.125, 1e-12);
        new SerialNoise(0.5, 1, 7).CorrelationOver(7).ShouldBe(0.5, 1e-12);
    }
}
