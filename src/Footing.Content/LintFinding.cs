namespace Footing.Content;

/// <summary>What is wrong in a file, and where.</summary>
/// <param name="File">The file, by its path from where the check was started.</param>
/// <param name="Line">From 1; 0 when the file is missing.</param>
/// <param name="Field">The key's path in the file, such as <c>levels.2.dose.reps</c>; empty for the whole file.</param>
/// <param name="Message">One sentence: what was found and what is expected.</param>
public sealed record LintFinding(string File, int Line, string Field, string Message)
{
    /// <summary><c>file:line: field: message</c>.</summary>
    public override string ToString() =>
        Field.Length == 0 ? $"{File}:{Line}: {Message}" : $"{File}:{Line}: {Field}: {Message}";
}

/// <summary>The result of reading files: a value, and all that is wrong. With findings it may be missing.</summary>
/// <param name="Value">The value; null when too much was wrong for it.</param>
/// <param name="Findings">All that is wrong, in the order of files and lines; empty when nothing is.</param>
public sealed record LintResult<T>(T? Value, ImmutableArray<LintFinding> Findings)
    where T : class
{
    /// <summary>The value, if nothing is wrong.</summary>
    /// <exception cref="InvalidDataException">Something is wrong; the message holds every finding.</exception>
    public T ValueOrThrow() => Findings.IsEmpty && Value is not null
        ? Value
        : throw new InvalidDataException(string.Join(Environment.NewLine, Findings));
}
