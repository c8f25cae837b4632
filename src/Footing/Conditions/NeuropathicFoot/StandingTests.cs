using Footing.Journal;
using Footing.Screening;

namespace Footing.Conditions.NeuropathicFoot;

/// <summary>The screening's tests that are done standing: who is asked to try them, and what a result means.</summary>
public static class StandingTests
{
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

    private static bool CannotStand(Answers answers) => answers.Is("stands-with-support", "no");
}
