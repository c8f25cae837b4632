using Footing.Programmes;

namespace Footing.Plans;

/// <summary>The rules and the programme that made a plan, so that it can be told later why it was so.</summary>
/// <param name="Rules">The version of the rules of screening and progression.</param>
/// <param name="ProgrammeId">The programme's id, such as <c>neuropathic-foot</c>.</param>
/// <param name="ProgrammeVersion">The programme's version.</param>
public sealed record Edition(string Rules, string ProgrammeId, string ProgrammeVersion)
{
    /// <summary>The version of the rules in this build. It is raised with every change of what any rule says; a test asks for it.</summary>
    public const string OfRules = "1";

    /// <summary>The edition of a plan that is made now.</summary>
    public static Edition Of(Programme programme) => new(OfRules, programme.Id, programme.Version);
}
