using Footing.Journal;
using Footing.Screening;

namespace Footing.Conditions.NeuropathicFoot;

/// <summary>The screening's tests that are done standing: who is asked to try them, and what a result means.</summary>
public static class StandingTests
{
    /// <summary>
    /// Such a test is valid until this many days after its date, unless the person was unsteady since: twelve weeks, our
    /// own choice.
    /// </summary>
    public const int ResultLastDay = 83;

    /// <summary>From this age on the chair test is needed to stand; below it, where no norm was found, it may be left out.</summary>
    public const int ChairTestFromAge = 60;

    /// <summary>The questions that ask for their results.</summary>
    public static ImmutableArray<string> Questions { get; } = [.. FootHomeTests.All.Where(test => test.IsStanding).Select(test => test.Id)];

    /// <summary>Whether such tests are asked for: a person who cannot stand is not asked to try.</summary>
    public static bool AreAsked(Answers answers) => !CannotStand(answers);

    /// <summary>What in the answers speaks against trying one; null for nothing.</summary>
    /// <param name="answers">The answers so far.</param>
    /// <param name="condition">The person's condition, which says what is a sign of danger.</param>
    public static StandingTestBarrier? Barrier(Answers answers, Condition condition) =>
        CannotStand(answers) ? StandingTestBarrier.CannotStand
        : answers.Is("stands-with-support", "unsure") ? StandingTestBarrier.Unsure
        : condition.DangerIn(answers) is not null || answers.IsFlag("recent-foot-surgery-or-fracture") ? StandingTestBarrier.Signs
        : null;

    /// <summary>Whether a tandem stand was held for less than its time, which is a risk of falling; false where it was not done.</summary>
    public static bool IsTandemShort(Answers answers) => answers.Number("tandem-stand-seconds") is < HomeTest.StanceSeconds;

    /// <summary>Whether one of them has no number that is valid: not done, aged or missing.</summary>
    public static bool IsOneWithoutNumber(Answers answers) => Questions.Any(question => answers[question] is not { Number: not null, IsAged: false });

    /// <summary>Whether a test of them that is needed was not done, or too long ago.</summary>
    public static bool IsOneNeeded(Answers answers) =>
        IsNotDone(answers, "tandem-stand-seconds") || (IsNotDone(answers, "chair-stands") && ChairStands.AreNeeded(answers));

    private static bool IsNotDone(Answers answers, string question) => answers[question] is { Word: "not-done" } or { IsAged: true };

    private static bool CannotStand(Answers answers) => answers.Is("stands-with-support", "no");
}
