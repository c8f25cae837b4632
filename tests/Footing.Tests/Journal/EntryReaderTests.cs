using System.Text;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Journal;
using Footing.Reading;
using Footing.Testing;
using FsCheck.Xunit;

namespace Footing.Tests.Journal;

/// <summary>Whatever an entry holds, reading it gives an entry or problems that name fields, and never throws.</summary>
public sealed class EntryReaderTests
{
    private static readonly string[] Golden = File.ReadAllLines(Repository.Find("contract", "golden", "entries.ndjson"));

    private static readonly string[] Odd =
    [
        "null", "true", "[]", "[null]", "[[]]", "{}", "{\"a\":null}", "\"\"", "\"yes\"", "\"\\u0000\"", "\"\\ud800\"", "-1", "0.5", "1e400", "1E-400",
        "123456789012345678901234567890", "[1,2,3]", "[\"mon\",\"mon\",\"mon\"]", "{\"ankle-pump\":null}", "{\"ankle-pump\":[]}", "{\"age\":{}}",
        "{\"\":0}", "1e999999999", "{\"one-leg-stand\":4}", "\"one-leg-stand\"", "\"9999-12-31T23:59:59+14:00\"", "\"0001-01-01T00:00:00-14:00\"", "\"2026-02-30T09:00:00Z\"",
    ];

    public static TheoryData<int> Lines => [.. Enumerable.Range(0, Golden.Length)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Wrong_value_in_any_field_is_taken_or_named_and_never_throws(int line)
    {
        foreach (var field in ((JsonObject)JsonNode.Parse(Golden[line])!).Select(member => member.Key))
        {
            foreach (var odd in Odd)
            {
                var entry = (JsonObject)JsonNode.Parse(Golden[line])!;
                entry[field] = "placeholder";
                var text = entry.ToJsonString().Replace("\"placeholder\"", odd, StringComparison.Ordinal);

                var read = EntryReader.From(Encoding.UTF8.GetBytes(text));

                if (!read.Succeeded)
                {
                    read.Problems.ShouldAllBe(problem => IsIn(field, problem.Field), $"{field}={odd} in {text}");
                }
            }
        }
    }

    [Theory]
    [InlineData("id", " 0190f000-0000-7000-8000-000000000001")]
    [InlineData("id", "0190f000-0000-7000-8000-000000000001\\n")]
    [InlineData("id", "0x90f000-0000-7000-8000-000000000001")]
    [InlineData("id", "+190f000-0000-7000-8000-000000000001")]
    [InlineData("at", "2026-01-05T09:30:00Z\\n")]
    public void Id_and_time_are_taken_only_as_the_standards_write_them(string field, string odd)
    {
        var (id, at) = (field == "id" ? odd : "0190f000-0000-7000-8000-000000000001", field == "at" ? odd : "2026-01-05T09:30:00Z");

        var read = EntryReader.From(Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","at":"{{at}}","kind":"event","what":"cramp"}"""));

        read.Succeeded.ShouldBeFalse();
        read.Problems.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Entry_with_a_field_left_out_is_taken_or_names_it(int line)
    {
        foreach (var field in ((JsonObject)JsonNode.Parse(Golden[line])!).Select(member => member.Key).ToArray())
        {
            var entry = (JsonObject)JsonNode.Parse(Golden[line])!;
            entry.Remove(field);

            var read = EntryReader.From(Encoding.UTF8.GetBytes(entry.ToJsonString()));

            if (!read.Succeeded)
            {
                read.Problems.ShouldAllBe(problem => IsIn(field, problem.Field), $"{field} left out of {entry}");
            }
        }
    }

    [Theory]
    [InlineData("id", "3")]
    [InlineData("id", "\"01956f4e00007000800000000000001e\"")]
    [InlineData("id", "\"{01956f4e-0000-7000-8000-00000000001e}\"")]
    [InlineData("at", "\"2026-03-04 09:00:00Z\"")]
    [InlineData("at", "\"2026-03-04T09:00Z\"")]
    [InlineData("at", "\"2026-03-04T25:00:00Z\"")]
    [InlineData("at", "\"2026-02-29T09:00:00Z\"")]
    [InlineData("at", "1772614800")]
    [InlineData("kind", "\"\"")]
    [InlineData("kind", "[]")]
    public void Common_field_is_refused_by_its_name(string field, string value) =>
        Read(field, value).Problems.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Theory]
    [InlineData("\"2026-03-04T09:00:00Z\"", "2026-03-04T09:00:00Z")]
    [InlineData("\"2026-03-04T09:00:00.123456789Z\"", "2026-03-04T09:00:00.1234567Z")]
    [InlineData("\"2026-03-04T23:59:59.999999999Z\"", "2026-03-04T23:59:59.9999999Z")]
    [InlineData("\"2026-12-31T23:59:59.99999995-14:00\"", "2027-01-01T13:59:59.9999999Z")]
    [InlineData("\"2026-03-04T09:00:00+05:30\"", "2026-03-04T03:30:00Z")]
    [InlineData("\"2026-03-04t09:00:00-11:00\"", "2026-03-04T20:00:00Z")]
    [InlineData("\"2024-02-29T23:59:59+14:00\"", "2024-02-29T09:59:59Z")]
    public void Time_with_any_offset_is_that_instant(string value, string instant) =>
        Read("at", value).Value.At.ShouldBe(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("5.0"), InlineData("5e0"), InlineData("50E-1"), InlineData("0.05e+2"), InlineData("5.0000000000000000000000000000000000000")]
    public void Whole_number_is_one_in_any_form(string five)
    {
        ((CheckInEntry)Read("kind", "\"check-in\"", ("pain", five)).Value).Pain.ShouldBe(5);
        ((ScreeningEntry)Read("kind", "\"screening\"", ("answers", $$"""{"touch-test":{{five}}}""")).Value).Answers.Number("touch-test").ShouldBe(5);
        ((SessionEntry)Read("kind", "\"session\"", ("session", "\"s\""), ("effort", $$"""{"calf-raise":{{five}}}""")).Value).Effort[FootExercises.CalfRaise].ShouldBe(5);
    }

    [Fact]
    public void Set_and_adjustment_of_an_unknown_exercise_are_read_as_any_other()
    {
        var set = Read("kind", "\"set\"", ("session", "\"s\""), ("exercise", "\"one-leg-stand\""), ("level", "1"), ("set", "2"), ("side", "\"left\""), ("seconds", "20")).Value;
        var adjustment = Read("kind", "\"adjustment\"", ("exercise", "\"one-leg-stand\""), ("cap", "2")).Value;

        set.ShouldBeOfType<SetEntry>().Exercise.ShouldBe(ExerciseId.Of("one-leg-stand"));
        EntryReader.KindOf(set).ShouldBe("set");
        adjustment.ShouldBeOfType<AdjustmentEntry>().Adjustment.ShouldBe(new Adjustment.Cap(2));
        EntryReader.KindOf(adjustment).ShouldBe("adjustment");
    }

    [Theory]
    [InlineData("level", "0"), InlineData("set", "\"one\""), InlineData("side", "\"middle\""), InlineData("seconds", "-1"), InlineData("target", "0")]
    public void Other_fields_of_a_set_of_an_unknown_exercise_are_judged(string field, string bad) =>
        Read("kind", "\"set\"", ("session", "\"s\""), ("exercise", "\"one-leg-stand\""), ("level", "1"), ("set", "2"), ("side", "\"left\""), ("seconds", "20"), (field, bad))
            .Problems.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Fact]
    public void Session_holds_what_it_says_of_exercises_of_whatever_programme_and_judges_its_form()
    {
        var session = (SessionEntry)Read("kind", "\"session\"", ("session", "\"s\""), ("effort", """{"one-leg-stand":9,"calf-raise":4}"""), ("pain", """{"one-leg-stand":9}"""), ("cramp", """["one-leg-stand"]""")).Value;

        session.Effort.Keys.ShouldBe([ExerciseId.Of("one-leg-stand"), FootExercises.CalfRaise]);
        session.Pain.Keys.ShouldBe([ExerciseId.Of("one-leg-stand")]);
        session.Cramp.ShouldBe([ExerciseId.Of("one-leg-stand")]);
        Read("kind", "\"session\"", ("session", "\"s\""), ("effort", """{"one-leg-stand":11}""")).Problems.ShouldHaveSingleItem().Field.ShouldBe("effort.one-leg-stand");
    }

    [Fact]
    public void All_problems_of_an_entry_are_told_at_once()
    {
        var read = EntryReader.From("""{"id":"x","at":"y","kind":"session","session":"","painBefore":11,"effort":{"Side plank":3},"cramp":{}}"""u8.ToArray());

        read.Problems.Select(problem => problem.Field).ShouldBe(["id", "at", "session", "painBefore", "effort", "cramp"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("event", "\"\\ud800\":1")]
    [InlineData("habit", "\"deep\":{\"\\udc00\":1}")]
    [InlineData("session", "\"session\":\"s\",\"effort\":{\"\\ud800\":1}")]
    [InlineData("screening", "\"answers\":{\"\\ud800\":\"yes\"}")]
    [InlineData("correction", "\"of\":\"01956f4e-0000-7000-8000-00000000001e\",\"with\":{\"answers\":{\"\\ud800\":\"yes\"}}")]
    public void Name_with_half_a_character_is_refused(string kind, string fields) => EntryReader.From(Encoding.UTF8.GetBytes(
        $$"""{"id":"01956f4e-0000-7000-8000-00000000001f","at":"2026-03-04T09:00:00Z","kind":"{{kind}}",{{fields}}}""")).Problems.ShouldNotBeEmpty();

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Name_is_counted_in_characters_as_the_schema_counts_them(int characters, bool isTaken) => EntryReader.From(Encoding.UTF8.GetBytes(
        $$"""{"id":"01956f4e-0000-7000-8000-00000000001f","at":"2026-03-04T09:00:00Z","kind":"next-morning","painRaised":"no","session":"{{string.Concat(Enumerable.Repeat("😀", characters))}}"}"""))
        .Succeeded.ShouldBe(isTaken);

    [Property(MaxTest = 300)]
    public void Any_bytes_are_an_entry_or_a_problem(byte[] bytes) =>
        (EntryReader.From(bytes).Succeeded || !EntryReader.From(bytes).Problems.IsEmpty).ShouldBeTrue();

    [Property(MaxTest = 500)]
    public void Damaged_entry_is_an_entry_or_a_problem(int line, int place, byte instead)
    {
        var bytes = Encoding.UTF8.GetBytes(Golden[(line & int.MaxValue) % Golden.Length]);
        bytes[(place & int.MaxValue) % bytes.Length] = instead;

        var read = JournalFile.From(bytes);

        (read.Succeeded || read.Problems.All(problem => problem.Field.Length > 0)).ShouldBeTrue();
    }

    /// <summary>The field itself, or another that is missing or superfluous because of it: a kind or an act changes what is read.</summary>
    private static bool IsIn(string field, string named) =>
        named == field || named.StartsWith(field + ".", StringComparison.Ordinal) || named.Length == 0 ||
        field == "kind" || (field, named) is ("reps", "seconds") or ("seconds", "reps") or ("lock" or "unlock" or "cap" or "level" or "dose", "lock");

    private static Result<Entry> Read(string field, string value, params (string Field, string Value)[] more)
    {
        var entry = JsonNode.Parse("""{"id":"01956f4e-0000-7000-8000-00000000001e","at":"2026-03-04T09:00:00Z","kind":"event","what":"fall"}""")!;
        foreach (var (name, given) in more.Prepend((field, value)))
        {
            entry[name] = JsonNode.Parse(given);
        }

        return EntryReader.From(Encoding.UTF8.GetBytes(entry.ToJsonString()));
    }
}
