using System.Text;
using Footing.Journal;
using Footing.Reading;

namespace Footing.Tests.Journal;

/// <summary>A journal file is read line by line, and every problem names its line and field.</summary>
public sealed class JournalFileTests
{
    private const string Fall = """{"id":"01956f4e-0000-7000-8000-000000000001","at":"2026-03-04T09:00:00+00:00","kind":"event","what":"fall"}""";
    private const string Dizzy = """{"id":"01956f4e-0000-7000-8000-000000000002","at":"2026-03-04T10:00:00+00:00","kind":"event","what":"dizzy"}""";

    [Fact]
    public void Entries_are_read_in_the_file_s_order_with_their_lines_and_bytes()
    {
        var lines = Read(Dizzy + "\n" + Fall + "\n").Value;

        lines.Select(line => line.Number).ShouldBe([1, 2]);
        lines.Select(line => Encoding.UTF8.GetString(line.Utf8.Span)).ShouldBe([Dizzy, Fall]);
        lines[1].Entry.ShouldBeOfType<AdverseEventEntry>().Event.ShouldBe(AdverseEvent.Fall);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n \t \n")]
    [InlineData("\uFEFF")]
    public void Empty_file_is_an_empty_journal(string text) => Read(text).Value.ShouldBeEmpty();

    [Theory]
    [InlineData(Fall + "\n" + Dizzy)]
    [InlineData(Fall + "\r\n" + Dizzy + "\r\n")]
    [InlineData("\uFEFF" + Fall + "\n" + Dizzy + "\n")]
    [InlineData("\t" + Fall + " \n\n\t\n" + Dizzy + "\t\n")]
    public void Byte_order_mark_carriage_returns_tabs_and_blank_lines_do_no_harm(string text) =>
        Read(text).Value.Select(line => line.Entry.Id).ShouldBe(
        [
            Guid.Parse("01956f4e-0000-7000-8000-000000000001"),
            Guid.Parse("01956f4e-0000-7000-8000-000000000002"),
        ]);

    [Fact]
    public void Lines_are_counted_from_1_and_blank_ones_too() =>
        Read("\r\n" + Fall + "\n\n{\"id\":1}\n").Problems.Select(problem => problem.Field).ShouldBe(["4: id", "4: at", "4: kind"]);

    [Fact]
    public void Every_problem_of_every_line_is_named()
    {
        var problems = Read("nonsense\n" + Fall.Replace("fall", "trip", StringComparison.Ordinal) + "\n" + Dizzy.Replace("2026-03-04T10:00:00+00:00", "today", StringComparison.Ordinal)).Problems;

        problems.Select(problem => problem.Field).ShouldBe(["1", "2: what", "3: at"]);
        problems.ShouldAllBe(problem => problem.Message.Length > 0);
    }

    [Fact]
    public void Same_entry_twice_counts_once() => Read(Fall + "\n" + Fall + "\n").Value.ShouldHaveSingleItem();

    [Fact]
    public void Same_content_with_its_members_in_another_order_counts_once() => Read(
        Fall + "\n" + """{ "what":"fall", "kind":"event", "at":"2026-03-04T09:00:00+00:00", "id":"01956f4e-0000-7000-8000-000000000001" }""")
        .Value.ShouldHaveSingleItem();

    [Theory]
    [InlineData("\"what\":\"fall\"", "\"what\":\"near-fall\"")]
    [InlineData("T09:00:00+00:00", "T10:00:00+01:00")]
    [InlineData("\"what\":\"fall\"", "\"what\":\"fall\",\"note\":\"on the stairs\"")]
    public void Same_id_with_other_content_is_a_problem_that_names_both_lines(string was, string now)
    {
        var problem = Read(Fall + "\n\n" + Fall.Replace(was, now, StringComparison.Ordinal)).Problems.ShouldHaveSingleItem();

        problem.Field.ShouldBe("3: id");
        problem.Message.ShouldContain("line 1");
    }

    [Fact]
    public void Id_is_the_same_in_capitals()
    {
        var capitals = Fall.Replace("01956f4e", "01956F4E", StringComparison.Ordinal);

        Read(Fall + "\n" + capitals).Problems.ShouldHaveSingleItem().Field.ShouldBe("2: id");
        Read(capitals).Value.ShouldHaveSingleItem().Entry.Id.ShouldBe(Read(Fall).Value[0].Entry.Id);
    }

    [Fact]
    public void Unknown_kinds_and_fields_are_kept_untouched()
    {
        const string habit = """{"id":"01956f4e-0000-7000-8000-000000000003","at":"2026-03-04T09:00:00Z","kind":"habit","skin":7,"deep":{"a":[null]}}""";
        var lines = Read(habit + "\n" + Fall.Replace("}", ",\"shoe\":{\"size\":42}}", StringComparison.Ordinal)).Value;

        lines[0].Entry.ShouldBe(new OtherEntry(lines[0].Entry.Id, lines[0].Entry.At, "habit"));
        Encoding.UTF8.GetString(lines[0].Utf8.Span).ShouldBe(habit);
        Encoding.UTF8.GetString(lines[1].Utf8.Span).ShouldContain("shoe");
    }

    [Fact]
    public void Huge_line_is_refused_by_its_number()
    {
        var huge = Fall.Replace("\"what\"", $"\"note\":\"{new string('x', EntryReader.MostBytes)}\",\"what\"", StringComparison.Ordinal);

        Read(Dizzy + "\n" + huge).Problems.ShouldHaveSingleItem().Field.ShouldBe("2");
    }

    [Fact]
    public void Line_of_the_most_bytes_is_taken()
    {
        var filler = EntryReader.MostBytes - Encoding.UTF8.GetByteCount(Fall) - ",\"note\":\"\"".Length;

        Read(Fall.Replace("}", $",\"note\":\"{new string('x', filler)}\"}}", StringComparison.Ordinal)).Value.ShouldHaveSingleItem();
        Read(Fall.Replace("}", $",\"note\":\"{new string('x', filler + 1)}\"}}", StringComparison.Ordinal)).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void Deep_nesting_is_refused_by_its_line() =>
        Read(Fall.Replace("}", $",\"note\":{new string('[', 5000)}{new string(']', 5000)}}}", StringComparison.Ordinal)).Problems.ShouldHaveSingleItem().Field.ShouldBe("1");

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("\"event\"")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{\"id\":1,}")]
    [InlineData("{\"kind\":\"event\",\"kind\":\"event\"}")]
    public void Line_that_is_no_object_is_refused(string line) => Read(line).Problems.ShouldNotBeEmpty();

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused() =>
        JournalFile.From(new byte[] { (byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}' }).Problems.ShouldHaveSingleItem().Field.ShouldBe("1");

    private static Result<IReadOnlyList<JournalFile.Line>> Read(string text) => JournalFile.From(Encoding.UTF8.GetBytes(text));
}
