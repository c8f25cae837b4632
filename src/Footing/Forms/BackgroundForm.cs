using Footing.Journal;

namespace Footing.Forms;

/// <summary>What the person knows about cause, treatment and medicines. Every question is optional; nothing is evaluated.</summary>
public static class BackgroundForm
{
    /// <summary>The causes that can be chosen.</summary>
    public static ImmutableArray<string> Causes { get; } = 
        ["diabetes", "injury", "shingles", "autoimmune", "chemotherapy", "alcohol", "b12", "spine", "inherited", "unknown", "not-asked"];

    /// <summary>The sites that can be chosen.</summary>
    public static ImmutableArray<string> Sites { get; } = ["toes", "soles", "heels", "tops", "ankles", "calves", "one-side", "hands"];

    /// <summary>The form.</summary>
    public static EntryForm Form { get; } = new(
        EntryKind.Background,
        ["causesTold", "sites", "since", "treatments", "medicines"],
        [
            new("cause", "causesTold", new FieldKind.Several(Causes), EntryFields.Choose),
            EntryFields.OwnWords("causeOther") with { Path = "causesTold", Kind = new FieldKind.Text { IsItem = true, LengthError = EntryFields.TooLong } },
            EntryFields.OwnWords("since"),
            new("sites", "sites", new FieldKind.Several(Sites), EntryFields.Choose),
            EntryFields.OwnWords("treatments", FieldKind.Text.Long),
            EntryFields.OwnWords("medicines", FieldKind.Text.Long),
        ]);
}
