using System.Text;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Testing;
using FsCheck.Xunit;

namespace Footing.Tests.Journal;

/// <summary>The reader takes exactly what <c>contract/entry.schema.json</c> takes, however odd a value is.</summary>
public sealed class SchemaAgreementTests
{
    private static readonly string[] Golden = File.ReadAllLines(Repository.Find("contract", "golden", "entries.ndjson"));

    private static readonly DraftSevenSchema Schema = DraftSevenSchema.Read(Repository.Find("contract", "entry.schema.json"));

    private static readonly string[] Odd =
    [
        "null", "true", "false", "[]", "[null]", "[[]]", "{}", """{"a":null}""", """{"":0}""", """{"age":5.0}""",
        "0", "-0", "-0.0", "1", "2", "3.0", "5.0", "5e0", "50e-1", "0.5e1", "5.5", "0.5", "-1", "10.0", "11", "99.0", "100", "1e2", "3600", "36e2", "3601",
        "1e400", "-1e400", "1e-400", "1e999999999", "1e-999999999", "0e999999999", "0.0e-999999999", "123456789012345678901234567890",
        "10.000000000000000000000000000000000000001", "30.000000000000000000000000000000000000001", "30.0000000000000000000000000000000000000000", "4.99999999999999999999999999999999999999",
        "\"\"", "\" \"", "\"yes\"", "\"no\"", "\"unsure\"", "\"void\"", "\"5\"", "\"\\u0000\"", "\"\\ud800\"", "\"a\\udc00b\"", "\"\\ud83d\\ude00\"",
        "\"one-leg-stand\"", "\"One-leg-stand\"", "\"one--leg\"", "\"one-leg-\"", "\"calf-raise\\n\"", "\"calf-raise\"", "\"4-way-kick\"",
        $"\"{new string('a', 64)}\"", $"\"{new string('a', 65)}\"", $"\"{new string('a', 200)}\"", $"\"{new string('a', 201)}\"",
        $"\"{string.Concat(Enumerable.Repeat("😀", 150))}\"", $"\"{string.Concat(Enumerable.Repeat("😀", 201))}\"",
        "[1,2,3]", "[1.0,2e0,3.5]", "[0,0,11]", """["mon","tue","wed"]""", """["mon","mon","mon"]""", """["one-leg-stand"]""", """["One"]""", """["\ud800"]""",
        """{"ankle-pump":null}""", """{"ankle-pump":4.0}""", """{"one-leg-stand":4}""", """{"one-leg-stand":11}""", """{"One":4}""", """{"a--b":4}""",
        """{"sets":2.0,"reps":3}""", """{"sets":2,"reps":3,"seconds":null}""", """{"sets":2,"reps":3,"seconds":4}""", """{"sets":2,"reps":null}""",
        "\"0190f000-0000-7000-8000-000000000001\"", "\"0190F000-0000-7000-8000-000000000001\\n\"",
    ];

    public static TheoryData<string> OddTimes => new(
        "2026-01-05T09:30:00Z", "2026-01-05t09:30:00z", "2026-01-05T09:30:00.999999999Z", "2026-01-05T09:30:00.0000000000Z", "2026-01-05T09:30:00.Z",
        "2026-01-05T09:30:60Z", "2016-12-31T23:59:60Z", "2026-01-05T24:00:00Z", "2026-01-05T23:60:00Z", "2026-01-05T09:30Z", "2026-01-05", "2026-01-05T09:30:00",
        "2026-02-30T09:30:00Z", "2026-02-29T09:30:00Z", "2024-02-29T09:30:00Z", "2000-02-29T09:30:00Z", "2100-02-29T09:30:00Z", "2400-02-29T09:30:00Z",
        "2026-04-31T09:30:00Z", "2026-12-31T09:30:00Z", "2026-12-32T09:30:00Z", "2026-00-10T09:30:00Z", "2026-13-10T09:30:00Z", "2026-01-00T09:30:00Z",
        "1900-12-31T23:59:59Z", "1901-01-01T00:00:00+14:00", "8999-12-31T23:59:59-14:00", "9000-01-01T00:00:00Z", "0000-01-01T00:00:00Z",
        "2026-01-05T09:30:00+14:00", "2026-01-05T09:30:00+14:01", "2026-01-05T09:30:00-13:59", "2026-01-05T09:30:00+09:60", "2026-01-05T09:30:00-00:00",
        "2026-01-05T09:30:00+24:00", "2026-01-05T09:30:00+0100", "2026-01-05 09:30:00Z", " 2026-01-05T09:30:00Z", "2026-01-05T09:30:00Z\\n", "+2026-01-05T09:30:00Z",
        "２026-01-05T09:30:00Z", "2026-1-5T09:30:00Z", "2026-01-05T9:30:00Z");

    public static TheoryData<int> Lines => [.. Enumerable.Range(0, Golden.Length)];

    [Theory]
    [MemberData(nameof(OddTimes))]
    public void Same_verdict_over_a_time(string time)
    {
        var entry = $$"""{"id":"0190f000-0000-7000-8000-000000000001","at":"{{time}}","kind":"event","what":"cramp"}""";

        Reader(entry).ShouldBe(Schema.Takes(entry));
    }

    /// <summary>Every day of leap years and others, and the day after the last of each month.</summary>
    [Fact]
    public void Same_verdict_over_every_date_of_the_calendar()
    {
        foreach (var year in (int[])[1904, 2000, 2023, 2024, 2100, 2200, 2400, 8996])
        {
            for (var day = 0; day < 12 * 33; day++)
            {
                var entry = $$"""{"id":"0190f000-0000-7000-8000-000000000001","at":"{{year}}-{{(day / 33) + 1:00}}-{{day % 33:00}}T09:30:00Z","kind":"event","what":"cramp"}""";
                Reader(entry).ShouldBe(Schema.Takes(entry), entry);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Same_verdict_over_an_odd_value_in_any_place(int line)
    {
        for (var place = 0; place < Places(JsonNode.Parse(Golden[line])!).Count; place++)
        {
            foreach (var odd in Odd)
            {
                var entry = Change(Golden[line], (place, odd));
                Reader(entry).ShouldBe(Schema.Takes(entry), entry);
            }
        }
    }

    [Property(MaxTest = 2000)]
    public void Same_verdict_over_two_odd_values(uint line, uint place, uint odd, uint otherPlace, uint otherOdd)
    {
        var text = Golden[line % Golden.Length];
        var places = (uint)Places(JsonNode.Parse(text)!).Count;

        var entry = Change(text, ((int)(place % places), Odd[odd % Odd.Length]), ((int)(otherPlace % places), Odd[otherOdd % Odd.Length]));

        Reader(entry).ShouldBe(Schema.Takes(entry), entry);
    }

    [Property(MaxTest = 500)]
    public void Same_verdict_over_a_member_more(uint line, uint place, uint odd)
    {
        string[] names = ["seconds", "reps", "lock", "cap", "level", "dose", "target", "pain", "effort", "cramp", "side", "minutes", "peg", "sideDifferenceC", "counted", "pace", "done", "edition", "role", "by"];
        var entry = JsonNode.Parse(Golden[line % Golden.Length])!.AsObject();
        entry[names[place % names.Length]] = "PLACE0";
        var text = entry.ToJsonString().Replace("\"PLACE0\"", Odd[odd % Odd.Length], StringComparison.Ordinal);

        Reader(text).ShouldBe(Schema.Takes(text), text);
    }

    private static bool Reader(string entry) => EntryReader.From(Encoding.UTF8.GetBytes(entry)).Succeeded;

    private static string Change(string line, params (int Place, string Odd)[] changes)
    {
        var entry = JsonNode.Parse(line)!;
        var places = Places(entry);
        for (var n = 0; n < changes.Length; n++)
        {
            var mark = JsonValue.Create($"PLACE{n}");
            switch (places[changes[n].Place])
            {
                case (JsonObject parent, string name):
                    parent[name] = mark;
                    break;
                case (JsonArray parent, int index):
                    parent[index] = mark;
                    break;
            }
        }

        var text = entry.ToJsonString();
        for (var n = 0; n < changes.Length; n++)
        {
            text = text.Replace($"\"PLACE{n}\"", changes[n].Odd, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Every member and item, those within others too.</summary>
    private static List<(JsonNode Parent, object Key)> Places(JsonNode node) => node switch
    {
        JsonObject members => [.. members.SelectMany(member => (IEnumerable<(JsonNode, object)>)[(members, member.Key), .. member.Value is null ? [] : Places(member.Value)])],
        JsonArray items => [.. items.SelectMany((item, index) => (IEnumerable<(JsonNode, object)>)[(items, index), .. item is null ? [] : Places(item)])],
        _ => [],
    };
}
