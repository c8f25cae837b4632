namespace Footing.Testing;

/// <summary>
/// What the first Footing with data worth keeping has left: a data folder and a backup, made once with its own build
/// (commit 853db45), with an entry of almost every kind, one of a kind that no version knows, a draft and a snapshot.
/// </summary>
public static class EarlierVersion
{
    private const string Name = "earlier-version";

    /// <summary>When it was last used: the draft in it expires a day later.</summary>
    public static DateTimeOffset LastUsed { get; } = new(2026, 11, 29, 17, 44, 0, TimeSpan.Zero);

    /// <summary>The id of its only person.</summary>
    public static Guid Person { get; } = new("00000000-0000-7000-8000-000000000001");

    /// <summary>The backup. It opens with the keyring of the data folder.</summary>
    public static string Backup => Repository.Find("tests", "Footing.Testing", Name, "store.backup");

    /// <summary>Its journal as it exported it: the entries in the journal's order.</summary>
    public static IReadOnlyList<string> Journal { get; } = File.ReadAllLines(Repository.Find("tests", "Footing.Testing", Name, "journal.ndjson"));

    /// <summary>Copies the data folder, or a folder within it, to a place where it may be changed.</summary>
    /// <param name="to">The folder to copy into; created if missing.</param>
    /// <param name="part">A folder within the data folder, such as <c>keyring</c>; all of it if empty.</param>
    public static void CopyData(string to, string part = "")
    {
        var from = Repository.Find("tests", "Footing.Testing", Name, "data");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(from, part), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
