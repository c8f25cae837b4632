using System.Text;

namespace Footing.Content;

/// <summary>Text files below one place: a directory, or the files inside the assembly.</summary>
public sealed class ContentFiles
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Deep enough for texts by language; a link that leads back up ends here.</summary>
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, MaxRecursionDepth = 6 };

    private readonly ImmutableSortedDictionary<string, Func<Stream>> _byPath;
    private readonly string _place;

    private ContentFiles(string place, IEnumerable<KeyValuePair<string, Func<Stream>>> byPath)
    {
        _place = place;
        _byPath = byPath.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every path below the place, with forward slashes, in order.</summary>
    public IEnumerable<string> Paths => _byPath.Keys;

    /// <summary>The YAML files below a directory; none when the directory is missing.</summary>
    public static ContentFiles Below(string directory) => new(
        directory.Replace('\\', '/').TrimEnd('/'),
        Directory.Exists(directory)
            ? Directory.EnumerateFiles(directory, "*.yaml", Deep).Select(file =>
                KeyValuePair.Create<string, Func<Stream>>(
                    Path.GetRelativePath(directory, file).Replace('\\', '/'),
                    () => File.OpenRead(file)))
            : []);

    /// <summary>The files inside this assembly below a place such as <c>programmes/neuropathic-foot</c>.</summary>
    internal static ContentFiles Shipped(string place)
    {
        var assembly = typeof(ContentFiles).Assembly;
        return new(place, assembly.GetManifestResourceNames()
            .Select(name => (Name: name, Path: name.Replace('\\', '/')))
            .Where(resource => resource.Path.StartsWith(place + "/", StringComparison.Ordinal))
            .Select(resource => KeyValuePair.Create<string, Func<Stream>>(
                resource.Path[(place.Length + 1)..],
                () => assembly.GetManifestResourceStream(resource.Name)!)));
    }

    /// <summary>The paths in a folder and below it, such as <c>texts/en</c>.</summary>
    internal IEnumerable<string> Under(string folder) =>
        Paths.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal));

    internal bool Has(string path) => _byPath.ContainsKey(path);

    /// <summary>The name of a file in a finding: its path from where the check was started.</summary>
    internal string Shown(string path) => _place.Length == 0 ? path : $"{_place}/{path}";

    /// <summary>The bytes of an existing file.</summary>
    internal byte[] Bytes(string path)
    {
        using var stream = _byPath[path]();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The text of a file, or null and a finding when it is missing or not text.</summary>
    internal string? Text(string path, ICollection<LintFinding> findings)
    {
        if (!_byPath.TryGetValue(path, out var open))
        {
            findings.Add(new(Shown(path), 0, "", "The file is missing."));
            return null;
        }

        try
        {
            using var reader = new StreamReader(open(), Strict);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            findings.Add(new(Shown(path), 1, "", "The file is not UTF-8 text: save it as UTF-8."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(new(Shown(path), 0, "", "The file cannot be read: " + e.Message));
        }

        return null;
    }
}
