namespace Footing.Forms;

/// <summary>What is wrong, as the key of a text.</summary>
/// <param name="Key">The text's key.</param>
public sealed record FormMessage(string Key)
{
    /// <summary>The id of the exercise whose name fills the text's place <c>{exercise}</c>; null for none.</summary>
    public string? Exercise { get; init; }

    /// <summary>The number that the text depends on; null where it depends on none.</summary>
    public int? Count { get; init; }

    /// <summary>The most characters, for a text with the places <c>{most}</c> and <c>{n}</c>, the latter <see cref="Count"/>; null where it has none.</summary>
    public int? Most { get; init; }

    /// <summary>The sentence.</summary>
    /// <exception cref="KeyNotFoundException">A text is missing: a fault of the files or of the code.</exception>
    public string Say(Texts texts, string programme = "")
    {
        ArgumentNullException.ThrowIfNull(texts);
        return (Most, Count) is ({ } most, { } length) ? texts.Say(Key, ("most", most), ("n", length))
            : Count is { } count ? texts.Count(Key, count)
            : Exercise is { } exercise ? texts.Say(Key, ("exercise", texts.Find(programme, $"{exercise}.name") ?? exercise))
            : texts[Key];
    }
}

/// <summary>What is wrong with a form, and where.</summary>
/// <param name="Field">The id of the element to go to: the field's name, or <c>main</c> for what is in the address.</param>
/// <param name="Message">What is said.</param>
public sealed record FormProblem(string Field, FormMessage Message);
