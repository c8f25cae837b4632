using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Footing.Content;

/// <summary>
/// The programme as a folder for others to use, under CC BY 4.0: exercises, levels, movements, cautions and texts as
/// they are read here, their sources, the schema, and <c>pack.json</c> with its version and each file's SHA-256.
/// </summary>
public static class ProgrammeExport
{
    /// <summary>The SPDX name of the licence.</summary>
    public const string License = "CC-BY-4.0";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes the folder; the same build always writes the same bytes.</summary>
    /// <param name="directory">The output folder: missing, or empty.</param>
    /// <returns>How many files were written.</returns>
    /// <exception cref="ArgumentException">It is not a path.</exception>
    /// <exception cref="IOException">It is not empty, or cannot be written; no partial pack is left.</exception>
    /// <exception cref="UnauthorizedAccessException">The creation of the folder is not permitted.</exception>
    public static int Write(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (File.Exists(directory))
        {
            throw new IOException($"{directory}: is a file; name a new folder");
        }

        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            throw new IOException($"{directory}: the folder is not empty; name a new one");
        }

        var programme = ShippedProgramme.Load();
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        Add(files, ContentFiles.Shipped(ShippedProgramme.Place), "", "");
        Add(files, ContentFiles.Shipped("clinical"), "", "clinical/");
        Add(files, ContentFiles.Shipped("contract"), "", "");
        foreach (var language in ShippedTexts.Folders)
        {
            Add(files, ContentFiles.Shipped("texts"), $"{language}/sources.yaml", "clinical/texts/");
        }

        files["LICENSE.md"] = Encoding.UTF8.GetBytes(LicenseWords(programme));
        files["README.md"] = Encoding.UTF8.GetBytes(ReadMe(programme));
        files["pack.json"] = Encoding.UTF8.GetBytes(Listing(programme, files) + "\n");
        var isNew = !Directory.Exists(directory);
        try
        {
            foreach (var (path, bytes) in files)
            {
                var file = Path.Combine(directory, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                WholeFile.Write(file, bytes);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Remove(directory, isNew);
            throw;
        }

        return files.Count;
    }

    /// <summary>Half a pack would look like a programme, and the folder could not be used for a second try.</summary>
    private static void Remove(string directory, bool isNew)
    {
        if (!Directory.Exists(directory))
        {
            return;
        }

        foreach (var inner in new DirectoryInfo(directory).EnumerateFileSystemInfos())
        {
            if (inner is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                inner.Delete();
            }
        }

        if (isNew)
        {
            Directory.Delete(directory);
        }
    }

    private static void Add(SortedDictionary<string, byte[]> to, ContentFiles from, string only, string below)
    {
        foreach (var path in from.Paths.Where(path => only.Length == 0 || path == only))
        {
            to[below + path] = from.Bytes(path);
        }
    }

    private static string Listing(Programme programme, SortedDictionary<string, byte[]> files) => new JsonObject
    {
        ["id"] = programme.Id,
        ["version"] = programme.Version,
        ["license"] = License,
        ["attribution"] = Attribution(programme),
        ["schema"] = "programme.schema.json",
        ["languages"] = new JsonArray([.. ShippedTexts.Folders.Select(language => (JsonNode)language)]),
        ["files"] = new JsonArray([.. files.Select(file => (JsonNode)new JsonObject
        {
            ["path"] = file.Key, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file.Value)),
        })]),
    }.ToJsonString(Indented);

    private static string Attribution(Programme programme) => $"Footing, programme {programme.Id}, version {programme.Version}";

    private static string LicenseWords(Programme programme) => $"""
        # Licence

        All files of this folder are licensed under Creative Commons Attribution 4.0 International ({License}).
        The legal code is at <https://creativecommons.org/licenses/by/4.0/legalcode>.

        You may share and change them, for any purpose. Name where they come from, and say what you changed:

            {Attribution(programme)}, {License}

        """;

    private static string ReadMe(Programme programme) => $"""
        # {programme.Id}, version {programme.Version}

        Exercises at home for feet that hurt, tingle or are numb.

        No clinician has reviewed these exercises, doses and words unless a file says so. They replace nobody's advice, and
        a numb foot can be hurt without a warning: keep the cautions with the exercises.

        | Where | What |
        |---|---|
        | `programme.yaml` | which exercises, the usual week, the longest session |
        | `exercises/` | each exercise: its levels, doses, tempo, cautions, when to stop, and the sources of each |
        | `movements/` | each movement: joint angles in degrees at moments of a repetition, what stays planted, key poses |
        | `texts/LANGUAGE/` | all words, by key; those in `es` are for Latin America (es-419) |
        | `texts/es-ES.yaml` | what is said otherwise in Spain, by the same keys |
        | `translated/` | which English words each translation was made from |
        | `clinical/` | sources, the rules that stand on them, and how far each source reaches |
        | `programme.schema.json` | the schema (JSON Schema, draft 7) of programme, exercises and movements |
        | `pack.json` | version, licence, and the SHA-256 of each file |

        `footing lint .` checks the folder after a change: what cannot be read, angles beyond a joint's range, a planted foot that
        slides, words that do not fit in their time, translations that are behind.

        """;
}
