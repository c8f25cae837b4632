using Footing.Testing.Web;
using Footing.Testing.Web.Speed;
using Xunit.Abstractions;

namespace Footing.Browser;

/// <summary>
/// Whether pages are light on a phone of the middle with a slow connection: seen soon, answering a tap at once, quiet while a
/// session runs. Other work on the machine only ever adds to such a time, so the best of some tries is held to the budget,
/// and there is no further try once one is within it. What a page does itself is in every try.
/// </summary>
[Collection(OfTime.Name)]
public sealed class PaintTests(Chromium chromium, ITestOutputHelper output)
{
    private const int Tries = 10;

    /// <summary>
    /// What is aimed at, in milliseconds, on a phone of the middle. A bare page takes 450 of them on the connection only: the
    /// connection and two requests, a round trip of 150 each. Held as a ratio, for a busy machine makes both slower.
    /// </summary>
    private const double FirstMs = 1200, LargestMs = 1500, BareMs = 450;

    [Fact]
    public async Task Pages_from_a_cold_cache_are_seen_soon_on_a_slow_line_and_a_slow_phone()
    {
        await using var trial = await Trial.StartAsync();
        Paint.ServeBare(trial);
        foreach (var path in Paint.Paths)
        {
            var (bare, best) = (new Paint(double.MaxValue, double.MaxValue), new Paint(double.MaxValue, double.MaxValue));
            for (var i = 0; i < Tries && (i == 0 || best.FirstMs / bare.FirstMs >= FirstMs / BareMs || best.LargestMs / bare.FirstMs >= LargestMs / BareMs); i++)
            {
                // Beside a bare page in the same minute: what is not the page's own, a slow machine has in both.
                bare = Better(bare, await Paint.MeasureAsync(trial, chromium.Browser, Paint.Bare, Line.Slow4G));
                best = Better(best, await Paint.MeasureAsync(trial, chromium.Browser, path, Line.Slow4G));
                output.WriteLine($"{path}: first {best.FirstMs:0} ms, largest {best.LargestMs:0} ms; a bare page {bare.FirstMs:0} ms");
            }

            (best.FirstMs / bare.FirstMs).ShouldBeLessThan(FirstMs / BareMs, path);
            (best.LargestMs / bare.FirstMs).ShouldBeLessThan(LargestMs / BareMs, path);
        }

        static Paint Better(Paint one, Paint other) => other.LargestMs < one.LargestMs ? other : one;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Category", "Long")]
    public async Task First_words_follow_the_tap_on_start_at_once_on_a_slow_phone(bool isConnected)
    {
        await using var trial = await Trial.StartAsync();
        var best = double.MaxValue;
        for (var i = 0; i < Tries && best >= 300; i++)
        {
            best = Math.Min(best, isConnected ? await FirstCue.MeasureAsync(trial, chromium.Browser) : await FirstCue.MeasureOfflineAsync(trial, chromium.Browser));
            output.WriteLine($"{best:0} ms");
        }

        best.ShouldBeLessThan(300);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Running_session_leaves_the_main_thread_alone()
    {
        await using var trial = await Trial.StartAsync();
        var best = 1.0;
        // Processor time, which waiting for a processor is no part of; but caches that others empty cost time as well.
        for (var i = 0; i < 2 && best >= 0.05; i++)
        {
            var used = await MainThread.MeasureAsync(trial, chromium.Browser, TimeSpan.FromSeconds(20));
            output.WriteLine($"{used.Processor:0.0%} of processor time, {used.Scripts:0.0%} scripts; {used.Wall:0.0%} by the clock");
            best = Math.Min(best, used.Processor);
        }

        best.ShouldBeLessThan(0.05);
    }
}
