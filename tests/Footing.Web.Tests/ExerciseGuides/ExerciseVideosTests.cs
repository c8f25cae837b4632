using System.Net;
using System.Net.Http.Headers;
using Footing.Testing.Web;

namespace Footing.Web.Tests.ExerciseGuides;

/// <summary>A practitioner's video on the page of its exercise.</summary>
public sealed class ExerciseVideosTests : VisitedTests
{
    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync(options =>
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.DataFolder, "videos")).FullName;
        File.WriteAllBytes(Path.Combine(folder, "mi pie.mp4"), [.. Enumerable.Range(0, 1_000_001).Select(i => (byte)(i % 256))]);
        File.WriteAllText(Path.Combine(folder, "mi pie.vtt"), "WEBVTT\n");
        File.WriteAllText(Path.Combine(folder, "private.txt"), "nobody's business");
        File.WriteAllText(Path.Combine(folder, "videos.yaml"), """
            videos:
              - { exercise: calf-raise, file: mi pie.mp4, by: <Ana> Ruiz, language: es-MX, captions: mi pie.vtt }
              - { exercise: calf-raise, file: mi pie.mp4, by: Bo }
              - { exercise: calf-raise, file: gone.mp4, by: Cy }
            """);
        return options;
    });

    [Fact]
    public async Task Page_offers_it_says_who_made_it_and_what_it_costs_and_loads_nothing_unasked()
    {
        await Visitor.Open("/exercises/calf-raise");

        var videos = Visitor.Page.QuerySelectorAll("details:has(video)");
        videos.Length.ShouldBe(2, "the third has no file");
        videos[0].QuerySelector("summary")!.TextContent.ShouldBe("A video by Bo", "what one understands comes first");
        var spoken = Visitor.Text(videos[1]);
        spoken.ShouldContain("A video by <Ana> Ruiz");
        spoken.ShouldContain("about 2 MB");
        spoken.ShouldContain("español");
        videos[1].QuerySelector("track")!.GetAttribute("srclang").ShouldBe("es-MX");
        foreach (var video in Visitor.Page.QuerySelectorAll("video"))
        {
            video.GetAttribute("preload").ShouldBe("none");
        }

        await Visitor.Open("/exercises/ball-roll");
        Visitor.Page.QuerySelector("video").ShouldBeNull();
    }

    [Fact]
    public async Task Its_files_are_served_in_parts_and_no_others_are()
    {
        await Visitor.Open("/exercises/calf-raise");
        var source = Visitor.Page.QuerySelector("source")!.GetAttribute("src")!;
        using var http = new HttpClient { BaseAddress = Host.Address };

        using var part = new HttpRequestMessage(HttpMethod.Get, source) { Headers = { Range = new RangeHeaderValue(256, 258) } };
        using var answer = await http.SendAsync(part);
        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe([0, 1, 2]);
        (await http.GetAsync(Visitor.Page.QuerySelector("track")!.GetAttribute("src"))).Content.Headers.ContentType!.MediaType.ShouldBe("text/vtt");

        foreach (var other in (string[])["private.txt", "videos.yaml", "gone.mp4", "..%2Ffooting.db", "%2e%2e/footing.db"])
        {
            (await http.GetAsync("/videos/" + other)).StatusCode.ShouldBe(HttpStatusCode.NotFound, other);
        }
    }
}
