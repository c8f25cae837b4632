namespace Footing.Content.Tests;

/// <summary>Which words somebody reads whose browser asks for Spanish of one country.</summary>
public sealed class LocalesTests
{
    [Theory]
    [InlineData("es", "es-419")]
    [InlineData("es-ES", "es-ES")]
    [InlineData("ES-es", "es-ES")]
    [InlineData("es-Latn-ES", "es-ES")]
    [InlineData("es-IC", "es-ES")]
    [InlineData("es-GQ", "es-ES")]
    [InlineData("es-MX", "es-419")]
    [InlineData("es-AR", "es-419")]
    [InlineData("es-US", "es-419")]
    [InlineData("es-419", "es-419")]
    [InlineData("es-MX-u-rg-es", "es-419")]
    [InlineData("en-ES", "en")]
    [InlineData("est", null)]
    [InlineData("es_ES", null)]
    [InlineData("*", null)]
    [InlineData("", null)]
    public void Region_of_a_browser_s_tag_says_which_words(string tag, string? language) => ShippedTexts.Nearest(tag).ShouldBe(language);

    [Fact]
    public void Programme_without_differences_has_the_same_words_in_both_locales()
    {
        var folder = Directory.CreateTempSubdirectory("footing-locales-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "texts", "es"));
            File.WriteAllText(Path.Combine(folder.FullName, "texts", "es", "a.yaml"), "title: Hoy\n");
            foreach (var language in (string[])["es-ES", "es-419"])
            {
                var texts = TextsReader.Read(ContentFiles.Below(folder.FullName), "texts/" + language).ValueOrThrow();
                (texts.Language, texts["title"]).ShouldBe((language, "Hoy"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
