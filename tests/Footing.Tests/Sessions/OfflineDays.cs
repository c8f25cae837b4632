using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Sessions;
using Footing.Testing;

namespace Footing.Tests.Sessions;

/// <summary>
/// A made-up person who goes on without a connection after some weeks with one: a device that holds what was compiled
/// on the last day, takes the first script that applies, and writes entries that nobody has judged.
/// </summary>
internal sealed class OfflineDays
{
    private static readonly ProgrammeLibrary Here = new(JournalBuilder.Programme, BalanceProgramme.Load());

    private readonly Func<EntryCondition, bool> _isHeeded;
    private readonly Random _chance;
    private readonly double _trouble;
    private readonly List<Entry> _known;
    private readonly List<JsonElement> _meanwhile = [];
    private int _entries;
    private string? _lastSession;

    /// <summary>The life of a seed.</summary>
    /// <param name="seed">Which.</param>
    /// <param name="isHeeded">Whether the device heeds a condition; a device that heeds not all is wrong.</param>
    public OfflineDays(int seed, Func<EntryCondition, bool> isHeeded)
    {
        _isHeeded = isHeeded;
        _chance = new Random(seed);
        _trouble = _chance.Next(3) switch { 0 => 0.02, 1 => 0.1, _ => 0.25 };
        var random = RandomJournal.Of(seed, _chance.Next(1, 40));
        From = random.Days - 1;
        // What the journal holds for later days (a next morning, a correction) has not happened yet.
        _known = [.. random.Journal.Entries.Where(entry => entry.DateIn(TimeZoneInfo.Utc) <= JournalBuilder.Date(From))];
        Upcoming = UpcomingSessions.Of(_known, JournalBuilder.Programme, Scripts.Texts, JournalBuilder.Date(From), 14, TimeZoneInfo.Utc);
    }

    /// <summary>The last day with a connection, and the first of the upcoming ones.</summary>
    public int From { get; }

    public IReadOnlyList<UpcomingDate> Upcoming { get; }

    public IReadOnlyList<JsonElement> Meanwhile => _meanwhile;

    /// <summary>Lives each day; gives for each what the device takes, and what the plan of the same entries is.</summary>
    public IEnumerable<(UpcomingDate Date, Alternative Taken, Plan Plan, int LimitSeconds)> Live()
    {
        foreach (var date in Upcoming)
        {
            var day = date.On.DayNumber - JournalBuilder.Monday.DayNumber;
            Morning(day);
            var taken = date.Scripts.First(one => !one.Unless.Where(_isHeeded).Any(condition => _meanwhile.Any(condition.IsMetBy)));
            List<Entry> all = [.. _known.Concat(_meanwhile.Select(entry => EntryReader.From(JsonSerializer.SerializeToUtf8Bytes(entry)).Value))];
            var followed = Here.FollowedOn(all, date.On, TimeZoneInfo.Utc);
            var folded = Projection.Of(all, followed, date.On, TimeZoneInfo.Utc);
            yield return (date, taken, Planner.PlanFor(folded), folded.State.MinutesLimit * 60);
            if (taken.Script is { } script && _chance.NextDouble() < (script.Due ? 0.9 : 0.2))
            {
                Perform(day, script);
            }

            Evening(day);
        }
    }

    private void Morning(int day)
    {
        if (_lastSession is { } session && _chance.Next(3) == 0)
        {
            if (_chance.Next(2) == 0)
            {
                Add("next-morning", day, "20:40", ("session", session), ("painRaised", Rarely() ? "yes" : "no"));
            }
            else
            {
                Add("next-morning", day, "20:40", ("session", session), ("pain", _chance.Next(0, 11)), ("because", Rarely() ? "yes" : Rarely() ? "unsure" : "no"));
            }

            _lastSession = null;
        }

        if (_chance.Next(4) != 0)
        {
            var looked = Rarely() ? "nobody" : "self";
            Add("foot-check", day, "20:50", ("skin", Rarely() ? "mark" : "clear"), ("heat", Rarely() ? "unsure" : "no"), ("swelling", "no"), ("calf", Rarely() ? "yes" : "no"), ("looked", looked));
            if (Rarely())
            {
                Add("foot-check", day, "20:52", ("skin", "clear"), ("heat", "no"), ("swelling", "no"), ("sideDifferenceC", _chance.Next(-35, 36) / 10m));
            }
        }
    }

    private void Evening(int day)
    {
        if (Rarely())
        {
            Add("event", day, "22:00", ("what", new[] { "dizzy", "near-fall", "fall", "cramp", "skin-change" }[_chance.Next(5)]));
        }

        if (_chance.Next(8) == 0)
        {
            Add("check-in", day, "22:05", ("pain", _chance.Next(0, 10)));
        }

        if (Rarely() && _chance.Next(4) == 0)
        {
            Add("schedule", day, "22:10", ("minutes", _chance.Next(10, 37)));
        }

        if (Rarely() && _chance.Next(4) == 0)
        {
            Add("leave-out", day, "22:12", ("exercise", FootExercises.All[_chance.Next(FootExercises.All.Length)].Id()), ("out", _chance.Next(2) == 0));
        }

        if (Rarely() && _chance.Next(4) == 0)
        {
            Add("programme", day, "22:15", ("programme", "balance"), ("version", "1"));
        }

        if (Rarely() && _chance.Next(4) == 0)
        {
            Add("correction", day, "22:20", ("of", _known[_chance.Next(_known.Count)].Id.ToString()), ("with", "void"));
        }
    }

    private void Perform(int day, SessionScript script)
    {
        var session = $"offline-{day}";
        JsonObject effort = [], pain = [], done = [];
        var before = _chance.Next(0, 6);
        foreach (var exercise in script.Exercises.Where(_ => _chance.Next(12) != 0))
        {
            var (id, dose, share) = (exercise.Id.Id(), exercise.Dose, 0);
            foreach (var side in dose.PerSide ? new[] { "left", "right" } : ["both"])
            {
                for (var set = 1; set <= dose.Sets; set++)
                {
                    var amount = Rarely() ? _chance.Next(0, dose.Target + 1) : dose.Target;
                    share += amount;
                    if (amount > 0)
                    {
                        Add("set", day, $"21:{set:00}", ("session", session), ("exercise", id), ("level", exercise.Level), ("set", set), ("side", side), (dose.Reps is null ? "seconds" : "reps", amount), ("target", dose.Target));
                    }
                }
            }

            if (share == 0)
            {
                continue;
            }

            done[id] = share * 100 / (dose.Target * dose.Sets * (dose.PerSide ? 2 : 1));
            effort[id] = Rarely() ? _chance.Next(6, 11) : _chance.Next(1, 6);
            if (Rarely())
            {
                pain[id] = _chance.Next(0, 11);
            }
        }

        if (done.Count == 0)
        {
            return;
        }

        List<(string, JsonNode?)> fields = [("session", session), ("painBefore", before), ("painAfter", Rarely() ? _chance.Next(0, 11) : before), ("effort", effort), ("pain", pain)];
        var stop = Rarely() ? new[] { "tired", "pain", "cramp", "dizzy", "skin", "interrupted", "other" }[_chance.Next(7)] : null;
        if (stop is not null)
        {
            fields.Add(("stopReason", stop));
        }

        if (stop is not ("interrupted" or "other"))
        {
            fields.Add(("done", done));
        }

        if (Rarely())
        {
            fields.Add(("cramp", new JsonArray(done.First().Key)));
        }

        Add("session", day, "21:30", [.. fields]);
        _lastSession = session;
    }

    private void Add(string kind, int day, string time, params (string Name, JsonNode? Value)[] fields)
    {
        var entry = new JsonObject
        {
            ["id"] = new Guid(++_entries, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 1]).ToString(),
            ["at"] = $"{JournalBuilder.Date(day):yyyy-MM-dd}T{time}:00Z",
            ["kind"] = kind,
        };
        foreach (var (name, value) in fields)
        {
            entry[name] = value;
        }

        _meanwhile.Add(JsonSerializer.SerializeToElement(entry));
    }

    private bool Rarely() => _chance.NextDouble() < _trouble;
}
