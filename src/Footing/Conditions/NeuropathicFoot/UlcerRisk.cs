using Footing.Journal;
using Footing.Screening;

namespace Footing.Conditions.NeuropathicFoot;

/// <summary>
/// The risk of a foot ulcer by the categories of the IWGDF (Schaper et al. 2024, Diabetes Metab Res Rev 40:e3657), as answered. They are for
/// diabetes; for other causes they are borrowed.
/// </summary>
public static class UlcerRisk
{
    private static readonly string[] History = ["past-ulcer-or-amputation", "kidney-failure"];

    /// <summary>The category of answers.</summary>
    public static RiskCategory Of(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var (isNumb, isPoorlyFed, isDeformed) = (ProtectiveSensation.IsLost(answers), answers.IsFlag("arterial-disease"), answers.IsFlag("foot-deformity"));
        var category = (isNumb || isPoorlyFed) && Array.Exists(History, answers.IsFlag) ? 3
            : (isNumb && isPoorlyFed) || (isNumb && isDeformed) || (isPoorlyFed && isDeformed) ? 2
            : isNumb || isPoorlyFed ? 1
            : 0;
        return new(category, ProtectiveSensation.IsUntested(answers) || History.Append("arterial-disease").Append("foot-deformity").Any(question => answers[question]?.Word == "unsure"));
    }
}
