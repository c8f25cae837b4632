using Footing.Outcomes;

namespace Footing.Tests.Outcomes;

public sealed class ChangeEstimateTests
{
    /// <summary>The same fit from the whole matrix of covariances, solved by elimination: no line of it is shared.</summary>
    [Fact]
    public void Agrees_with_the_whole_matrix()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var chance = new Random(seed);
            var step = seed % 3 == 0 ? 7 : 1;
            Observation[] observations = [.. Enumerable.Range(0, 98).Where(day => day % step == 0 && chance.NextDouble() < 0.75).Select(day => new Observation(day, chance.Next(0, 11)))];
            var noise = new SerialNoise(0.9 * chance.NextDouble(), 0.5 + chance.NextDouble(), step);
            static double Shape(int day) => Math.Clamp((day - 14) / 56.0, 0, 1);

            var fast = ChangeEstimate.Fit(observations, Shape, noise);

            var (value, error) = Dense(observations, Shape, noise);
            fast!.Value.Value.ShouldBe(value, 1e-9, $"seed {seed}");
            fast.Value.StandardError.ShouldBe(error, 1e-9, $"seed {seed}");
        }
    }

    [Fact]
    public void Says_nothing_where_all_values_are_of_the_baseline() =>
        ChangeEstimate.Fit([new(0, 4), new(1, 5), new(2, 4)], _ => 0, new(0.5, 1, 1)).ShouldBeNull();

    private static (double Value, double Error) Dense(Observation[] observations, Func<int, double> shape, SerialNoise noise)
    {
        // A row: the covariances with all others, then the level, the shape and the value.
        double[][] rows =
        [
            .. observations.Select(one => observations
                .Select(other => noise.Deviation * noise.Deviation * Math.Pow(noise.Correlation, Math.Abs(one.Day - other.Day) / (double)noise.Step))
                .Concat([1, shape(one.Day), one.Value]).ToArray()),
        ];
        var solved = Solve(rows);
        double Product(int left, int right) => rows.Zip(solved, (row, times) => row[^(3 - left)] * times[right]).Sum();
        var determinant = (Product(0, 0) * Product(1, 1)) - (Product(0, 1) * Product(0, 1));
        return (((Product(0, 0) * Product(1, 2)) - (Product(0, 1) * Product(0, 2))) / determinant, Math.Sqrt(Product(0, 0) / determinant));
    }

    /// <summary>The last three columns times the inverse of the matrix before them, by Gaussian elimination with the largest pivot.</summary>
    private static double[][] Solve(double[][] rows)
    {
        double[][] a = [.. rows.Select(row => row.ToArray())];
        for (var column = 0; column < a.Length; column++)
        {
            var pivot = Enumerable.Range(column, a.Length - column).MaxBy(row => Math.Abs(a[row][column]));
            (a[column], a[pivot]) = (a[pivot], a[column]);
            foreach (var row in a.Where(row => row != a[column]))
            {
                var factor = row[column] / a[column][column];
                for (var k = column; k < row.Length; k++)
                {
                    row[k] -= factor * a[column][k];
                }
            }
        }

        return [.. a.Select((row, i) => row[^3..].Select(value => value / row[i]).ToArray())];
    }
}
