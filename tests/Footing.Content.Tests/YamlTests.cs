using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Footing.Content.Tests;

public sealed class YamlTests
{
    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("# nothing but a comment\n", 1, "empty")]
    [InlineData("just words", 1, "keys with values")]
    [InlineData("- a\n- b\n", 1, "keys with values")]
    [InlineData("id: a\n---\nid: b\n", 2, "second document")]
    [InlineData("id: [a, b\n", 2, "not YAML")]
    [InlineData("id: \"a\n", 1, "not YAML")]
    [InlineData("id: a\n  b: c\n", 2, "not YAML")]
    [InlineData("id: a\n\tb: c\n", 2, "tab")]
    [InlineData("? [a]\n: b\n", 1, "plain text")]
    [InlineData("id: *nobody\n", 1, "names no text")]
    [InlineData("a: &a {b: c}\nd: *a\n", 2, "names no text")]
    [InlineData("a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: {n: {o: {p: {q: {r: {}}}}}}}}}}}}}}}}}}\n", 1, "deeper")]
    public void Broken_file_is_a_finding_and_no_exception(string text, int line, string message)
    {
        using var folder = new ProgrammeFolder();
        File.WriteAllText(folder.Of("programme.yaml"), text);

        var finding = Lint.Run(folder.Place).First(finding => finding.Message.Contains(message, StringComparison.Ordinal));

        finding.File.ShouldEndWith("programme.yaml");
        finding.Line.ShouldBe(line);
    }

    [Fact]
    public void File_that_is_no_text_is_a_finding()
    {
        using var folder = new ProgrammeFolder();
        File.WriteAllBytes(folder.Of("sources.yaml"), [0xFF, 0xC0, 0x80]);

        Lint.Run(folder.Place).ShouldContain(finding => finding.File.EndsWith("sources.yaml") && finding.Message.Contains("UTF-8"));
    }

    [Fact]
    public void Every_fault_of_a_file_is_named_at_once()
    {
        using var folder = new ProgrammeFolder();
        folder.Change("exercises/calf-raise.yaml", "position: floor", "position: roof");
        folder.Change("exercises/calf-raise.yaml", "up-ms: 2000", "up-ms: fast");
        folder.Change("exercises/calf-raise.yaml", "number: 4", "numero: 4");

        var fields = Lint.Run(folder.Place).Select(finding => finding.Field).ToList();

        fields.ShouldContain("levels.1.position");
        fields.ShouldContain("levels.1.tempo.up-ms");
        fields.ShouldContain("levels.4.number");
        fields.ShouldContain("levels.4.numero");
    }

    [Fact]
    public void Broken_file_does_not_make_the_rest_look_idle()
    {
        using var folder = new ProgrammeFolder();
        File.WriteAllText(folder.Of("exercises/toe-lift.yaml"), "id: [");

        var findings = Lint.Run(folder.Place);

        findings.ShouldAllBe(finding => finding.File.EndsWith("toe-lift.yaml"));
    }

    [Fact]
    public void Finding_reads_as_file_line_field_message()
    {
        new LintFinding("a.yaml", 3, "dose.sets", "Too small.").ToString().ShouldBe("a.yaml:3: dose.sets: Too small.");
        new LintFinding("a.yaml", 3, "", "The file is empty.").ToString().ShouldBe("a.yaml:3: The file is empty.");
    }

    [Fact]
    public void Missing_directory_is_a_finding()
    {
        Lint.Run(Path.Combine(Path.GetTempPath(), "footing-nowhere")).ShouldContain(finding => finding.ToString().Contains("programme.yaml"));
    }

    [Fact]
    public void End_where_a_value_should_stand_is_a_finding()
    {
        var findings = new List<LintFinding>();

        Yaml.Parse("\0  : *a", "f.yaml", findings).ShouldBeNull();

        findings.ShouldHaveSingleItem().Message.ShouldContain("not YAML");
    }

    /// <summary>Whatever a file contains, reading it gives findings or a value, and never throws.</summary>
    [Property(MaxTest = 300)]
    public Property No_content_makes_reading_throw()
    {
        var pieces = Gen.Elements(
            "id", ":", " ", "\n", "\n  ", "- ", "[", "]", "{", "}", "\"", "'", "&a", "*a", "!", "|", ">", "#", "---", "...", "?", ",", "\t", "%", "@", "1", "\u0085", "\0", "é");
        var texts = Gen.ListOf(pieces).Select(list => string.Concat(list));
        return Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var findings = new List<LintFinding>();
            var node = Yaml.Parse(text, "f.yaml", findings);
            return (node is not null || findings.Count > 0) && findings.All(finding => finding.Line >= 1);
        });
    }
}
