namespace Footing.Content.Tests;

/// <summary>A copy of the shipped programme's files, to be broken.</summary>
public sealed class ProgrammeFolder : IDisposable
{
    public static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "programmes", "neuropathic-foot");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("footing-programme-");

    public ProgrammeFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Place => _folder.FullName;

    public string Of(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>Replaces the first occurrence, which must be there.</summary>
    public void Change(string file, string from, string to)
    {
        var text = File.ReadAllText(Of(file));
        var at = text.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{file} has no \"{from}\"");
        File.WriteAllText(Of(file), string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
    }

    /// <summary>The number of the first line, from 1, that holds a text.</summary>
    public int LineOf(string file, string text) =>
        File.ReadLines(Of(file)).TakeWhile(line => !line.Contains(text, StringComparison.Ordinal)).Count() + 1;

    public void Dispose() => _folder.Delete(recursive: true);
}
