namespace Footing.Forms;

/// <summary>One field of a form: what it takes, when it is needed, and where its answer is written.</summary>
/// <param name="Name">The name of its control in the form.</param>
/// <param name="Path">The property of the entry, with dots within objects: <c>effort.toe-lift</c>.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Error">What is said when it is missing, or is none of the answers that it takes.</param>
public sealed record FormField(string Name, string Path, FieldKind Kind, FormMessage Error)
{
    /// <summary>Whether an answer is needed; the conditions below limit it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>The only case in which it is needed; null for every case.</summary>
    public FormCondition? NeededIf { get; init; }

    /// <summary>The case in which it is optional even so; null for none.</summary>
    public FormCondition? NeededUnless { get; init; }

    /// <summary>The word that is written when there is no answer and <see cref="DefaultIf"/> is met; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>The only case in which the default is written; null for every case.</summary>
    public FormCondition? DefaultIf { get; init; }

    /// <summary>
    /// Whether its value is in the address of a page that a device keeps, under the field's name, and not in a
    /// control.
    /// </summary>
    public bool IsInAddress { get; init; }

    /// <summary>Where to go when something is wrong with it: the id of an element.</summary>
    public string Target => IsInAddress ? "main" : Name;

    /// <summary>Whether the form must answer it.</summary>
    public bool Needs(FormValues values) =>
        IsNeeded && NeededUnless?.IsMet(values) != true && NeededIf?.IsMet(values) != false;
}
