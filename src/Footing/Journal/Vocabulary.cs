namespace Footing.Journal;

/// <summary>
/// The words in data for the choices of an entry's fields that take one of a fixed list. Each list is written here;
/// readers, writers and forms take it from here.
/// </summary>
public static class Vocabulary
{
    /// <summary>The kinds of entries.</summary>
    public static ClosedVocabulary<EntryKind> EntryKinds { get; } = new(
        ("screening", EntryKind.Screening), ("foot-check", EntryKind.FootCheck), ("set", EntryKind.Set), ("session", EntryKind.Session),
        ("next-morning", EntryKind.NextMorning), ("check-in", EntryKind.CheckIn), ("background", EntryKind.Background), ("event", EntryKind.Event),
        ("leave-out", EntryKind.LeaveOut), ("schedule", EntryKind.Schedule), ("programme", EntryKind.Programme), ("clearance", EntryKind.Clearance), ("adjustment", EntryKind.Adjustment),
        ("correction", EntryKind.Correction), ("preference", EntryKind.Preference));

    /// <summary>The worst new finding on the skin.</summary>
    public static ClosedVocabulary<SkinFinding> SkinFindings { get; } = new(
        ("clear", SkinFinding.Clear), ("mark", SkinFinding.Mark), ("blister", SkinFinding.Blister), ("bruise", SkinFinding.Bruise), ("wound", SkinFinding.Wound),
        ("black", SkinFinding.Black));

    /// <summary>What a professional has seen on the feet and is unchanged since.</summary>
    public static ClosedVocabulary<KnownFinding> KnownFindings { get; } = new(
        ("mark", KnownFinding.Mark), ("bruise", KnownFinding.Bruise), ("heat", KnownFinding.Heat), ("swelling", KnownFinding.Swelling), ("calf", KnownFinding.Calf));

    /// <summary>Why a person does without an exercise.</summary>
    public static ClosedVocabulary<LeaveOutReason> LeaveOutReasons { get; } = new(
        ("lying", LeaveOutReason.Lying), ("standing", LeaveOutReason.Standing), ("reach", LeaveOutReason.Reach), ("hurts", LeaveOutReason.Hurts),
        ("nothing-to-use", LeaveOutReason.NothingToUse), ("other", LeaveOutReason.Other));

    /// <summary>An answer where not being sure is one.</summary>
    public static ClosedVocabulary<YesNoUnsure> YesNoUnsure { get; } = new(
        ("no", Journal.YesNoUnsure.No), ("yes", Journal.YesNoUnsure.Yes), ("unsure", Journal.YesNoUnsure.Unsure));

    /// <summary>Yes or no.</summary>
    public static ClosedVocabulary<bool> YesNo { get; } = new(("no", false), ("yes", true));

    /// <summary>Who looked at the feet.</summary>
    public static ClosedVocabulary<Observer> Observers { get; } = new(
        ("self", Observer.Self), ("helper", Observer.Helper), ("nobody", Observer.Nobody));

    /// <summary>With which side a set was done.</summary>
    public static ClosedVocabulary<Side> Sides { get; } = new(("left", Side.Left), ("right", Side.Right), ("both", Side.Both));

    /// <summary>Why a session ended early, the gravest first.</summary>
    public static ClosedVocabulary<StopReason> StopReasons { get; } = new(
        ("pain", StopReason.Pain), ("dizzy", StopReason.Dizzy), ("skin", StopReason.Skin), ("cramp", StopReason.Cramp),
        ("tired", StopReason.Tired), ("interrupted", StopReason.Interrupted), ("other", StopReason.Other));

    /// <summary>What a check-in is about.</summary>
    public static ClosedVocabulary<CheckInSpan> CheckInSpans { get; } = new(("day", CheckInSpan.Day), ("week", CheckInSpan.Week));

    /// <summary>Adverse events, the gravest first.</summary>
    public static ClosedVocabulary<AdverseEvent> AdverseEvents { get; } = new(
        ("fall", AdverseEvent.Fall), ("near-fall", AdverseEvent.NearFall), ("dizzy", AdverseEvent.Dizzy),
        ("skin-change", AdverseEvent.SkinChange), ("cramp", AdverseEvent.Cramp));

    /// <summary>The change that a person sees, the best first.</summary>
    public static ClosedVocabulary<ImpressionOfChange> ImpressionsOfChange { get; } = new(
        ("much-better", ImpressionOfChange.MuchBetter), ("better", ImpressionOfChange.Better), ("little-better", ImpressionOfChange.LittleBetter),
        ("same", ImpressionOfChange.Same), ("little-worse", ImpressionOfChange.LittleWorse), ("worse", ImpressionOfChange.Worse), ("much-worse", ImpressionOfChange.MuchWorse));

    /// <summary>The days of the week, from Monday.</summary>
    public static ClosedVocabulary<DayOfWeek> Weekdays { get; } = new(
        ("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday),
        ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday));
}
