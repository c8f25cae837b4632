using Footing.Testing.Web;
using Footing.Testing.Web.Speed;
using Xunit.Abstractions;

namespace Footing.Browser;

/// <summary>Whether the beat is where the script has it, found in the samples that are sounded, while the page is kept busy.</summary>
[Collection(OfTime.Name)]
public sealed class BeatTests(Chromium chromium, ITestOutputHelper output)
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(60);

    [Fact]
    [Trait("Category", "Long")]
    public async Task Beats_of_a_minute_land_where_the_script_has_them_though_the_page_is_kept_busy()
    {
        await using var trial = await Trial.StartAsync();
        var beat = await Beat.HearAsync(trial, chromium.Browser, Time);
        var (errors, plain) = (beat.ErrorsMs, beat.PlainMs);
        output.WriteLine(string.Join(' ', errors.Select(error => $"{error:0.0}")));
        output.WriteLine($"{errors.Count} beats: 99th percentile {Beat.Share(errors, 0.99):0.00} ms, worst {errors[^1]:0.00} ms; a plain timer of a second, {plain.Count} ticks: {Beat.Share(plain, 0.99):0.0} ms, worst {plain[^1]:0.0} ms");
        beat.Lost.ShouldBe(0, "every beat is heard, and nothing else");
        Beat.Share(errors, 0.99).ShouldBeLessThanOrEqualTo(5);
        errors.Count.ShouldBeGreaterThanOrEqualTo((int)Time.TotalSeconds / 2);
    }
}
