namespace Footing.Forms;

/// <summary>Answers to other fields of a form, as data: met when any of these fields has one of its words.</summary>
/// <param name="AnyOf">Fields by name, each with the words as the form sends them.</param>
public sealed record FormCondition(ImmutableArray<(string Field, ImmutableArray<string> Words)> AnyOf)
{
    /// <summary>That a field has one of some words.</summary>
    public static FormCondition Of(string field, params ImmutableArray<string> words) => new([(field, words)]);

    /// <summary>Whether the form meets it.</summary>
    public bool IsMet(FormValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return AnyOf.Any(answer => values[answer.Field].Any(answer.Words.Contains));
    }
}
