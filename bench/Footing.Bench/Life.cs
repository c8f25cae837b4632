using Footing.Testing;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Footing.Content;
using Footing.Exercises;
using Footing.Journal;
using Footing.Programmes;
using Footing.Storage;

namespace Footing.Bench;

/// <summary>
/// A generated journal of a person: every entry in exactly the bytes that the player and the pages would have written.
/// The same seed gives the same bytes.
/// </summary>
/// <param name="Person">The person's id.</param>
/// <param name="Zone">Where the person lives.</param>
/// <param name="Entries">In the order in which they were made.</param>
internal sealed record Life(PersonId Person, TimeZoneInfo Zone, IReadOnlyList<NewEntry> Entries)
{
    /// <summary>Generates one life.</summary>
    /// <param name="seed">The seed of the person.</param>
    /// <param name="from">The day of the first screening.</param>
    /// <param name="days">How many days it lasts, including the first.</param>
    public static Life Of(int seed, DateOnly from, int days)
    {
        var chance = new Chance((ulong)seed);
        var person = chance.Id(new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero));
        var living = new Living(chance, from, days);
        living.Live();
        return new(new PersonId(person), living.Zone, [.. living.Made.OrderBy(entry => entry.At)]);
    }

    /// <summary>The person while the days pass.</summary>
    private sealed class Living
    {
        private const int ScreeningEveryDays = 27;

        private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        private static readonly (string Zone, string Country)[] Places =
        [
            ("Europe/London", "GB"), ("Europe/London", "GB"), ("Europe/London", "GB"), ("Europe/Dublin", "IE"), ("Europe/Berlin", "DE"),
            ("Europe/Amsterdam", "NL"), ("America/New_York", "US"), ("America/Los_Angeles", "US"), ("Australia/Sydney", "AU"), ("Asia/Kolkata", "IN"),
        ];

        private static readonly string[][] Weeks = [["mon", "wed", "fri"], ["mon", "wed", "fri"], ["tue", "thu", "sat"], ["mon", "thu", "sat"], ["sun", "tue", "thu"]];
        private static readonly string[] Causes = ["diabetes", "chemotherapy", "alcohol", "b12", "spine", "inherited", "unknown", "not-asked"];
        private static readonly string[] Sites = ["toes", "soles", "heels", "tops", "ankles", "calves"];
        private static readonly string[] Changes = ["much-better", "better", "little-better", "little-better", "same", "same", "same", "little-worse", "worse"];

        private static readonly string[] Treatments =
        [
            "Physio twice last year, it helped a little.", "Nothing so far.", "Creams from the chemist's.", "TENS – gave up after a month",
            "Insoles since 2023", "Acupuncture (6 times)", "I walk every day when the weather lets me.",
        ];

        private static readonly string[] Medicines =
        [
            "Metformin 500 mg twice a day", "Gabapentin 300 mg at night", "I do not know all of them", "Duloxetine 60 mg, ramipril",
            "Pregabalin, 75 mg", "Vitamin B12 tablets", "Amitriptyline 10 mg; paracetamol when it’s bad",
        ];

        private static readonly string[] Notes = ["Seen on the 2nd, feet fine.", "May do all of it seated.", "Letter follows.", ""];

        private static readonly string[] Professionals = ["M. Okafor", "Dr Patel", "Sister Jones", "Frau Dr. Köhler", "J. de Vries"];

        private static readonly ExerciseId[] InOrder = [FootExercises.AnklePump, FootExercises.BallRoll, FootExercises.ToeLift, FootExercises.HeelToeLift, FootExercises.CalfRaise];

        private readonly Chance _chance;
        private readonly DateOnly _from;
        private readonly int _days;
        private readonly Programme _programme = ShippedProgramme.Load();
        private readonly Dictionary<ExerciseId, int> _level = InOrder.ToDictionary(exercise => exercise, _ => 1);
        private readonly Dictionary<ExerciseId, int> _good = InOrder.ToDictionary(exercise => exercise, _ => 0);
        private readonly SortedDictionary<int, object> _answers = [];
        private readonly string[] _week;
        private readonly int _hour;
        private readonly bool _checksAfter;
        private readonly bool _measures;
        private readonly double _leavesOut;
        private int _pain;
        private int _screenOn;
        private int _restUntil;
        private string? _lastSession;
        private int _lastSessionOn = -1;

        public Living(Chance chance, DateOnly from, int days)
        {
            (_chance, _from, _days) = (chance, from, days);
            (Zone, _country) = chance.Of(Places) is var place ? (TimeZoneInfo.FindSystemTimeZoneById(place.Zone), place.Country) : default;
            _week = chance.Of(Weeks);
            _hour = chance.From(8, 18);
            _checksAfter = chance.Is(0.6);
            _measures = chance.Is(0.1);
            _leavesOut = chance.From(2, 15) / 100.0;
            _pain = chance.From(1, 5);
            Answer();
        }

        private readonly string _country;

        public TimeZoneInfo Zone { get; }

        public List<NewEntry> Made { get; } = [];

        public void Live()
        {
            for (var day = 0; day < _days; day++)
            {
                LiveThrough(day);
            }
        }

        private void LiveThrough(int day)
        {
            if (day == 0)
            {
                ByPage(At(day, 7, 40), (id, at) => new PreferenceEntry(id, at, Zone.Id, _country, "en"));
            }

            if (day == _screenOn)
            {
                Screen(day);
            }

            if (day == 0)
            {
                Tell(day);
            }
            else if (_chance.Is(0.001))
            {
                Tell(day);
            }

            if (_lastSession is { } session && _lastSessionOn == day - 1 && _chance.Is(0.9))
            {
                ByPage(At(day, 7, 15), (id, at) => new NextMorningEntry(id, at, session, _chance.Is(0.06)));
            }

            // Two weeks away from time to time.
            if (_chance.Is(0.003))
            {
                _restUntil = Math.Max(_restUntil, day + _chance.From(7, 14));
            }

            var weekday = _from.AddDays(day).DayOfWeek.ToString()[..3].ToLowerInvariant();
            if (_week.Contains(weekday) && day >= _restUntil && !_chance.Is(_leavesOut))
            {
                Exercises(day);
            }

            if (weekday == "sun" && day > 0 && _chance.Is(0.85))
            {
                CheckIn(day);
            }

            if (_chance.Is(0.012))
            {
                Happen(day);
            }
        }

        private void Screen(int day)
        {
            if (day > 0)
            {
                _answers[20] = Math.Clamp((_answers[20] as int? ?? 7) + _chance.From(-1, 2), 0, 10);
                _answers[21] = Math.Clamp((_answers[21] as int? ?? 9) + _chance.From(-1, 1), 0, 60);
            }

            ByPage(At(day, 7, 50), (id, at) => new ScreeningEntry(id, at, _answers.Aggregate(
                Answers.None,
                (answers, given) => answers.With(Question.Row(given.Key).Id, given.Value is int number ? Journal.Answer.Of(number) : Journal.Answer.Of((string)given.Value)).Value)));
            _screenOn = day + ScreeningEveryDays;
            if (day == 0 && _chance.Is(0.15))
            {
                ByPage(At(day, 8, 5), (id, at) => new ClearanceEntry(
                    id,
                    at,
                    [_chance.Of(["R13", "R12", "R16"])],
                    new(_chance.Of(Professionals), _chance.Of(["doctor", "podiatrist", "physiotherapist", "nurse"])),
                    ClearanceEntry.FromPerson,
                    _chance.Of(Notes) is { Length: > 0 } note ? note : null));
            }
        }

        /// <summary>Background and week, if they are reported at all.</summary>
        private void Tell(int day)
        {
            if (_chance.Is(0.7))
            {
                ByPage(At(day, 8, 10), (id, at) => new BackgroundEntry(
                    id,
                    at,
                    CausesTold: [_chance.Of(Causes)],
                    Sites: [.. Sites.Where(_ => _chance.Is(0.4)).DefaultIfEmpty("toes")],
                    Since: _chance.Is(0.7) ? [_chance.Is(0.5) ? _chance.From(2005, 2025).ToString(CultureInfo.InvariantCulture) : "about four years"] : [],
                    Treatments: _chance.Is(0.5) ? [_chance.Of(Treatments)] : [],
                    Medicines: _chance.Is(0.6) ? [_chance.Of(Medicines)] : []));
            }

            if (_week != Weeks[0] || _chance.Is(0.3))
            {
                ByPage(At(day, 8, 20), (id, at) => new ScheduleEntry(
                    id, at, [.. _week.Select(word => Vocabulary.Weekdays.Find(word)!.Value)], _chance.Of([36, 36, 30, 25, 20])));
            }
        }

        private void Exercises(int day)
        {
            var now = At(day, _hour, 0).AddMinutes(_chance.From(0, 55));
            CheckFeet(now);
            now = now.AddSeconds(_chance.From(40, 180)).AddMilliseconds(_chance.From(0, 999));
            var session = _chance.Id(now).ToString();
            var painBefore = Pain();
            var end = _chance.Is(0.97) ? int.MaxValue : _chance.From(2, 12);
            var done = new List<ExerciseId>();
            var sets = new List<Guid>();
            now = now.AddSeconds(75);
            foreach (var exercise in InOrder)
            {
                var level = _programme[exercise][_level[exercise]];
                foreach (var number in Enumerable.Range(1, level.Dose.Sets))
                {
                    foreach (var side in level.Dose.PerSide ? (Side[])[Side.Left, Side.Right] : [Side.Both])
                    {
                        if (sets.Count == end)
                        {
                            break;
                        }

                        var whole = level.Dose.Reps is null ? level.Dose.Target * 1000 : level.Dose.Target * level.Tempo.CycleMs;
                        now = now.AddMilliseconds(whole + 9000 + _chance.From(0, 4000));
                        var amount = _chance.Is(0.04) ? _chance.From(0, level.Dose.Target - 1) : level.Dose.Target;
                        sets.Add(Set(now, session, exercise, level, number, side, amount));
                        if (!done.Contains(exercise))
                        {
                            done.Add(exercise);
                        }

                        now = now.AddSeconds(level.RestSeconds);
                    }
                }

                now = now.AddSeconds(_chance.From(25, 60));
            }

            now = now.AddSeconds(_chance.From(40, 120));
            Report(now, session, painBefore, done, end != int.MaxValue);
            if (_checksAfter && _chance.Is(0.8))
            {
                CheckFeet(now.AddMinutes(1));
            }

            if (_chance.Is(0.02))
            {
                Correct(now.AddHours(1), sets[^1]);
            }

            (_lastSession, _lastSessionOn) = (session, day);
            foreach (var exercise in done)
            {
                // Weeks at a level, and sometimes a step back.
                if (++_good[exercise] > 20 + _chance.From(0, 40) && _level[exercise] < _programme[exercise].Top)
                {
                    (_level[exercise], _good[exercise]) = (_level[exercise] + 1, 0);
                }
                else if (_level[exercise] > 1 && _chance.Is(0.004))
                {
                    (_level[exercise], _good[exercise]) = (_level[exercise] - 1, 0);
                }
            }
        }

        /// <summary>A set as the player writes it: with whole milliseconds, and an id of the same time.</summary>
        private Guid Set(DateTimeOffset now, string session, ExerciseId exercise, Level level, int number, Side side, int amount)
        {
            var at = InZone(new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), now.Offset));
            var id = _chance.Id(at);
            Made.Add(ByPlayer("set", id, at, json => Fields(json, session, exercise, level, number, side, amount)));
            return id;
        }

        private static void Fields(Utf8JsonWriter json, string session, ExerciseId exercise, Level level, int number, Side side, int amount)
        {
            json.WriteString("session", session);
            json.WriteString("exercise", exercise.Id());
            json.WriteNumber("level", level.Number);
            json.WriteNumber("set", number);
            json.WriteString("side", side.Id());
            json.WriteNumber(level.Dose.Reps is null ? "seconds" : "reps", amount);
            json.WriteNumber("target", level.Dose.Target);
        }

        private void Report(DateTimeOffset now, string session, int painBefore, List<ExerciseId> done, bool isShort)
        {
            var at = InZone(now);
            // As the pages derive it from the session, so that it exists only once.
            var id = SHA256.HashData(Encoding.UTF8.GetBytes("session\n" + session)).AsSpan(0, 16);
            id[6] = (byte)((id[6] & 0x0f) | 0x80);
            id[8] = (byte)((id[8] & 0x3f) | 0x80);
            Made.Add(ByPlayer("session", new Guid(id, bigEndian: true), at, json =>
            {
                json.WriteString("session", session);
                json.WriteNumber("painBefore", painBefore);
                json.WriteNumber("painAfter", Math.Clamp(painBefore + _chance.From(-1, 1), 0, 10));
                json.WriteStartObject("effort");
                foreach (var exercise in done)
                {
                    json.WriteNumber(exercise.Id(), _chance.From(2, 6));
                }

                json.WriteEndObject();
                var painful = done.Where(_ => _chance.Is(0.1)).ToList();
                if (painful.Count > 0)
                {
                    json.WriteStartObject("pain");
                    painful.ForEach(exercise => json.WriteNumber(exercise.Id(), _chance.From(1, 6)));
                    json.WriteEndObject();
                }

                if (_chance.Is(0.02))
                {
                    Words(json, "cramp", [_chance.Of(done).Id()]);
                }

                if (isShort)
                {
                    json.WriteString("stopReason", _chance.Of(["tired", "interrupted", "interrupted", "pain", "other"]));
                }
            }));
        }

        private void CheckFeet(DateTimeOffset now) => ByPage(now, (id, at) => new FootCheckEntry(
            id,
            at,
            SkinFinding.Clear,
            YesNoUnsure.No,
            YesNoUnsure.No,
            _chance.Is(0.9) ? Observer.Self : Observer.Helper,
            _measures ? _chance.From(-15, 15) / 10m : null));

        private void CheckIn(int day) => ByPage(At(day, 19, 0), (id, at) =>
        {
            var pain = Pain();
            return new CheckInEntry(
                id,
                at,
                CheckInSpan.Week,
                pain,
                Math.Min(10, pain + _chance.From(0, 3)),
                _chance.From(0, 4),
                5 * _chance.From(1, 18),
                _chance.From(0, 3),
                new(Pain(), Pain(), Pain()),
                _chance.From(3, 9),
                Vocabulary.ImpressionsOfChange.Find(_chance.Of(Changes)));
        });

        private void Happen(int day)
        {
            var what = _chance.Of([
                AdverseEvent.Cramp, AdverseEvent.Cramp, AdverseEvent.Dizzy, AdverseEvent.NearFall, AdverseEvent.NearFall, AdverseEvent.Fall, AdverseEvent.SkinChange]);
            ByPage(At(day, 13, 0), (id, at) => new AdverseEventEntry(id, at, what));
            if (what == AdverseEvent.SkinChange)
            {
                // Rests until the questions about the feet were asked again.
                _screenOn = _restUntil = Math.Max(_restUntil, day + _chance.From(3, 8));
            }
        }

        private void Correct(DateTimeOffset now, Guid of)
        {
            var before = (SetEntry)EntryReader.From(Made.Last(entry => entry.Id == of).Json).Value;
            ByPage(now, (id, at) => new CorrectionEntry(
                id, at, of, _chance.Is(0.3) ? null : EntryWriter.Fields(before with { Done = Math.Max(0, before.Done - _chance.From(1, 5)) })));
        }

        /// <summary>Somebody who may exercise; some leave out the questions about diabetes and the like.</summary>
        private void Answer()
        {
            for (var row = 1; row <= 18; row++)
            {
                _answers[row] = "no";
            }

            _answers[15] = _chance.Is(0.2) ? "yes" : "no";
            _answers[16] = _chance.Is(0.1) ? "yes" : "no";
            _answers[17] = "yes";
            _answers[18] = _chance.Of(["yes", "no", "no", "unsure"]);
            _answers[19] = _chance.Is(0.6) ? _chance.Of([0, 0, 0, 1, 1, 3]) : _chance.Of(["not-done", "self"]);
            _answers[20] = _chance.Is(0.95) ? _chance.From(6, 10) : "not-done";
            _answers[21] = _chance.Is(0.95) ? _chance.From(8, 18) : "not-done";
            _answers[22] = _chance.From(48, 84);
            _answers[23] = _chance.Of(["female", "male", "female", "male", "unspecified"]);
            for (var row = 24; row <= 31; row++)
            {
                if (_chance.Is(0.8))
                {
                    _answers[row] = _chance.Of(["yes", "no", "no", "unsure"]);
                }
            }
        }

        private int Pain()
        {
            if (_chance.Is(0.1))
            {
                _pain = Math.Clamp(_pain + _chance.From(-1, 1), 0, 7);
            }

            return Math.Clamp(_pain + _chance.From(-1, 1), 0, 10);
        }

        private static void Words(Utf8JsonWriter json, string name, string[] words)
        {
            json.WriteStartArray(name);
            foreach (var word in words)
            {
                json.WriteStringValue(word);
            }

            json.WriteEndArray();
        }

        /// <summary>A moment of a day by the person's clock.</summary>
        private DateTimeOffset At(int day, int hour, int minute)
        {
            var local = _from.AddDays(day).ToDateTime(new TimeOnly(hour, minute)).AddSeconds(_chance.From(0, 59));
            return new(local, Zone.GetUtcOffset(local));
        }

        private DateTimeOffset InZone(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

        /// <summary>An entry as a page makes it: the server's clock is more precise than what it writes.</summary>
        private void ByPage(DateTimeOffset now, Func<Guid, DateTimeOffset, Entry> make)
        {
            var precise = InZone(now).AddTicks(_chance.From(0, 9_999_999));
            var at = new DateTimeOffset(precise.Ticks - (precise.Ticks % TimeSpan.TicksPerMillisecond), precise.Offset);
            var entry = make(_chance.Id(precise), at);
            Made.Add(new(entry.Id, at, EntryReader.KindOf(entry), EntryWriter.Write(entry)));
        }

        /// <summary>An entry as the player writes it, its fields in the player's order.</summary>
        private static NewEntry ByPlayer(string kind, Guid id, DateTimeOffset at, Action<Utf8JsonWriter> fields)
        {
            using var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes, Plain))
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("at", at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
                json.WriteString("kind", kind);
                fields(json);
                json.WriteEndObject();
            }

            return new(id, at, kind, bytes.ToArray());
        }
    }
}
