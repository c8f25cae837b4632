using System.Text.Json;
using Footing.Journal;
using Footing.Testing;

namespace Footing.Tests.Journal;

/// <summary>The golden entries of <c>contract/</c>, which the player's tests read too: reader and schema agree.</summary>
public sealed class GoldenEntryTests
{
    private static readonly string Contract = Repository.Find("contract");

    public static TheoryData<string> Good => [.. File.ReadLines(Path.Combine(Contract, "golden", "entries.ndjson"))];

    public static TheoryData<string> Bad => [.. File.ReadLines(Path.Combine(Contract, "golden", "bad-entries.ndjson"))];

    [Theory]
    [MemberData(nameof(Good))]
    public void Good_entry_is_read_under_its_kind(string line)
    {
        using var json = JsonDocument.Parse(line);
        var entry = EntryReader.From(json.RootElement.Clone());
        entry.Succeeded.ShouldBeTrue(entry.Succeeded ? "" : string.Join("; ", entry.Problems));
        EntryReader.KindOf(entry.Value).ShouldBe(json.RootElement.GetProperty("kind").GetString());
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_entry_is_refused_for_the_field_that_is_named(string line)
    {
        using var json = JsonDocument.Parse(line);
        var entry = EntryReader.From(json.RootElement.GetProperty("entry").Clone());
        entry.Succeeded.ShouldBeFalse();
        entry.Problems.Select(problem => problem.Field).ShouldContain(json.RootElement.GetProperty("field").GetString()!);
    }

    [Fact]
    public void Schema_takes_the_good_and_refuses_the_bad()
    {
        var schema = DraftSevenSchema.Read(Path.Combine(Contract, "entry.schema.json"));
        foreach (var line in File.ReadLines(Path.Combine(Contract, "golden", "entries.ndjson")))
        {
            schema.Takes(line).ShouldBeTrue(line);
        }

        foreach (var line in File.ReadLines(Path.Combine(Contract, "golden", "bad-entries.ndjson")))
        {
            using var json = JsonDocument.Parse(line);
            schema.Takes(json.RootElement.GetProperty("entry").GetRawText()).ShouldBeFalse(line);
        }
    }
}
