using Footing.Journal;

namespace Footing.Conditions.NeuropathicFoot;

/// <summary>Whether the feet feel what could injure them.</summary>
public static class ProtectiveSensation
{
    /// <summary>From this many of six sites not felt on, protective sensation is lost.</summary>
    private const int SitesNotFelt = 2;

    /// <summary>
    /// A touch test is valid until this many days after its date: half a year, our own choice; feeling changes slowly.
    /// </summary>
    public const int TestLastDay = 181;

    /// <summary>
    /// Loss of protective sensation (LOPS): two or more of six sites not felt in the Ipswich Touch Test
    /// (Rayman et al. 2011); or, where no second person did the test, feet that feel numb.
    /// </summary>
    public static bool IsLost(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return AreSitesNotFelt(answers) ||
            (IsUntested(answers) && answers.IsFlag("numb-feet"));
    }

    /// <summary>Whether a test found sites that do not feel.</summary>
    public static bool AreSitesNotFelt(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Number("touch-test") is >= SitesNotFelt;
    }

    /// <summary>Whether nobody else did the test.</summary>
    public static bool IsUntested(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers["touch-test"]?.Word is "not-done" or "self";
    }
}
