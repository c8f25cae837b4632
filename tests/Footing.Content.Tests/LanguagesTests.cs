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
    [InlineData("es-419")]
    [InlineData("es-ES")]
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

    /// <summary>A second word in brackets, such as "jugo (zumo)", sounds broken when it is read aloud: each country has its own.</summary>
    [Theory]
    [InlineData("es-419")]
    [InlineData("es-ES")]
    public void No_word_has_another_country_s_word_in_brackets(string language)
    {
        var texts = ShippedTexts.Load(language);
        var own = ShippedProgramme.Texts(language);
        own.Keys.Where(key => Brackets().IsMatch(own[key])).ShouldBeEmpty("all words of the programme are read aloud");
        texts.Keys.Where(key => Synonym().IsMatch(texts[key]) && !texts[key].Contains("(Sintrom)", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("today.fast-sugar", "Azúcar de efecto rápido, como un vaso de jugo de fruta", "Azúcar de efecto rápido, como un vaso de zumo de fruta")]
    [InlineData("language.name", "Español (Latinoamérica)", "Español (España)")]
    [InlineData("settings.title", "Configuración", "Ajustes")]
    public void Words_are_those_of_the_country(string key, string america, string spain)
    {
        ShippedTexts.Load("es-419")[key].ShouldBe(america);
        ShippedTexts.Load("es-ES")[key].ShouldBe(spain);
    }

    [Theory]
    [InlineData("ready.worktop", "mesada de la cocina", "encimera")]
    [InlineData("ball-roll.wear", "pantuflas", "zapatillas de casa")]
    [InlineData("support.both-hands-step", "pasamanos", "barandilla")]
    public void Words_of_an_exercise_are_those_of_the_country(string key, string america, string spain)
    {
        var (here, there) = (ShippedProgramme.Texts("es-419")[key], ShippedProgramme.Texts("es-ES")[key]);
        (Has(here, america), Has(here, spain)).ShouldBe((true, false), here);
        (Has(there, america), Has(there, spain)).ShouldBe((false, true), there);
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

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.Ordinal);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    /// <summary>One word in brackets, straight after another and inside a text; a note at its end is no synonym.</summary>
    [GeneratedRegex(@"\p{L} \(\p{L}+(, \p{L}+)*\)(?=.)")]
    private static partial Regex Synonym();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
