using Footing.Conditions.NeuropathicFoot;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Plans;
using Footing.Sessions;
using Footing.Snapshots;
using Footing.Testing;
using Footing.Tests.Sessions;

namespace Footing.Tests.Journal;

/// <summary>An entry that cannot be read: nothing is planned as if it were not there.</summary>
public sealed class UnreadableEntryTests
{
    private const string Nowhere = "11111111-1111-7111-8111-111111111111";

    [Theory]
    [InlineData("screening", "broken-skin", "perhaps")]
    [InlineData("foot-check", "skin", "scorched")]
    [InlineData("event", "what", "stumble")]
    [InlineData("session", "painAfter", 99)]
    [InlineData("programme", "version", 1)]
    [InlineData("correction", "with", 5)]
    public void What_may_forbid_exercise_stops_everything_until_the_next_screening(string kind, string field, object value)
    {
        var journal = JournalBuilder.Of().Screened(0);
        (kind == "screening" ? journal.Screened(1) : journal.Other(1, kind)).With(field, value).Named("unreadable");

        var plan = PlanOn(journal, 2);
        plan.Exercises.ShouldBeEmpty();
        plan.Due.ShouldBeFalse();
        plan.NextDue.ShouldBeNull();
        plan.Notices.ShouldHaveSingleItem().Rule.ShouldBe("unreadable");
        plan.Notices[0].Entries.ShouldBe([journal["unreadable"]]);
        var unreadable = plan.Unreadable.ShouldHaveSingleItem();
        (unreadable.Id, unreadable.Kind, unreadable.DateIn(TimeZoneInfo.Utc)).ShouldBe((journal["unreadable"], kind, JournalBuilder.Date(1)));
        unreadable.Problems.ShouldNotBeEmpty();
        Upcoming(journal, 2).ShouldBeEmpty();

        journal.Screened(1).At("20:00");
        PlanOn(journal, 2).Told().ShouldBe("");
        PlanOn(journal, 2).Unreadable.ShouldBeEmpty();
        PlanOn(journal, 2).Levels().ShouldNotBe("");
        Upcoming(journal, 2).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("set", "side", "middle")]
    [InlineData("next-morning", "painRaised", "perhaps")]
    [InlineData("check-in", "pain", 11)]
    [InlineData("schedule", "minutes", 99)]
    [InlineData("clearance", "rules", 7)]
    public void What_forbids_nothing_is_passed_over(string kind, string field, object value)
    {
        var journal = JournalBuilder.Of().Screened(0);
        var before = PlanOn(journal, 2).Json();

        journal.Other(1, kind).With(field, value);

        Entries(journal).OfType<UnreadableEntry>().Count().ShouldBe(1);
        PlanOn(journal, 2).Json().ShouldBe(before);
    }

    [Fact]
    public void It_stops_from_its_own_instant_on()
    {
        var journal = JournalBuilder.Of().Screened(0).Other(0, "event").With("what", "stumble").At("07:00");

        PlanOn(journal, 0).Told().ShouldBe("", "the screening is the later one");
        PlanOn(journal.Other(3, "event").With("what", "stumble"), 2).Told().ShouldBe("");
        PlanOn(journal, 3).Told().ShouldBe("unreadable");
    }

    [Theory]
    [InlineData("foot-check", true)]
    [InlineData("screening", true)]
    [InlineData("event", true)]
    [InlineData("check-in", false)]
    [InlineData("unknown", true)]
    public void Correction_that_cannot_be_read_counts_as_what_it_corrects(string target, bool stops)
    {
        var journal = JournalBuilder.Of();
        _ = target switch
        {
            "foot-check" => journal.FootCheck(0).Named("target").Screened(0),
            "event" => journal.Happened(0, "cramp").Named("target").Screened(0).At("14:00"),
            "check-in" => journal.CheckIn(0).With("pain", 3).Named("target").Screened(0),
            _ => journal.Screened(0).Named("target"),
        };
        var of = target == "unknown" ? Nowhere : journal["target"].ToString();

        PlanOn(journal, 1, Line("correction", 1, $"\"of\":\"{of}\",\"with\":5")).Told().ShouldBe(stops ? "unreadable" : "");
    }

    [Fact]
    public void Correction_whose_content_its_entry_cannot_hold_cannot_be_read_either()
    {
        JournalBuilder Scorched(int day) => JournalBuilder.Of().Screened(0).FootCheck(0).Named("check").Corrected(day, "check").With("skin", "scorched");

        PlanOn(Scorched(1), 1).Told().ShouldBe("unreadable");
        PlanOn(Scorched(1), 1).Unreadable.ShouldHaveSingleItem().Kind.ShouldBe("correction");
        PlanOn(Scorched(1), 0).Told().ShouldBe("");
        PlanOn(Scorched(1).Screened(2), 2).Told().ShouldBe("");
        PlanOn(Scorched(1).Named("correction").Voided(2, "correction"), 2).Told().ShouldBe("", "it was taken back");
    }

    [Fact]
    public void Correction_of_a_correction_does_not_hide_that_it_cannot_be_read()
    {
        var journal = JournalBuilder.Of().Screened(0).FootCheck(0).With("skin", "wound").Named("check")
            .Corrected(0, "check").With("skin", "bruise").Named("correction");
        var with = $"\"of\":\"{journal["correction"]}\",\"with\":{{\"of\":\"{journal["check"]}\",\"with\":{{\"skin\":\"scorched\",\"heat\":\"no\",\"swelling\":\"no\"}}}}";

        var plan = PlanOn(journal, 1, Line("correction", 0, with, "22:00"));

        plan.Told().ShouldBe("P5 unreadable", "the finding counts as it did");
    }

    [Fact]
    public void Corrections_that_name_each_other_are_of_nothing_that_is_known()
    {
        var (one, other) = ("01950000-0000-7000-8000-00000000000a", "01950000-0000-7000-8000-00000000000b");
        Entry[] journal =
        [
            .. JournalBuilder.Of().Screened(0).Entries,
            Read($$"""{"id":"{{one}}","at":"2026-01-06T10:00:00Z","kind":"correction","of":"{{other}}","with":5}"""),
            Read($$"""{"id":"{{other}}","at":"2026-01-06T10:00:00Z","kind":"correction","of":"{{one}}","with":5}"""),
        ];

        Plan(journal, 1).Unreadable.Length.ShouldBe(2);
    }

    [Fact]
    public void It_is_taken_back_or_made_readable_on_its_own_day_alone()
    {
        JournalBuilder Taken(int day) => JournalBuilder.Of().Screened(0).Other(1, "foot-check").With("skin", "scorched").Named("check").Voided(day, "check");
        JournalBuilder Read(int day) => JournalBuilder.Of().Screened(0).Other(1, "foot-check").With("skin", "scorched").Named("check")
            .Corrected(day, "check").With("skin", "clear").With("heat", "no").With("swelling", "no");

        PlanOn(Taken(1), 2).Told().ShouldBe("");
        PlanOn(Taken(2), 2).Told().ShouldBe("unreadable");
        PlanOn(Read(1), 2).Told().ShouldBe("");
        PlanOn(Read(2), 2).Told().ShouldBe("unreadable");
    }

    [Fact]
    public void What_a_professional_cleared_before_it_has_to_be_cleared_again()
    {
        var journal = JournalBuilder.Of().Screened(0).With("arterial-disease", "yes").Cleared(0, "R11");
        PlanOn(journal, 1).LockedBy().ShouldBe("");

        journal.Other(1, "foot-check").With("skin", "scorched").Screened(2).With("arterial-disease", "yes");

        PlanOn(journal, 2).LockedBy().ShouldContain("R11");
    }

    [Fact]
    public void Foot_check_that_cannot_be_read_is_not_a_clear_one()
    {
        var clear = new SessionFacts([.. JournalBuilder.Of().FootCheck(0).Entries], TimeZoneInfo.Utc, NeuropathicFootCondition.Instance);
        var doubtful = new SessionFacts(
            EffectiveEntries.Of(Entries(JournalBuilder.Of().FootCheck(0).Named("check").Corrected(3, "check").With("skin", "scorched")), NeuropathicFootCondition.Instance, TimeZoneInfo.Utc, null), TimeZoneInfo.Utc, NeuropathicFootCondition.Instance);
        var unreadable = new SessionFacts([.. Entries(JournalBuilder.Of().FootCheck(0).Other(0, "foot-check").With("skin", "scorched"))], TimeZoneInfo.Utc, NeuropathicFootCondition.Instance);
        clear.IsClearOn(JournalBuilder.Date(0)).ShouldBeTrue();
        doubtful.IsClearOn(JournalBuilder.Date(0)).ShouldBeFalse();
        unreadable.IsClearOn(JournalBuilder.Date(0)).ShouldBeFalse();
    }

    [Fact]
    public void No_snapshot_is_made_or_used_while_anything_cannot_be_read()
    {
        var journal = JournalBuilder.Of().Screened(0).Sessions(0, 2, 4, 7, 9);
        var snapshot = PlanSnapshot.Of(Accepted(journal), JournalBuilder.Programme, JournalBuilder.Date(10), TimeZoneInfo.Utc).ShouldNotBeNull();
        snapshot.Resume(Accepted(journal), JournalBuilder.Programme, JournalBuilder.Date(11), TimeZoneInfo.Utc).Projection.ShouldNotBeNull();

        journal.Other(10, "check-in").With("pain", 11);

        snapshot.Resume(Accepted(journal), JournalBuilder.Programme, JournalBuilder.Date(11), TimeZoneInfo.Utc).Rejection.ShouldBe(SnapshotRejection.Unreadable);
        snapshot.Advance(Accepted(journal), JournalBuilder.Programme, JournalBuilder.Date(11), TimeZoneInfo.Utc).ShouldBeNull();
        PlanSnapshot.Of(Accepted(journal), JournalBuilder.Programme, JournalBuilder.Date(11), TimeZoneInfo.Utc).ShouldBeNull();
    }

    [Fact]
    public void No_snapshot_is_made_or_used_over_a_correction_that_cannot_be_read()
    {
        var journal = JournalBuilder.Of().Screened(0).Sessions(0, 2, 4, 7).FootCheck(9).Named("check").Session(9);
        var snapshot = PlanSnapshot.Of(Accepted(journal), JournalBuilder.Programme, JournalBuilder.Date(10), TimeZoneInfo.Utc).ShouldNotBeNull();

        journal.Corrected(9, "check").With("skin", "scorched");

        snapshot.Resume(Accepted(journal), JournalBuilder.Programme, JournalBuilder.Date(10), TimeZoneInfo.Utc).Projection.ShouldBeNull();
        PlanSnapshot.Of(Accepted(journal), JournalBuilder.Programme, JournalBuilder.Date(10), TimeZoneInfo.Utc).ShouldBeNull();
    }

    [Fact]
    public void What_can_be_read_is_read_and_of_the_rest_what_it_names_is_kept()
    {
        Read("""{"id":"01950000-0000-7000-8000-000000000001","at":"2026-01-06T10:00:00Z","kind":"event","what":"fall"}""").ShouldBeOfType<AdverseEventEntry>();
        Keep("session", """{"session":"s1","painAfter":99}""").Session.ShouldBe("s1");
        Keep("session", """{"session":"\ud800","painAfter":99}""").Session.ShouldBeNull();
        Keep("correction", $$"""{"of":"{{Nowhere}}"}""").Of.ShouldBe(Guid.Parse(Nowhere));
        Keep("correction", $$"""{"of":"{{Nowhere}}","of":"{{Nowhere}}"}""").Of.ShouldBeNull();
        Keep("event", $$"""{"of":"{{Nowhere}}"}""").Of.ShouldBeNull();
        Keep("correction", """{"\ud800":1}""").Of.ShouldBeNull();
        Keep("correction", "no JSON").Of.ShouldBeNull();
        Keep("correction", "[]").Of.ShouldBeNull();

        static UnreadableEntry Keep(string kind, string json) =>
            UnreadableEntry.ReadOrKeep(Guid.Parse(Nowhere), DateTimeOffset.UnixEpoch, kind, Encoding.UTF8.GetBytes(json)).ShouldBeOfType<UnreadableEntry>();
    }

    private static ImmutableArray<UpcomingDate> Upcoming(JournalBuilder journal, int day) =>
        UpcomingSessions.Of(Entries(journal), JournalBuilder.Programme, Scripts.Texts, JournalBuilder.Date(day), 7, TimeZoneInfo.Utc);

    private static Plan PlanOn(JournalBuilder journal, int day, params string[] more) => Plan([.. Entries(journal), .. more.Select(Read)], day);

    private static Plan Plan(IEnumerable<Entry> entries, int day) =>
        Planner.PlanFor(entries, JournalBuilder.Programme, JournalBuilder.Date(day), TimeZoneInfo.Utc);

    private static Entry[] Entries(JournalBuilder journal) => [.. journal.Lines.Select(Read)];

    private static AcceptedEntry[] Accepted(JournalBuilder journal) =>
        [.. journal.Lines.Select((line, place) => new AcceptedEntry(place + 1, Read(line), Encoding.UTF8.GetBytes(line)))];

    private static string Line(string kind, int day, string fields, string time = "12:00") =>
        $$"""{"id":"01950000-0000-7000-8000-0000000000ff","at":"{{JournalBuilder.Date(day):yyyy-MM-dd}}T{{time}}:00Z","kind":"{{kind}}",{{fields}}}""";

    /// <summary>As a journal's home reads: id, time and kind are known beside the content.</summary>
    private static Entry Read(string line)
    {
        var json = JsonNode.Parse(line)!;
        return UnreadableEntry.ReadOrKeep(
            Guid.Parse((string)json["id"]!),
            DateTimeOffset.Parse((string)json["at"]!, System.Globalization.CultureInfo.InvariantCulture),
            (string)json["kind"]!,
            Encoding.UTF8.GetBytes(line));
    }
}
