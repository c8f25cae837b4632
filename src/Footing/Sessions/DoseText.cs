using Footing.Programmes;

namespace Footing.Sessions;

/// <summary>A dose in words.</summary>
public static class DoseText
{
    /// <summary>Such as "3 sets of 10, each foot", by the texts <c>dose.*</c>.</summary>
    /// <exception cref="KeyNotFoundException">A text is missing.</exception>
    public static string Of(Dose dose, Texts texts)
    {
        var each = dose.PerSide ? "-each" : "";
        return dose is { Sets: 1, Reps: 1 } ? texts["dose.reps" + each + ".once"]
            : dose.Reps is { } reps
            ? texts.Count("dose.reps" + each, dose.Sets, ("reps", reps))
            : texts.Count("dose.seconds" + each, dose.Sets, ("time", Time(dose.Seconds!.Value, texts)));
    }

    /// <summary>A time in words, such as "90 seconds" or "2 minutes".</summary>
    public static string Time(int seconds, Texts texts) => seconds % 60 == 0
        ? texts.Count("dose.time.minutes", seconds / 60)
        : texts.Count("dose.time.seconds", seconds);
}
