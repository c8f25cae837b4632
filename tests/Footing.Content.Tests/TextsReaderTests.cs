using Footing.Wording;

namespace Footing.Content.Tests;

public sealed class TextsReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("footing-texts-");

    [Fact]
    public void Maps_join_their_keys_and_lists_count_from_one()
    {
        Write("en/a.yaml", "today:\n  title: Today\n  ready:\n    - Chair\n    - Ball\n");

        var texts = Read("en").ValueOrThrow();

        texts.Language.ShouldBe("en");
        texts["today.title"].ShouldBe("Today");
        texts.List("today.ready").ShouldBe(["Chair", "Ball"]);
    }

    [Fact]
    public void Every_file_of_a_language_joins_and_other_languages_do_not()
    {
        Write("en/a.yaml", "a: A\n");
        Write("en/deep/b.yaml", "b: B\n");
        Write("es/a.yaml", "c: C\n");

        Read("en").ValueOrThrow().Keys.ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public void Words_that_look_like_yes_or_a_number_stay_words()
    {
        Write("en/a.yaml", "answer:\n  yes: Yes\n  no: No\n  112: 112\n");

        var texts = Read("en").ValueOrThrow();

        texts["answer.no"].ShouldBe("No");
        texts["answer.112"].ShouldBe("112");
    }

    [Fact]
    public void Folded_words_have_no_line_end()
    {
        Write("en/a.yaml", "a: >-\n  One\n  two.\nb: >\n  Three.\n");

        var texts = Read("en").ValueOrThrow();

        texts["a"].ShouldBe("One two.");
        texts["b"].ShouldBe("Three.");
    }

    [Fact]
    public void Key_in_two_files_is_a_finding_in_the_second()
    {
        Write("en/a.yaml", "a: A\n");
        Write("en/b.yaml", "\na: B\n");

        var reading = Read("en");

        reading.Value.ShouldBeNull();
        var finding = reading.Findings.ShouldHaveSingleItem();
        finding.File.ShouldEndWith("en/b.yaml");
        finding.Line.ShouldBe(2);
        finding.Field.ShouldBe("a");
        finding.Message.ShouldContain("en/a.yaml:1");
    }

    [Fact]
    public void Folder_that_is_no_language_is_a_finding()
    {
        Write("english_words/a.yaml", "a: A\n");

        Read("english_words").Findings.ShouldHaveSingleItem().Message.ShouldContain("no language");
    }

    [Fact]
    public void Language_without_files_has_no_texts()
    {
        Read("en").ValueOrThrow().Keys.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private LintResult<Texts> Read(string language) => TextsReader.Read(ContentFiles.Below(_folder.FullName), language);

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
