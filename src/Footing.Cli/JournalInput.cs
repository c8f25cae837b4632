using Footing.Journal;

namespace Footing.Cli;

/// <summary>A journal from a file or standard input.</summary>
internal static class JournalInput
{
    /// <summary>The journal's lines; null after lines on standard error with what is wrong.</summary>
    public static async Task<IReadOnlyList<JournalFile.Line>?> ReadAsync(string file, CancellationToken cancellation)
    {
        if (await Input.ReadAsync(file, cancellation) is not { } bytes)
        {
            return null;
        }

        var read = JournalFile.From(bytes);
        if (read.Succeeded)
        {
            return read.Value;
        }

        Input.Refuse(file, read.Problems);
        return null;
    }
}
