using Footing.Journal;

namespace Footing.Simulation.People;

/// <summary>The fixed traits of a simulated person. The numbers are only plausible, not fitted to a study.</summary>
internal sealed class Traits
{
    /// <param name="chance">The person's random numbers.</param>
    /// <param name="days">How many days they are followed.</param>
    public Traits(RandomSource chance, int days)
    {
        Age = (int)chance.Between(38, 92);
        Frailty = Math.Clamp(((Age - 50) / 60.0) + chance.Between(-0.2, 0.4), 0, 1);
        Attendance = chance.Between(0.5, 1.1);
        Zeal = chance.Is(0.2) ? 0.35 : 0.05;
        LatePart = chance.Is(0.25) ? 0.15 : 0.01;
        ChecksBefore = chance.Is(0.9) ? 0.97 : 0.5;
        ChecksAfter = chance.Is(0.6) ? 0.95 : 0.35;
        NobodyLooks = chance.Is(0.06) ? 0.1 : 0.003;
        Measures = chance.Is(0.2);
        Hurts = chance.Is(0.15) ? 3 : 1;
        Hardness = chance.Between(0.5, 5);
        Learns = chance.Between(0.01, 0.1);
        Pain = chance.From(2, 8);
        PainTrend = chance.Between(-0.25, 0.15);
        Promptness = chance.Between(0.2, 1);
        LeavesOn = chance.Is(0.25) ? chance.From(14, Math.Max(15, days * 2)) : int.MaxValue;
        Holidays = DrawHolidays(chance, days);
        DatesTests = chance.Is(0.7);
        KeepsTests = chance.Is(0.5);
        Known = chance.Is(0.15) ? [.. DrawKnown(chance)] : [];
        GivesNumbers = chance.Is(0.6);
        ChecksInDaily = chance.Is(0.15);
        LeavesOut = chance.Is(0.3) ? chance.Between(0.004, 0.03) : 0;
        IsUpLate = chance.Is(0.1);
        BeginsKnown = chance.Is(0.85);
        ChoosesWeek = chance.Is(0.4);
        FallsAgain = chance.Is(0.08);
    }

    /// <summary>Whole years.</summary>
    public int Age { get; }

    /// <summary>0 to 1: how easily they sway, tire and fall.</summary>
    public double Frailty { get; }

    /// <summary>The part of due dates on which they do a session.</summary>
    public double Attendance { get; }

    /// <summary>How often they exercise though nothing is due.</summary>
    public double Zeal { get; }

    /// <summary>How often a session reaches the journal days later.</summary>
    public double LatePart { get; }

    /// <summary>How often they check their feet before a session.</summary>
    public double ChecksBefore { get; }

    /// <summary>How often they check them after it.</summary>
    public double ChecksAfter { get; }

    /// <summary>How often nobody could check.</summary>
    public double NobodyLooks { get; }

    /// <summary>Whether they measure the temperature of both feet.</summary>
    public bool Measures { get; }

    /// <summary>The factor on how often something hurts.</summary>
    public double Hurts { get; }

    /// <summary>The effort of a first level, 0 to 10.</summary>
    public double Hardness { get; }

    /// <summary>By how much each session makes it easier.</summary>
    public double Learns { get; }

    /// <summary>Pain at the start, 0 to 10.</summary>
    public int Pain { get; }

    /// <summary>How pain changes in a week; usually it decreases.</summary>
    public double PainTrend { get; }

    /// <summary>How soon they answer the questions again when asked.</summary>
    public double Promptness { get; }

    /// <summary>The day on which they give up.</summary>
    public int LeavesOn { get; }

    /// <summary>Whether they say on which date a test was done.</summary>
    public bool DatesTests { get; }

    /// <summary>Whether they keep the results of tests rather than do them anew.</summary>
    public bool KeepsTests { get; }

    /// <summary>What a professional has seen on their feet, unchanged since.</summary>
    public ImmutableArray<KnownFinding> Known { get; }

    /// <summary>Whether they tell the morning after as a number.</summary>
    public bool GivesNumbers { get; }

    /// <summary>Whether they also report most days.</summary>
    public bool ChecksInDaily { get; }

    /// <summary>How often, on a day, they leave an exercise out or take one back.</summary>
    public double LeavesOut { get; }

    /// <summary>Whether they exercise so late that midnight passes.</summary>
    public bool IsUpLate { get; }

    /// <summary>Whether what they use records when a session began.</summary>
    public bool BeginsKnown { get; }

    /// <summary>Whether they choose their week at the start.</summary>
    public bool ChoosesWeek { get; }

    /// <summary>Whether they fell before and fall again.</summary>
    public bool FallsAgain { get; }

    private ImmutableArray<(int From, int To)> Holidays { get; }

    /// <summary>Whether they are away or have given up.</summary>
    public bool IsAway(int day) => day >= LeavesOn || Holidays.Any(holiday => day >= holiday.From && day <= holiday.To);

    private static SortedSet<KnownFinding> DrawKnown(RandomSource chance) =>
        [.. Enumerable.Range(0, chance.From(1, 2)).Select(_ => chance.Of(Enum.GetValues<KnownFinding>()))];

    /// <summary>Some go for 8 to 14 days, some for longer; some twice in half a year.</summary>
    private static ImmutableArray<(int From, int To)> DrawHolidays(RandomSource chance, int days)
    {
        var holidays = ImmutableArray.CreateBuilder<(int, int)>();
        for (var from = chance.From(10, 150); from < days; from += chance.From(60, 200))
        {
            var length = chance.Is(0.65) ? chance.From(7, 13) : chance.From(14, 30);
            holidays.Add((from, from + length));
        }

        return holidays.ToImmutable();
    }
}
