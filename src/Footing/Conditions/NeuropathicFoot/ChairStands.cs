using Footing.Journal;

namespace Footing.Conditions.NeuropathicFoot;

/// <summary>
/// The 30-second chair stand: below these numbers the risk of falling is raised (CDC STEADI). Below age 60,
/// where no norm was found, 8 for everybody is our own cautious choice.
/// </summary>
public static class ChairStands
{
    private static readonly ImmutableArray<int> Men = [14, 12, 12, 11, 10, 8, 7];
    private static readonly ImmutableArray<int> Women = [12, 11, 10, 10, 9, 8, 4];

    /// <summary>The fewest stands in 30 seconds that raise no concern.</summary>
    /// <param name="age">Whole years.</param>
    /// <param name="female">
    /// Whether the women's row is used; the men's, the stricter, is used for everybody else.
    /// </param>
    public static int CutOff(int age, bool female) => age < StandingTests.ChairTestFromAge ? 8 : (female ? Women : Men)[Math.Min((age - 60) / 5, 6)];

    /// <summary>The cut-off for the age and sex answered; null without an age.</summary>
    public static int? CutOff(Answers answers) =>
        answers?.Number("age") is { } age ? CutOff(age, answers.Is("sex-for-norms", "female")) : null;

    /// <summary>Whether the test is needed to stand: from an age on where norms are known.</summary>
    public static bool AreNeeded(Answers answers) => answers?.Number("age") is >= StandingTests.ChairTestFromAge;

    /// <summary>
    /// Whether a number was answered and is below the cut-off for the age and sex answered; false without an age.
    /// </summary>
    public static bool AreBelowCutOff(Answers answers) =>
        answers.Number("chair-stands") is { } stands && stands < CutOff(answers);
}
