using Footing.Journal;

namespace Footing.Forms;

/// <summary>What a professional said to the person: who, and about which rules.</summary>
public static class ClearanceForm
{
    /// <summary>The roles of a professional.</summary>
    public static ImmutableArray<string> Roles { get; } = ["doctor", "podiatrist", "nurse", "physiotherapist", "other"];

    /// <summary>The form.</summary>
    /// <param name="rules">The names of the rules that can be lifted, in the order in which they are shown.</param>
    public static EntryForm Of(ImmutableArray<string> rules) => new EntryForm(
        EntryKind.Clearance,
        ["rules", "by", "source", "note"],
        [
            new("rules", "rules", new FieldKind.Several(rules), new("clearance.what-error")) { IsNeeded = true },
            EntryFields.OwnWords("name") with { Path = "by.name", IsNeeded = true, Error = new("clearance.name-error") },
            new("role", "by.role", new FieldKind.One(Roles), new("clearance.role-error")) { IsNeeded = true },
            EntryFields.OwnWords("note", FieldKind.Text.Long),
        ]).Knowing("source", Answer.Of(ClearanceEntry.FromPerson));
}
