using System.Collections.Frozen;
using System.Collections.Immutable;
using Footing.Content;
using Footing.Exercises;
using Footing.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.ExerciseGuides;

/// <summary>
/// The videos that a practitioner has put into the folder <c>videos</c> of the data folder, as read when the host
/// started. Only files in the list are served.
/// </summary>
public sealed class ExerciseVideos
{
    private const string Address = "/videos/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".mp4"] = "video/mp4",
        [".webm"] = "video/webm",
        [".vtt"] = "text/vtt; charset=utf-8",
    }.ToFrozenDictionary();

    private readonly string _folder;
    private readonly IReadOnlyList<Video> _videos;
    private readonly FrozenSet<string> _files;

    /// <summary>Reads the list.</summary>
    /// <param name="dataFolder">The folder that holds everything stored.</param>
    /// <param name="exercises">The exercises that can be shown.</param>
    public ExerciseVideos(string dataFolder, IEnumerable<ExerciseId> exercises)
    {
        _folder = Path.GetFullPath(Path.Combine(dataFolder, "videos"));
        var reading = VideoReader.Read(_folder, [.. exercises]);
        (_videos, Findings) = (reading.Value!, reading.Findings);
        _files = _videos.SelectMany(video => new[] { video.File, video.Captions }).OfType<string>().ToFrozenSet();
    }

    /// <summary>What is wrong with the list; a video with a finding is not shown.</summary>
    public ImmutableArray<LintFinding> Findings { get; }

    /// <summary>The address of a video's file.</summary>
    internal static string Of(string file) => Address + Uri.EscapeDataString(file);

    /// <summary>The videos of an exercise: those in the given language or without speech first.</summary>
    internal IReadOnlyList<Video> Of(ExerciseId exercise, string language) =>
        [.. _videos.Where(video => video.Exercise == exercise).OrderBy(video => IsForeign(video, language))];

    /// <summary>Whether its speech is in another language; <c>es-MX</c> and <c>es</c> are the same.</summary>
    internal static bool IsForeign(Video video, string language) =>
        video.Language is { } spoken && spoken.Split('-')[0] != language.Split('-')[0];

    internal static void Map(IEndpointRouteBuilder routes, ExerciseVideos videos) =>
        routes.MapGet(Address + "{file}", (string file, HttpContext context) =>
        {
            var path = Path.Combine(videos._folder, file);
            if (!videos._files.Contains(file) || !File.Exists(path))
            {
                return Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);
            }

            // A video can be replaced under the same name; it is not health data.
            context.Response.Headers.CacheControl = "private, no-cache";
            return Results.File(path, Types[Path.GetExtension(file)], enableRangeProcessing: true);
        });
}
