using Footing.Exercises;
using FsCheck;
using FsCheck.Fluent;

namespace Footing.Testing;

/// <summary>A generated journal of some weeks, the same for the same seed, with everything that may happen.</summary>
public sealed class RandomJournal
{
    private static readonly string[] Happenings = ["dizzy", "near-fall", "fall", "cramp", "skin-change"];
    private static readonly string[] Reasons = ["tired", "pain", "cramp", "dizzy", "skin", "interrupted", "other"];
    private static readonly (string Field, object Value)[] Findings =
    [
        ("skin", "mark"), ("skin", "wound"), ("skin", "black"), ("heat", "unsure"), ("swelling", "yes"), ("calf", "unsure"), ("calf", "no"), ("known", new[] { "heat" }), ("looked", "nobody"),
        ("sideDifferenceC", 2.6), ("sideDifferenceC", -1),
    ];

    private static readonly (string Question, object Answer)[] Answers =
    [
        ("touch-test", 3), ("touch-test", "self"), ("numb-feet", "yes"), ("fall-in-last-year", "yes"), ("tandem-stand-seconds", 6),
        ("chair-stands", "not-done"), ("blood-thinner-or-easy-bruising", "yes"), ("arterial-disease", "unsure"), ("foot-deformity", "yes"),
        ("kidney-failure", "yes"), ("swollen-tender-calf", "yes"), ("cold-pale-limb", "unsure"), ("cause-assessed", "no"),
        ("dizzy-on-standing", "yes"), ("told-not-to", "unsure"), ("black-skin", "unsure"), ("rest-pain-eased-hanging-down", "unsure"),
    ];

    private readonly Random _chance;
    private readonly JournalBuilder _journal = JournalBuilder.Of();
    private readonly double _trouble;

    private RandomJournal(int seed, int days)
    {
        _chance = new Random(seed);
        _trouble = _chance.Next(4) switch { 0 => 0, 1 => 0.01, 2 => 0.03, _ => 0.08 };
        Days = days;
        Screen(0);
        for (var day = 0; day < days; day++)
        {
            Live(day);
        }
    }

    public int Days { get; }

    public JournalBuilder Journal => _journal;

    public static Arbitrary<RandomJournal> Any { get; } = Gen.Choose(0, int.MaxValue - 1)
        .SelectMany(_ => Gen.Choose(5, 40), (seed, days) => new RandomJournal(seed, days))
        .ToArbitrary();

    /// <summary>The journal of a seed.</summary>
    public static RandomJournal Of(int seed, int days) => new(seed, days);

    public override string ToString() => string.Join('\n', _journal.Lines);

    private void Live(int day)
    {
        if (day > 0 && (day % 24 == 0 || Rarely()))
        {
            Screen(day);
        }

        if (Rarely())
        {
            _journal.Scheduled(day).With("minutes", _chance.Next(10, 37));
        }

        if (Rarely())
        {
            _journal.Scheduled(day).With("weekdays", new[] { "tue", "thu", "sat" });
        }

        if (Rarely())
        {
            _journal.Cleared(day, "R8", "R9", "R12", "R13", "R16", "R21", "R23", "R24");
        }

        if (Rarely())
        {
            Adjust(day);
        }

        if (Rarely())
        {
            _journal.LeavesOut(day, Of([.. FootExercises.All]), _chance.Next(3) != 0);
        }

        if (_journal.PlanOn(day).Due && _chance.NextDouble() < 0.85)
        {
            Exercise(day);
        }

        if (day % 7 == 5)
        {
            _journal.CheckIn(day).With("pain", _chance.Next(3, 7)).With("change", Of(["better", "same", "worse"]));
        }

        if (Rarely())
        {
            _journal.Happened(day, Of(Happenings)).Named($"event-{day}");
            Correct(day, $"event-{day}", entry => entry.With("what", Of(Happenings)));
        }

        if (Rarely())
        {
            var (field, value) = Of(Findings);
            _journal.FootCheck(day).At("18:00").With(field, value).Named($"check-{day}");
            Correct(day, $"check-{day}", entry => entry.With("skin", Of(["clear", "blister"])));
        }
    }

    private void Screen(int day)
    {
        _journal.Screened(day);
        for (var i = _chance.Next(3); i > 1 - (_trouble > 0.05 ? 1 : 0); i--)
        {
            var (question, answer) = Of(Answers);
            _journal.With(question, answer);
        }

        foreach (var test in new[] { "touch-test", "tandem-stand-seconds", "chair-stands" }.Where(_ => _chance.Next(4) == 0))
        {
            _journal.Measured(test, day - _chance.Next(-3, Rarely() ? 200 : 30));
        }
    }

    private void Adjust(int day)
    {
        var exercise = Of([.. FootExercises.All]);
        _journal.Adjusted(day, exercise);
        _ = _chance.Next(5) switch
        {
            0 => _journal.With("lock", true),
            1 => _journal.With("unlock", true),
            2 => _journal.With("cap", _chance.Next(1, 4)),
            3 => _journal.With("level", _chance.Next(1, 4)),
            _ => _journal.With("dose", exercise == FootExercises.BallRoll || exercise == FootExercises.ToeLift
                ? new { sets = 1, seconds = _chance.Next(30, 200) }
                : new { sets = _chance.Next(1, 5), reps = _chance.Next(5, 30) }),
        };
    }

    private void Exercise(int day)
    {
        _journal.Session(day, session =>
        {
            session.Effort(Rarely() ? _chance.Next(6, 11) : _chance.Next(2, 6)).CheckedAfter();
            session.Pain(2, Rarely() ? _chance.Next(4, 7) : _chance.Next(1, 4));
            if (Rarely())
            {
                session.Stopped(Of(Reasons));
            }

            if (Rarely())
            {
                session.LeavingOut(Of([.. FootExercises.All]));
            }
        });
        if (_chance.Next(3) == 0)
        {
            _ = Rarely() ? _journal.Began(day - 1, "23:00") : _journal.Began(day, "08:55");
        }

        _journal.Named($"session-{day}");
        if (_chance.Next(3) == 0)
        {
            _ = _chance.Next(2) == 0
                ? _journal.NextMorning(day + 1, raised: Rarely())
                : _journal.MorningPain(day + 1, Rarely() ? _chance.Next(4, 11) : _chance.Next(4), Of(["yes", "no", "unsure"]));
        }

        Correct(day, $"session-{day}", entry => entry.With("painAfter", _chance.Next(0, 6)));
    }

    private void Correct(int day, string name, Action<JournalBuilder> change)
    {
        if (_chance.Next(6) != 0)
        {
            return;
        }

        if (_chance.Next(3) == 0)
        {
            _journal.Voided(day + _chance.Next(3), name);
            return;
        }

        change(_journal.Corrected(day + _chance.Next(3), name));
        if (_chance.Next(4) == 0)
        {
            _journal.ByPractitioner();
        }
    }

    private bool Rarely() => _chance.NextDouble() < _trouble;

    private T Of<T>(T[] all) => all[_chance.Next(all.Length)];
}
