using Footing.Journal;

namespace Footing.Forms;

/// <summary>The foot check.</summary>
public static class FootCheckForm
{
    /// <summary>An answer to the question about the skin: not sure, which is written as a mark.</summary>
    public const string Unsure = "unsure";

    /// <summary>The lowest temperature of a foot that is accepted, in degrees Celsius.</summary>
    public const int LeastDegrees = 15;

    /// <summary>The highest.</summary>
    public const int MostDegrees = 45;

    // If nobody could look, nothing is known about the skin; the rules handle that.
    private static readonly FormCondition Unseen = FormCondition.Of("looked", Vocabulary.Observers[Observer.Nobody]);

    /// <summary>The form: observer, skin, heat and swelling, and the temperatures of both feet if they were measured.</summary>
    public static EntryForm Form { get; } = new(
        EntryKind.FootCheck,
        ["skin", "heat", "swelling", "looked", "sideDifferenceC"],
        [
            Needed(EntryFields.Looked) with { NeededUnless = null },
            Needed(EntryFields.Skin) with
            {
                Kind = new FieldKind.One([.. Vocabulary.SkinFindings.Words, Unsure])
                {
                    Written = ImmutableSortedDictionary<string, string>.Empty.Add(Unsure, Vocabulary.SkinFindings[SkinFinding.Mark]),
                },
                Default = Vocabulary.SkinFindings[SkinFinding.Clear],
                DefaultIf = Unseen,
            },
            Needed(EntryFields.Heat),
            Needed(EntryFields.Swelling),
            Temperature("left", 1),
            Temperature("right", -1),
        ]);

    /// <summary>The answers that a recorded check gives, to be corrected; without temperatures, which are not recorded.</summary>
    public static FormValues ValuesOf(FootCheckEntry check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var seen = check.ObservedBy != Observer.Nobody;
        return FormValues.Of(
        [
            ("looked", check.ObservedBy is { } observer ? Vocabulary.Observers[observer] : ""),
            ("skin", seen ? Vocabulary.SkinFindings[check.Skin] : ""),
            ("heat", seen && check.Heat is { } heat ? Vocabulary.YesNoUnsure[heat] : ""),
            ("swelling", seen && check.Swelling is { } swelling ? Vocabulary.YesNoUnsure[swelling] : ""),
        ]);
    }

    private static FormField Needed(FormField field) =>
        field with { IsNeeded = true, NeededUnless = Unseen, Error = new($"foot-check.{field.Name}.error") };

    private static FormField Temperature(string foot, int sign) =>
        new(foot, "sideDifferenceC", new FieldKind.Degrees(LeastDegrees, MostDegrees, sign), new($"foot-check.warmth.{foot}-error"));
}
