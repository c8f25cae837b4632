using System.CommandLine;
using System.Text;
using System.Text.Json;
using Footing.Content;
using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Outcomes;
using Footing.Programmes;
using Footing.Reading;

namespace Footing.Cli;

/// <summary><c>footing progress JOURNAL --on DATE</c>: whether it helps, as of a date.</summary>
internal static class ProgressVerb
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 40 };

    public static Command Command()
    {
        var journal = new Argument<string?>("JOURNAL") { Description = "Entries, one JSON object a line; - is standard input.", Arity = ArgumentArity.ZeroOrOne };
        var on = new Option<string?>("--on") { Description = "The date, such as 2026-01-05, in the person's zone." };
        var zone = PlanVerb.ZoneOption();
        var each = new Option<string?>("--each") { Description = "Many journals instead: one JSON object a line, with journal, on and zone; - is standard input." };
        var command = new Command("progress", "Whether it helps: what the check-ins of a journal say on a date, as one JSON object.") { journal, on, zone, each };
        command.SetAction((parsed, cancellation) => (parsed.GetValue(journal), parsed.GetValue(on), parsed.GetValue(each)) switch
        {
            ({ } file, { } date, null) => OneAsync(file, date, parsed.GetValue(zone), cancellation),
            (null, null, { } many) when parsed.GetValue(zone) is null => EachAsync(many, cancellation),
            _ => Task.FromResult(Refuse()),
        });
        return command;
    }

    private static int Refuse()
    {
        Input.Say("Give a journal and --on DATE, or --each FILE alone: its lines have dates and zones of their own.");
        return Exit.BadInput;
    }

    private static async Task<int> OneAsync(string file, string on, string? zone, CancellationToken cancellation)
    {
        if (DateAndZone.OfOptions(on, zone) is not { } day || await JournalInput.ReadAsync(file, cancellation) is not { } lines)
        {
            return Exit.BadInput;
        }

        await Input.WriteLineAsync(ProgressJson.Write(Of(lines, day, new(ShippedProgramme.Load()))), cancellation);
        return Exit.Done;
    }

    private static async Task<int> EachAsync(string file, CancellationToken cancellation)
    {
        var library = new ProgrammeLibrary(ShippedProgramme.Load());
        var exit = Exit.Done;
        try
        {
            using var lines = new StreamReader(file == Input.Standard ? Console.OpenStandardInput() : File.OpenRead(file), new UTF8Encoding(false, throwOnInvalidBytes: true));
            await using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            // In the order of the lines, whichever core was faster.
            foreach (var (number, line) in Lines(lines).AsParallel().AsOrdered().WithCancellation(cancellation).Select(line => (line.Number, Line(line.Text, library))))
            {
                if (line.Succeeded)
                {
                    await output.WriteAsync(line.Value, cancellation);
                    output.WriteByte((byte)'\n');
                }
                else
                {
                    exit = Input.Refuse(file, line.Problems.Select(problem => problem with { Field = problem.Field.Length == 0 ? $"{number}" : $"{number}: {problem.Field}" }));
                }
            }
        }
        catch (AggregateException problems) when (problems.InnerException is DecoderFallbackException)
        {
            Input.Say($"{Input.Name(file)}: the text is not UTF-8; save it so");
            return Exit.BadInput;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Input.Say(Input.WhyUnreadable(file, problem));
            return Exit.BadInput;
        }

        return exit;
    }

    private static IEnumerable<(int Number, string Text)> Lines(StreamReader lines)
    {
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (number, line);
            }
        }
    }

    private static Result<byte[]> Line(string text, ProgrammeLibrary library)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, Strict);
        }
        catch (JsonException problem)
        {
            return Result<byte[]>.Failed("", "not JSON: " + problem.Message.Split(". ", 2)[0]);
        }
        catch (InvalidOperationException)
        {
            // The search for duplicate names throws this.
            return Result<byte[]>.Failed("", "not JSON: a name holds half of a surrogate pair");
        }

        using (document)
        {
            var json = document.RootElement;
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("journal", out var journal) || journal.ValueKind != JsonValueKind.Array)
            {
                return Result<byte[]>.Failed("journal", "expected an object with a list of entries");
            }

            var day = DateAndZone.Of(Word(json, "on"), json.TryGetProperty("zone", out var zone) && zone.ValueKind != JsonValueKind.Null ? Word(json, "zone") ?? "" : null);
            // A list in a line has no line breaks, so that each of its entries is a line of a journal.
            var entries = JournalFile.From(Encoding.UTF8.GetBytes(string.Join('\n', journal.EnumerateArray().Select(entry => entry.GetRawText()))));
            return day.Succeeded && entries.Succeeded
                ? Result<byte[]>.Of(ProgressJson.Write(Of(entries.Value, day.Value, library)))
                : Result<byte[]>.Failed(day.Problems.Concat(entries.Problems.Select(problem => problem with { Field = $"journal {problem.Field}" })));
        }
    }

    private static string? Word(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? LenientJson.Text(value) : null;

    private static Progress Of(IEnumerable<JournalFile.Line> lines, DateAndZone day, ProgrammeLibrary library)
    {
        Entry[] journal = [.. lines.Select(line => library.Known(line.Entry))];
        var condition = library.FollowedOn(journal, day.On, day.Zone).Condition;
        return Progress.Of(EffectiveEntries.Of(journal, condition, day.Zone, day.On), day.On, day.Zone);
    }
}
