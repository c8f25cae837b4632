using System.Text.RegularExpressions;

namespace Footing.Content.Tests;

/// <summary>Each language has the words that English has, with the same places to fill, in sentences that are easy to read.</summary>
public sealed partial class LanguagesTests
{
    public static TheoryData<string> Others { get; } = [.. ShippedTexts.Languages.Where(language => language != "en")];

    /// <summary>A text that depends on a number may have more or fewer forms in another language; all else is the same.</summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void Same_keys_with_the_same_places(string language)
    {
        var (english, other) = (ShippedTexts.Load("en").In("neuropathic-foot"), ShippedTexts.Load(language).In("neuropathic-foot"));

        other.Keys.Except(english.Keys).ShouldBeEmpty();
        english.Keys.Except(other.Keys).Where(key => key != "language.reviewed-by").ShouldBeEmpty();
        english.Keys.Where(key => !Places(english[key]).SetEquals(Places(other[key]))).ShouldBeEmpty();
    }

    /// <summary>A sentence of more than three words that is English word for word has not been translated.</summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void No_sentence_is_still_English(string language)
    {
        var (english, other) = (ShippedTexts.Load("en").In("neuropathic-foot"), ShippedTexts.Load(language).In("neuropathic-foot"));

        other.Keys.Where(key => english.Has(key) && english[key] == other[key] && english[key].Split(' ').Length > 3).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Words_are_easy_to_read(string language)
    {
        var texts = ShippedTexts.Load(language).In("neuropathic-foot");
        var hard = new List<string>();
        foreach (var group in texts.Keys.GroupBy(key => key.Split('.')[0]))
        {
            var sentences = group.SelectMany(key => ReadingEase.Sentences(texts[key])).ToList();
            // A score of a few words says nothing.
            if (sentences.Sum(sentence => sentence.Count) < 60)
            {
                continue;
            }

            var ease = language == "en" ? ReadingEase.FleschKincaidGrade(sentences) : ReadingEase.Inflesz(sentences);
            if (language == "en" ? ease > 6 : ease < 65)
            {
                hard.Add($"{group.Key}: {ease:0.0}");
            }
        }

        hard.ShouldBeEmpty();
    }

    /// <summary>Sentences whose measures are known, so that a formula that always answers "easy" is noticed.</summary>
    [Fact]
    public void Hard_sentences_are_told_from_easy_ones()
    {
        const string hard = "Individuals experiencing peripheral neuropathy should systematically incorporate individualised multidisciplinary rehabilitation interventions.";
        const string difficult = "Las personas con neuropatía periférica deberían incorporar sistemáticamente intervenciones multidisciplinarias individualizadas de rehabilitación.";

        ReadingEase.FleschKincaidGrade(ReadingEase.Sentences(hard)).ShouldBeGreaterThan(15);
        ReadingEase.FleschKincaidGrade(ReadingEase.Sentences("The cat sat on the mat. It was warm.")).ShouldBeLessThan(1);
        ReadingEase.Inflesz(ReadingEase.Sentences(difficult)).ShouldBeLessThan(20);
        ReadingEase.Inflesz(ReadingEase.Sentences("El gato está en la mesa. Hace calor.")).ShouldBeGreaterThan(80);
    }

    [Theory]
    [InlineData("en", "banana", 3)]
    [InlineData("en", "raise", 1)]
    [InlineData("en", "exercise", 3)]
    [InlineData("es", "aéreo", 4)]
    [InlineData("es", "puntillas", 3)]
    [InlineData("es", "guía", 2)]
    [InlineData("es", "queso", 2)]
    [InlineData("es", "ciudad", 2)]
    public void Syllables_are_counted(string language, string word, int syllables) =>
        (language == "en" ? ReadingEase.EnglishSyllables(word) : ReadingEase.SpanishSyllables(word)).ShouldBe(syllables);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
