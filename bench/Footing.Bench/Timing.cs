using System.Diagnostics;

namespace Footing.Bench;

/// <summary>Times of repeated work.</summary>
internal static class Timing
{
    /// <summary>
    /// The median time of one piece of work in microseconds: warmed up first, then in rounds, so that other work on the
    /// machine spoils a few rounds and not the figure.
    /// </summary>
    /// <param name="isQuick">Fewer and shorter rounds.</param>
    /// <param name="work">Does this many pieces.</param>
    public static double Microseconds(bool isQuick, Action<int> work)
    {
        var (rounds, roundMs) = isQuick ? (5, 60) : (15, 200);
        var pieces = 1;
        // Long enough to be compiled twice, the second time with optimisations.
        var warm = Stopwatch.StartNew();
        while (warm.ElapsedMilliseconds < (isQuick ? 300 : 1000))
        {
            var began = Stopwatch.GetTimestamp();
            work(pieces);
            var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            pieces = (int)Math.Clamp(pieces * roundMs / Math.Max(took, 0.01), 1, Math.Min(pieces * 100.0, int.MaxValue));
        }

        return Median(Enumerable.Range(0, rounds).Select(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            work(pieces);
            return Stopwatch.GetElapsedTime(began).TotalMicroseconds / pieces;
        }));
    }

    /// <summary>The median time of one piece of asynchronous work, in microseconds.</summary>
    public static double Microseconds(bool isQuick, Func<Task> work) => Microseconds(isQuick, pieces =>
    {
        for (var piece = 0; piece < pieces; piece++)
        {
            work().GetAwaiter().GetResult();
        }
    });

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
