using System.Collections.Immutable;
using System.Text.Json;
using Footing.Exercises;
using Footing.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace Footing.Testing;

/// <summary>Generated entries of every kind, with every field given or absent, and with every value at its limits.</summary>
public sealed class RandomEntries
{
    private static readonly string[] Texts = ["s1", "0190f000-0000-7000-8000-000000000001", "José 😀", "\"<&>\\", "\u2028\u0001", new string('x', 200)];
    private static readonly string[] UnknownExercises = ["one-leg-stand", "4-way-kick"];
    private static readonly decimal[] Decimals = [0, 10, 4.5m, 0.1m, 3.3333333333333333333333333333m, 10.00m];
    private static readonly int[] MinuteOffsets = [0, 60, 330, -570, 840, -840];

    private readonly Random _chance;

    private RandomEntries(int seed) => _chance = new Random(seed);

    public static Arbitrary<Entry> Any { get; } = Gen.Choose(0, int.MaxValue - 1).Select(seed => new RandomEntries(seed).Next()).ToArbitrary();

    private Guid Id
    {
        get
        {
            var bytes = new byte[16];
            _chance.NextBytes(bytes);
            return new Guid(bytes);
        }
    }

    private DateTimeOffset At
    {
        get
        {
            var offset = TimeSpan.FromMinutes(Of(MinuteOffsets));
            var ticks = _chance.NextInt64(new DateTime(1901, 1, 2).Ticks, new DateTime(8999, 12, 30).Ticks);
            return new DateTimeOffset(_chance.Next(2) == 0 ? ticks : ticks - (ticks % TimeSpan.TicksPerMillisecond), offset);
        }
    }

    private Entry Next() => _chance.Next(18) switch
    {
        0 => new ScreeningEntry(Id, At, SomeAnswers()) { Measured = SomeDates() },
        1 => new FootCheckEntry(Id, At, Word<SkinFinding>(), Maybe(Word<YesNoUnsure>), Maybe(Word<YesNoUnsure>), Maybe(Word<Observer>), Maybe(Difference), Maybe(Word<Side>))
        {
            Calf = Maybe(Word<YesNoUnsure>),
            Known = [.. Enum.GetValues<KnownFinding>().Where(_ => _chance.Next(4) == 0)],
        },
        2 => new SetEntry(Id, At, Text(), Exercise(), _chance.Next(1, 100), _chance.Next(1, 100), Word<Side>(), _chance.Next(0, 3601), Coin(), Maybe(() => _chance.Next(1, 3601))),
        3 => new SetEntry(Id, At, Text(), ExerciseId.Of(Of(UnknownExercises)), _chance.Next(1, 100), _chance.Next(1, 100), Word<Side>(), _chance.Next(0, 3601), Coin(), Maybe(() => _chance.Next(1, 3601))),
        4 => Began(new SessionEntry(
            Id, At, Text(), Maybe(Rating), Maybe(Rating), Ratings(), Ratings(), [.. FootExercises.All.Where(_ => Coin())], Maybe(Word<StopReason>),
            Coin() ? null : new(Text(), Text(), Text()))),
        5 => Coin() ? new NextMorningEntry(Id, At, Text(), Coin()) : new NextMorningEntry(Id, At, Text(), Maybe(Coin), Rating(), Word<YesNoUnsure>()),
        6 => new CheckInEntry(
            Id, At, Maybe(Word<CheckInSpan>), Maybe(Rating), Maybe(Rating), Maybe(() => _chance.Next(8)), Maybe(() => _chance.Next(1441)), Maybe(() => _chance.Next(1001)),
            Coin() ? null : new(Of(Decimals), Of(Decimals), Of(Decimals)), Maybe(Rating), Maybe(Word<ImpressionOfChange>)),
        7 => new BackgroundEntry(Id, At, Words(), Words(), Words(), Words(), Words()),
        8 => new AdverseEventEntry(Id, At, Word<AdverseEvent>()),
        9 => new ScheduleEntry(Id, At, Maybe<ImmutableArray<DayOfWeek>>(() => [.. Enum.GetValues<DayOfWeek>().OrderBy(_ => _chance.Next()).Take(_chance.Next(ScheduleEntry.FewestDays, ScheduleEntry.MostDays + 1))]), Maybe(() => _chance.Next(10, 37))),
        10 => new ClearanceEntry(Id, At, Words(), By(), MaybeText(), MaybeText()),
        11 => new AdjustmentEntry(Id, At, Exercise(), Act(), By(), MaybeText()),
        12 => new AdjustmentEntry(Id, At, ExerciseId.Of(Of(UnknownExercises)), Act(), By(), MaybeText()),
        13 => new CorrectionEntry(Id, At, Id, Maybe(() => Fields(Next())), Coin()),
        14 => new ProgrammeEntry(Id, At, Text(), Text()),
        15 => new PreferenceEntry(Id, At, MaybeText(), MaybeText(), MaybeText()),
        16 => new LeaveOutEntry(Id, At, Coin() ? Exercise() : ExerciseId.Of(Of(UnknownExercises)), Coin(), Maybe(Word<LeaveOutReason>)),
        _ => new OtherEntry(Id, At, "habit"),
    };

    private static JsonElement Fields(Entry entry) => EntryWriter.Fields(entry);

    private Answers SomeAnswers() => Question.All.Where(_ => Coin()).Aggregate(Answers.None, (answers, question) => answers.With(
        question.Id,
        question.Least is { } least && (question.Words.IsEmpty || Coin())
            ? Answer.Of(_chance.Next(least, question.Most!.Value + 1))
            : Answer.Of(Of([.. question.Words]))).Value);

    private MeasuredDates SomeDates() => Question.All.Where(question => question.IsTest && Coin()).Aggregate(
        MeasuredDates.None, (dates, test) => dates.With(test.Id, DateOnly.FromDayNumber(_chance.Next(1, 3_000_000))));

    private SessionEntry Began(SessionEntry session) =>
        // Before 1901 there is no time that an entry can have.
        Coin() || session.At.UtcDateTime < new DateTime(1901, 1, 2)
            ? session
            : session with { Began = session.At.AddTicks(-_chance.NextInt64(SessionEntry.LongestTime.Ticks + 1)) };

    private Adjustment Act() => _chance.Next(6) switch
    {
        0 => new Adjustment.Lock(),
        1 => new Adjustment.Unlock(),
        2 => new Adjustment.Cap(_chance.Next(1, 100)),
        3 => new Adjustment.ToLevel(_chance.Next(1, 100)),
        4 => new Adjustment.ToDose(_chance.Next(1, 11), _chance.Next(1, 101), null),
        _ => new Adjustment.ToDose(_chance.Next(1, 11), null, _chance.Next(1, 601)),
    };

    private DecisionMaker? By() => Coin() ? null : new(Text(), MaybeText());

    private decimal Difference() => (Coin() ? 1 : -1) * (Coin() ? 30 : Of(Decimals));

    private int Rating() => _chance.Next(11);

    private ExerciseId Exercise() => Of([.. FootExercises.All]);

    private PerExercise<int> Ratings() => FootExercises.All.Append(ExerciseId.Of(UnknownExercises[0])).Where(_ => Coin())
        .Aggregate(PerExercise<int>.Empty, (ratings, exercise) => ratings.Add(exercise, Rating()));

    private ImmutableArray<string> Words() => [.. Texts.Where(_ => _chance.Next(4) == 0)];

    private string Text() => Of(Texts);

    private string? MaybeText() => Coin() ? null : Text();

    private bool Coin() => _chance.Next(2) == 0;

    private T Word<T>()
        where T : struct, Enum => Of(Enum.GetValues<T>());

    private T? Maybe<T>(Func<T> make)
        where T : struct => Coin() ? null : make();

    private T Of<T>(T[] all) => all[_chance.Next(all.Length)];
}
