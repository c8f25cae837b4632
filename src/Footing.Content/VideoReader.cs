using System.Globalization;

namespace Footing.Content;

/// <summary>A video of an exercise, added by the operator: a practitioner, in their own words and room.</summary>
/// <param name="Exercise">What it shows.</param>
/// <param name="File">The file's name in the folder of videos, which ends in <c>.mp4</c> or <c>.webm</c>.</param>
/// <param name="By">Who made it, as the page shows it.</param>
/// <param name="Language">The BCP 47 tag of the spoken language; null where nobody speaks.</param>
/// <param name="Captions">
/// The file of its captions (WebVTT), in the same folder and language; null where nobody speaks.
/// </param>
/// <param name="Bytes">The size of the file.</param>
public sealed record Video(ExerciseId Exercise, string File, string By, string? Language, string? Captions, long Bytes);

/// <summary>Reads the list of videos, <c>videos.yaml</c>, in the same folder.</summary>
public static class VideoReader
{
    /// <summary>The list's file.</summary>
    public const string ListFile = "videos.yaml";

    private static readonly string[] Films = [".mp4", ".webm"];

    /// <summary>
    /// The valid videos of a folder, in the order of its list, and what is wrong with the others; none without a list.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="exercises">The exercises that can be shown.</param>
    public static LintResult<IReadOnlyList<Video>> Read(string folder, ImmutableArray<ExerciseId> exercises)
    {
        var findings = new List<LintFinding>();
        var videos = new List<Video>();
        var files = ContentFiles.Below(folder);
        if (files.Has(ListFile) && YamlFields.Open(files, ListFile, findings) is { } list)
        {
            foreach (var fields in list.Maps("videos"))
            {
                var faults = findings.Count;
                if (ReadOne(fields, folder, exercises) is { } video && findings.Count == faults)
                {
                    videos.Add(video);
                }
            }

            list.Close();
        }

        return new(videos, [.. findings]);
    }

    private static Video? ReadOne(YamlFields fields, string folder, ImmutableArray<ExerciseId> exercises)
    {
        var exercise = fields.Choice<ExerciseId>(
            "exercise", id => ExerciseId.Find(id) is { } found && exercises.Contains(found) ? found : null, exercises.Select(known => known.ToString()));
        var file = Named(fields, "file", folder, Films);
        var by = fields.Text("by");
        var speaks = fields.Has("language");
        var language = speaks ? Spoken(fields) : null;
        // A person who cannot hear must be able to follow what is said.
        var captions = speaks || fields.Has("captions") ? Named(fields, "captions", folder, [".vtt"]) : null;
        if (!speaks && fields.Has("captions"))
        {
            fields.Report("captions", "There are captions, so somebody speaks: say in which \"language\", such as es.");
        }

        fields.Close();
        return exercise is { } shown && file is not null && by is not null
            ? new(shown, file, by, language, captions, new FileInfo(Path.Combine(folder, file)).Length)
            : null;
    }

    // Only a file of the folder itself: a mistake in the list must not serve a file from outside it.
    private static string? Named(YamlFields fields, string key, string folder, string[] endings)
    {
        if (fields.Text(key) is not { } name)
        {
            return null;
        }

        var wrong = name != Path.GetFileName(name) || name.Contains('\\', StringComparison.Ordinal) ? "must be the name of a file in the same folder"
            : !endings.Contains(Path.GetExtension(name)) ? $"must end in {string.Join(" or ", endings)}"
            : !File.Exists(Path.Combine(folder, name)) ? "is not in the folder"
            : null;
        if (wrong is not null)
        {
            fields.Report(key, $"\"{name}\" {wrong}.");
        }

        return wrong is null ? name : null;
    }

    private static string? Spoken(YamlFields fields)
    {
        if (fields.Text("language") is not { } tag)
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name;
        }
        catch (CultureNotFoundException)
        {
            fields.Report("language", $"\"{tag}\" is no language: give its tag, such as en or es-MX.");
            return null;
        }
    }
}
