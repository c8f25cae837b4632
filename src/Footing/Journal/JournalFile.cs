namespace Footing.Journal;

/// <summary>A journal as NDJSON: one entry per line, in any order.</summary>
public static class JournalFile
{
    /// <summary>One line that holds an entry.</summary>
    /// <param name="Number">From 1.</param>
    /// <param name="Entry">What was read.</param>
    /// <param name="Utf8">The line's bytes, without its end.</param>
    public sealed record Line(int Number, Entry Entry, ReadOnlyMemory<byte> Utf8);

    /// <summary>Reads a journal.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <returns>
    /// The lines that hold an entry, each id once; or every problem, with the field <c>LINE</c> or <c>LINE: FIELD</c>.
    /// Empty lines are skipped. One id with two contents is a problem.
    /// </returns>
    public static Result<IReadOnlyList<Line>> From(ReadOnlyMemory<byte> utf8)
    {
        var problems = new List<Problem>();
        var lines = new List<Line>();
        var firsts = new Dictionary<Guid, Line>();
        var number = 0;
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        while (!utf8.IsEmpty)
        {
            number++;
            var end = utf8.Span.IndexOf((byte)'\n');
            var text = end < 0 ? utf8 : utf8[..end];
            utf8 = end < 0 ? default : utf8[(end + 1)..];
            text = text.Span is [.., (byte)'\r'] ? text[..^1] : text;
            if (text.Span.Trim(" \t"u8).IsEmpty)
            {
                continue;
            }

            var read = EntryReader.From(text);
            if (!read.Succeeded)
            {
                problems.AddRange(read.Problems.Select(problem => problem with { Field = Place(number, problem.Field) }));
                continue;
            }

            var line = new Line(number, read.Value, text);
            if (firsts.TryAdd(line.Entry.Id, line))
            {
                lines.Add(line);
            }
            else if (!JsonContent.Same(firsts[line.Entry.Id].Utf8, text))
            {
                problems.Add(new(
                    Place(number, "id"),
                    $"{line.Entry.Id} stands in line {firsts[line.Entry.Id].Number} with other content; keep one of them"));
            }
        }

        return problems.Count > 0 ? Result<IReadOnlyList<Line>>.Failed(problems) : Result<IReadOnlyList<Line>>.Of(lines);
    }

    private static string Place(int line, string field) => field.Length == 0 ? $"{line}" : $"{line}: {field}";
}
