using System.Text.Json.Serialization;
using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Plans;
using Footing.Programmes;
using Footing.Screening;

namespace Footing.Snapshots;

/// <summary>
/// The care state of a journal at the end of a date, so that a plan reads only what is newer. The date is the day
/// before the last session: the answers and sets that still belong to that session come after it. A snapshot is never
/// needed: where it does not fit newer entries, <see cref="Resume"/> says so, and the whole journal is projected.
/// </summary>
public sealed class PlanSnapshot
{
    internal PlanSnapshot(SnapshotContents contents) => Contents = contents;

    /// <summary>The last date that is closed: what happened up to its end is in the snapshot.</summary>
    public DateOnly ClosedOn => Contents.ClosedOn;

    /// <summary>The date on which the journal was read; plans of earlier dates need the whole journal.</summary>
    public DateOnly MadeOn => Contents.MadeOn;

    /// <summary>The id of the zone in which entries got their dates.</summary>
    public string Zone => Contents.Zone;

    /// <summary>The lowest sequence of an entry that must still be read.</summary>
    public long LoadFrom => Contents.LoadFrom;

    /// <summary>The highest sequence that the snapshot knows.</summary>
    public long KnownTo => Contents.KnownTo;

    /// <summary>
    /// Entries up to <see cref="ClosedOn"/> that later dates ask for: the last screening and the last complete one, the
    /// last foot check, the entries of open findings, the last session and the answers on its next morning, the last
    /// set of a session that was never reported, the last of each kind that no rule reads, what belongs to a session
    /// after the date, and the corrections of all these. In the order of acceptance.
    /// </summary>
    public ImmutableArray<AcceptedEntry> Retained => Contents.Retained;

    /// <summary>Whether it is known which entries each month needs to be shown.</summary>
    public bool KnowsMonths => Contents.Months.IsKnown;

    /// <summary>
    /// The first days of the months with an entry up to <see cref="ClosedOn"/> that the history shows, the newest first.
    /// </summary>
    public IEnumerable<DateOnly> Months => Contents.Months.WithItems;

    internal SnapshotContents Contents { get; }

    /// <summary>The entries that it takes to show what of a month is closed, by sequence; some of other months are among them.</summary>
    /// <param name="month">A date in the month.</param>
    public ImmutableArray<SequenceRange> NeededFor(DateOnly month) => Contents.Months.NeededFor(month);

    /// <summary>
    /// The date of an entry that the state at <see cref="ClosedOn"/> names, such as in the reason for a level; null for others.
    /// </summary>
    /// <param name="entry">The entry's id.</param>
    public DateOnly? DateOf(Guid entry) => Contents.Dates.TryGetValue(entry, out var on) ? on
        : EntryDates.Sessions(Contents.State).Where(session => session.Entry == entry).Select(session => (DateOnly?)session.On).FirstOrDefault();

    /// <summary>
    /// Whether entries up to <see cref="ClosedOn"/> that are not retained may belong to a session; rarely true for one that
    /// has none.
    /// </summary>
    /// <param name="session">The session's id.</param>
    public bool MightHaveClosed(string session) => Contents.Closed.MightContain(session);

    /// <summary>Whether a set or a report names a session that might be closed, by itself or in a correction.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="corrections">Corrections of it.</param>
    public bool ReachesClosedSession(Entry entry, IEnumerable<CorrectionEntry> corrections) =>
        MonthsClosing.SessionsIn(entry, corrections).Any(Contents.Closed.MightContain);

    /// <summary>Whether the history shows this kind of entry.</summary>
    /// <param name="entry">The entry.</param>
    public static bool IsHistoryItem(Entry entry) => MonthsClosing.IsItem(entry);

    /// <summary>Makes a snapshot from a whole journal.</summary>
    /// <param name="journal">All entries of the person, in any order.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="on">Today in the person's zone: the snapshot serves this date and later ones.</param>
    /// <param name="zone">The person's zone.</param>
    /// <returns>
    /// Null when there is nothing worth keeping, or something in the journal prevents dates from being closed.
    /// </returns>
    public static PlanSnapshot? Of(IEnumerable<AcceptedEntry> journal, Programme programme, DateOnly on, TimeZoneInfo zone)
    {
        ImmutableArray<AcceptedEntry> all = [.. journal];
        var effective = EffectiveEntries.Of(all.Select(accepted => accepted.Entry), programme.Condition, zone, on);
        return SnapshotReading.HoldsUnreadable(all, effective) ? null : Wrap(SnapshotMaker.Make(null, all, all, effective, new CareProjector(programme, effective, zone), programme, on, zone));
    }

    /// <summary>Makes the next snapshot from this one and what is newer.</summary>
    /// <param name="newer">As for <see cref="Resume"/>, but only with entries that are in the journal.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="on">Today in the person's zone.</param>
    /// <param name="zone">The person's zone.</param>
    /// <returns>
    /// Null when this snapshot does not fit, when no more entries would be closed than before, or as for
    /// <see cref="Of"/>.
    /// </returns>
    public PlanSnapshot? Advance(IEnumerable<AcceptedEntry> newer, Programme programme, DateOnly on, TimeZoneInfo zone)
    {
        ImmutableArray<AcceptedEntry> loaded = [.. newer.Where(accepted => accepted.Sequence >= LoadFrom)];
        var reading = SnapshotReading.Of(Contents, loaded, programme, on, zone);
        return reading.Projection is { } projection
            ? Wrap(SnapshotMaker.Make(Contents, loaded, reading.Entries, projection.Effective, projection.Projector, programme, on, zone))
            : null;
    }

    /// <summary>
    /// Continues from the snapshot. The result equals <see cref="Projection.Of"/> of the whole journal, except that it
    /// holds fewer entries.
    /// </summary>
    /// <param name="newer">
    /// Every entry of the journal from <see cref="LoadFrom"/> on, in any order; earlier ones are ignored. Entries that
    /// are only assumed have a higher sequence than any stored one.
    /// </param>
    /// <param name="programme">The programme.</param>
    /// <param name="on">The date, in the person's zone.</param>
    /// <param name="zone">The person's zone.</param>
    public ResumeResult Resume(IEnumerable<AcceptedEntry> newer, Programme programme, DateOnly on, TimeZoneInfo zone)
    {
        var reading = SnapshotReading.Of(Contents, [.. newer.Where(accepted => accepted.Sequence >= LoadFrom)], programme, on, zone);
        return new(reading.Projection, reading.Rejection);
    }

    /// <summary>The snapshot as JSON, for this build of Footing.</summary>
    public byte[] ToJson() => SnapshotJson.Write(Contents);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <returns>
    /// Null for bytes that are damaged, of another format, or written by another build, whose rules may differ.
    /// </returns>
    public static PlanSnapshot? From(ReadOnlyMemory<byte> utf8) => Wrap(SnapshotJson.Read(utf8));

    private static PlanSnapshot? Wrap(SnapshotContents? contents) => contents is null ? null : new(contents);
}

/// <summary>What a snapshot holds; the public part is described at <see cref="PlanSnapshot"/>.</summary>
internal sealed record SnapshotContents
{
    public required DateOnly ClosedOn { get; init; }

    public required DateOnly MadeOn { get; init; }

    public required string Zone { get; init; }

    public required long LoadFrom { get; init; }

    public required long KnownTo { get; init; }

    public required ImmutableArray<AcceptedEntry> Retained { get; init; }

    /// <summary>
    /// The state after <see cref="ClosedOn"/> was closed. As read from JSON it has no programme and no decision: see
    /// <see cref="StateWith"/>.
    /// </summary>
    public required CareState State { get; init; }

    public required string ProgrammeFingerprint { get; init; }

    public required string ZoneFingerprint { get; init; }

    /// <summary>
    /// How many entries from <see cref="LoadFrom"/> to <see cref="KnownTo"/> there are, and their ids combined.
    /// </summary>
    public required (int Count, Guid Ids) Known { get; init; }

    /// <summary>Ids that corrections name but no entry has.</summary>
    public required ImmutableArray<Guid> DanglingTargets { get; init; }

    /// <summary>The last time at which a screening up to the date was corrected; null when none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DateTimeOffset? ScreeningCorrectedAt { get; init; }

    /// <summary>The sessions up to the date.</summary>
    public required ClosedSessions Closed { get; init; }

    /// <summary>The dates of the entries that the state names.</summary>
    public required ImmutableDictionary<Guid, DateOnly> Dates { get; init; }

    /// <summary>The months up to the date.</summary>
    public required ClosedMonths Months { get; init; }

    /// <summary>What later entries say about its sessions.</summary>
    public required SnapshotBoundary Boundary { get; init; }

    /// <summary>
    /// The state with its programme. The decision is not stored: it is made again from the answers and the clearances
    /// of the date.
    /// </summary>
    /// <param name="programme">The programme that the snapshot was made with.</param>
    public CareState StateWith(Programme programme) => State with
    {
        Programme = programme,
        Decision = State.Screening is { } screening
            ? programme.Judge(programme.Condition.Judged(screening.Answers, State.AgedTests), Clearance.LiftedOn(ClosedOn, State.Clearances))
            : null,
    };
}

/// <summary>The result of continuing from a snapshot: the projection, or why the snapshot does not fit.</summary>
/// <param name="Projection">The projection; null when the whole journal must be read.</param>
/// <param name="Rejection">Why; <see cref="SnapshotRejection.None"/> when there is a projection.</param>
public sealed record ResumeResult(Projection? Projection, SnapshotRejection Rejection);

/// <summary>Why a snapshot does not fit.</summary>
public enum SnapshotRejection
{
    /// <summary>It fits.</summary>
    None,

    /// <summary>The person's zone is different, or has different rules now.</summary>
    Zone,

    /// <summary>The date is before the one it was made on.</summary>
    Date,

    /// <summary>The programme or its version is different.</summary>
    Programme,

    /// <summary>The entries that it knows are not those that were given: the journal was started again.</summary>
    Journal,

    /// <summary>Something that was given cannot be read: the whole journal is projected while that is so.</summary>
    Unreadable,

    /// <summary>A new entry belongs to a date that is closed.</summary>
    Entry,

    /// <summary>
    /// A new correction concerns what is closed, may move an entry there, or comes before what it may depend on.
    /// </summary>
    Correction,

    /// <summary>A set, an answer or a second entry of a session that is closed.</summary>
    Session,

    /// <summary>Foot checks after the last closed session now give a different result.</summary>
    FootCheck,
}
