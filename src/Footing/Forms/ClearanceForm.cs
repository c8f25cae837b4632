using Footing.Journal;

namespace Footing.Forms;

/// <summary>What a professional said to the person: who, when, and about which rules.</summary>
public static class ClearanceForm
{
    /// <summary>The form.</summary>
    /// <param name="rules">The names of the rules that can be lifted, in the order in which they are shown.</param>
    /// <param name="today">Today in the person's zone.</param>
    public static EntryForm Of(ImmutableArray<string> rules, DateOnly today) => new EntryForm(
        EntryKind.Clearance,
        ["rules", "by", "source", "said", "note"],
        [
            new("rules", "rules", new FieldKind.Several(rules), new("clearance.what-error")) { IsNeeded = true },
            .. DecisionFields.Who(today),
            EntryFields.OwnWords("note", FieldKind.Text.Long),
        ]).Knowing("source", Answer.Of(ClearanceEntry.FromPerson));
}
