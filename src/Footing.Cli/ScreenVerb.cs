using System.CommandLine;
using System.Text.Json;
using Footing.Content;
using Footing.Journal;
using Footing.Reading;
using Footing.Screening;

namespace Footing.Cli;

/// <summary><c>footing screen FILE</c>: judges screening answers, one JSON object on each line.</summary>
internal static class ScreenVerb
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "Answers, one JSON object a line; - is standard input." };
        var command = new Command("screen", "Judge screening answers: one JSON object a line in, one a line out.") { file };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var input = file == Input.Standard ? Console.OpenStandardInput() : File.OpenRead(file);
            using var lines = new StreamReader(input);
            var exit = Exit.Done;
            for (var number = 1; await lines.ReadLineAsync(cancellation) is { } line; number++)
            {
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                var decision = Judge(line.TrimStart('\uFEFF'));
                if (decision.Succeeded)
                {
                    await Console.Out.WriteLineAsync(DecisionJson.Node(decision.Value).ToJsonString());
                }
                else
                {
                    exit = Input.Refuse(file, decision.Problems.Select(problem => problem with
                    {
                        Field = problem.Field.Length == 0 ? $"{number}" : $"{number}: {problem.Field}",
                    }));
                }
            }

            return exit;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Input.Say(Input.WhyUnreadable(file, problem));
            return Exit.BadInput;
        }
    }

    /// <summary>A line is the answers themselves, or an object with <c>answers</c> and the lifted rules.</summary>
    private static Result<Decision> Judge(string line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line, Strict);
        }
        catch (JsonException problem)
        {
            return Result<Decision>.Failed("", "not JSON: " + problem.Message.Split(". ", 2)[0]);
        }
        catch (InvalidOperationException)
        {
            // The search for duplicate names throws this.
            return Result<Decision>.Failed("", "not JSON: a name holds half of a surrogate pair");
        }

        using (document)
        {
            var json = document.RootElement;
            var isWrapped = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("answers", out _);
            var answers = Answers.From(isWrapped ? json.GetProperty("answers") : json, isWrapped ? "answers" : "");
            if (!answers.Succeeded)
            {
                return Result<Decision>.Failed(answers.Problems);
            }

            ImmutableSortedSet<string> lifted = [];
            if (isWrapped && json.TryGetProperty("cleared", out var cleared))
            {
                if (cleared.ValueKind != JsonValueKind.Array || cleared.EnumerateArray().Any(rule => LenientJson.Text(rule) is null))
                {
                    return Result<Decision>.Failed("cleared", "expected a list of rules, such as [\"R16\"]");
                }

                lifted = [.. cleared.EnumerateArray().Select(rule => LenientJson.Text(rule)!)];
            }

            var programme = ShippedProgramme.Load();
            var aged = isWrapped ? Aged(json, answers.Value, programme.Condition) : Result<string[]>.Of([]);
            return aged.Succeeded
                ? Result<Decision>.Of(programme.Judge(programme.Condition.Judged(answers.Value, [.. aged.Value]), lifted))
                : Result<Decision>.Failed(aged.Problems);
        }
    }

    /// <summary>The tests that were done too long before the screening; a date after it is refused, whatever was answered.</summary>
    private static Result<string[]> Aged(JsonElement json, Answers answers, Condition condition)
    {
        var hasDate = json.TryGetProperty("on", out var on);
        DateOnly screenedOn = default;
        if (hasDate && (LenientJson.Text(on) is not { } text || !MeasuredDates.TryDate(text, out screenedOn)))
        {
            return Result<string[]>.Failed("on", "expected the date of the screening, such as 2026-03-04");
        }

        if (!json.TryGetProperty("measured", out var dates))
        {
            return Result<string[]>.Of([]);
        }

        if (!hasDate)
        {
            return Result<string[]>.Failed("on", "is missing: it is the date of the screening, which measured needs");
        }

        var measured = MeasuredDates.From(dates, "measured");
        if (!measured.Succeeded)
        {
            return Result<string[]>.Failed(measured.Problems);
        }

        Problem[] late = [.. measured.Value.All.Where(date => date.Value > screenedOn).Select(date => new Problem($"measured.{date.Key}", $"{date.Value:yyyy-MM-dd} is after the screening's date"))];
        return late.Length > 0
            ? Result<string[]>.Failed(late)
            : Result<string[]>.Of([.. condition.AgedTests(answers, measured.Value, screenedOn, null)]);
    }
}
