using Footing.Conditions.NeuropathicFoot;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Content;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;

namespace Footing.Testing;

/// <summary>
/// A journal, step by step. Days count from Monday 5 January 2026, which is day 0, so that 0, 2 and 4 are a usual week;
/// times are UTC. Each step adds an entry with its own id and time, in the order of a usual day; <see cref="With"/>,
/// <see cref="Without"/>, <see cref="At"/> and <see cref="Named"/> change the entry added last.
/// </summary>
public sealed class JournalBuilder
{
    /// <summary>Day 0.</summary>
    public static readonly DateOnly Monday = new(2026, 1, 5);

    private readonly List<JsonObject> _entries = [];
    private readonly Dictionary<string, Guid> _names = new(StringComparer.Ordinal);
    private readonly Programme _programme;

    private JournalBuilder(Programme programme) => _programme = programme;

    public static Programme Programme => ShippedProgramme.Load();

    /// <summary>The id of the entry added last.</summary>
    public Guid Last => Guid.Parse((string)_entries[^1]["id"]!);

    /// <summary>The name that connects the sets and reports of the session added last.</summary>
    public string LastSession => (string)_entries.Last(entry => (string?)entry["kind"] == "session")["session"]!;

    /// <summary>The id of the entry with the given name.</summary>
    public Guid this[string name] => _names[name];

    public ImmutableArray<Entry> Entries =>
        [.. _entries.Select(entry => EntryReader.From(JsonSerializer.SerializeToUtf8Bytes(entry)).Value)];

    /// <summary>Each entry as a line of a journal file.</summary>
    public IEnumerable<string> Lines => _entries.Select(entry => entry.ToJsonString());

    public static JournalBuilder Of() => Of(Programme);

    /// <summary>A journal whose sessions follow the plans of this programme.</summary>
    public static JournalBuilder Of(Programme programme) => new(programme);

    public static DateOnly Date(int day) => Monday.AddDays(day);

    /// <summary>A person without any finding, screened at 08:00.</summary>
    public JournalBuilder Screened(int day) => Add("screening", day, "08:00", ("answers", SoundAnswers()));

    public JournalBuilder Cleared(int day, params string[] rules) =>
        Add("clearance", day, "08:10", ("rules", Strings(rules)), ("by", "M. Okafor, podiatrist"), ("note", ""));

    /// <summary>A practitioner's decision on an exercise; <see cref="With"/> adds its content.</summary>
    public JournalBuilder Adjusted(int day, ExerciseId exercise) =>
        Add("adjustment", day, "08:20", ("exercise", exercise.Id()), ("by", "M. Okafor, podiatrist"), ("reason", "as seen"));

    /// <summary>A foot check that finds nothing, at 08:50.</summary>
    public JournalBuilder FootCheck(int day) =>
        Add("foot-check", day, "08:50", ("skin", "clear"), ("heat", "no"), ("swelling", "no"), ("looked", "self"));

    /// <summary>
    /// A session from 09:00 to 09:30 after a clear foot check: every set of the day's plan, in full, at effort 4 and
    /// with pain 2 before and after, unless specified otherwise.
    /// </summary>
    public JournalBuilder Session(int day, Action<SessionBuilder>? unlike = null)
    {
        var session = new SessionBuilder(PlanOn(day));
        unlike?.Invoke(session);
        if (session.ChecksBefore)
        {
            FootCheck(day);
        }

        var name = $"session-{_entries.Count + 1}";
        var second = 0;
        foreach (var set in session.Sets)
        {
            Add("set", day, $"09:{second / 60:00}:{second++ % 60:00}", [("session", name), .. set]);
        }

        Add("session", day, "09:30", [("session", name), .. session.Fields]);
        if (session.ChecksAfter)
        {
            var at = _entries[^1];
            FootCheck(day).At("10:00");
            _entries.Remove(at);
            _entries.Add(at);
        }

        return this;
    }

    /// <summary>One session on each of several days.</summary>
    public JournalBuilder Sessions(params int[] days)
    {
        foreach (var day in days)
        {
            Session(day);
        }

        return this;
    }

    /// <summary>The answer at 07:00 to whether pain is still raised after the last session.</summary>
    public JournalBuilder NextMorning(int day, bool raised) =>
        Add("next-morning", day, "07:00", ("session", LastSession), ("painRaised", raised ? "yes" : "no"));

    /// <summary>The answer at 07:00 to how pain is after the last session, and whether it did that: yes, no, unsure.</summary>
    public JournalBuilder MorningPain(int day, int pain, string because) =>
        Add("next-morning", day, "07:00", ("session", LastSession), ("pain", pain), ("because", because));

    /// <summary>What the person leaves out, or takes back, at 12:45.</summary>
    public JournalBuilder LeavesOut(int day, ExerciseId exercise, bool isOut = true) =>
        Add("leave-out", day, "12:45", ("exercise", exercise.Id()), ("out", isOut));

    public JournalBuilder CheckIn(int day) => Add("check-in", day, "12:00");

    public JournalBuilder Happened(int day, string what) => Add("event", day, "13:00", ("what", what));

    /// <summary>The programme that is followed, at 06:30.</summary>
    public JournalBuilder Follows(int day, string programme, string version) =>
        Add("programme", day, "06:30", ("programme", programme), ("version", version));

    public JournalBuilder Scheduled(int day) => Add("schedule", day, "06:00");

    /// <summary>A correction at 21:00 with all of the named entry; <see cref="With"/> adds what differs.</summary>
    public JournalBuilder Corrected(int day, string name)
    {
        var original = (JsonObject)Find(name).DeepClone();
        original.Remove("id");
        original.Remove("at");
        original.Remove("kind");
        return Add("correction", day, "21:00", ("of", this[name].ToString()), ("with", original));
    }

    public JournalBuilder Voided(int day, string name) =>
        Add("correction", day, "21:00", ("of", this[name].ToString()), ("with", "void"));

    /// <summary>The correction added last is made by the practitioner.</summary>
    public JournalBuilder ByPractitioner() => Set(_entries[^1], "role", "practitioner");

    /// <summary>The correction added last gives its entry another time.</summary>
    public JournalBuilder MovingTo(int day, string time = "08:50:00") =>
        Set((JsonObject)_entries[^1]["with"]!, "at", $"{Date(day):yyyy-MM-dd}T{time}Z");

    public JournalBuilder Other(int day, string kind) => Add(kind, day, "12:30");

    /// <summary>A field, or an answer of a screening, of the last entry; in a correction, of the new content.</summary>
    public JournalBuilder With(string field, object? value) => Set(Content(), field, Node(value));

    /// <summary>The day on which a test of the screening added last, or of its correction, was done.</summary>
    public JournalBuilder Measured(string question, int day)
    {
        var screening = _entries[^1]["with"] as JsonObject ?? _entries[^1];
        screening["measured"] ??= new JsonObject();
        return Set((JsonObject)screening["measured"]!, question, $"{Date(day):yyyy-MM-dd}");
    }

    /// <summary>When the session added last began.</summary>
    public JournalBuilder Began(int day, string time) => Set(_entries[^1], "began", $"{Date(day):yyyy-MM-dd}T{time}:00Z");

    public JournalBuilder Without(string field)
    {
        Content().Remove(field);
        return this;
    }

    /// <summary>The time of the last entry within its day, as HH:mm or HH:mm:ss.</summary>
    public JournalBuilder At(string time) =>
        Set(_entries[^1], "at", $"{((string)_entries[^1]["at"]!)[..10]}T{(time.Length == 5 ? time + ":00" : time)}Z");

    public JournalBuilder Named(string name)
    {
        _names[name] = Last;
        return this;
    }

    public Plan PlanOn(int day, string zone = "UTC") =>
        Planner.PlanFor(Entries, _programme, Date(day), TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>Answers to all safety questions of a woman of 66 whom no rule but R20 matches.</summary>
    public static JsonObject SoundAnswers()
    {
        var answers = new JsonObject();
        foreach (var question in Question.All.Where(question => NeuropathicFootCondition.Instance.Questionnaire.IsSafety(question.Id)))
        {
            answers[question.Id] = question.Id switch
            {
                "stands-with-support" => "yes",
                "touch-test" => 0,
                "tandem-stand-seconds" => 10,
                "chair-stands" => 15,
                "age" => 66,
                _ => "no",
            };
        }

        answers["sex-for-norms"] = "female";
        return answers;
    }

    private JournalBuilder Add(string kind, int day, string time, params (string Name, JsonNode? Value)[] fields)
    {
        var entry = new JsonObject
        {
            ["id"] = $"00000000-0000-7000-8000-{_entries.Count + 1:x12}",
            ["at"] = Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z",
            ["kind"] = kind,
        };
        foreach (var (name, value) in fields)
        {
            entry[name] = value?.DeepClone();
        }

        _entries.Add(entry);
        return At(time);
    }

    private JsonObject Content() => (string?)_entries[^1]["kind"] switch
    {
        "correction" when _entries[^1]["with"] is JsonObject with => with["answers"] as JsonObject ?? with,
        "screening" => (JsonObject)_entries[^1]["answers"]!,
        _ => _entries[^1],
    };

    private JsonObject Find(string name) => _entries.Single(entry => (string?)entry["id"] == this[name].ToString());

    private JournalBuilder Set(JsonObject entry, string field, JsonNode? value)
    {
        entry[field] = value;
        return this;
    }

    private static JsonNode? Node(object? value) => value is string[] words ? Strings(words) : JsonSerializer.SerializeToNode(value);

    private static JsonArray Strings(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];
}
