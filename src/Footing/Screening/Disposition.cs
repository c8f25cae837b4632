namespace Footing.Screening;

/// <summary>What a screening results in, mildest first; the worst of the matching rules wins.</summary>
public enum Disposition
{
    /// <summary>Exercise, within what is allowed.</summary>
    Proceed,

    /// <summary>Only seated or lying exercise.</summary>
    SeatedOnly,

    /// <summary>Ask a professional first; what is allowed meanwhile may be done.</summary>
    ClinicianFirst,

    /// <summary>See somebody the same day; no exercise.</summary>
    SameDay,

    /// <summary>Call an ambulance; no exercise.</summary>
    Emergency,

    /// <summary>Safety answers are missing; no exercise.</summary>
    Incomplete,
}

/// <summary>Ids of <see cref="Disposition"/> in data.</summary>
public static class Dispositions
{
    /// <summary>Whether somebody must be called or seen at once or today: nothing else comes first.</summary>
    public static bool IsUrgent(this Disposition disposition) => disposition is Disposition.SameDay or Disposition.Emergency;

    /// <summary>Those that cannot wait, the most serious first.</summary>
    public static ImmutableArray<Disposition> Urgent { get; } = [.. Enum.GetValues<Disposition>().Where(IsUrgent).OrderDescending()];

    /// <summary>Whether an ambulance must be called.</summary>
    public static bool IsEmergency(this Disposition disposition) => disposition == Disposition.Emergency;

    /// <summary>The id in data, such as <c>seated-only</c>.</summary>
    public static string Id(this Disposition disposition) => disposition switch
    {
        Disposition.Proceed => "proceed",
        Disposition.SeatedOnly => "seated-only",
        Disposition.ClinicianFirst => "clinician-first",
        Disposition.SameDay => "same-day",
        Disposition.Emergency => "emergency",
        Disposition.Incomplete => "incomplete",
    };
}
