using System.Text.Json.Nodes;
using Footing.Forms;
using Footing.Journal;
using Footing.Reading;
using Footing.Web.Pages;
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
        var reading = Of(id, texts).Read(SentValues.Of(form));
        return reading.Succeeded
            ? (AnswerIn(reading.Fields["answers"]![id]!.AsValue()), null)
            : (null, reading.Say(texts)[0]);
    }

    /// <summary>The form of one question; it says what is wrong with the question's own words, where it has them.</summary>
    public static EntryForm Of(string id, Texts texts) => ScreeningForms.Asking(Question.Find(id)!, texts.Has($"questions.{id}.error"));

    /// <summary>The values of the controls that ask some questions, as earlier answers fill them in.</summary>
    public static FormValues ValuesOf(Answers answers, IEnumerable<string> questions) => FormValues.Of(
        from id in questions
        let answer = answers[id]
        where answer is not null
        select EntryFields.AnswerTo(Question.Find(id)!).Kind is FieldKind.Whole && answer.Value.Word is { } word
            ? ($"{id}-{word}", word)
            : (id, answer.Value.ToString()));

    private static Answer AnswerIn(JsonValue value) => value.TryGetValue<int>(out var number) ? Answer.Of(number) : Answer.Of(value.GetValue<string>());
}
