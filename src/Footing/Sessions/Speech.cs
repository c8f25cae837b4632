namespace Footing.Sessions;

/// <summary>How long words take to say: an estimate on the slow side, since devices' voices differ.</summary>
public static class Speech
{
    /// <summary>Milliseconds for one word: 120 words a minute.</summary>
    public const int WordMs = 500;

    /// <summary>Milliseconds until a voice begins, and of the silence with which it ends a sentence.</summary>
    public const int BreathMs = 900;

    /// <summary>Milliseconds of the pause at a comma, a colon or a word that is quoted.</summary>
    public const int PauseMs = 250;

    /// <summary>Milliseconds until a single word has begun.</summary>
    private const int OnsetMs = 300;

    /// <summary>
    /// Milliseconds that a sentence takes with the silence after it; 0 for none. Voices differ, so it is compared with
    /// a slow one: the player's tests render every sentence.
    /// </summary>
    public static int Ms(string? text)
    {
        var words = Words(text);
        var pauses = (text ?? "").Count(letter => letter is ',' or ':') + ((text ?? "").Count(letter => letter == '"') / 2);
        return words == 0 ? 0 : (words * WordMs) + (pauses * PauseMs) + BreathMs;
    }

    /// <summary>
    /// Milliseconds until a word on the beat or a count has been heard; 0 for none. The silence after it does not
    /// count: the next word may begin there.
    /// </summary>
    public static int BriefMs(string? text) => Words(text) is var words and > 0 ? (words * WordMs) + OnsetMs : 0;

    /// <summary>The words of a text; a number of two digits or more, such as "seventy-five", counts as three.</summary>
    private static int Words(string? text) => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Sum(word => word.Count(char.IsAsciiDigit) > 1 ? 3 : 1);

    /// <summary>
    /// The sentences of a text: said one by one, each can be shown whole and said again after a pause.
    /// </summary>
    public static ImmutableArray<string> Sentences(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<string>();
        var from = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == ' ' && (text[i - 1] is '.' or '?' or '!' || (i > 1 && text[i - 1] == '"' && text[i - 2] is '.' or '?')))
            {
                sentences.Add(text[from..i]);
                from = i + 1;
            }
        }

        if (from < text.Length)
        {
            sentences.Add(text[from..]);
        }

        return sentences.ToImmutable();
    }
}
