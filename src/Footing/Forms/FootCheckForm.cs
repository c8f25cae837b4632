using Footing.Journal;
using Footing.Screening;

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

    /// <summary>
    /// The form: observer, skin, heat, swelling and calf, what is old and known, and the temperatures of both feet if they
    /// were measured.
    /// </summary>
    public static EntryForm Form { get; } = new(
        EntryKind.FootCheck,
        ["skin", "heat", "swelling", "calf", "known", "looked", "sideDifferenceC"],
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
            Needed(EntryFields.Calf),
            EntryFields.Known,
            Temperature("left", 1),
            Temperature("right", -1),
        ]);

    /// <summary>The form for people with a condition: what is an emergency by itself leads to help at once.</summary>
    /// <param name="condition">The condition whose rule says how urgent black skin is.</param>
    public static EntryForm Of(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.BlackSkinRule?.Urgency is { } urgency && urgency.IsEmergency()
            ? Form with { Urgent = [(urgency, FormCondition.Of("skin", Vocabulary.SkinFindings[SkinFinding.Black]))] }
            : Form;
    }

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
            ("calf", seen && check.Calf is { } calf ? Vocabulary.YesNoUnsure[calf] : ""),
            .. check.Known.Select(known => ("known", Vocabulary.KnownFindings[known])),
        ]);
    }

    private static FormField Needed(FormField field) =>
        field with { IsNeeded = true, NeededUnless = Unseen, Error = new($"foot-check.{field.Name}.error") };

    private static FormField Temperature(string foot, int sign) =>
        new(foot, "sideDifferenceC", new FieldKind.Degrees(LeastDegrees, MostDegrees, sign), new($"foot-check.warmth.{foot}-error"));
}
