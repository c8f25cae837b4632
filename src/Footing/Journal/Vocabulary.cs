namespace Footing.Journal;

/// <summary>The words that stand in data for the closed choices of entries.</summary>
public static class Vocabulary
{
    internal static readonly ImmutableDictionary<string, SkinFinding> SkinFindings = Of(
        ("clear", SkinFinding.Clear), ("mark", SkinFinding.Mark), ("blister", SkinFinding.Blister), ("bruise", SkinFinding.Bruise), ("wound", SkinFinding.Wound));

    internal static readonly ImmutableDictionary<string, YesNoUnsure> YesNoUnsure = Of(
        ("yes", Journal.YesNoUnsure.Yes), ("no", Journal.YesNoUnsure.No), ("unsure", Journal.YesNoUnsure.Unsure));

    internal static readonly ImmutableDictionary<string, bool> YesNo = Of(("yes", true), ("no", false));

    internal static readonly ImmutableDictionary<string, Observer> Observers = Of(
        ("self", Observer.Self), ("helper", Observer.Helper), ("nobody", Observer.Nobody));

    internal static readonly ImmutableDictionary<string, Side> Sides = Of(
        ("left", Side.Left), ("right", Side.Right), ("both", Side.Both));

    internal static readonly ImmutableDictionary<string, StopReason> StopReasons = Of(
        ("tired", StopReason.Tired), ("pain", StopReason.Pain), ("cramp", StopReason.Cramp), ("dizzy", StopReason.Dizzy),
        ("skin", StopReason.Skin), ("interrupted", StopReason.Interrupted), ("other", StopReason.Other));

    internal static readonly ImmutableDictionary<string, AdverseEvent> AdverseEvents = Of(
        ("dizzy", AdverseEvent.Dizzy), ("near-fall", AdverseEvent.NearFall), ("fall", AdverseEvent.Fall),
        ("cramp", AdverseEvent.Cramp), ("skin-change", AdverseEvent.SkinChange));

    internal static readonly ImmutableDictionary<string, ImpressionOfChange> ImpressionsOfChange = Of(
        ("much-better", ImpressionOfChange.MuchBetter), ("better", ImpressionOfChange.Better), ("little-better", ImpressionOfChange.LittleBetter),
        ("same", ImpressionOfChange.Same), ("little-worse", ImpressionOfChange.LittleWorse), ("worse", ImpressionOfChange.Worse), ("much-worse", ImpressionOfChange.MuchWorse));

    internal static readonly ImmutableDictionary<string, DayOfWeek> Weekdays = Of(
        ("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday),
        ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday));

    /// <summary>The weekday of a word such as <c>mon</c>, or null when it is none.</summary>
    public static DayOfWeek? Weekday(string word) => Weekdays.TryGetValue(word, out var day) ? day : null;

    /// <summary>The word of a weekday, such as <c>mon</c>.</summary>
    public static string Of(DayOfWeek day) => Weekdays.First(pair => pair.Value == day).Key;

    /// <summary>The words that say why a session ended early.</summary>
    public static IEnumerable<string> ForStopping => StopReasons.OrderBy(pair => pair.Value).Select(pair => pair.Key);

    private static ImmutableDictionary<string, T> Of<T>(params ReadOnlySpan<(string Word, T Value)> pairs)
    {
        var words = ImmutableDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var (word, value) in pairs)
        {
            words.Add(word, value);
        }

        return words.ToImmutable();
    }
}
