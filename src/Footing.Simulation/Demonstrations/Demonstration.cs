using Footing.Journal;
using Footing.Plans;
using Footing.Screening;
using Footing.Sessions;

namespace Footing.Simulation.Demonstrations;

/// <summary>
/// The journal of a made-up person whom a visitor can look at: a woman of 67 with numb feet from diabetes who is steady,
/// does most sessions that the real planner offers, and whose pain falls by four tenths. She was away for a week and nearly fell once.
/// </summary>
public sealed class Demonstration
{
    private const int DaysAway = 7;
    private const int NearlyFellOn = 33;
    private const int NewMedicineOn = 24;

    /// <summary>She is away in the seventh week, so that a look has days on both sides of it.</summary>
    private const int AwayFrom = 43;

    /// <summary>Before the answers end, so that a visitor finds a day with a plan.</summary>
    private const int DaysBetweenScreenings = 21;

    private readonly RandomSource _chance;
    private readonly ScriptShelf _scripts;
    private readonly IPersonPlanner _planner;
    private readonly List<Entry> _entries = [];
    private (string Session, int Pain)? _yesterday;

    private Demonstration(SimulationOptions options) =>
        (_chance, _scripts, _planner) = (new(options.Seed, 1), new(options.Programme, options.Texts), options.Planner(options.Programme));

    /// <summary>What she recorded, in order of time.</summary>
    /// <param name="options">The programme, its texts, the number of weeks, the seed and the planner; nothing else is read.</param>
    /// <param name="until">Her last day; the first is as many weeks before the day after it.</param>
    public static IReadOnlyList<Entry> Of(SimulationOptions options, DateOnly until)
    {
        var person = new Demonstration(options);
        var days = 7 * options.Weeks;
        for (var day = 0; day < days; day++)
        {
            person.Live(until.AddDays(1 + day - days), day);
        }

        return person._entries;
    }

    /// <summary>Between these hours of UTC a date is the same almost everywhere.</summary>
    private static DateTimeOffset At(DateOnly on, int minutes) => new(on, new TimeOnly(9, 0).AddMinutes(minutes), TimeSpan.Zero);

    /// <summary>Eight weeks of change after two of none, then as it is.</summary>
    private static double Share(int day, double change) => 1 - (change * Math.Clamp((day - 14) / 56.0, 0, 1));

    private static Answers Answered()
    {
        var answers = Answers.None;
        foreach (var question in Question.All.Where(question => question.Words.Contains("no")))
        {
            answers = answers.With(question.Id, Answer.Of(question.IsYesGood ? "yes" : "no")).Value;
        }

        foreach (var (question, answer) in new (string, Answer)[]
            {
                ("diabetes", Answer.Of("yes")), ("metformin", Answer.Of("yes")), ("numb-feet", Answer.Of("yes")), ("touch-test", Answer.Of(1)),
                ("tandem-stand-seconds", Answer.Of(10)), ("chair-stands", Answer.Of(13)), ("age", Answer.Of(67)),
            })
        {
            answers = answers.With(question, answer).Value;
        }

        return answers;
    }

    private void Live(DateOnly on, int day)
    {
        if (day == 0)
        {
            Screen(At(on, 0));
            Record(Background(At(on, 6)));
        }

        if (day == NewMedicineOn)
        {
            Record(Background(At(on, 6), "a new tablet for blood pressure"));
        }

        if (_yesterday is { } session)
        {
            Record(new NextMorningEntry(_chance.Id(At(on, 8)), At(on, 8), session.Session, null, session.Pain, YesNoUnsure.No));
            _yesterday = null;
        }

        if (day is >= AwayFrom and < AwayFrom + DaysAway)
        {
            return;
        }

        CheckIn(on, day);
        if (day == NearlyFellOn)
        {
            Record(new AdverseEventEntry(_chance.Id(At(on, 20)), At(on, 20), AdverseEvent.NearFall));
        }

        if (day > 0 && (day % DaysBetweenScreenings == 0 || _planner.PlanOn(on).Disposition == Disposition.Incomplete))
        {
            Screen(At(on, 40));
        }

        if (_planner.PlanOn(on) is { Due: true } plan && _scripts.Of(plan) is { } script && _chance.Is(0.9))
        {
            Exercise(script, At(on, 60), Pain(day));
        }
    }

    private void Screen(DateTimeOffset at) => Record(new ScreeningEntry(_chance.Id(at), at, Answered()));

    private void CheckIn(DateOnly on, int day)
    {
        if (_chance.Is(0.85))
        {
            var pain = Pain(day);
            Record(new CheckInEntry(
                _chance.Id(At(on, 10)),
                At(on, 10),
                CheckInSpan.Day,
                Pain: pain,
                WorstPain: Math.Min(10, pain + _chance.From(0, 2)),
                NightsWoken: _chance.Is(0.55 * Share(day, 0.5)) ? 1 : 0));
        }

        if (day % 7 == 0)
        {
            Record(new CheckInEntry(
                _chance.Id(At(on, 15)),
                At(on, 15),
                CheckInSpan.Week,
                WalkingMinutes: (int)(12 / Share(day, 0.45)) + _chance.From(-2, 2),
                Rests: (int)Math.Round(3 * Share(day, 0.5)),
                Peg: new(Item(day, 6), Item(day, 5), Item(day, 6)),
                Mood: (int)Item(day, 4),
                Change: day < 28 ? ImpressionOfChange.Same : day < 56 ? ImpressionOfChange.LittleBetter : ImpressionOfChange.Better));
        }
    }

    private void Exercise(SessionScript script, DateTimeOffset from, int pain)
    {
        Record(Looked(from.AddMinutes(-3)));
        var session = _chance.Id(from).ToString();
        var now = from;
        foreach (var step in script.Steps)
        {
            now = now.AddMilliseconds(step.DurationMs);
            if (step is { Set: { } set, Exercise: { } exercise })
            {
                var level = script.Exercises.First(offered => offered.Id == exercise).Level;
                Record(new SetEntry(_chance.Id(now), now, session, exercise, level, set.Number, set.Side, set.Target, !set.InReps, set.Target));
            }
        }

        now = now.AddMinutes(2);
        var effort = script.Exercises.Aggregate(PerExercise<int>.Empty, (all, done) => all.Add(done.Id, _chance.From(2, 4)));
        Record(new SessionEntry(_chance.Id(now), now, session, pain, Math.Clamp(pain + _chance.From(-1, 0), 0, 10), effort, PerExercise<int>.Empty, [], null) { Began = from });
        Record(Looked(now.AddMinutes(4)));
        _yesterday = (session, Math.Clamp(pain + _chance.From(-1, 1), 0, 10));
    }

    private FootCheckEntry Looked(DateTimeOffset at) =>
        new(_chance.Id(at), at, SkinFinding.Clear, YesNoUnsure.No, YesNoUnsure.No, Observer.Self) { Calf = YesNoUnsure.No };

    private BackgroundEntry Background(DateTimeOffset at, params ReadOnlySpan<string> others) =>
        new(_chance.Id(at), at, ["diabetes"], ["toes", "soles"], ["about four years"], [], ["metformin", .. others]);

    private int Pain(int day) => (int)Math.Clamp(Math.Round((6.2 * Share(day, 0.42)) + _chance.Between(-2.2, 2.2)), 0, 10);

    private decimal Item(int day, int from) => (decimal)Math.Clamp(Math.Round((from * Share(day, 0.4)) + _chance.Between(-1.2, 1.2)), 0, 10);

    private void Record(Entry entry)
    {
        _entries.Add(entry);
        _planner.Take(entry);
    }
}
