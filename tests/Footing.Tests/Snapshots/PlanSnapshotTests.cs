using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Snapshots;
using Footing.Testing;
using Footing.Tests.Plans;

namespace Footing.Tests.Snapshots;

/// <summary>
/// When a snapshot applies and when it is refused. That it gives the same as the whole journal wherever it applies is
/// shown by <see cref="PlanSnapshotPropertiesTests"/> too.
/// </summary>
public sealed class PlanSnapshotTests
{
    [Fact]
    public void Snapshot_stands_at_the_eve_of_the_last_session()
    {
        var snapshot = Week().SnapshotOn(4).ShouldNotBeNull();

        snapshot.ClosedOn.ShouldBe(JournalBuilder.Date(3));
        snapshot.MadeOn.ShouldBe(JournalBuilder.Date(4));
        snapshot.Zone.ShouldBe("UTC");
    }

    [Fact]
    public void Long_after_the_last_session_all_but_15_days_are_closed() =>
        Week().SnapshotOn(30).ShouldNotBeNull().ClosedOn.ShouldBe(JournalBuilder.Date(15));

    [Fact]
    public void Without_any_session_older_entries_are_closed() =>
        Fits(JournalBuilder.Of().Screened(0).CheckIn(5).With("pain", 4), 20, journal => journal.FootCheck(20)).ClosedOn.ShouldBe(JournalBuilder.Date(5));

    [Fact]
    public void Only_entries_from_the_eve_on_are_still_to_be_read()
    {
        var journal = Week();
        var snapshot = journal.SnapshotOn(4).ShouldNotBeNull();
        var still = journal.Accepted().Where(accepted => accepted.Sequence >= snapshot.LoadFrom).ToList();

        still.ShouldAllBe(accepted => accepted.Entry.DateIn(TimeZoneInfo.Utc) == JournalBuilder.Date(4));
        snapshot.KnownTo.ShouldBe(journal.Lines.Count());
        Whole(snapshot.Resume(still, JournalBuilder.Programme, JournalBuilder.Date(4), TimeZoneInfo.Utc), journal, 4);
    }

    [Fact]
    public void Snapshot_is_small() => Week().SnapshotOn(4).ShouldNotBeNull().ToJson().Length.ShouldBeLessThan(6000);

    // What fits.
    [Fact]
    public void Next_session_and_the_morning_after_the_last_one_fit() =>
        Fits(Week(), 4, journal => journal.NextMorning(5, raised: true).Session(7).CheckIn(8).With("pain", 3));

    [Fact]
    public void Correction_of_the_last_session_fits() =>
        Fits(Week().Named("last"), 4, journal => journal.Corrected(4, "last").With("painAfter", 8));

    [Fact]
    public void Last_session_that_is_voided_fits() => Fits(Week().Named("last"), 4, journal => journal.Voided(4, "last"));

    [Fact]
    public void Late_entry_of_a_kind_that_no_rule_reads_fits() => Fits(Week(), 4, journal => journal.Other(1, "habit"));

    [Fact]
    public void Corrections_that_are_known_stay_in_the_state() =>
        Fits(
            JournalBuilder.Of().Screened(0).Session(0).Named("first").Session(2).Session(4).Corrected(4, "first").With("effort", new { }).Named("it"),
            4,
            journal => journal.Session(7));

    [Fact]
    public void Entry_dated_ahead_of_the_snapshot_counts_from_its_date()
    {
        var journal = Week().Happened(5, "dizzy");
        var snapshot = journal.SnapshotOn(4).ShouldNotBeNull();

        Whole(snapshot.ResumeOn(4, journal), journal, 4);
        Whole(snapshot.ResumeOn(5, journal), journal, 5);
    }

    [Fact]
    public void Sets_from_before_midnight_count_for_the_session_after_it()
    {
        var journal = Week().Session(7);
        var entries = journal.Lines.Select(line => line.Contains("\"set\"", StringComparison.Ordinal) ? line.Replace("2026-01-12T09:00:0", "2026-01-11T23:59:0", StringComparison.Ordinal) : line);
        var arrived = AcceptedEntries.Of(entries);
        var snapshot = Arrivals.Again(PlanSnapshot.Of(arrived, JournalBuilder.Programme, JournalBuilder.Date(7), TimeZoneInfo.Utc)).ShouldNotBeNull();

        snapshot.ClosedOn.ShouldBe(JournalBuilder.Date(6));
        snapshot.Retained.Count(accepted => accepted.Entry is SetEntry).ShouldBeGreaterThan(0);
        var resumed = snapshot.Resume(arrived, JournalBuilder.Programme, JournalBuilder.Date(7), TimeZoneInfo.Utc);
        Arrivals.Told(resumed.Projection.ShouldNotBeNull()).ShouldBe(Arrivals.Told(
            Projection.Of(arrived.Select(accepted => accepted.Entry), JournalBuilder.Programme, JournalBuilder.Date(7), TimeZoneInfo.Utc)));
    }

    [Fact]
    public void What_readers_ask_for_by_itself_is_carried_with_its_corrections()
    {
        var journal = JournalBuilder.Of().Screened(0).Named("whole").Other(0, "preference").With("zone", "UTC").Other(1, "background").Named("old")
            .Other(1, "background").At("12:40").Named("new").Voided(1, "new").Screened(2).Without("touch-test").Named("partial")
            .Corrected(2, "partial").With("numb-feet", "yes").Named("correction").Screened(2).At("08:05").Named("last").FootCheck(3).Named("check").Session(4);
        var carried = journal.SnapshotOn(4).ShouldNotBeNull().Retained;

        carried.Select(accepted => accepted.Entry).OfType<OtherEntry>().Select(other => other.Kind).ShouldBe(["preference", "background", "background"]);
        carried.ShouldContain(accepted => accepted.Entry.Id == journal["last"]);
        carried.ShouldContain(accepted => accepted.Entry.Id == journal["check"]);
        carried.ShouldNotContain(accepted => accepted.Entry.Id == journal["partial"] || accepted.Entry.Id == journal["correction"]);
        carried.ShouldContain(accepted => accepted.Entry is CorrectionEntry && ((CorrectionEntry)accepted.Entry).Of == journal["new"]);
        foreach (var accepted in carried)
        {
            Encoding.UTF8.GetString(accepted.Json.Span).ShouldBe(journal.Lines.ElementAt((int)accepted.Sequence - 1));
        }
    }

    [Fact]
    public void Last_whole_screening_is_carried_beside_a_later_one_with_gaps()
    {
        var journal = JournalBuilder.Of().Screened(0).Named("whole").Session(0).Screened(1).Without("touch-test").Named("partial");
        var carried = journal.SnapshotOn(20).ShouldNotBeNull().Retained;

        carried.Select(accepted => accepted.Entry).OfType<ScreeningEntry>().Select(screening => screening.Id)
            .ShouldBe([journal["whole"], journal["partial"]]);
    }

    [Fact]
    public void Last_session_with_sets_is_carried_with_its_morning_when_a_later_one_had_none()
    {
        var journal = JournalBuilder.Of().Screened(0).Sessions(0, 2).Session(4).Named("last").NextMorning(5, raised: false).Named("morning")
            .Session(6, session => session.Only().Stopped("tired"));
        var snapshot = Fits(journal, 6, later => later.CheckIn(7).With("pain", 3));

        snapshot.ClosedOn.ShouldBe(JournalBuilder.Date(5));
        Ids(snapshot).ShouldContain(journal["last"]);
        Ids(snapshot).ShouldContain(journal["morning"]);
        snapshot.ResumeOn(7, journal).Projection.ShouldNotBeNull().Effective.ShouldContain(entry => entry.Id == journal["last"]);
    }

    [Fact]
    public void What_an_open_finding_comes_from_is_carried()
    {
        var journal = JournalBuilder.Of().Screened(0).Happened(1, "skin-change").Named("event").FootCheck(2).With("skin", "blister").Named("first")
            .FootCheck(2).At("20:00").With("heat", "yes").Named("second");

        Ids(journal.SnapshotOn(20).ShouldNotBeNull()).ShouldBe([journal.Entries[0].Id, journal["event"], journal["first"], journal["second"]]);
    }

    [Fact]
    public void Screenings_go_along_with_a_finding_that_was_corrected()
    {
        var journal = JournalBuilder.Of().Screened(0).With("numb-feet", "yes")
            .FootCheck(1).With("looked", "nobody").Named("check").Corrected(2, "check").With("looked", "self")
            .Screened(3).With("hot-red-swollen-foot", "yes");
        var folded = journal.SnapshotOn(20).ShouldNotBeNull().ResumeOn(20, journal).Projection.ShouldNotBeNull();

        // Nobody could look, and from another day it is not made milder.
        folded.Effective.OfType<FootCheckEntry>().ShouldHaveSingleItem().ObservedBy.ShouldBe(Observer.Nobody);
    }

    [Fact]
    public void Last_set_of_a_session_that_was_never_reported_is_carried()
    {
        var journal = JournalBuilder.Of().Screened(0).Other(1, "set").With("session", "unreported").With("exercise", "toe-lift")
            .With("level", 1).With("set", 1).With("side", "both").With("seconds", 60).Named("set").Session(2);

        Ids(journal.SnapshotOn(2).ShouldNotBeNull()).ShouldContain(journal["set"]);
    }

    [Fact]
    public void Report_of_a_session_is_carried_where_a_set_of_it_comes_later()
    {
        var journal = JournalBuilder.Of().Screened(0).Session(2).Named("report");
        var name = journal.LastSession;
        journal.Session(4).Other(4, "set").With("session", name).With("exercise", "toe-lift")
            .With("level", 1).With("set", 3).With("side", "both").With("seconds", 60);

        Ids(journal.SnapshotOn(4).ShouldNotBeNull()).ShouldContain(journal["report"]);
    }

    [Fact]
    public void Set_of_a_session_whose_report_was_voided_is_refused() => Refuses(
        JournalBuilder.Of().Screened(0).Session(2, session => session.Only().Unchecked()).With("session", "voided").Named("report").Voided(2, "report").Session(4),
        4,
        SnapshotRejection.Session,
        later => later.Other(5, "set").With("session", "voided").With("exercise", "toe-lift").With("level", 1).With("set", 1).With("side", "both").With("seconds", 60));

    // What does not.
    [Fact]
    public void Other_zone_is_refused()
    {
        var snapshot = Week().SnapshotOn(4).ShouldNotBeNull();
        snapshot.Resume(Week().Accepted(), JournalBuilder.Programme, JournalBuilder.Date(4), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"))
            .Rejection.ShouldBe(SnapshotRejection.Zone);
    }

    [Fact]
    public void Zone_with_other_rules_is_refused()
    {
        var moved = TimeZoneInfo.CreateCustomTimeZone("UTC", TimeSpan.FromHours(1), null, null);
        Week().SnapshotOn(4).ShouldNotBeNull().Resume(Week().Accepted(), JournalBuilder.Programme, JournalBuilder.Date(4), moved)
            .Rejection.ShouldBe(SnapshotRejection.Zone);
    }

    [Fact]
    public void Earlier_date_is_refused() => Week().SnapshotOn(5).ShouldNotBeNull().ResumeOn(4, Week()).Rejection.ShouldBe(SnapshotRejection.Date);

    /// <summary>Another build may have other rules: what it kept is as if it had never been.</summary>
    [Fact]
    public void Snapshot_of_another_build_is_not_read()
    {
        var kept = System.Text.Encoding.UTF8.GetString(Week().SnapshotOn(5).ShouldNotBeNull().ToJson());
        PlanSnapshot.From(System.Text.Encoding.UTF8.GetBytes(kept)).ShouldNotBeNull();

        PlanSnapshot.From(System.Text.Encoding.UTF8.GetBytes(kept.Replace(SnapshotFingerprints.Build, new string('0', SnapshotFingerprints.Build.Length), StringComparison.Ordinal)))
            .ShouldBeNull();
    }

    [Fact]
    public void Other_programme_is_refused()
    {
        var shipped = JournalBuilder.Programme;
        var calf = shipped[FootExercises.CalfRaise];
        var level = calf[1] with { Dose = Dose(calf[1].Dose.Sets + 1) };
        foreach (var other in new[]
        {
            shipped with { Version = "another" },
            shipped with { MinutesLimit = 20 },
            shipped with { Weekdays = [DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Saturday] },
            shipped with { Exercises = shipped.Exercises.Replace(calf, calf with { Levels = calf.Levels.SetItem(0, level) }) },
        })
        {
            Week().SnapshotOn(4).ShouldNotBeNull().Resume(Week().Accepted(), other, JournalBuilder.Date(4), TimeZoneInfo.Utc)
                .Rejection.ShouldBe(SnapshotRejection.Programme);
        }

        static Footing.Programmes.Dose Dose(int sets) => Footing.Programmes.Dose.OfReps(sets, 10);
    }

    [Fact]
    public void Journal_that_began_anew_is_refused()
    {
        var snapshot = Week().SnapshotOn(4).ShouldNotBeNull();
        ImmutableArray<AcceptedEntry> known = [.. Week().Accepted().Where(accepted => accepted.Sequence >= snapshot.LoadFrom)];

        Misfit(known[1..]).ShouldBe(SnapshotRejection.Journal);
        Misfit(known.SetItem(0, known[0] with { Entry = known[0].Entry with { Id = Guid.Empty } })).ShouldBe(SnapshotRejection.Journal);
        Misfit(known).ShouldBe(SnapshotRejection.None);

        SnapshotRejection Misfit(ImmutableArray<AcceptedEntry> loaded) =>
            snapshot.Resume(loaded, JournalBuilder.Programme, JournalBuilder.Date(4), TimeZoneInfo.Utc).Rejection;
    }

    [Fact]
    public void Late_entry_of_a_closed_date_is_refused()
    {
        Refuses(Week(), 4, SnapshotRejection.Entry, journal => journal.Happened(3, "skin-change"));
        Refuses(Week(), 4, SnapshotRejection.Entry, journal => journal.FootCheck(1));
        Refuses(Week(), 4, SnapshotRejection.Entry, journal => journal.Scheduled(0).With("minutes", 12));
        Refuses(Week(), 4, SnapshotRejection.Entry, journal => journal.Screened(3));
    }

    [Fact]
    public void Correction_of_a_closed_entry_is_refused() =>
        Refuses(Early(), 4, SnapshotRejection.Correction, journal => journal.Corrected(5, "early").With("painAfter", 9));

    [Fact]
    public void Correction_of_a_closed_entry_that_was_dated_ahead_is_refused_from_its_date()
    {
        var journal = Early().Corrected(6, "early").With("painAfter", 9);
        var snapshot = journal.SnapshotOn(4).ShouldNotBeNull();

        Whole(snapshot.ResumeOn(5, journal), journal, 5);
        snapshot.ResumeOn(6, journal).Rejection.ShouldBe(SnapshotRejection.Correction);
    }

    [Fact]
    public void Correction_of_a_carried_entry_is_refused() =>
        Refuses(JournalBuilder.Of().Screened(0).Named("screening").Sessions(0, 2, 4), 4, SnapshotRejection.Correction, journal => journal.Voided(5, "screening"));

    [Fact]
    public void Correction_of_a_closed_correction_is_refused() => Refuses(
        Early().Corrected(2, "early").With("painAfter", 9).Named("correction").Session(7), 7, SnapshotRejection.Correction, journal => journal.Voided(8, "correction"));

    [Fact]
    public void Correction_that_moves_an_entry_to_a_closed_date_is_refused() =>
        Refuses(Week().FootCheck(4).At("20:00").Named("check"), 4, SnapshotRejection.Correction, journal => journal.Corrected(4, "check").MovingTo(3));

    /// <summary>A session stands where it began, so a correction of that moves it.</summary>
    [Fact]
    public void Correction_by_which_a_session_began_on_a_closed_date_is_refused() => Refuses(
        Week().At("00:10").Named("last"), 4, SnapshotRejection.Correction, journal => journal.Corrected(4, "last").With("began", $"{JournalBuilder.Date(3):yyyy-MM-dd}T23:50:00Z"));

    [Fact]
    public void Correction_by_which_a_session_began_later_keeps_its_date_open() =>
        JournalBuilder.Of().Screened(0).Session(0).Session(2).At("00:10").Began(1, "23:50").Named("night").Corrected(2, "night").Without("began").FootCheck(20)
            .SnapshotOn(16).ShouldBeNull();

    [Fact]
    public void Correction_of_a_correction_that_moves_an_entry_to_a_closed_date_is_refused() => Refuses(
        Week().FootCheck(4).At("20:00").Named("check").Corrected(4, "check").With("skin", "mark").Named("first"),
        4,
        SnapshotRejection.Correction,
        journal => journal.Corrected(5, "first").With("with", new { at = "2026-01-08T09:00:00Z", skin = "clear" }));

    [Fact]
    public void Correction_of_an_unknown_entry_is_refused()
    {
        var journal = Week();
        Refuses(journal, 4, SnapshotRejection.Correction, later => later.Named("ahead").Voided(5, "ahead").With("of", Guid.Empty.ToString()));
    }

    [Fact]
    public void Entry_that_a_correction_has_waited_for_is_refused()
    {
        var journal = Week().Named("last").Voided(4, "last");
        journal.With("of", $"00000000-0000-7000-8000-{journal.Lines.Count() + 1:x12}");
        Refuses(journal, 4, SnapshotRejection.Correction, later => later.CheckIn(5).With("pain", 3));
    }

    [Fact]
    public void Correction_from_before_the_screening_was_corrected_is_refused() => Refuses(
        JournalBuilder.Of().Screened(0).Named("screening").Sessions(0, 2, 4).FootCheck(4).At("19:00").Named("check")
            .Corrected(4, "screening").With("numb-feet", "yes"),
        4,
        SnapshotRejection.Correction,
        journal => journal.Corrected(4, "check").With("looked", "nobody").At("20:00"));

    [Fact]
    public void Answer_set_or_second_report_of_a_closed_session_is_refused()
    {
        var journal = Week();
        var first = (string)System.Text.Json.Nodes.JsonNode.Parse(journal.Lines.First(line => line.Contains("\"session\"", StringComparison.Ordinal)))!["session"]!;

        Refuses(Week(), 4, SnapshotRejection.Session, later => later.NextMorning(5, raised: true).With("session", first));
        Refuses(Week(), 4, SnapshotRejection.Session, later => later.Session(5).With("session", first));
        Refuses(Week(), 4, SnapshotRejection.Session, later => later.Other(5, "set").With("session", first).With("exercise", "toe-lift")
            .With("level", 1).With("set", 2).With("side", "both").With("seconds", 60));
    }

    [Fact]
    public void Corrected_answer_on_a_closed_session_is_refused()
    {
        var journal = JournalBuilder.Of().Screened(0).Sessions(0, 2).NextMorning(4, raised: true).Named("morning").Session(4);
        Refuses(journal, 4, SnapshotRejection.Session, later => later.Corrected(5, "morning").With("painRaised", "no"));
    }

    [Fact]
    public void Foot_check_that_makes_a_closed_session_good_is_refused()
    {
        var journal = JournalBuilder.Of().Screened(0).With("touch-test", 3).Session(0).Session(2).Session(4, session => session.Unchecked());
        Refuses(journal, 4, SnapshotRejection.FootCheck, later => later.FootCheck(4));
    }

    [Fact]
    public void Foot_check_after_one_that_was_clear_fits()
    {
        var journal = JournalBuilder.Of().Screened(0).With("touch-test", 3).Session(0).Session(2, session => session.CheckedAfter()).Session(4, session => session.Unchecked());
        Fits(journal, 4, later => later.FootCheck(4));
    }

    // What is not kept.
    [Fact]
    public void Nothing_is_kept_of_an_empty_journal_or_of_a_first_day()
    {
        JournalBuilder.Of().SnapshotOn(4).ShouldBeNull();
        JournalBuilder.Of().Screened(4).Session(4).SnapshotOn(4).ShouldBeNull();
        JournalBuilder.Of().Screened(4).SnapshotOn(4).ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_kept_while_a_correction_reaches_across_the_eve()
    {
        Week().FootCheck(4).At("20:00").Named("check").Corrected(4, "check").MovingTo(3).SnapshotOn(4).ShouldBeNull();
        Week().FootCheck(3).Named("check").Corrected(3, "check").MovingTo(4).SnapshotOn(4).ShouldBeNull();
        Week().FootCheck(4).Named("check").Corrected(3, "check").SnapshotOn(4).ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_kept_while_a_closed_session_is_reported_again_after_the_eve() =>
        Week().Session(5).With("session", JournalBuilder.Of().Screened(0).Session(0).LastSession).SnapshotOn(5).ShouldBeNull();

    [Fact]
    public void Nothing_is_kept_where_much_would_be_carried() =>
        Week().Other(1, "background").With("causesTold", new string('a', 60_000)).Other(1, "habit").With("text", new string('a', 10_000)).SnapshotOn(4).ShouldBeNull();

    // From one snapshot to the next.
    [Fact]
    public void Next_snapshot_follows_from_the_one_before_and_what_is_newer()
    {
        var journal = Week();
        var first = journal.SnapshotOn(4).ShouldNotBeNull();
        journal.Other(4, "preference").With("zone", "UTC").NextMorning(5, raised: false).Session(7);
        var next = first.Advance(Newer(first, journal), JournalBuilder.Programme, JournalBuilder.Date(7), TimeZoneInfo.Utc).ShouldNotBeNull();

        next.ToJson().ShouldBe(journal.SnapshotOn(7).ShouldNotBeNull().ToJson());
    }

    [Fact]
    public void There_is_no_next_snapshot_before_there_is_more_to_close()
    {
        var journal = Week();
        var first = journal.SnapshotOn(4).ShouldNotBeNull();
        journal.NextMorning(5, raised: false);

        first.Advance(Newer(first, journal), JournalBuilder.Programme, JournalBuilder.Date(5), TimeZoneInfo.Utc).ShouldBeNull();
        first.Advance([], JournalBuilder.Programme, JournalBuilder.Date(30), TimeZoneInfo.Utc).ShouldBeNull();
    }

    [Fact]
    public void There_is_no_next_snapshot_of_one_that_does_not_apply()
    {
        var journal = Week();
        var first = journal.SnapshotOn(4).ShouldNotBeNull();
        journal.Session(7).FootCheck(1);

        first.Advance(Newer(first, journal), JournalBuilder.Programme, JournalBuilder.Date(7), TimeZoneInfo.Utc).ShouldBeNull();
    }

    // Bytes.
    [Fact]
    public void Snapshot_with_any_byte_changed_is_not_read()
    {
        var bytes = Week().SnapshotOn(4).ShouldNotBeNull().ToJson();
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            PlanSnapshot.From(bytes).ShouldBeNull($"byte {i}");
            bytes[i] ^= 1;
        }

        PlanSnapshot.From(bytes).ShouldNotBeNull();
    }

    [Fact]
    public void Snapshot_that_was_cut_short_or_is_something_else_is_not_read()
    {
        var bytes = Week().SnapshotOn(4).ShouldNotBeNull().ToJson();
        PlanSnapshot.From(bytes.AsMemory(0, bytes.Length - 1)).ShouldBeNull();
        PlanSnapshot.From(bytes.AsMemory(0, bytes.Length / 2)).ShouldBeNull();
        foreach (var other in new[] { "", "null", "[]", "7", "{}", "{\"format\":1}", "{\"format\":\"1\",\"build\":1,\"digest\":2,\"snapshot\":3}", "\0" })
        {
            PlanSnapshot.From(Encoding.UTF8.GetBytes(other)).ShouldBeNull(other);
        }

        PlanSnapshot.From(new byte[] { 0xff, 0xfe }).ShouldBeNull();
    }

    [Theory]
    [InlineData("format", 2)]
    [InlineData("format", 0)]
    [InlineData("build", "00000000000000000000000000000000")]
    public void Snapshot_of_another_format_or_build_is_not_read(string member, object value)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(Week().SnapshotOn(4).ShouldNotBeNull().ToJson())!;
        json[member] = JsonSerializer.SerializeToNode(value);

        PlanSnapshot.From(JsonSerializer.SerializeToUtf8Bytes(json)).ShouldBeNull();
    }

    [Fact]
    public void Snapshot_that_is_written_again_has_the_same_bytes()
    {
        var bytes = Week().SnapshotOn(4).ShouldNotBeNull().ToJson();

        PlanSnapshot.From(bytes).ShouldNotBeNull().ToJson().ShouldBe(bytes);
    }

    private static JournalBuilder Week() => JournalBuilder.Of().Screened(0).Sessions(0, 2, 4);

    private static JournalBuilder Early() => JournalBuilder.Of().Screened(0).Session(0).Named("early").Sessions(2, 4);

    private static IEnumerable<AcceptedEntry> Newer(PlanSnapshot snapshot, JournalBuilder journal) =>
        journal.Accepted().Where(accepted => accepted.Sequence >= snapshot.LoadFrom);

    private static IEnumerable<Guid> Ids(PlanSnapshot snapshot) => snapshot.Retained.Select(accepted => accepted.Entry.Id);

    private static PlanSnapshot Fits(JournalBuilder journal, int day, Func<JournalBuilder, JournalBuilder> then)
    {
        var snapshot = journal.SnapshotOn(day).ShouldNotBeNull();
        then(journal);
        for (var later = day; later <= day + 20; later++)
        {
            Whole(snapshot.ResumeOn(later, journal), journal, later);
        }

        return snapshot;
    }

    private static void Whole(ResumeResult resumed, JournalBuilder journal, int day)
    {
        resumed.Rejection.ShouldBe(SnapshotRejection.None);
        Arrivals.Told(resumed.Projection.ShouldNotBeNull())
            .ShouldBe(Arrivals.Told(Projection.Of(journal.Entries, JournalBuilder.Programme, JournalBuilder.Date(day), TimeZoneInfo.Utc)), $"day {day}");
    }

    private static void Refuses(JournalBuilder journal, int day, SnapshotRejection misfit, Func<JournalBuilder, JournalBuilder> then)
    {
        var snapshot = journal.SnapshotOn(day).ShouldNotBeNull();
        snapshot.ResumeOn(day, journal).Rejection.ShouldBe(SnapshotRejection.None);
        then(journal);
        var resumed = snapshot.ResumeOn(day + 4, journal);
        resumed.Rejection.ShouldBe(misfit);
        resumed.Projection.ShouldBeNull();
    }
}
