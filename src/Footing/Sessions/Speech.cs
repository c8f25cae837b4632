namespace Footing.Sessions;

/// <summary>How long words take to say: an estimate on the slow side, since devices' voices differ.</summary>
public static class Speech
{
    /// <summary>Milliseconds for one word: 120 words a minute.</summary>
    public const int WordMs = 500;

    /// <summary>Milliseconds until a voice begins and after it ends.</summary>
    public const int BreathMs = 300;

    /// <summary>Milliseconds that a text takes; 0 for none. A number of two digits or more counts as two words.</summary>
    public static int Ms(string? text)
    {
        var words = 0;
        foreach (var word in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words += word.Count(char.IsAsciiDigit) > 1 ? 2 : 1;
        }

        return words == 0 ? 0 : (words * WordMs) + BreathMs;
    }

    /// <summary>The sentences of a text: said one by one, each can be shown whole and said again after a pause.</summary>
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
