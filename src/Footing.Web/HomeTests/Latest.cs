using Footing.Journal;
using Footing.Plans;
using Footing.Screening;
using Footing.Web.People;
using Footing.Web.Screening;
using Footing.Web.ScreeningResults;

namespace Footing.Web.HomeTests;

/// <summary>Whether a test's last result is still valid today.</summary>
public enum Validity
{
    /// <summary>The plan uses it.</summary>
    Counts,

    /// <summary>Newer answers replaced it; in them the test was not done.</summary>
    Replaced,

    /// <summary>It is older than four weeks.</summary>
    Over,

    /// <summary>It is older than half a year: hardly useful even for comparison.</summary>
    LongAgo,

    /// <summary>There is no result.</summary>
    NotDone,
}

/// <summary>Names of validities in texts.</summary>
public static class ValidityIds
{
    /// <summary>The middle of the texts' keys.</summary>
    public static string Id(this Validity worth) => worth switch
    {
        Validity.Counts => "counts",
        Validity.Replaced => "replaced",
        Validity.Over => "over",
        Validity.LongAgo => "long-ago",
        Validity.NotDone => "not-done",
    };
}

/// <summary>The last result of a test, and its validity.</summary>
/// <param name="Test">The test.</param>
/// <param name="Validity">Its validity today.</param>
/// <param name="Answers">The answers that contain it; none without a result.</param>
/// <param name="On">When it was done.</param>
/// <param name="Last">The last answer: a result, or that the test was left out or done alone; null for never.</param>
/// <param name="IsNotAsked">Whether it is not asked because standing is hard for the person.</param>
public sealed record Latest(HomeTest Test, Validity Validity, Answers Answers, DateOnly On, Answer? Last, bool IsNotAsked)
{
    private const int LongAgoAfterDays = 182;

    /// <summary>The last day on which it is, or was, valid.</summary>
    public DateOnly Until => On.AddDays(CareState.ScreeningLastDay);

    /// <summary>The number: touches not felt, seconds or chair stands.</summary>
    public int Number => Answers.Number(Test.Id) ?? 0;

    /// <summary>Whether a screening rule applies to it: touches not felt (R13), a risk of falling (R16).</summary>
    public bool IsBelow => Test.Id switch
    {
        "touch-test" => Answers.HasLossOfProtectiveSensation,
        "tandem-stand-seconds" => Number < 10,
        _ => ChairStands.AreBelowCutOff(Answers),
    };

    internal static Latest Of(HomeTest test, JournalView view, ScreeningResult result)
    {
        var screenings = view.Effective.OfType<ScreeningEntry>().ToList();
        var last = screenings.LastOrDefault(screening => screening.Answers[test.Id] is not null)?.Answers[test.Id];
        var isNotAsked = !QuestionGroup.IsNeeded(test.Stop, result.Answers);
        if (result.IsCurrent && result.Answers.Number(test.Id) is not null)
        {
            return new(test, Validity.Counts, result.Answers, result.On, last, isNotAsked);
        }

        if (screenings.LastOrDefault(screening => screening.Answers.Number(test.Id) is not null) is not { } done)
        {
            return new(test, Validity.NotDone, Answers.None, default, last, isNotAsked);
        }

        var on = done.DateIn(view.Preference.Zone);
        var days = view.Today.DayNumber - on.DayNumber;
        var worth = days > LongAgoAfterDays ? Validity.LongAgo : days > CareState.ScreeningLastDay ? Validity.Over : Validity.Replaced;
        return new(test, worth, done.Answers, on, last, isNotAsked);
    }
}
