using Footing.Journal;

namespace Footing.Outcomes;

/// <summary>The unit of a measure.</summary>
public enum MeasureUnit
{
    /// <summary>Points of a rating from 0 to 10.</summary>
    Points,

    /// <summary>Nights in a week, 0 to 7.</summary>
    NightsAWeek,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Rests on the way.</summary>
    Rests,
}

/// <summary>How often a measure is recorded.</summary>
public enum Cadence
{
    /// <summary>Daily check-ins count.</summary>
    Daily,

    /// <summary>Weekly check-ins count.</summary>
    Weekly,
}

/// <summary>
/// An outcome measure: what check-ins say of it, and which change of it matters to people. Its noise is what is usual before a
/// person's own is known.
/// </summary>
public sealed class OutcomeMeasure
{
    private readonly Func<CheckInEntry, double?> _read;
    private readonly Func<double, double> _important;
    private readonly Func<double, double> _dailyDeviation;
    private readonly Func<double, double> _weeklyDeviation;

    private OutcomeMeasure(
        string id, MeasureUnit unit, bool isMoreBetter, Func<CheckInEntry, double?> read, Func<double, double> important,
        Func<double, double> dailyDeviation, Func<double, double> weeklyDeviation)
    {
        (Id, Unit, IsMoreBetter) = (id, unit, isMoreBetter);
        (_read, _important, _dailyDeviation, _weeklyDeviation) = (read, important, dailyDeviation, weeklyDeviation);
    }

    /// <summary>
    /// Usual pain. A fall of 30 % and of 2 points is what people call much better (Farrar et al. 2001, Pain 94:149; Salaffi et al. 2004,
    /// Eur J Pain 8:283); where pain was mild, 1 point.
    /// </summary>
    public static OutcomeMeasure Pain { get; } = new("pain", MeasureUnit.Points, false, checkIn => checkIn.Pain, OfPain, _ => 1.5, _ => 1.2);

    /// <summary>The worst pain; what matters as for usual pain.</summary>
    public static OutcomeMeasure WorstPain { get; } = new("worst-pain", MeasureUnit.Points, false, checkIn => checkIn.WorstPain, OfPain, _ => 1.5, _ => 1.2);

    /// <summary>Nights woken by the feet, in a week. A daily check-in tells of one night, woken or not.</summary>
    public static OutcomeMeasure NightsWoken { get; } = new("nights-woken", MeasureUnit.NightsAWeek, false, Nights, _ => 2, _ => 3, _ => 1.5);

    /// <summary>Minutes walked before the feet stop the person.</summary>
    public static OutcomeMeasure WalkingMinutes { get; } =
        new("walking-minutes", MeasureUnit.Minutes, true, checkIn => checkIn.WalkingMinutes, was => Math.Max(0.3 * was, 5), OfWalking, OfWalking);

    /// <summary>Rests on the usual walk.</summary>
    public static OutcomeMeasure Rests { get; } =
        new("rests", MeasureUnit.Rests, false, checkIn => checkIn.Rests, was => Math.Max(0.3 * was, 1), OfRests, OfRests);

    /// <summary>
    /// The mean of the three PEG items (Krebs et al. 2009, J Gen Intern Med 24:733). Of the changes that were found to matter the largest:
    /// 1.75 points (Reed et al. 2024, six trials, 1,710 people).
    /// </summary>
    public static OutcomeMeasure Peg { get; } =
        new("peg", MeasureUnit.Points, false, checkIn => checkIn.Peg is { } peg ? (double)peg.Sum / 3 : null, _ => 1.75, _ => 1.2, _ => 1);

    /// <summary>How low the person's spirits were: 0 is not at all.</summary>
    public static OutcomeMeasure Mood { get; } = new("mood", MeasureUnit.Points, false, checkIn => checkIn.Mood, _ => 2, _ => 1.5, _ => 1.2);

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static ImmutableArray<OutcomeMeasure> All { get; } = [Pain, WorstPain, NightsWoken, WalkingMinutes, Rests, Peg, Mood];

    /// <summary>Those that the headline is about.</summary>
    public static ImmutableArray<OutcomeMeasure> OfHeadline { get; } = [Pain, Peg, NightsWoken];

    /// <summary>Its name in data.</summary>
    public string Id { get; }

    /// <summary>The unit of its values.</summary>
    public MeasureUnit Unit { get; }

    /// <summary>Whether a higher value is better.</summary>
    public bool IsMoreBetter { get; }

    /// <summary>Whether a day says only yes or no of it, so that a mean of days is needed to see anything.</summary>
    public bool IsYesOrNoOnADay => Unit == MeasureUnit.NightsAWeek;

    /// <summary>What a check-in says of it, in its unit; null where it says nothing.</summary>
    public double? Read(CheckInEntry checkIn) => _read(checkIn);

    /// <summary>The smallest change that matters, in its unit, above 0.</summary>
    /// <param name="baseline">The mean of the baseline.</param>
    public double ImportantChange(double baseline) => _important(baseline);

    /// <summary>How it usually goes up and down by itself.</summary>
    /// <param name="cadence">How often it is recorded.</param>
    /// <param name="baseline">The mean of the baseline.</param>
    public SerialNoise UsualNoise(Cadence cadence, double baseline) => cadence == Cadence.Daily
        ? new(0.5, _dailyDeviation(baseline), 1)
        : new(0.3, _weeklyDeviation(baseline), 7);

    private static double OfPain(double was) => Math.Max(0.3 * was, was <= 4 ? 1 : 2);

    private static double OfWalking(double was) => Math.Max(0.25 * was, 3);

    private static double OfRests(double was) => Math.Max(0.3 * was, 0.7);

    private static double? Nights(CheckInEntry checkIn) => checkIn is { Span: CheckInSpan.Day, NightsWoken: { } woken }
        ? Math.Min(woken, 1) * 7
        : checkIn.NightsWoken;
}
