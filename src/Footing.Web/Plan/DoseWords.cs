using Footing.Programmes;
using Footing.Quantities;

namespace Footing.Web.Plans;

/// <summary>A dose as people say it.</summary>
internal static class DoseWords
{
    /// <summary>Such as "3 sets of 10, each foot".</summary>
    public static string Say(this Texts texts, Dose dose)
    {
        var each = dose.PerSide ? "-each" : "";
        return dose.Reps is { } reps
            ? texts.Count("dose.reps" + each, dose.Sets, ("reps", reps))
            : texts.Count("dose.seconds" + each, dose.Sets, ("time", Time(texts, dose.Seconds!.Value)));
    }

    /// <summary>Whole minutes, rounded up: what a session takes is never called less.</summary>
    public static int Minutes(int seconds) => (seconds + 59) / 60;

    private static string Time(Texts texts, int seconds) => seconds % 60 == 0
        ? texts.Count("dose.time.minutes", seconds / 60)
        : texts.Count("dose.time.seconds", seconds);
}
