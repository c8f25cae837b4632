using System.Text.RegularExpressions;
using Footing.Journal;
using Footing.Quantities;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.Screening;

/// <summary>Reads answers from a form as people fill it in.</summary>
internal static partial class AnswerForm
{
    /// <summary>The answer to one question, or what is wrong with it in the person's words.</summary>
    /// <returns>Exactly one of the two.</returns>
    public static (Answer? Answer, Problem? Problem) Read(string id, IFormCollection form, Texts texts)
    {
        var question = Question.Find(id)!;
        var typed = form[id].ToString().Trim();
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

    /// <summary>A number within the question's row; "7", " 7 " and "7 seconds" alike.</summary>
    private static Answer? Number(string typed, Question question) =>
        NumberWithUnit().Match(typed) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var number
            && number >= question.Least && number <= question.Most
            ? Answer.Of(number)
            : null;

    [GeneratedRegex(@"^([0-9]{1,4})\s*\p{L}*\.?$")]
    private static partial Regex NumberWithUnit();
}
