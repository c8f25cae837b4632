using Footing.Simulation.OutcomeTrials;

namespace Footing.Simulation.Tests.OutcomeTrials;

/// <summary>The answers are right as often as they have to be; the whole grid is printed by <c>footing trials</c>.</summary>
public sealed class TrialGridTests
{
    [Fact]
    [Trait("Category", "Slow")]
    public void Answers_are_right_as_often_as_they_have_to_be()
    {
        using var table = new StringWriter { NewLine = "\n" };

        TrialGrid.Write(table, 3000, 1, isWhole: false, Environment.ProcessorCount).ShouldBeEmpty(table.ToString());
    }

    [Fact]
    public void Table_is_the_same_on_one_core_and_on_many_and_fits_80_columns()
    {
        static string Table(int cores)
        {
            using var table = new StringWriter { NewLine = "\n" };
            TrialGrid.Write(table, 20, 3, isWhole: false, cores);
            return table.ToString();
        }

        Table(8).ShouldBe(Table(1));
        Table(1).TrimEnd('\n').Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    /// <summary>Bounds that no method meets are reported, each by the trial and by what was missed.</summary>
    [Fact]
    public void Bound_that_is_missed_is_named()
    {
        var trial = new Trial("level 6", _ => 6) { Bounds = new(LeastBetterBy12: 0.5, HasCoverage: true) };

        TrialResult.Of(trial, 200, 1, 2).Misses.ShouldBe(["level 6: pain is better by week 12 too seldom", "level 6: headline is better by week 12 too seldom"]);
        TrialResult.Of(trial with { Correlation = 0.9, Deviation = 3 }, 200, 1, 2).Misses.ShouldContain("level 6: the intervals hold the truth too seldom or too often");
    }
}
