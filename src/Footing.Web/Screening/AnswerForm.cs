using Footing.Journal;
using Footing.Reading;
using Footing.Wording;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.Screening;

/// <summary>Reads answers from a form as people fill it in.</summary>
internal static class AnswerForm
{
    /// <summary>The answer to one question, or what is wrong with it in the person's words.</summary>
    /// <returns>Exactly one of the two.</returns>
    public static (Answer? Answer, Problem? Problem) Read(string id, IFormCollection form, Texts texts)
    {
        var question = Question.Find(id)!;
        var typed = TypedInput.Normalize(form[id].ToString());
        if (question.Least is null || id == "touch-test")
        {
            Answer? chosen = question.Words.Contains(typed) ? Answer.Of(typed) : Number(typed, question);
            return chosen is null ? (null, new(id, Sentence(id, texts))) : (chosen, null);
        }

        var notDone = form[$"{id}-not-done"].Count > 0;
        return (notDone, Number(typed, question)) switch
        {
            (true, _) when typed.Length > 0 => (null, new(id, texts[$"questions.{id}.both"])),
            (true, _) => (Answer.Of("not-done"), null),
            (false, { } number) => (number, null),
            _ => (null, new(id, texts[$"questions.{id}.error"])),
        };
    }

    private static string Sentence(string id, Texts texts) =>
        texts.Has($"questions.{id}.error") ? texts[$"questions.{id}.error"] : texts["answers.choose"];

    /// <summary>A number in the question's range; "7", " 7 " and "7 seconds" are the same.</summary>
    private static Answer? Number(string typed, Question question) =>
        question is { Least: { } least, Most: { } most } && TypedInput.Whole(typed, least, most) is { } number ? Answer.Of(number) : null;
}
