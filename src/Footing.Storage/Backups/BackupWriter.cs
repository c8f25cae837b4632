using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Footing.Storage.Engines;

namespace Footing.Storage.Backups;

/// <summary>
/// Writes a backup: NDJSON, the same from either engine. The first line names the format and the installation; then one
/// line for each journal, followed by its entries with sealed bodies; the last line has the counts and a SHA-256 of all
/// before it, so that an incomplete or changed backup is detected. It holds no key.
/// </summary>
internal sealed class BackupWriter(Stream output) : IDisposable
{
    /// <summary>The format that this build writes, and the only one that it reads.</summary>
    internal const int Version = 1;

    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _people;
    private long _entries;

    /// <summary>The counts written so far.</summary>
    internal BackupCount Count => new(_people, _entries);

    /// <summary>The first line.</summary>
    internal Task BeginAsync(Guid installation, DateTimeOffset at, IReadOnlyList<ErasedJournal> erased) => WriteAsync(json =>
    {
        json.WriteString("footing", "backup");
        json.WriteNumber("version", Version);
        json.WriteString("installation", installation);
        json.WriteString("at", at);
        json.WriteStartArray("erased");
        foreach (var (id, on) in erased)
        {
            json.WriteStartObject();
            json.WriteString("journal", id);
            json.WriteString("on", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>A journal; its entries follow.</summary>
    internal Task JournalAsync(JournalRow journal)
    {
        _people++;
        return WriteAsync(json =>
        {
            json.WriteString("person", journal.Person.Value);
            json.WriteString("journal", journal.Id);
            json.WriteNumber("key", journal.Key);
            json.WriteNumber("lastSequence", journal.LastSequence);
        });
    }

    /// <summary>An entry of the journal written last.</summary>
    internal Task EntryAsync(EntryRow entry)
    {
        _entries++;
        return WriteAsync(json =>
        {
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("id", entry.Id);
            json.WriteNumber("at", entry.At);
            json.WriteNumber("kind", entry.Kind);
            json.WriteBase64String("body", entry.Body);
        });
    }

    /// <summary>The last line.</summary>
    internal Task EndAsync()
    {
        var sum = Convert.ToHexStringLower(_hash.GetCurrentHash());
        return WriteAsync(json =>
        {
            json.WriteNumber("people", _people);
            json.WriteNumber("entries", _entries);
            json.WriteString("sha256", sum);
        });
    }

    public void Dispose() => _hash.Dispose();

    private async Task WriteAsync(Action<Utf8JsonWriter> members)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        _line.Write("\n"u8);
        _hash.AppendData(_line.WrittenSpan);
        await output.WriteAsync(_line.WrittenMemory).ConfigureAwait(false);
    }
}
