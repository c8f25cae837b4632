using Footing.Reading;

namespace Footing.Cli;

/// <summary>Reads files and standard input, and reports when they are bad.</summary>
internal static class Input
{
    /// <summary>The name for standard input.</summary>
    public const string Standard = "-";

    /// <summary>The name of a file or standard input in a message.</summary>
    public static string Name(string file) => file == Standard ? "standard input" : file;

    /// <summary>The bytes of a file or of standard input; null after the reason on standard error.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            if (file != Standard)
            {
                return await File.ReadAllBytesAsync(file, cancellation);
            }

            using var bytes = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(bytes, cancellation);
            return bytes.ToArray();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Say(WhyUnreadable(file, problem));
            return null;
        }
    }

    /// <summary>One sentence about a file that cannot be read.</summary>
    public static string WhyUnreadable(string file, Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException or ArgumentException => $"{file}: there is no such file; check the path",
        UnauthorizedAccessException => $"{file}: cannot be read; check that it is a file and that you may read it",
        _ => $"{file}: cannot be read: {problem.Message}",
    };

    /// <summary>One line on standard error for each problem: the file, the line and field, what is wrong.</summary>
    public static int Refuse(string file, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            // A name from the file may hold line breaks or terminal control sequences.
            Say(string.Concat($"{Name(file)}:{problem}".Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)));
        }

        return Exit.BadInput;
    }

    /// <summary>One line of data on standard output.</summary>
    public static async Task WriteLineAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancellation)
    {
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(utf8, cancellation);
        output.WriteByte((byte)'\n');
    }

    /// <summary>A number of something, in words.</summary>
    public static string Count(long number, string one, string many) => $"{number} {(number == 1 ? one : many)}";

    /// <summary>A sentence for people, on standard error.</summary>
    public static void Say(string sentence) => Console.Error.WriteLine(sentence);
}
