using Footing.Journal;
using Footing.Screening;

namespace Footing.Plans.Explanations;

/// <summary>Whether a home test's last result is still valid.</summary>
public enum Validity
{
    /// <summary>The plan uses it.</summary>
    Counts,

    /// <summary>Newer answers replaced it; in them the test was not done.</summary>
    Replaced,

    /// <summary>It is older than four weeks, or too old to show that all is well.</summary>
    Over,

    /// <summary>It is older than half a year: hardly useful even for comparison.</summary>
    LongAgo,

    /// <summary>There is no result.</summary>
    NotDone,
}

/// <summary>The last result of a home test, and its validity.</summary>
/// <param name="Question">The question that the test answers.</param>
/// <param name="Validity">Its validity on the date.</param>
/// <param name="Answers">The answers that contain it; none without a result.</param>
/// <param name="On">When it was done.</param>
/// <param name="Last">The last answer: a result, or that the test was left out or done alone; null for never.</param>
/// <param name="IsConcerning">Whether a screening rule applies to it: touches that are not felt, or a risk of falling.</param>
public sealed record HomeTestResult(string Question, Validity Validity, Answers Answers, DateOnly On, Answer? Last, bool IsConcerning)
{
    private const int LongAgoAfterDays = 182;

    /// <summary>The last day on which it is, or was, valid: that of the answers that contain it.</summary>
    public DateOnly Until { get; private init; }

    /// <summary>Whether it was last done alone, so that there is no result: who touches their own feet knows where.</summary>
    public bool IsDoneAlone => Last?.Word == "self";

    /// <summary>The number: touches not felt, seconds or chair stands.</summary>
    public int Number => Answers.Number(Question) ?? 0;

    /// <summary>The last result of a test.</summary>
    /// <param name="question">The question that the test answers.</param>
    /// <param name="effective">The effective entries, in the journal's order.</param>
    /// <param name="state">What they result in.</param>
    /// <param name="today">The date.</param>
    /// <param name="zone">The person's zone.</param>
    public static HomeTestResult Of(string question, IEnumerable<Entry> effective, CareState state, DateOnly today, TimeZoneInfo zone)
    {
        var screenings = effective.OfType<ScreeningEntry>().ToList();
        var last = screenings.LastOrDefault(screening => screening.Answers[question] is not null)?.Answers[question];
        if (state.Screening is { } current && !state.IsScreeningOld(today) && state.Judged!.Number(question) is not null)
        {
            return new(question, Validity.Counts, current.Answers, current.Measured.Of(question, state.ScreenedOn), last, IsConcerning(current.Answers))
            {
                Until = LastDay(state.ScreenedOn),
            };
        }

        if (screenings.LastOrDefault(screening => screening.Answers.Number(question) is not null) is not { } done)
        {
            return new(question, Validity.NotDone, Answers.None, default, last, false);
        }

        var answered = done.DateIn(zone);
        var on = done.Measured.Of(question, answered);
        var isAged = done == state.Screening && state.AgedTests.Contains(question);
        var validity = today.DayNumber - on.DayNumber > LongAgoAfterDays ? Validity.LongAgo
            : isAged || today > LastDay(answered) ? Validity.Over
            : Validity.Replaced;
        return new(question, validity, done.Answers, on, last, IsConcerning(done.Answers)) { Until = LastDay(answered) };

        static DateOnly LastDay(DateOnly screenedOn) => screenedOn.AddDays(CareState.ScreeningLastDay);

        bool IsConcerning(Answers answers) => state.Programme.Condition.IsConcerning(question, answers);
    }
}
