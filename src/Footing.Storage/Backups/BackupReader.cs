using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Footing.Storage.Engines;

namespace Footing.Storage.Backups;

/// <summary>Reads what <see cref="BackupWriter"/> wrote, from the start to its checksum.</summary>
/// <param name="file">The backup.</param>
internal sealed class BackupReader(string file)
{
    /// <summary>
    /// The limit of a line, in bytes: none in a backup is longer, and no other file can fill the memory.
    /// </summary>
    private const int LongestLine = 1 << 26;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The file's name for messages.</summary>
    private readonly string _name = Path.GetFileName(file);

    /// <summary>Reads all of it, reports each journal and entry, and compares counts and checksum at the end.</summary>
    /// <param name="begun">Gets the installation, and its erased journals.</param>
    /// <param name="journal">Gets each journal, with number 0 for its place here.</param>
    /// <param name="entry">Gets each entry of the journal reported last.</param>
    /// <param name="cancellation">Checked between lines.</param>
    /// <exception cref="BackupException">It is no backup, incomplete, or changed.</exception>
    internal async Task<BackupCount> ReadAsync(
        Func<Guid, IReadOnlyList<ErasedJournal>, Task> begun, Func<JournalRow, Task> journal, Func<EntryRow, Task> entry, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long number = 0, entries = 0, sequence = 0;
        JournalRow? current = null;
        BackupCount? whole = null;
        var people = new HashSet<PersonId>();
        var journals = new HashSet<Guid>();
        var ids = new HashSet<Guid>();
        await foreach (var line in LinesAsync(cancellation).ConfigureAwait(false))
        {
            number++;
            // Nothing may follow the checksum.
            switch (whole is null ? Read(line, number, current) : null)
            {
                case Beginning beginning:
                    await begun(beginning.Installation, beginning.Erased).ConfigureAwait(false);
                    break;
                case JournalRow row when people.Add(row.Person) && journals.Add(row.Id):
                    (current, sequence) = (row, 0);
                    ids.Clear();
                    await journal(row).ConfigureAwait(false);
                    break;
                case EntryRow row when row.Sequence > sequence && row.Sequence <= current!.LastSequence && ids.Add(row.Id):
                    entries++;
                    sequence = row.Sequence;
                    await entry(row).ConfigureAwait(false);
                    break;
                case Sum sum when sum.Sha256 == Convert.ToHexStringLower(hash.GetCurrentHash()) && sum.Count == new BackupCount(people.Count, entries):
                    whole = sum.Count;
                    break;
                case JournalRow or EntryRow:
                    throw Damaged(number);
                default:
                    throw new BackupException($"{_name} is damaged: its sum does not fit what it holds. Nothing was restored; take another backup.");
            }

            hash.AppendData(line.Span);
            hash.AppendData("\n"u8);
        }

        return whole ?? throw (number == 0
            ? new BackupException($"{_name} is empty: it is no backup.")
            : new BackupException($"{_name} is not whole: it ends after line {number} without its sum. Nothing was restored; take another backup."));
    }

    /// <summary>The installation of the backup, from its first line; null when it is no backup.</summary>
    internal async Task<Guid?> InstallationAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var line in LinesAsync(cancellation).ConfigureAwait(false))
            {
                return (Read(line, 1, null) as Beginning)?.Installation;
            }
        }
        catch (BackupException)
        {
        }

        return null;
    }

    /// <summary>The message for an entry that its key does not open.</summary>
    internal BackupException DoesNotOpen(Guid id) =>
        new($"{_name} is damaged: entry {id} in it does not open. Nothing was restored; take another backup.");

    /// <summary>The lines without their line ends, each valid until the next is read.</summary>
    private async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var input = Open();
        var buffer = new byte[1 << 16];
        int start = 0, end = 0, searched = 0;
        while (true)
        {
            var length = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = buffer.AsMemory(start, searched + length - start);
                yield return line.Span is [.., (byte)'\r'] ? line[..^1] : line;
                start = searched = searched + length + 1;
                continue;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            searched = end;
            if (end == buffer.Length && end < LongestLine)
            {
                Array.Resize(ref buffer, end * 2);
            }

            var read = await FillAsync(input, buffer.AsMemory(end), cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                if (end > 0)
                {
                    yield return buffer.AsMemory(0, end);
                }

                yield break;
            }

            end += read;
        }
    }

    private FileStream Open()
    {
        try
        {
            return new FileStream(file, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new BackupException($"{file}: there is no such file; check the path");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unreadable();
        }
    }

    private async Task<int> FillAsync(FileStream input, Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return await input.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
            throw Unreadable();
        }
    }

    private BackupException Unreadable() => new($"{file}: cannot be read; check that it is a file and that you may read it");

    /// <summary>What a line holds: the installation (first line only), a journal, an entry or the checksum.</summary>
    private object Read(ReadOnlyMemory<byte> line, long number, JournalRow? journal)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            var json = document.RootElement;
            return number == 1 ? Begin(json)
                : json.ValueKind != JsonValueKind.Object ? throw Damaged(number)
                : json.TryGetProperty("sha256", out _) ? new Sum(Text(json, "sha256", number), new(Number(json, "people", number), Number(json, "entries", number)))
                : json.TryGetProperty("person", out _) ? new JournalRow(
                    new(Id(json, "person", number)), 0, Number(json, "key", number), Number(json, "lastSequence", number),
                    // A backup from before journals had ids has none.
                    json.TryGetProperty("journal", out _) ? Id(json, "journal", number) : Guid.NewGuid())
                : EntryOf(json, journal, number);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The second exception: a name or a text with half of a surrogate pair, escaped.
            throw number == 1 ? NoBackup() : Damaged(number);
        }
    }

    private Beginning Begin(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("footing", out var footing)
            || footing.ValueKind != JsonValueKind.String || !footing.ValueEquals("backup"))
        {
            throw NoBackup();
        }

        return Number(json, "version", 1) switch
        {
            BackupWriter.Version => new(Id(json, "installation", 1), Erased(json)),
            > BackupWriter.Version => throw new BackupException($"{_name} was written by a newer Footing: restore it with that one or a later one."),
            _ => throw Damaged(1),
        };
    }

    /// <summary>The installation's erased journals; a backup from before this was recorded has no list.</summary>
    private List<ErasedJournal> Erased(JsonElement json)
    {
        var erased = new List<ErasedJournal>();
        if (!json.TryGetProperty("erased", out var list))
        {
            return erased;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Damaged(1);
        }

        foreach (var one in list.EnumerateArray())
        {
            erased.Add(one.ValueKind == JsonValueKind.Object
                && DateOnly.TryParseExact(Text(one, "on", 1), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    ? new(Id(one, "journal", 1), date)
                    : throw Damaged(1));
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

        var (at, kind) = (Number(json, "at", line), Number(json, "kind", line));
        return at <= EntryRow.LatestAt && kind <= short.MaxValue
            ? new(journal.Person, Number(json, "sequence", line), Id(json, "id", line), at, (short)kind, body)
            : throw Damaged(line);
    }

    /// <summary>A whole number, 0 or more; no number in a backup is negative.</summary>
    private long Number(JsonElement json, string name, long line) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0
            ? number
            : throw Damaged(line);

    private string Text(JsonElement json, string name, long line) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Damaged(line);

    private Guid Id(JsonElement json, string name, long line) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : throw Damaged(line);

    private BackupException NoBackup() => new($"{_name} is no backup of Footing: its first line says something else.");

    private BackupException Damaged(long line) =>
        new($"{_name}:{line}: is damaged and cannot be read. Nothing was restored; take another backup.");

    private sealed record Beginning(Guid Installation, IReadOnlyList<ErasedJournal> Erased);

    private sealed record Sum(string Sha256, BackupCount Count);
}
