using Footing.Plans;
using Footing.Programmes;
using Footing.Quantities;

namespace Footing.Web.Today;

/// <summary>A dose as people say it: "3 sets of 10, each foot".</summary>
public static class DoseWords
{
    /// <summary>The dose in words.</summary>
    public static string Say(this Texts texts, Dose dose)
    {
        var each = dose.PerSide ? "-each" : "";
        return dose.Reps is { } reps
            ? texts.Count($"dose.reps{each}", dose.Sets, ("reps", reps))
            : texts.Count($"dose.seconds{each}", dose.Sets, ("time", Time(texts, dose.Seconds!.Value)));
    }

    /// <summary>The length of a session in whole minutes, at least 1: what people plan with.</summary>
    public static int Minutes(this Plan plan) => Math.Max(1, (plan.Seconds + 59) / 60);

    private static string Time(Texts texts, int seconds) => seconds % 60 == 0
        ? texts.Count("dose.time.minutes", seconds / 60)
        : texts.Count("dose.time.seconds", seconds);
}
