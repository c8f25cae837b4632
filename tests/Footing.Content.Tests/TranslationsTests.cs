using Footing.Testing;

namespace Footing.Content.Tests;

/// <summary>Translations that have fallen behind the English words are found.</summary>
public sealed class TranslationsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("footing-translations-").FullName;

    public TranslationsTests()
    {
        Write("en/a.yaml", "title: Today\nmore:\n  - One\n  - Two\n");
        Write("es/a.yaml", "title: Hoy\nmore:\n  - Uno\n  - Dos\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Texts_that_are_shipped_are_up_to_date()
    {
        Translations.Check(Repository.Find("texts")).ShouldBeEmpty();
        Translations.Check(Repository.Find("conditions", "neuropathic-foot")).ShouldBeEmpty();
        Translations.Check(Repository.Find("programmes", "neuropathic-foot")).ShouldBeEmpty();
    }

    [Fact]
    public void Changed_English_words_name_the_translation_by_file_line_and_key()
    {
        Translations.Record(_folder, "es", []).ShouldBe(3);
        Translations.Check(_folder).ShouldBeEmpty();
        Write("en/a.yaml", "title: Today\nmore:\n  - One\n  - Three\n");

        var finding = Translations.Check(_folder).ShouldHaveSingleItem();
        finding.File.ShouldEndWith("es/a.yaml");
        (finding.Line, finding.Field).ShouldBe((4, "more.2"));
        finding.Message.ShouldContain("The English words have changed since this was translated");

        Translations.Record(_folder, "es", ["title"]).ShouldBe(0);
        Translations.Check(_folder).ShouldHaveSingleItem("another text's mark mends nothing");
        Translations.Record(_folder, "es", ["more.2"]).ShouldBe(1);
        Translations.Check(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void New_texts_and_gone_ones_are_named_until_it_is_written_down()
    {
        Translations.Check(_folder).Length.ShouldBe(3);
        Translations.Record(_folder, "es", []);
        Write("en/a.yaml", "title: Today\nlater: Later\n");
        Write("es/a.yaml", "title: Hoy\nlater: Luego\n");

        Translations.Check(_folder).Select(finding => finding.Field).ShouldBe(["later", "more.1", "more.2"]);
        Translations.Record(_folder, "es", []);
        Translations.Check(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void Words_of_a_country_are_marked_by_the_words_that_they_differ_from()
    {
        Translations.Record(_folder, "es-419", []).ShouldBe(3);
        Write("es-ES.yaml", "more:\n  - Un\n");
        Translations.Check(_folder).ShouldHaveSingleItem().Message.ShouldContain("It is not written down which words in es this was changed from");
        Translations.Record(_folder, "es-ES", []).ShouldBe(1);
        Translations.Check(_folder).ShouldBeEmpty();

        Write("es/a.yaml", "title: El día\nmore:\n  - Uno solo\n  - Dos\n");
        var finding = Translations.Check(_folder).ShouldHaveSingleItem();
        finding.File.ShouldEndWith("es-ES.yaml");
        (finding.Line, finding.Field).ShouldBe((2, "more.1"));
        finding.Message.ShouldContain("The words in es have changed since this was changed");
    }

    [Fact]
    public void Words_of_a_country_that_differ_from_nothing_are_named()
    {
        Write("es-ES.yaml", "title: Hoy\ntitel: Hoy día\n");
        Translations.Record(_folder, "es", []);
        Translations.Record(_folder, "es-ES", []);

        Translations.Check(_folder).Select(finding => (finding.Line, finding.Field, finding.Message.Split(':')[0])).ShouldBe(
        [
            (1, "title", "These words are those of es"),
            (2, "titel", "There is no such text in es, so nothing can differ from it"),
        ]);
    }

    [Theory]
    [InlineData("en", "title", "There are no texts in \"en\": the languages are es.")]
    [InlineData("fr", "title", "There are no texts in \"fr\": the languages are es.")]
    [InlineData("es", "titel", "There is no text \"titel\" in \"es\".")]
    public void What_is_not_there_is_named_and_nothing_is_written(string language, string key, string message)
    {
        Should.Throw<ArgumentException>(() => Translations.Record(_folder, language, [key])).Message.ShouldBe(message);
        Directory.Exists(Path.Combine(_folder, "translated")).ShouldBeFalse();
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
