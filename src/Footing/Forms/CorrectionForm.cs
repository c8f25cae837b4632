using Footing.Journal;

namespace Footing.Forms;

/// <summary>The form that corrects an entry: the fields of its kind, named by their paths in the entry.</summary>
public static class CorrectionForm
{
    /// <summary>The value that is sent for "no answer".</summary>
    public const string None = "none";

    /// <summary>The form of an entry; null for a kind without one.</summary>
    /// <param name="entry">The entry as it is effective.</param>
    /// <param name="exercises">The ids of the exercises that a session asks about; empty for other kinds.</param>
    public static EntryForm? Of(Entry entry, ImmutableArray<string> exercises) => entry switch
    {
        SessionEntry => Made(
            entry,
            [
                Optional(EntryFields.PainBefore),
                Optional(EntryFields.PainAfter),
                .. exercises.SelectMany(exercise => new[] { Optional(EntryFields.EffortOf(exercise)), Optional(EntryFields.PainIn(exercise)) }),
                .. exercises.IsEmpty ? ImmutableArray<FormField>.Empty : [EntryFields.Cramp(exercises) with { Error = Choose }],
                Optional(EntryFields.StopReason),
            ]),
        SetEntry { InSeconds: var inSeconds } => Made(entry, [Done(inSeconds)]),
        FootCheckEntry => Made(entry, [Required(EntryFields.Skin), Optional(EntryFields.Heat), Optional(EntryFields.Swelling), Optional(EntryFields.Calf), EntryFields.Known with { Error = Choose }, Optional(EntryFields.Looked)]),
        NextMorningEntry { Pain: null } => Made(entry, [Required(EntryFields.PainRaised)]),
        NextMorningEntry => Made(entry, [Required(EntryFields.MorningPain), Required(EntryFields.Because)]),
        AdverseEventEntry => Made(entry, [Required(EntryFields.What)]),
        CheckInEntry { Span: CheckInSpan.Day } => Made(entry, [Optional(EntryFields.Pain), Optional(EntryFields.NightsWoken)]),
        CheckInEntry => Made(
            entry,
            [
                Optional(EntryFields.Pain), Optional(EntryFields.WorstPain), Optional(EntryFields.NightsWoken), EntryFields.WalkingMinutes, EntryFields.Rests,
                Optional(EntryFields.Mood), Optional(EntryFields.Change),
            ]),
        _ => null,
    };

    private static FormMessage Choose => new("history.form.choose-error");

    private static EntryForm Made(Entry entry, ImmutableArray<FormField> fields) =>
        new(Vocabulary.EntryKinds.Find(EntryReader.KindOf(entry))!.Value, [.. fields.Select(field => field.Path.Split('.')[0]).Distinct()], fields);

    private static FormField Done(bool inSeconds) => (inSeconds ? EntryFields.Seconds : EntryFields.Reps) with { IsNeeded = true };

    private static FormField Required(FormField field) => field with { IsNeeded = true, Error = Choose };

    private static FormField Optional(FormField field) => field with { Kind = (FieldKind.One)field.Kind with { NoAnswer = None }, Error = Choose };
}
