using System.Text.Json;
using Footing.Journal;
using Footing.Testing;

namespace Footing.Tests.Journal;

/// <summary>The closed choices of entries are the same in code and in the contract.</summary>
public sealed class VocabularyTests
{
    public static TheoryData<string, string, IReadOnlyList<string>> Lists => new()
    {
        { "foot-check", "skin", Vocabulary.SkinFindings.Words },
        { "foot-check", "heat", Vocabulary.YesNoUnsure.Words },
        { "foot-check", "swelling", Vocabulary.YesNoUnsure.Words },
        { "foot-check", "looked", Vocabulary.Observers.Words },
        { "foot-check", "side", Vocabulary.Sides.Words },
        { "set", "side", Vocabulary.Sides.Words },
        { "session", "stopReason", Vocabulary.StopReasons.Words },
        { "next-morning", "painRaised", Vocabulary.YesNo.Words },
        { "check-in", "change", Vocabulary.ImpressionsOfChange.Words },
        { "event", "what", Vocabulary.AdverseEvents.Words },
        { "schedule", "weekdays", Vocabulary.Weekdays.Words },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Words_are_those_of_the_schema(string kind, string field, IReadOnlyList<string> words)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Find("contract", "entry.schema.json")));
        var root = schema.RootElement;
        var properties = root.GetProperty("definitions").EnumerateObject()
            .Select(definition => definition.Value)
            .Single(definition => definition.TryGetProperty("properties", out var fields) && fields.TryGetProperty("kind", out var its)
                && its.TryGetProperty("enum", out var kinds) && kinds.EnumerateArray().Any(one => one.GetString() == kind))
            .GetProperty("properties");
        var node = properties.GetProperty(field);
        if (node.TryGetProperty("items", out var items))
        {
            node = items;
        }

        if (node.TryGetProperty("$ref", out var reference))
        {
            node = root.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        node.GetProperty("enum").EnumerateArray().Select(word => word.GetString()).OfType<string>().Order(StringComparer.Ordinal)
            .ShouldBe(words.Order(StringComparer.Ordinal));
    }

    /// <summary>A preference is kept with the journal, and is no part of the contract: the schema takes it as any other kind.</summary>
    [Fact]
    public void Kinds_are_those_of_the_schema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Find("contract", "entry.schema.json")));
        var definitions = schema.RootElement.GetProperty("definitions");
        string[] kinds = [.. Vocabulary.EntryKinds.Words.Remove(Vocabulary.EntryKinds[EntryKind.Preference])];

        definitions.GetProperty("other").GetProperty("properties").GetProperty("kind").GetProperty("not").GetProperty("enum")
            .EnumerateArray().Select(kind => kind.GetString()).ShouldBe(kinds, ignoreOrder: true);
        schema.RootElement.GetProperty("oneOf").EnumerateArray()
            .Select(kind => kind.GetProperty("$ref").GetString()!.Split('/')[^1]).ShouldBe([.. kinds, "other"], ignoreOrder: true);
    }
}
