using Footing.Journal;
using Footing.Programmes;

namespace Footing.Plans;

/// <summary>The rules and the programme that made a plan, so that its reasons can be explained later.</summary>
/// <param name="Rules">The version of the rules of screening and progression.</param>
/// <param name="ProgrammeId">The programme's id, such as <c>neuropathic-foot</c>.</param>
/// <param name="ProgrammeVersion">The programme's version.</param>
public sealed record Edition(string Rules, string ProgrammeId, string ProgrammeVersion)
{
    /// <summary>
    /// The version of the rules in this build. Every change of what a rule says raises it; a test requires this.
    /// </summary>
    public const string OfRules = "2";

    /// <summary>The edition as a session's entry holds it.</summary>
    public SessionEdition ForEntry() => new(Rules, ProgrammeId, ProgrammeVersion);

    /// <summary>The edition of a plan that is made now.</summary>
    public static Edition Of(Programme programme) => new(OfRules, programme.Id, programme.Version);
}
