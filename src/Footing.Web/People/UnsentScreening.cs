using System.Text.Json;
using Footing.Journal;

namespace Footing.Web.People;

/// <summary>The answers in the draft of a screening: they may show danger before they are sent.</summary>
internal static class UnsentScreening
{
    /// <summary>The answers of a stored draft.</summary>
    /// <param name="json">The draft as stored.</param>
    /// <returns>The answers so far; null when they cannot be read.</returns>
    public static Answers? AnswersOf(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var answers = Answers.From(document.RootElement.GetProperty("answers"), "answers");
            return answers.Succeeded ? answers.Value : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
