using System.CommandLine;
using Footing.Journal;
using Footing.Storage;
using Footing.Storage.Files;
using Footing.Web;

namespace Footing.Cli;

/// <summary><c>footing export</c>: writes the person's journal as NDJSON, entries byte for byte as accepted.</summary>
internal static class ExportVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Where to write; - or nothing is standard output. A file that is there is kept.",
            DefaultValueFactory = _ => Input.Standard,
        };
        var replace = new Option<bool>("--replace") { Description = "Replace an earlier export of this journal." };
        var command = new Command("export", "Write the journal, one entry a line, in the journal's order.") { file, replace };
        var place = Store.AddTo(command);
        command.SetAction((parsed, cancellation) => place.UseExistingAsync(
            parsed,
            async store =>
            {
                var path = parsed.GetRequiredValue(file);
                var output = path == Input.Standard ? null : OutputFile.At(path, place.Of(parsed));
                if (output is { Exists: true } && !parsed.GetValue(replace))
                {
                    throw new OutputException($"{path}: is there already, so it was left as it is; name another file, or replace an earlier export with --replace");
                }

                var (stored, damaged) = await store.ReadReadableAsync(LocalPerson.Id, cancellation);
                IReadOnlyList<StoredEntry> entries = [.. stored.OrderBy(entry => InstantOf(entry).UtcTicks).ThenBy(entry => entry.Id.ToString("D"), StringComparer.Ordinal)];
                if (output is null)
                {
                    await WriteToStandardAsync(entries, cancellation);
                }
                else if (output.Exists && !await IsEarlierAsync(output.Path, entries, cancellation))
                {
                    throw damaged.Count == 0
                        ? output.NotEarlier("an earlier export of this journal")
                        : new OutputException($"{path}: may hold an entry that can no longer be read here, or is no earlier export, so it was left as it is; name another file");
                }
                else
                {
                    await output.WriteAsync(stream => WriteAsync(entries, stream, cancellation));
                }

                foreach (var id in damaged)
                {
                    Input.Say($"Entry {id} is not among them: it cannot be read, because it was damaged or put in another's place. The last backup, or an earlier export, may still have it.");
                }

                Input.Say($"{Input.Count(entries.Count, "entry", "entries")} written{(damaged.Count == 0 ? "" : $", {damaged.Count} left out")}.");
                return damaged.Count == 0 ? Exit.Done : Exit.No;
            },
            cancellation));
        return command;
    }

    /// <summary>The instant that gives an entry its place in the journal; the store knows only when a session ended.</summary>
    private static DateTimeOffset InstantOf(StoredEntry entry) => entry.Kind == Vocabulary.EntryKinds[EntryKind.Session]
        ? UnreadableEntry.ReadOrKeep(entry.Id, entry.At, entry.Kind, entry.Json).Instant
        : entry.At;

    /// <summary>Whether a file holds only entries of the journal, so that replacing it loses nothing.</summary>
    private static async Task<bool> IsEarlierAsync(string path, IReadOnlyList<StoredEntry> entries, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        var known = entries.ToDictionary(entry => entry.Id, entry => entry.Json);
        var read = JournalFile.From(bytes);
        return read.Succeeded && read.Value.All(line => known.TryGetValue(line.Entry.Id, out var json) && JsonContent.Same(json, line.Utf8));
    }

    private static async Task WriteToStandardAsync(IReadOnlyList<StoredEntry> entries, CancellationToken cancellation)
    {
        try
        {
            await using var output = Console.OpenStandardOutput();
            await WriteAsync(entries, output, cancellation);
        }
        catch (IOException problem)
        {
            throw OutputFile.Unwritable("standard output", problem);
        }
    }

    private static async Task WriteAsync(IReadOnlyList<StoredEntry> entries, Stream output, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            await output.WriteAsync(entry.Json, cancellation);
            output.WriteByte((byte)'\n');
        }
    }
}
