using Footing.Journal;

namespace Footing.Forms;

/// <summary>The fields of every decision of a professional that a person records: who said it, and when.</summary>
public static class DecisionFields
{
    /// <summary>The roles of a professional.</summary>
    public static ImmutableArray<string> Roles { get; } = ["doctor", "podiatrist", "nurse", "physiotherapist", "other"];

    /// <summary>Name, role and date.</summary>
    /// <param name="today">Today in the person's zone.</param>
    internal static ImmutableArray<FormField> Who(DateOnly today) =>
    [
        EntryFields.OwnWords("name") with { Path = "by.name", IsNeeded = true, Error = new("clearance.name-error") },
        new("role", "by.role", new FieldKind.One(Roles), new("clearance.role-error")) { IsNeeded = true },
        new("said", "said", new FieldKind.Date(today.AddDays(-ClearanceEntry.DaysToRecord), today), new("clearance.said-error") { Count = ClearanceEntry.DaysToRecord }) { IsNeeded = true },
    ];
}
