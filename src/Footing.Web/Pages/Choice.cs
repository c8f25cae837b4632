namespace Footing.Web.Pages;

/// <summary>An answer to choose.</summary>
/// <param name="Value">What is sent and stored.</param>
/// <param name="Text">What the person reads.</param>
public readonly record struct Choice(string Value, string Text)
{
    /// <summary>What the entry says for it, if that is another word; null if not.</summary>
    public string? Written { get; init; }

    /// <summary>
    /// Where the script that makes entries goes at once when it is chosen; of several, to the first. Null for nowhere.
    /// </summary>
    public string? Leads { get; init; }
}
