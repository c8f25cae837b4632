namespace Footing.Journal;

/// <summary>
/// What happened of which people are told at once what to do. A change of the skin has no advice of its own: it stops all
/// exercise, and the page of the day says so.
/// </summary>
public static class Advice
{
    /// <summary>Every advice by its word in data, the events first.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        .. Vocabulary.AdverseEvents.Words.Select(word => After(Vocabulary.AdverseEvents.Find(word)!.Value))
            .Concat(Vocabulary.StopReasons.Words.Select(word => After(Vocabulary.StopReasons.Find(word)!.Value)))
            .OfType<string>()
            .Distinct(),
    ];

    /// <summary>The advice after an adverse event; null for none.</summary>
    public static string? After(AdverseEvent happened) => happened is AdverseEvent.SkinChange ? null : Vocabulary.AdverseEvents[happened];

    /// <summary>The advice after a session that was stopped; null for none.</summary>
    public static string? After(StopReason reason) =>
        reason is StopReason.Pain or StopReason.Dizzy or StopReason.Cramp ? Vocabulary.StopReasons[reason] : null;
}
