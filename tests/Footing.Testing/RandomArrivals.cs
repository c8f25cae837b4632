using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Footing.Snapshots;

namespace Footing.Testing;

/// <summary>
/// How the entries of a generated journal arrive: in order, late, or mixed; with or without entries about earlier ones,
/// such as corrections, answers on old sessions, and second reports of them; and with incomplete sessions: one that was
/// stopped before its first set, one that was never reported.
/// </summary>
public sealed class RandomArrivals
{
    private readonly Random _chance;
    private readonly List<JsonObject> _entries;
    private readonly int _days;
    private int _added;

    private RandomArrivals(IEnumerable<string> lines, int days, int seed)
    {
        _chance = new Random(seed);
        _days = days;
        _entries = [.. lines.Select(line => (JsonObject)JsonNode.Parse(line)!)];
    }

    /// <summary>In the order of their times, without corrections, as from one device with a connection.</summary>
    public static ImmutableArray<AcceptedEntry> InOrder(RandomJournal random)
    {
        var entries = random.Journal.Lines.Select(line => (JsonObject)JsonNode.Parse(line)!).Where(entry => (string?)entry["kind"] != "correction");
        return AcceptedEntries.Of(entries.OrderBy(At).Select(entry => entry.ToJsonString()));
    }

    /// <summary>In any order, with entries about earlier ones.</summary>
    public static ImmutableArray<AcceptedEntry> Any(RandomJournal random, int seed)
    {
        var arrivals = new RandomArrivals(random.Journal.Lines, random.Days, seed);
        for (var more = arrivals._chance.Next(4) * 4; more > 0; more--)
        {
            arrivals.ReachBack();
        }

        var hoursLate = arrivals._chance.Next(4) switch { 0 => 0, 1 => 3, 2 => 60, _ => 2000 };
        return AcceptedEntries.Of(arrivals._entries
            .OrderBy(entry => At(entry).AddHours(arrivals._chance.Next(5) == 0 ? arrivals._chance.Next(hoursLate + 1) : 0))
            .Select(entry => entry.ToJsonString()));
    }

    private void ReachBack()
    {
        var some = Of(_entries);
        switch (_chance.Next(17))
        {
            case 0 or 1 or 2 or 3:
                Correct(some);
                break;
            case 4:
                Correct(Of(_entries, "screening"));
                break;
            case 5:
                Add("next-morning", ("session", SomeSession()), ("painRaised", Word("yes", "no")));
                break;
            case 6 when Of(_entries, "set") is { } set:
                Add("set", [.. Fields(set).Where(field => field.Name != "session"), ("session", SomeSession())]);
                break;
            case 7 when Of(_entries, "session") is { } session:
                Add("session", [.. Fields(session).Where(field => field.Name is not ("session" or "began")), ("session", SomeSession())]);
                break;
            case 8:
                Add("foot-check", ("skin", "clear"), ("heat", "no"), ("swelling", "no"), ("looked", Word("self", "nobody")));
                break;
            case 9:
                Add("foot-check", ("skin", "clear"), ("heat", "no"), ("swelling", "no"), ("sideDifferenceC", _chance.Next(3) + 0.5));
                break;
            case 10:
                Add(Word("habit", "preference", "background"), ("zone", Word("UTC", "UTC", "Pacific/Auckland")));
                break;
            case 11 or 12 or 13:
                Add("session", ("session", $"session-stopped-{_added}"), ("painBefore", 2), ("stopReason", Word("tired", "skin", "other")));
                break;
            case 14 or 15:
                Add("set", ("session", $"session-unreported-{_added}"), ("exercise", "toe-lift"), ("level", 1), ("set", 1), ("side", "both"), ("seconds", 60), ("target", 60));
                break;
            default:
                // The entry that it corrects comes later, or never.
                Add("correction", ("of", $"00000000-0000-7000-9000-{_added + _chance.Next(3):x12}"), ("with", "void"));
                break;
        }
    }

    private void Correct(JsonObject? entry)
    {
        if (entry is null)
        {
            return;
        }

        (string Name, JsonNode? Value)[] role = [("role", Word("person", "practitioner"))];
        if (_chance.Next(3) == 0)
        {
            Add("correction", [("of", (string?)entry["id"]), ("with", "void"), .. role]);
            return;
        }

        var with = new JsonObject(Fields(entry).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        Change((string)entry["kind"]!, with);
        if (_chance.Next(4) == 0)
        {
            var at = At(entry).AddHours(_chance.Next(-40, 40));
            with["at"] = Time(at);
            if (with.ContainsKey("began"))
            {
                with["began"] = Time(at.AddHours(-_chance.Next(12)));
            }
        }
        else if (_chance.Next(4) == 0)
        {
            with.Remove("began");
        }

        Add("correction", [("of", (string?)entry["id"]), ("with", with), .. role]);
        if (_chance.Next(2) == 0)
        {
            _entries[^1]["at"] = Time(At(entry).AddHours(_chance.Next(0, 50)));
        }
    }

    private void Change(string kind, JsonObject with)
    {
        switch (kind)
        {
            case "screening" when with["answers"] is JsonObject answers:
                var (question, answer) = Of<(string, JsonNode)>([("touch-test", 3), ("numb-feet", "yes"), ("touch-test", 0), ("blood-thinner-or-easy-bruising", "yes")]);
                answers[question] = answer;
                break;
            case "foot-check":
                with["skin"] = Word("clear", "mark");
                break;
            case "session" or "set" or "next-morning" when _chance.Next(3) == 0:
                with["session"] = SomeSession();
                break;
            case "session":
                with["painAfter"] = _chance.Next(0, 6);
                break;
            case "next-morning":
                with["painRaised"] = Word("yes", "no");
                break;
            case "correction" when with["with"] is JsonObject inner:
                inner["painAfter"] = _chance.Next(0, 6);
                break;
        }
    }

    private void Add(string kind, params (string Name, JsonNode? Value)[] fields)
    {
        var entry = new JsonObject
        {
            ["id"] = $"00000000-0000-7000-9000-{_added++:x12}",
            ["at"] = Time(new DateTimeOffset(JournalBuilder.Monday, default, default).AddMinutes(_chance.Next(_days * 24 * 60))),
            ["kind"] = kind,
        };
        foreach (var (name, value) in fields)
        {
            entry[name] = value?.DeepClone();
        }

        _entries.Add(entry);
    }

    private JsonNode SomeSession() => Of(_entries, "session", "set") is { } session ? (string)session["session"]! : "session-lost";

    private JsonObject? Of(List<JsonObject> entries, params string[] kinds)
    {
        var some = entries.Where(entry => kinds.Length == 0 || kinds.Contains((string?)entry["kind"])).ToArray();
        return some.Length == 0 ? null : Of(some);
    }

    private T Of<T>(T[] all) => all[_chance.Next(all.Length)];

    private string Word(params string[] words) => Of(words);

    private static IEnumerable<(string Name, JsonNode? Value)> Fields(JsonObject entry) => entry
        .Where(field => field.Key is not ("id" or "at" or "kind"))
        .Select(field => (field.Key, field.Value?.DeepClone()));

    private static DateTimeOffset At(JsonObject entry) =>
        DateTimeOffset.Parse((string)entry["at"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
