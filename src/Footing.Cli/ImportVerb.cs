using System.CommandLine;
using Footing.Journal;
using Footing.Storage;
using Footing.Storage.Journals;
using Footing.Web;

namespace Footing.Cli;

/// <summary><c>footing import FILE</c>: imports a journal. All of it or, when a line is bad, nothing.</summary>
internal static class ImportVerb
{
    private const int AtOnce = 1000;

    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "Entries, one JSON object a line; - is standard input." };
        var command = new Command("import", "Read a journal into the store; what is there already stays as it is.") { file };
        var place = Store.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            return await JournalInput.ReadAsync(path, cancellation) is { } lines
                ? await Store.UseAsync(place.Of(parsed), store => AppendAsync(store, path, lines, cancellation), cancellation)
                : Exit.BadInput;
        });
        return command;
    }

    private static async Task<int> AppendAsync(
        JournalStore store, string file, IReadOnlyList<JournalFile.Line> lines, CancellationToken cancellation)
    {
        // An entry that is stored with other content, or is too far ahead, is found before anything is written.
        var known = (await store.ReadAsync(LocalPerson.Id, cancellation)).ToDictionary(entry => entry.Id, entry => entry.Json);
        var latest = TimeProvider.System.GetUtcNow().AddHours(24);
        var refused = 0;
        foreach (var line in lines)
        {
            var problem = known.TryGetValue(line.Entry.Id, out var stored)
                ? JsonContent.Same(stored, line.Utf8) ? null : $"id: {line.Entry.Id} is in the store with other content; the store keeps what it has"
                : line.Entry.At > latest ? "at: is more than 24 hours ahead of this machine's clock; check both clocks" : null;
            if (problem is not null)
            {
                Input.Say($"{Input.Name(file)}:{line.Number}: {problem}");
                refused++;
            }
        }

        if (refused > 0)
        {
            Input.Say("Nothing was imported.");
            return Exit.BadInput;
        }

        var (accepted, duplicates) = (0, 0);
        foreach (var part in lines.Chunk(AtOnce))
        {
            var answers = await store.AppendAsync(
                LocalPerson.Id,
                [.. part.Select(line => new NewEntry(line.Entry.Id, line.Entry.At, EntryReader.KindOf(line.Entry), line.Utf8))],
                cancellation);
            accepted += answers.Count(answer => answer.Outcome == AppendOutcome.Accepted);
            duplicates += answers.Count(answer => answer.Outcome == AppendOutcome.Duplicate);
        }

        Input.Say($"{Input.Count(accepted, "entry", "entries")} imported, {duplicates} {(duplicates == 1 ? "was" : "were")} there already.");
        return Exit.Done;
    }
}
