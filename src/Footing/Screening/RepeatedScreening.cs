using Footing.Journal;

namespace Footing.Screening;

/// <summary>Why a repeated screening asks for a test.</summary>
public enum TestAgain
{
    /// <summary>Its number was found too long ago.</summary>
    Aged,

    /// <summary>The person was unsteady since.</summary>
    Unsteady,

    /// <summary>What it tests became worse since.</summary>
    Worse,

    /// <summary>There is no number, and one would help.</summary>
    NotDone,
}

/// <summary>What a repeated screening makes of the last answer to the question of a test.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Kept">The answer that stays while no new one is given; null where one is needed.</param>
/// <param name="MeasuredOn">The date on which the last number was found; null where there is none.</param>
/// <param name="Why">Why the test is asked for; null when it is not.</param>
public sealed record RepeatedTest(string Question, Answer? Kept, DateOnly? MeasuredOn, TestAgain? Why);

/// <summary>A screening that starts from the answers of an earlier one: what is kept of it, and which tests are asked for.</summary>
/// <param name="Condition">Whose questions are asked.</param>
/// <param name="Last">The earlier screening.</param>
/// <param name="Screenings">All screenings up to it, in the journal's order.</param>
/// <param name="Zone">The person's zone.</param>
/// <param name="On">Today.</param>
/// <param name="UnsteadyOn">The last date before today on which the person fell, nearly fell or was dizzy; null for none.</param>
/// <param name="HasBalanceConcern">Whether such a day still locks exercise (P6).</param>
public sealed record RepeatedScreening(
    Condition Condition,
    ScreeningEntry Last,
    ImmutableArray<ScreeningEntry> Screenings,
    TimeZoneInfo Zone,
    DateOnly On,
    DateOnly? UnsteadyOn,
    bool HasBalanceConcern)
{
    /// <summary>The date of the earlier screening.</summary>
    public DateOnly LastOn => Last.DateIn(Zone);

    /// <summary>The tests of the condition, as far as they age.</summary>
    private IEnumerable<string> Tests => Condition.TestAges.Select(age => age.Question);

    /// <summary>The repeat that can be made today; null when all questions are asked.</summary>
    /// <param name="condition">Whose questions are asked.</param>
    /// <param name="effective">The effective entries of the whole journal, in its order.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="on">Today.</param>
    /// <param name="unsteadyOn">The dates on which the person was unsteady, in order.</param>
    /// <param name="hasBalanceConcern">Whether such a day still locks exercise (P6).</param>
    public static RepeatedScreening? Of(
        Condition condition, IReadOnlyCollection<Entry> effective, TimeZoneInfo zone, DateOnly on, IEnumerable<DateOnly> unsteadyOn, bool hasBalanceConcern)
    {
        ArgumentNullException.ThrowIfNull(condition);
        DateOnly[] before = [.. unsteadyOn.Where(date => date < on)];
        return condition.Questionnaire.RepeatedFrom(effective) is { } last
            ? new(condition, last, [.. effective.OfType<ScreeningEntry>()], zone, on, before.Length == 0 ? null : before[^1], hasBalanceConcern)
            : null;
    }

    /// <summary>
    /// The test about which the person is asked whether things became worse since: one with a good number that still counts;
    /// null for none.
    /// </summary>
    public RepeatedTest? AsksSince(Answers soFar) => Condition.TestAges
        .Where(age => age.UnlessWorse is not null)
        .Select(age => TestOf(age.Question, soFar, null))
        .FirstOrDefault(test => test is { Why: null, Kept.Number: not null } && !IsBad(test.Question));

    /// <summary>What is made of the last answer to a test's question.</summary>
    /// <param name="question">The question's id.</param>
    /// <param name="soFar">The answers given today.</param>
    /// <param name="since">Whether the person says that things became worse since the test; null before they are asked.</param>
    public RepeatedTest TestOf(string question, Answers soFar, YesNoUnsure? since)
    {
        var last = Last.Answers[question];
        var answers = Over(Condition.Questionnaire.Lasting(Last.Answers), soFar);
        var isConcern = HasBalanceConcern && Condition.BalanceTests.Contains(question);
        if (last?.Number is not { } number)
        {
            return new(question, last, null, last is null || isConcern || Condition.IsTestAskedAgain(question, answers) ? TestAgain.NotDone : null);
        }

        var measured = Last.Measured.Of(question, LastOn);
        if (Condition.TestAges.FirstOrDefault(one => one.Question == question) is not { } age)
        {
            return new(question, last, measured, null);
        }

        var why = IsWorse(age, number, measured, soFar, since) ? TestAgain.Worse
            : isConcern || (age.IsAged(measured, On, UnsteadyOn) && !age.IsAged(measured, On, null)) ? TestAgain.Unsteady
            : age.IsAged(measured, On, null) ? TestAgain.Aged
            : (TestAgain?)null;
        if (IsBad(question))
        {
            // A bad number stays until there is a new one; that what it found became worse changes nothing.
            return new(question, last, measured, why == TestAgain.Worse ? null : why);
        }

        return why is null || (why == TestAgain.Aged && !Condition.IsTestNeeded(question, answers))
            ? new(question, last, measured, null)
            : new(question, null, measured, why);
    }

    /// <summary>The answers that are kept, with the dates of kept numbers; what was answered today goes before them.</summary>
    /// <param name="soFar">The answers given today.</param>
    /// <param name="measured">The dates of numbers that were kept before.</param>
    /// <param name="since">Whether the person says that things became worse since the test.</param>
    public (Answers Answers, MeasuredDates Measured) Kept(Answers soFar, MeasuredDates measured, YesNoUnsure? since)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        ArgumentNullException.ThrowIfNull(measured);
        var answers = Over(Tests.Aggregate(Condition.Questionnaire.Lasting(Last.Answers), (kept, test) => kept.Without(test)), soFar);
        foreach (var test in Tests.Select(test => TestOf(test, soFar, since)).Where(test => test.Kept is not null && !IsAnsweredAnew(test.Question, soFar)))
        {
            answers = answers.With(test.Question, test.Kept!.Value).Value;
            if (test is { Kept.Number: not null, MeasuredOn: { } on })
            {
                measured = measured.With(test.Question, on);
            }
        }

        return (answers, measured);
    }

    /// <summary>Whether the number of last time is one that a rule holds back for.</summary>
    private bool IsBad(string question) => Condition.IsConcerning(question, Last.Answers);

    /// <summary>Leaving a test out gives no new number in the place of a bad one.</summary>
    private bool IsAnsweredAnew(string question, Answers soFar) => soFar[question] is { } answer && (answer.Number is not null || !IsBad(question));

    private bool IsWorse(TestAge age, int number, DateOnly measured, Answers soFar, YesNoUnsure? since)
    {
        if (age.UnlessWorse is not { } feeling)
        {
            return false;
        }

        var found = Screenings.LastOrDefault(screening => screening.DateIn(Zone) == measured && screening.Answers.Number(age.Question) == number) ?? Last;
        return since is YesNoUnsure.Yes or YesNoUnsure.Unsure ||
            (soFar[feeling] is { } now && Severity.OfWord(feeling, now) > Severity.OfWord(feeling, found.Answers[feeling]));
    }

    private static Answers Over(Answers under, Answers over) => over.Answered.Aggregate(
        under, (answers, question) => answers.With(question.Id, over[question.Id]!.Value).Value);
}
