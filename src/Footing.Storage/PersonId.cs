namespace Footing.Storage;

/// <summary>
/// The id of a person whose data is stored: of their journal, their drafts, their key, and what a device keeps of them.
/// Any UUID, of whatever version: the home's person has one of version 7.
/// </summary>
/// <param name="Value">The id as it is stored.</param>
public readonly record struct PersonId(Guid Value)
{
    /// <summary>The id as it is written: 36 characters in lower case, with hyphens.</summary>
    public override string ToString() => Value.ToString("D");
}
