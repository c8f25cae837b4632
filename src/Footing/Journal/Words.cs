namespace Footing.Journal;

/// <summary>The words that stand in data for the closed choices of entries.</summary>
public static class Words
{
    internal static readonly ImmutableDictionary<string, Skin> Skins = Of(
        ("clear", Skin.Clear), ("mark", Skin.Mark), ("blister", Skin.Blister), ("bruise", Skin.Bruise), ("wound", Skin.Wound));

    internal static readonly ImmutableDictionary<string, Ternary> Ternaries = Of(
        ("yes", Ternary.Yes), ("no", Ternary.No), ("unsure", Ternary.Unsure));

    internal static readonly ImmutableDictionary<string, bool> YesNo = Of(("yes", true), ("no", false));

    internal static readonly ImmutableDictionary<string, Looker> Lookers = Of(
        ("self", Looker.Self), ("helper", Looker.Helper), ("nobody", Looker.Nobody));

    internal static readonly ImmutableDictionary<string, Side> Sides = Of(
        ("left", Side.Left), ("right", Side.Right), ("both", Side.Both));

    internal static readonly ImmutableDictionary<string, StopReason> StopReasons = Of(
        ("tired", StopReason.Tired), ("pain", StopReason.Pain), ("cramp", StopReason.Cramp), ("dizzy", StopReason.Dizzy),
        ("skin", StopReason.Skin), ("interrupted", StopReason.Interrupted), ("other", StopReason.Other));

    internal static readonly ImmutableDictionary<string, Happening> Happenings = Of(
        ("dizzy", Happening.Dizzy), ("near-fall", Happening.NearFall), ("fall", Happening.Fall),
        ("cramp", Happening.Cramp), ("skin-change", Happening.SkinChange));

    internal static readonly ImmutableDictionary<string, Change> Changes = Of(
        ("much-better", Change.MuchBetter), ("better", Change.Better), ("little-better", Change.LittleBetter),
        ("same", Change.Same), ("little-worse", Change.LittleWorse), ("worse", Change.Worse), ("much-worse", Change.MuchWorse));

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
