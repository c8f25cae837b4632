using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Footing.Storage.Engine;

namespace Footing.Storage.Backups;

/// <summary>Reads what <see cref="BackupWriter"/> wrote, from the start to its sum.</summary>
/// <param name="file">The backup.</param>
internal sealed class BackupReader(string file)
{
    /// <summary>The file's name for messages.</summary>
    private readonly string _name = Path.GetFileName(file);

    /// <summary>Reads all of it, telling of each journal and entry on the way, and compares counts and sum at the end.</summary>
    /// <param name="begun">Gets the installation, and the journals that were erased there.</param>
    /// <param name="journal">Gets each journal, with number 0 for its place here.</param>
    /// <param name="entry">Gets each entry of the journal told last.</param>
    /// <param name="cancellation">Heeded between lines.</param>
    /// <exception cref="BackupException">It is no backup, not whole, or changed.</exception>
    internal async Task<BackupCount> ReadAsync(
        Func<Guid, IReadOnlyList<ErasedJournal>, Task> begun, Func<JournalRow, Task> journal, Func<EntryRow, Task> entry, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var lines = Open();
        long number = 0, people = 0, entries = 0;
        JournalRow? current = null;
        while (await lines.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            number++;
            using var document = Parse(line, number);
            var json = document.RootElement;
            if (number == 1)
            {
                await begun(Begin(json), Erased(json)).ConfigureAwait(false);
            }
            else if (json.TryGetProperty("sha256", out var sum))
            {
                var isWhole = sum.ValueEquals(Convert.ToHexStringLower(hash.GetCurrentHash()))
                    && Number(json, "people", number) == people && Number(json, "entries", number) == entries;
                return isWhole && await lines.ReadLineAsync(cancellation).ConfigureAwait(false) is null
                    ? new(people, entries)
                    : throw new BackupException($"{_name} is damaged: its sum does not fit what it holds. Nothing was restored; take another backup.");
            }
            else if (json.TryGetProperty("person", out _))
            {
                people++;
                current = new(Id(json, "person", number), 0, Number(json, "key", number), Number(json, "lastSequence", number),
                    // A backup from before journals had ids has none.
                    json.TryGetProperty("journal", out _) ? Id(json, "journal", number) : Guid.NewGuid());
                await journal(current).ConfigureAwait(false);
            }
            else
            {
                entries++;
                await entry(EntryOf(json, current, number)).ConfigureAwait(false);
            }

            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        throw number == 0
            ? new BackupException($"{_name} is empty: it is no backup.")
            : new BackupException($"{_name} is not whole: it ends after line {number} without its sum. Nothing was restored; take another backup.");
    }

    private StreamReader Open()
    {
        try
        {
            return new StreamReader(file, Encoding.UTF8, false, new FileStreamOptions { BufferSize = 1 << 16, Options = FileOptions.SequentialScan });
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"{file}: there is no such file; check the path");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{file}: cannot be read; check that it is a file and that you may read it");
        }
    }

    private Guid Begin(JsonElement json)
    {
        if (!json.TryGetProperty("footing", out var footing) || !footing.ValueEquals("backup"))
        {
            throw new BackupException($"{_name} is no backup of Footing: its first line says something else.");
        }

        return Number(json, "version", 1) == BackupWriter.Version
            ? Id(json, "installation", 1)
            : throw new BackupException($"{_name} was written by a newer Footing: restore it with that one or a later one.");
    }

    private List<ErasedJournal> Erased(JsonElement json)
    {
        var erased = new List<ErasedJournal>();
        if (json.TryGetProperty("erased", out var list))
        {
            if (list.ValueKind != JsonValueKind.Array)
            {
                throw Damaged(1);
            }

            foreach (var one in list.EnumerateArray())
            {
                erased.Add(one.ValueKind == JsonValueKind.Object && one.TryGetProperty("on", out var on) && on.ValueKind == JsonValueKind.String
                    && DateOnly.TryParseExact(on.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                        ? new(Id(one, "journal", 1), date)
                        : throw Damaged(1));
            }
        }

        return erased;
    }

    private EntryRow EntryOf(JsonElement json, JournalRow? journal, long line)
    {
        if (journal is null || !json.TryGetProperty("body", out var text) || text.ValueKind != JsonValueKind.String
            || !text.TryGetBytesFromBase64(out var body))
        {
            throw Damaged(line);
        }

        return new(journal.Person, Number(json, "sequence", line), Id(json, "id", line), Number(json, "at", line), (short)Number(json, "kind", line), body);
    }

    private JsonDocument Parse(string line, long number)
    {
        try
        {
            var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw Damaged(number);
        }
        catch (JsonException)
        {
            throw number == 1
                ? new BackupException($"{_name} is no backup of Footing: its first line says something else.")
                : Damaged(number);
        }
    }

    private long Number(JsonElement json, string name, long line) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : throw Damaged(line);

    private Guid Id(JsonElement json, string name, long line) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : throw Damaged(line);

    private BackupException Damaged(long line) =>
        new($"{_name}:{line}: is damaged and cannot be read. Nothing was restored; take another backup.");
}
