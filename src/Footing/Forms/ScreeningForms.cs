using Footing.Journal;
using Footing.Screening;

namespace Footing.Forms;

/// <summary>The safety questions: one by one, and in the two parts that a device asks without a connection.</summary>
public static class ScreeningForms
{
    /// <summary>The first questions: those of which one answer by itself can need help at once.</summary>
    public static EntryForm First { get; }

    /// <summary>The other questions; the answers to the first stand in the page's address.</summary>
    public static EntryForm Rest { get; }

    static ScreeningForms()
    {
        var first = Rules.DangerQuestions;
        var urgent = first.SelectMany(question => question.Choices, (question, word) => (Question: question, Word: word, Danger: Decision.DangerIn(question.Id, Answer.Of(word))))
            .Where(answer => answer.Danger is not null)
            .GroupBy(answer => answer.Danger!.Value)
            .OrderByDescending(group => group.Key);
        First = new(EntryKind.Screening, ["answers"], [.. first.Select(question => EntryFields.AnswerTo(question) with { IsNeeded = true, Error = Needed })])
        {
            IsPart = true,
            Urgent =
            [
                .. urgent.Select(group => (group.Key, new FormCondition(
                    [.. group.GroupBy(answer => answer.Question.Id, answer => answer.Word).Select(words => (words.Key, words.ToImmutableArray()))]))),
            ],
        };
        Rest = new(EntryKind.Screening, ["answers"], [.. Question.All.Select(question => first.Contains(question)
            ? EntryFields.AnswerTo(question) with { IsInAddress = true, IsNeeded = true, Error = new("danger.rest.first") }
            : Later(question))]);
    }

    private static FormMessage Needed => new("danger.questions.needed");

    /// <summary>The form of one question, with all its own words.</summary>
    /// <param name="question">The question.</param>
    /// <param name="hasError">Whether the question has a sentence of its own for a missing answer.</param>
    public static EntryForm Asking(Question question, bool hasError)
    {
        var field = EntryFields.AnswerTo(question) with { IsNeeded = true };
        return new(EntryKind.Screening, ["answers"], [hasError ? WithErrors(field) : field]);
    }

    private static FormField Later(Question question)
    {
        var field = EntryFields.AnswerTo(question);
        field = field.Kind is FieldKind.Whole ? WithErrors(field) : field with { Error = Needed };
        // These decide whether and how somebody may exercise; the others are optional, as everywhere.
        return question.Id switch
        {
            "diabetes" => field with { IsNeeded = true },
            "insulin-or-sulfonylurea" => field with { IsNeeded = true, NeededIf = FormCondition.Of("diabetes", "yes", "unsure") },
            _ => field with { IsNeeded = question.IsSafety },
        };
    }

    private static FormField WithErrors(FormField field) => field with
    {
        Error = new($"questions.{field.Name}.error"),
        Kind = field.Kind is FieldKind.Whole { Word: not null } whole ? whole with { BothError = new($"questions.{field.Name}.both") } : field.Kind,
    };
}
