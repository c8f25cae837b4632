using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Journal;
using Footing.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Footing.Tests.Journal;

/// <summary>What is written is read back as the same, and nothing that a type holds is lost on the way.</summary>
public sealed class EntryWriterTests
{
    private static readonly DraftSevenSchema Schema = DraftSevenSchema.Read(Repository.Find("contract", "entry.schema.json"));

    public static TheoryData<string> Golden => [.. File.ReadLines(Repository.Find("contract", "golden", "entries.ndjson"))];

    /// <summary>What no type holds: read by no rule, and kept only in the bytes of the entry.</summary>
    private static readonly string[] Untyped = ["counted", "pace", "whileDoing", "nested", "done"];

    [Property(MaxTest = 2000)]
    public Property Entry_that_is_written_is_read_as_the_same() => Prop.ForAll(
        RandomEntries.Any,
        entry =>
        {
            var json = EntryWriter.Write(entry);

            var read = EntryReader.From(json).Value;

            read.ShouldBe(entry);
            read.At.EqualsExact(entry.At).ShouldBeTrue();
            Schema.Takes(System.Text.Encoding.UTF8.GetString(json)).ShouldBeTrue();
        });

    [Property(MaxTest = 500)]
    public Property Fields_of_an_entry_correct_another_to_be_the_same() => Prop.ForAll(
        RandomEntries.Any,
        entry => EntryReader.Corrected(entry, EntryWriter.Fields(entry)).Value.ShouldBe(entry));

    /// <summary>A property that compares with a wrong equality would say nothing.</summary>
    [Property(MaxTest = 500)]
    public Property Entries_with_another_content_are_not_the_same() => Prop.ForAll(
        RandomEntries.Any,
        RandomEntries.Any,
        (one, other) =>
        {
            var renamed = other with { Id = one.Id, At = one.At };
            renamed.Equals(one).ShouldBe(JsonContent.Same(EntryWriter.Write(renamed), EntryWriter.Write(one)));
        });

    [Fact]
    public void Every_kind_is_among_the_random_entries()
    {
        var kinds = Gen.Sample(RandomEntries.Any.Generator, 2000).Select(EntryReader.KindOf).ToHashSet();

        Vocabulary.EntryKinds.Words.ShouldAllBe(kind => kinds.Contains(kind));
    }

    [Theory]
    [MemberData(nameof(Golden))]
    public void Golden_entry_is_written_with_equal_fields(string line)
    {
        using var json = JsonDocument.Parse(line);
        var entry = EntryReader.From(json.RootElement.Clone()).Value;

        var written = JsonNode.Parse(EntryWriter.Write(entry))!.AsObject();

        EntryReader.From(EntryWriter.Write(entry)).Value.ShouldBe(entry);
        if (Vocabulary.EntryKinds.Find(EntryReader.KindOf(entry)) is not null)
        {
            Bytes(Known(written, entry)).ShouldSatisfyAllConditions(
                bytes => JsonContent.Same(bytes, Bytes(Known(JsonNode.Parse(line)!.AsObject(), entry))).ShouldBeTrue($"{line}\n{written.ToJsonString()}"));
        }
    }

    [Fact]
    public void Bytes_are_those_that_pages_always_wrote()
    {
        var (id, at) = (Guid.Parse("0190f000-0000-7000-8000-000000000001"), new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.FromHours(1)));
        const string start = "{\"id\":\"0190f000-0000-7000-8000-000000000001\",\"at\":\"2026-03-04T09:00:00.000+01:00\",\"kind\":\"";

        Rest(new PreferenceEntry(id, at, "Europe/Madrid", null, "es")).ShouldBe("""preference","zone":"Europe/Madrid","country":null,"language":"es"}""");
        Rest(new SessionEntry(id, at, "s", null, 3, Ratings((FootExercises.ToeLift, 4)), Ratings(), [FootExercises.ToeLift], StopReason.Cramp, new("1", "p", "2")))
            .ShouldBe("""session","session":"s","painAfter":3,"effort":{"toe-lift":4},"cramp":["toe-lift"],"stopReason":"cramp","edition":{"rules":"1","programme":"p","version":"2"}}""");
        Rest(new ClearanceEntry(id, at, ["R13"], new("María", "doctor"), ClearanceEntry.FromPerson))
            .ShouldBe("""clearance","rules":["R13"],"by":{"name":"María","role":"doctor"},"source":"person"}""");
        Rest(new CorrectionEntry(id, at, id, null)).ShouldBe("""correction","of":"0190f000-0000-7000-8000-000000000001","with":"void"}""");
        Rest(new CheckInEntry(id, at, CheckInSpan.Week, 4, 7, 2, Change: ImpressionOfChange.LittleBetter))
            .ShouldBe("""check-in","span":"week","pain":4,"worstPain":7,"nightsWoken":2,"change":"little-better"}""");

        string Rest(Entry entry)
        {
            var text = Text(entry);
            text.ShouldStartWith(start);
            return text[start.Length..];
        }
    }

    [Fact]
    public void Time_finer_than_a_thousandth_of_a_second_is_kept()
    {
        var at = new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.FromMinutes(-570)).AddTicks(1234567);

        EntryReader.From(EntryWriter.Write(new AdverseEventEntry(Guid.NewGuid(), at, AdverseEvent.Fall))).Value.At.EqualsExact(at).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"session":"s","effort":{"calf-raise":4,"one-leg-stand":9},"pain":{"one-leg-stand":2},"cramp":["one-leg-stand"],"done":{"calf-raise":50},"mind":null}""",
        """{"session":"s","painAfter":1,"effort":{"calf-raise":6},"pain":{"calf-raise":3},"done":{"calf-raise":50},"mind":null}""")]
    [InlineData("""{"session":"s","painBefore":5,"effort":{"calf-raise":4},"pain":{"calf-raise":1,"toe-lift":2},"cramp":["calf-raise"],"stopReason":"tired","later":{}}""",
        """{"session":"s","painAfter":1,"effort":{"calf-raise":6},"pain":{"calf-raise":3},"later":{}}""")]
    public void Correction_keeps_what_no_type_holds_and_nothing_else(string before, string expected)
    {
        var fields = JsonDocument.Parse(before).RootElement;
        var was = EntryReader.Of(EntryKind.Session, Guid.NewGuid(), default, fields).Value;
        var session = new SessionEntry(was.Id, was.At, "s", null, 1, Ratings((FootExercises.CalfRaise, 6)), Ratings((FootExercises.CalfRaise, 3)), [], null);

        var with = EntryWriter.Fields(session, was, fields).GetRawText();

        // The new entry speaks for every exercise, of whatever programme.
        JsonContent.Same(System.Text.Encoding.UTF8.GetBytes(with), System.Text.Encoding.UTF8.GetBytes(expected)).ShouldBeTrue(with);
    }

    [Fact]
    public void Entry_that_cannot_be_read_cannot_be_written() => Should.Throw<ArgumentException>(() =>
        EntryWriter.Write(UnreadableEntry.ReadOrKeep(Guid.NewGuid(), default, "event", "{}"u8.ToArray())));

    private static PerExercise<int> Ratings(params ReadOnlySpan<(ExerciseId Exercise, int Rating)> ratings)
    {
        var all = PerExercise<int>.Empty;
        foreach (var (exercise, rating) in ratings)
        {
            all = all.Add(exercise, rating);
        }

        return all;
    }

    private static string Text(Entry entry) => System.Text.Encoding.UTF8.GetString(EntryWriter.Write(entry));

    private static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node);

    /// <summary>
    /// An entry's fields as a type can hold them: absent and null and empty are the same, and its times are as fine as a
    /// type's.
    /// </summary>
    private static JsonObject Known(JsonObject entry, Entry read)
    {
        entry["at"] = read.At.ToString("O");
        if (read is SessionEntry { Began: { } began })
        {
            entry["began"] = began.ToString("O");
        }

        foreach (var (name, _) in entry.ToArray())
        {
            if (entry[name] is null or JsonObject { Count: 0 } or JsonArray { Count: 0 } && name != "answers" || Untyped.Contains(name))
            {
                entry.Remove(name);
            }
        }

        return entry;
    }
}
