using Footing.Journal;
using Footing.Screening;

namespace Footing.Forms;

/// <summary>The safety questions of a condition: one by one, and in the two parts that a device asks without a connection.</summary>
public static class ScreeningForms
{
    /// <summary>The first questions: those of which one answer by itself can need help at once.</summary>
    public static EntryForm First(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var first = condition.DangerQuestions;
        var urgent = first
            .SelectMany(question => question.Choices, (question, word) => (Question: question, Word: word, Danger: condition.DangerIn(question.Id, Answer.Of(word))))
            .Where(answer => answer.Danger is not null)
            .GroupBy(answer => answer.Danger!.Value)
            .OrderByDescending(group => group.Key);
        return new(EntryKind.Screening, ["answers"], [.. first.Select(question => EntryFields.AnswerTo(question) with { IsNeeded = true, Error = Needed })])
        {
            IsPart = true,
            Urgent =
            [
                .. urgent.Select(group => (group.Key, new FormCondition(
                    [.. group.GroupBy(answer => answer.Question.Id, answer => answer.Word).Select(words => (words.Key, words.ToImmutableArray()))]))),
            ],
        };
    }

    /// <summary>The other questions; the answers to the first are in the page's address.</summary>
    public static EntryForm Rest(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(EntryKind.Screening, ["answers"], [.. condition.Questionnaire.Questions.Select(question => condition.DangerQuestions.Contains(question)
            ? EntryFields.AnswerTo(question) with { IsInAddress = true, IsNeeded = true, Error = new("danger.rest.first") }
            : Later(condition.Questionnaire.Find(question.Id)!))]);
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

    private static FormField Later(AskedQuestion asked)
    {
        var field = EntryFields.AnswerTo(asked.Question);
        field = field.Kind is FieldKind.Whole ? WithErrors(field) : field with { Error = Needed };
        return field with
        {
            // Other answers are optional, as everywhere.
            IsNeeded = asked.IsSafety || asked.IsDecisive,
            NeededIf = asked.NeededIf is { } only ? FormCondition.Of(only.Question, [.. only.Words]) : field.NeededIf,
        };
    }

    private static FormField WithErrors(FormField field) => field with
    {
        Error = new($"questions.{field.Name}.error"),
        Kind = field.Kind is FieldKind.Whole { Word: not null } whole ? whole with { BothError = new($"questions.{field.Name}.both") } : field.Kind,
    };
}
