using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Forms;
using Footing.Journal;
using Footing.Programmes;
using Footing.Wording;

namespace Footing.Web.JournalHistory;

/// <summary>One field of the form that corrects an entry, in words.</summary>
/// <param name="Field">The field.</param>
/// <param name="Question">The question.</param>
/// <param name="Say">The text of a word to choose.</param>
public sealed record CorrectionQuestion(FormField Field, string Question, Func<string, string> Say)
{
    /// <summary>What it belongs to, such as an exercise; null for the entry as a whole.</summary>
    public string? Group { get; init; }

    /// <summary>The form that corrects an item; null for a kind without a form.</summary>
    internal static EntryForm? FormOf(TimelineItem record, Programme programme, Texts texts) =>
        CorrectionForm.Of(record.Shown, record.Shown is SessionEntry session ? ExercisesOf(session, record, programme, texts) : []);

    /// <summary>The questions of a form.</summary>
    internal static ImmutableArray<CorrectionQuestion> Of(EntryForm form, Programme programme, Texts texts) =>
        [.. form.Fields.Select(field => Of(field, programme, texts))];

    private static CorrectionQuestion Of(FormField field, Programme programme, Texts texts)
    {
        string Name(string exercise) => texts.NameOf(ExerciseId.Of(exercise), programme);
        return (field.Path.Split('.'), field.Kind) switch
        {
            ([var what, var exercise], _) => Numbers(field, texts.Say($"history.fields.{(what == "pain" ? "pain-in" : what)}", ("exercise", Name(exercise))), texts) with { Group = Name(exercise) },
            (_, FieldKind.Whole) => new(field, texts[$"history.form.{field.Path}"], word => word),
            (_, FieldKind.Several) when texts.Has($"history.fields.{field.Name}.label") => new(field, texts[$"history.fields.{field.Name}.label"], word => texts[$"history.fields.{field.Name}.{word}"]),
            (_, FieldKind.Several) => new(field, texts[$"history.fields.{field.Name}"], Name),
            (_, FieldKind.One { Least: not null }) => Numbers(field, texts[$"history.fields.{field.Name}"], texts),
            _ => new(field, texts[$"history.fields.{field.Path}.label"], word => texts.Has($"history.fields.{field.Path}.{word}") ? texts[$"history.fields.{field.Path}.{word}"] : texts["history.no-answer"]),
        };
    }

    private static CorrectionQuestion Numbers(FormField field, string question, Texts texts) => new(field, question, _ => texts["history.no-answer"]);

    private static ImmutableArray<string> ExercisesOf(SessionEntry session, TimelineItem record, Programme programme, Texts texts) =>
    [
        .. texts.InOrder([.. record.Sets.Select(set => set.Exercise), .. session.Effort.Keys, .. session.Pain.Keys, .. session.Cramp], programme)
            .Select(exercise => exercise.Id()),
    ];
}
