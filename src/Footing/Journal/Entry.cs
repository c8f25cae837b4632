using System.Text.Json;
using System.Text.Json.Serialization;

namespace Footing.Journal;

/// <summary>
/// One line of a person's journal. Entries are never changed; a later <see cref="CorrectionEntry"/> may give one new
/// fields or void it.
/// </summary>
/// <param name="Id">Chosen by the creator of the entry.</param>
/// <param name="At">When it happened, with the offset of where it happened.</param>
public abstract record Entry(Guid Id, DateTimeOffset At)
{
    /// <summary>The journal's order: the instant, then the id as lower-case text.</summary>
    public static IComparer<Entry> Order { get; } = Comparer<Entry>.Create(static (a, b) =>
    {
        var byInstant = a.Instant.UtcTicks.CompareTo(b.Instant.UtcTicks);
        return byInstant != 0 ? byInstant : string.CompareOrdinal(a.Id.ToString("D"), b.Id.ToString("D"));
    });

    /// <summary>The instant that gives its date and its place in the journal: when it happened, of a session when it began.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset Instant => At;

    /// <summary>The date in the person's zone.</summary>
    public DateOnly DateIn(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Instant, zone).DateTime);
}

/// <summary>A screening: the answers to the safety questions.</summary>
public sealed record ScreeningEntry(Guid Id, DateTimeOffset At, Answers Answers) : Entry(Id, At)
{
    /// <summary>The dates on which tests were done, where that was not on the screening's own date.</summary>
    public MeasuredDates Measured { get; init; } = MeasuredDates.None;
}

/// <summary>The worst new finding on the skin of the feet, mildest first.</summary>
public enum SkinFinding
{
    /// <summary>Nothing new.</summary>
    Clear,

    /// <summary>A red or dark mark, still there after 20 minutes.</summary>
    Mark,

    /// <summary>A blister.</summary>
    Blister,

    /// <summary>A bruise.</summary>
    Bruise,

    /// <summary>A wound.</summary>
    Wound,

    /// <summary>Skin that is black or looks dead, and is no bruise.</summary>
    Black,
}

/// <summary>A finding that a professional has seen and that has not changed since; no rule reads it.</summary>
public enum KnownFinding
{
    /// <summary>A red or dark mark.</summary>
    Mark,

    /// <summary>A bruise.</summary>
    Bruise,

    /// <summary>A warm foot.</summary>
    Heat,

    /// <summary>A swollen foot.</summary>
    Swelling,

    /// <summary>A calf that is swollen, tender or warm.</summary>
    Calf,
}

/// <summary>No, not sure or yes, mildest first.</summary>
public enum YesNoUnsure
{
    /// <summary>No.</summary>
    No,

    /// <summary>Not sure; the rules read it as yes.</summary>
    Unsure,

    /// <summary>Yes.</summary>
    Yes,
}

/// <summary>Who looked at the feet.</summary>
public enum Observer
{
    /// <summary>The person.</summary>
    Self,

    /// <summary>Somebody who helps.</summary>
    Helper,

    /// <summary>Nobody could look.</summary>
    Nobody,
}

/// <summary>A foot check: anything new since the last one?</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">See <see cref="Entry"/>.</param>
/// <param name="Skin">The worst new finding.</param>
/// <param name="Heat">Whether a foot is hot; null when not recorded, and then the check is not clear.</param>
/// <param name="Swelling">Whether a foot is swollen; null as for heat.</param>
/// <param name="ObservedBy">Who looked; null when not recorded.</param>
/// <param name="SideDifferenceC">
/// Skin temperature, left minus right, in degrees Celsius; null when not measured.
/// </param>
/// <param name="Side">On which side the finding is; null when not recorded.</param>
public sealed record FootCheckEntry(
    Guid Id,
    DateTimeOffset At,
    SkinFinding Skin,
    YesNoUnsure? Heat,
    YesNoUnsure? Swelling,
    Observer? ObservedBy = null,
    decimal? SideDifferenceC = null,
    Side? Side = null) : Entry(Id, At)
{
    /// <summary>
    /// A difference above this many degrees Celsius, in either direction, is a temperature asymmetry (rule P9).
    /// </summary>
    public const decimal SideDifferenceLimitC = 2.2m;

    /// <summary>Whether one calf is newly swollen, tender or warm; null where it was not asked.</summary>
    public YesNoUnsure? Calf { get; init; }

    /// <summary>What a professional has seen and is unchanged since, each once, in the order of the words; judged by no rule.</summary>
    public ImmutableArray<KnownFinding> Known { get; init; } = [];

    /// <summary>Whether heat or swelling was found, or is not sure.</summary>
    public bool IsHotOrSwollen => Heat is YesNoUnsure.Yes or YesNoUnsure.Unsure || Swelling is YesNoUnsure.Yes or YesNoUnsure.Unsure;

    /// <summary>Whether something was found at a calf, or is not sure.</summary>
    public bool HasCalfFinding => Calf is YesNoUnsure.Yes or YesNoUnsure.Unsure;

    /// <summary>
    /// Whether what was found stops exercise by itself, no matter whose feet they are. Feet that nobody looked at may stop it
    /// as well: <c>Severity.SkinOf</c>.
    /// </summary>
    public bool HasFinding => Skin != SkinFinding.Clear || IsHotOrSwollen || HasCalfFinding;

    /// <summary>Whether somebody looked, found nothing and is sure of it, and measured nothing.</summary>
    public bool IsNothingNew =>
        this is { Skin: SkinFinding.Clear, Heat: YesNoUnsure.No, Swelling: YesNoUnsure.No, Calf: YesNoUnsure.No or null, SideDifferenceC: null, Known.IsEmpty: true, ObservedBy: not Observer.Nobody };

    /// <summary>Whether the measured difference is over the limit, in either direction.</summary>
    public bool HasTemperatureAsymmetry => SideDifferenceC is { } difference && Math.Abs(difference) > SideDifferenceLimitC;

    /// <summary>Whether both say the same, compared by value.</summary>
    public bool Equals(FootCheckEntry? other) =>
        base.Equals(other) && Skin == other.Skin && Heat == other.Heat && Swelling == other.Swelling && Calf == other.Calf &&
        ObservedBy == other.ObservedBy && SideDifferenceC == other.SideDifferenceC && Side == other.Side && Known.SequenceEqual(other.Known);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>One set that was done, in full or in part.</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">See <see cref="Entry"/>.</param>
/// <param name="Session">The session's id.</param>
/// <param name="Exercise">Which exercise, of whatever programme.</param>
/// <param name="Level">At which level, from 1.</param>
/// <param name="Set">Which set, from 1.</param>
/// <param name="Side">With which side.</param>
/// <param name="Done">Repetitions or whole seconds done, 0 or more.</param>
/// <param name="InSeconds">Whether <paramref name="Done"/> and <paramref name="Target"/> are seconds.</param>
/// <param name="Target">What the plan asked for, 1 or more; null where not recorded: the plan gives it.</param>
public sealed record SetEntry(
    Guid Id,
    DateTimeOffset At,
    string Session,
    ExerciseId Exercise,
    int Level,
    int Set,
    Side Side,
    int Done,
    bool InSeconds,
    int? Target) : Entry(Id, At);

/// <summary>Why a session ended early.</summary>
public enum StopReason
{
    /// <summary>Tired.</summary>
    Tired,

    /// <summary>Pain.</summary>
    Pain,

    /// <summary>A cramp.</summary>
    Cramp,

    /// <summary>Dizzy.</summary>
    Dizzy,

    /// <summary>A finding on the skin.</summary>
    Skin,

    /// <summary>Something interrupted it.</summary>
    Interrupted,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>The end of a session: how it was. Ratings are whole, 0 to 10; a missing one is null or absent.</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">When the session ended or was given up.</param>
/// <param name="Session">The session's id, shared by its sets.</param>
/// <param name="PainBefore">Pain before it.</param>
/// <param name="PainAfter">Pain after it.</param>
/// <param name="Effort">How hard each exercise was; here and below exercises of whatever programme.</param>
/// <param name="Pain">The worst pain in each exercise, where it was given.</param>
/// <param name="Cramp">The exercises with a cramp, each once.</param>
/// <param name="StopReason">Why it ended early; null when it did not.</param>
/// <param name="Edition">What made the session's plan; null when not recorded. Read by no rule.</param>
public sealed record SessionEntry(
    Guid Id,
    DateTimeOffset At,
    string Session,
    int? PainBefore,
    int? PainAfter,
    PerExercise<int> Effort,
    PerExercise<int> Pain,
    ImmutableArray<ExerciseId> Cramp,
    StopReason? StopReason,
    SessionEdition? Edition = null) : Entry(Id, At)
{
    /// <summary>A session's start is at most this long before its end.</summary>
    public static TimeSpan LongestTime { get; } = TimeSpan.FromHours(12);

    /// <summary>When it began; null where not recorded. It gives the session's date and place.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <inheritdoc/>
    public override DateTimeOffset Instant => Began ?? At;

    /// <summary>Whether both say the same, compared by value; the order of exercises does not matter.</summary>
    public bool Equals(SessionEntry? other) =>
        base.Equals(other) && Session == other.Session && PainBefore == other.PainBefore && PainAfter == other.PainAfter &&
        Effort.IsSameAs(other.Effort) && Pain.IsSameAs(other.Pain) &&
        Cramp.Length == other.Cramp.Length && Cramp.All(exercise => other.Cramp.Contains(exercise)) &&
        StopReason == other.StopReason && Edition == other.Edition && Began == other.Began;

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The rules and the programme that made a session's plan, as a session's entry holds them.</summary>
/// <param name="Rules">The version of the rules.</param>
/// <param name="Programme">The programme's id.</param>
/// <param name="Version">The programme's version.</param>
public sealed record SessionEdition(string Rules, string Programme, string Version);

/// <summary>How pain was the morning after a session: as yes or no, or as a number with what the person thinks made it so.</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">See <see cref="Entry"/>.</param>
/// <param name="Session">The session's id.</param>
/// <param name="PainRaised">Whether pain was still raised; null where a number was given.</param>
/// <param name="Pain">Pain, 0 to 10; null where only yes or no was given.</param>
/// <param name="Because">Whether the person thinks that the session did it; null where no number was given.</param>
public sealed record NextMorningEntry(
    Guid Id,
    DateTimeOffset At,
    string Session,
    bool? PainRaised,
    int? Pain = null,
    YesNoUnsure? Because = null) : Entry(Id, At)
{
    /// <summary>Pain that is this much above the pain before the session is raised.</summary>
    public const int RaisedFrom = 2;

    /// <summary>Whether pain was raised by the session.</summary>
    /// <param name="painBefore">The pain before the session; null when not recorded.</param>
    public bool IsRaised(int? painBefore) =>
        PainRaised == true ||
        (Pain is { } pain && Because is { } because &&
            (painBefore is { } before
                ? (because != YesNoUnsure.No && pain - before >= RaisedFrom) || (because == YesNoUnsure.Yes && pain == 10)
                : because == YesNoUnsure.Yes && pain >= RaisedFrom));
}

/// <summary>How the person says they have changed, best first.</summary>
public enum ImpressionOfChange
{
    /// <summary>Much better.</summary>
    MuchBetter,

    /// <summary>Better.</summary>
    Better,

    /// <summary>A little better.</summary>
    LittleBetter,

    /// <summary>The same.</summary>
    Same,

    /// <summary>A little worse.</summary>
    LittleWorse,

    /// <summary>Worse.</summary>
    Worse,

    /// <summary>Much worse.</summary>
    MuchWorse,
}

/// <summary>What a check-in is about.</summary>
public enum CheckInSpan
{
    /// <summary>The day.</summary>
    Day,

    /// <summary>The week.</summary>
    Week,
}

/// <summary>
/// The three PEG items, each 0 to 10 (Krebs et al. 2009), in the order of the questionnaire. PEG is their mean.
/// </summary>
/// <param name="Pain">Pain on average.</param>
/// <param name="Enjoyment">How much pain interfered with the enjoyment of life.</param>
/// <param name="Activity">How much pain interfered with general activity.</param>
public sealed record PegItems(decimal Pain, decimal Enjoyment, decimal Activity)
{
    /// <summary>Their sum, 0 to 30.</summary>
    public decimal Sum => Pain + Enjoyment + Activity;

    /// <summary>The PEG score, their mean, 0 to 10, to one decimal.</summary>
    public decimal Mean => decimal.Round(Sum / 3, 1);
}

/// <summary>A check-in: any of the measures, each null when not recorded.</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">See <see cref="Entry"/>.</param>
/// <param name="Span">What it is about; null also for a word that this version does not know.</param>
/// <param name="Pain">Usual pain, 0 to 10.</param>
/// <param name="WorstPain">The worst pain, 0 to 10.</param>
/// <param name="NightsWoken">Nights woken by foot pain in the week, 0 to 7.</param>
/// <param name="WalkingMinutes">Minutes walked at a time, 0 to 1440.</param>
/// <param name="Rests">How often the person rested on the way, 0 to 1000.</param>
/// <param name="Peg">The PEG items.</param>
/// <param name="Mood">0 to 10.</param>
/// <param name="Change">The person's impression of change.</param>
public sealed record CheckInEntry(
    Guid Id,
    DateTimeOffset At,
    CheckInSpan? Span = null,
    int? Pain = null,
    int? WorstPain = null,
    int? NightsWoken = null,
    int? WalkingMinutes = null,
    int? Rests = null,
    PegItems? Peg = null,
    int? Mood = null,
    ImpressionOfChange? Change = null) : Entry(Id, At)
{
    /// <summary>The most minutes walked: a day has no more.</summary>
    public const int MostWalkingMinutes = 24 * 60;

    /// <summary>The most rests.</summary>
    public const int MostRests = 1000;

    /// <summary>The sum of the PEG items, 0 to 30, which the rules read.</summary>
    public decimal? PegSum => Peg?.Sum;
}

/// <summary>Something that happened to the person.</summary>
public enum AdverseEvent
{
    /// <summary>Felt dizzy.</summary>
    Dizzy,

    /// <summary>Nearly fell.</summary>
    NearFall,

    /// <summary>Fell.</summary>
    Fall,

    /// <summary>A cramp; it changes no level.</summary>
    Cramp,

    /// <summary>Something new on the skin.</summary>
    SkinChange,
}

/// <summary>Something happened, in or out of a session.</summary>
public sealed record AdverseEventEntry(Guid Id, DateTimeOffset At, AdverseEvent Event) : Entry(Id, At);

/// <summary>Why a person does without an exercise.</summary>
public enum LeaveOutReason
{
    /// <summary>Lying down is not possible.</summary>
    Lying,

    /// <summary>Standing is not possible.</summary>
    Standing,

    /// <summary>The feet are out of reach.</summary>
    Reach,

    /// <summary>It hurts.</summary>
    Hurts,

    /// <summary>What it needs is not there.</summary>
    NothingToUse,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>A person's own choice to do without an exercise, or to take it back, for the whole of its date and from then on.</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">See <see cref="Entry"/>.</param>
/// <param name="Exercise">Which exercise, of whatever programme.</param>
/// <param name="IsOut">Whether it is left out; false takes it back.</param>
/// <param name="Reason">Why; null when not recorded.</param>
public sealed record LeaveOutEntry(Guid Id, DateTimeOffset At, ExerciseId Exercise, bool IsOut, LeaveOutReason? Reason = null) : Entry(Id, At);

/// <summary>The person's week, from the entry's date on.</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">See <see cref="Entry"/>.</param>
/// <param name="Weekdays">Two to six weekdays; null leaves them as they are.</param>
/// <param name="Minutes">The longest session, 10 to 36 minutes; null leaves it as it is.</param>
public sealed record ScheduleEntry(
    Guid Id,
    DateTimeOffset At,
    ImmutableArray<DayOfWeek>? Weekdays,
    int? Minutes) : Entry(Id, At)
{
    /// <summary>The fewest days of a week.</summary>
    public const int FewestDays = 2;

    /// <summary>The most days of a week.</summary>
    public const int MostDays = 6;

    /// <summary>Whether both say the same, compared by value.</summary>
    public bool Equals(ScheduleEntry? other) =>
        base.Equals(other) && Minutes == other.Minutes && Weekdays.HasValue == other.Weekdays.HasValue &&
        (Weekdays ?? []).SequenceEqual(other.Weekdays ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The programme that the person follows, from the entry's date on.</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">See <see cref="Entry"/>.</param>
/// <param name="Programme">The programme's id, such as <c>neuropathic-foot</c>.</param>
/// <param name="Version">Its version.</param>
public sealed record ProgrammeEntry(Guid Id, DateTimeOffset At, string Programme, string Version) : Entry(Id, At);

/// <summary>Who made a decision, as an entry names them.</summary>
/// <param name="Name">Their name, or another text that names them.</param>
/// <param name="Role">Their profession; null when not recorded.</param>
public sealed record DecisionMaker(string Name, string? Role = null);

/// <summary>A professional's decision that rules of the screening need not hold this person back.</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">It is valid from this date to the 83rd day after.</param>
/// <param name="Rules">The rules that it names, such as R13.</param>
/// <param name="By">The professional; null when not recorded.</param>
/// <param name="Source">Who recorded it; null when not recorded.</param>
/// <param name="Note">What they also said; null for nothing.</param>
public sealed record ClearanceEntry(
    Guid Id,
    DateTimeOffset At,
    ImmutableArray<string> Rules,
    DecisionMaker? By = null,
    string? Source = null,
    string? Note = null) : Entry(Id, At)
{
    /// <summary>The source of a decision that the person recorded.</summary>
    public const string FromPerson = "person";

    /// <summary>A person records a decision at most this many days after it was said.</summary>
    public const int DaysToRecord = 14;

    /// <summary>The date on which it was said; null when not recorded. No rule reads it: it is valid from its entry's date.</summary>
    public DateOnly? Said { get; init; }

    /// <summary>Whether both say the same, compared by value.</summary>
    public bool Equals(ClearanceEntry? other) =>
        base.Equals(other) && Rules.SequenceEqual(other.Rules) && By == other.By && Source == other.Source && Note == other.Note && Said == other.Said;

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>What an adjustment does; exactly one.</summary>
public abstract record Adjustment
{
    private Adjustment()
    {
    }

    /// <summary>Locks the exercise.</summary>
    public sealed record Lock : Adjustment;

    /// <summary>Unlocks the exercise, also from a lock of rule P4.</summary>
    public sealed record Unlock : Adjustment;

    /// <summary>Limits the level to this one, 1 or more.</summary>
    public sealed record Cap(int Level) : Adjustment;

    /// <summary>Sets the level, 1 or more.</summary>
    public sealed record ToLevel(int Level) : Adjustment;

    /// <summary>
    /// Replaces the dose until the level next changes: sets of repetitions or of seconds, each 1 or more.
    /// </summary>
    public sealed record ToDose(int Sets, int? Reps, int? Seconds) : Adjustment;
}

/// <summary>A practitioner's decision about one exercise.</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">See <see cref="Entry"/>.</param>
/// <param name="Exercise">Which exercise, of whatever programme.</param>
/// <param name="Adjustment">What is decided.</param>
/// <param name="By">The practitioner; null when not recorded.</param>
/// <param name="Reason">Why; null when not recorded.</param>
public sealed record AdjustmentEntry(
    Guid Id,
    DateTimeOffset At,
    ExerciseId Exercise,
    Adjustment Adjustment,
    DecisionMaker? By = null,
    string? Reason = null) : Entry(Id, At)
{
    /// <summary>Who recorded it; null when not recorded.</summary>
    public string? Source { get; init; }

    /// <summary>The date on which it was said; null when not recorded. No rule reads it.</summary>
    public DateOnly? Said { get; init; }
}

/// <summary>New fields for an entry, or its voiding.</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">See <see cref="Entry"/>.</param>
/// <param name="Of">The entry that is corrected.</param>
/// <param name="With">All fields of that entry's kind; null voids the entry.</param>
/// <param name="ByPractitioner">Whether a practitioner made it.</param>
public sealed record CorrectionEntry(
    Guid Id,
    DateTimeOffset At,
    Guid Of,
    JsonElement? With,
    bool ByPractitioner = false) : Entry(Id, At)
{
    /// <summary>Whether both say the same: the fields are compared by content.</summary>
    public bool Equals(CorrectionEntry? other) =>
        base.Equals(other) && Of == other.Of && ByPractitioner == other.ByPractitioner &&
        (With is { } with ? other.With is { } others && JsonContent.Same(with, others) : other.With is null);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>
/// An entry that no rule reads: background, preferences, and kinds not known here, of which only the kind is read.
/// </summary>
public record OtherEntry(Guid Id, DateTimeOffset At, string Kind) : Entry(Id, At);

/// <summary>
/// What a person knows of their condition, each in words or as a list of words. In data it may have any shape; what is
/// no text is not read.
/// </summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">See <see cref="Entry"/>.</param>
/// <param name="CausesTold">The causes that the person was told.</param>
/// <param name="Sites">Where it is felt.</param>
/// <param name="Since">Since when.</param>
/// <param name="Treatments">What was tried.</param>
/// <param name="Medicines">What is taken.</param>
public sealed record BackgroundEntry(
    Guid Id,
    DateTimeOffset At,
    ImmutableArray<string> CausesTold,
    ImmutableArray<string> Sites,
    ImmutableArray<string> Since,
    ImmutableArray<string> Treatments,
    ImmutableArray<string> Medicines) : OtherEntry(Id, At, Vocabulary.EntryKinds[EntryKind.Background])
{
    /// <summary>Whether nothing was recorded.</summary>
    public bool IsEmpty => Lists.All(list => list.IsEmpty);

    private ImmutableArray<string>[] Lists => [CausesTold, Sites, Since, Treatments, Medicines];

    /// <summary>Whether both say the same, compared by value.</summary>
    public bool Equals(BackgroundEntry? other) =>
        base.Equals(other) && Lists.Zip(other.Lists).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>Where a person lives, and their language; each null when not recorded.</summary>
/// <param name="Id">See <see cref="Entry"/>.</param>
/// <param name="At">See <see cref="Entry"/>.</param>
/// <param name="Zone">The name of the zone, such as <c>Europe/London</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Language">A BCP 47 tag.</param>
public sealed record PreferenceEntry(Guid Id, DateTimeOffset At, string? Zone, string? Country, string? Language)
    : OtherEntry(Id, At, Vocabulary.EntryKinds[EntryKind.Preference]);
