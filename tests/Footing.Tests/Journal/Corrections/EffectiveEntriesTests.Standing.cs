using System.Collections.Immutable;
using System.Text;
using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Journal.Corrections;

namespace Footing.Tests.Journal.Corrections;

public sealed partial class EffectiveEntriesTests
{
    private const string Checked = "01950000-0000-7000-8000-000000000001";

    private static Entry Read(string json) => EntryReader.From(Encoding.UTF8.GetBytes(json)).Value;

    private static Entry Check(string skin) =>
        Read($$"""{"id":"{{Checked}}","at":"2026-03-02T08:00:00Z","kind":"foot-check","skin":"{{skin}}","heat":"no","swelling":"no"}""");

    private static Entry Correction(int number, string of, string day, string with) =>
        Read($$"""{"id":"01950000-0000-7000-8000-00000000001{{number}}","at":"2026-03-0{{day}}T09:00:00Z","kind":"correction","of":"{{of}}","with":{{with}}}""");

    private static ImmutableDictionary<Guid, CorrectionEntry> Standing(params Entry[] entries) => EffectiveEntries.Corrections(entries, NeuropathicFootCondition.Instance, TimeZoneInfo.Utc, null);

    [Fact]
    public void The_last_correction_of_an_entry_stands()
    {
        var standing = Standing(
            Check("clear"),
            Correction(1, Checked, "3", """{"skin":"mark"}"""),
            Correction(2, Checked, "4", """{"skin":"wound"}"""));

        standing.ShouldHaveSingleItem().Key.ShouldBe(Guid.Parse(Checked));
        standing[Guid.Parse(Checked)].With!.Value.GetProperty("skin").GetString().ShouldBe("wound");
    }

    [Fact]
    public void A_correction_that_counts_for_nothing_does_not_stand() =>
        Standing(Check("wound"), Correction(1, Checked, "3", """{"skin":"clear"}""")).ShouldBeEmpty();

    [Fact]
    public void A_voided_correction_gives_way_to_the_one_before_it()
    {
        var standing = Standing(
            Check("clear"),
            Correction(1, Checked, "2", """{"skin":"mark"}"""),
            Correction(2, Checked, "2", """{"skin":"wound"}"""),
            Correction(3, "01950000-0000-7000-8000-000000000012", "2", "\"void\""));

        standing[Guid.Parse(Checked)].With!.Value.GetProperty("skin").GetString().ShouldBe("mark");
    }

    [Fact]
    public void A_correction_that_counts_once_it_is_corrected_comes_before_the_later_ones()
    {
        var standing = Standing(
            Check("mark"),
            Correction(1, Checked, "3", """{"skin":"clear"}"""),
            Correction(2, Checked, "4", """{"skin":"wound"}"""),
            Correction(
                3,
                "01950000-0000-7000-8000-000000000011",
                "5",
                $$$"""{"of":"{{{Checked}}}","with":{"skin":"wound","heat":"yes","swelling":"no"}}"""));

        standing[Guid.Parse(Checked)].Id.ShouldBe(Guid.Parse("01950000-0000-7000-8000-000000000012"));
    }

    [Fact]
    public void A_foot_check_at_the_instant_of_the_journal_s_first_entry_comes_before_it()
    {
        var journal = Footing.Testing.JournalBuilder.Of().Other(0, "session").With("session", "s").At("09:00").FootCheck(0).At("09:00");

        EffectiveEntries.Of(journal.Entries, NeuropathicFootCondition.Instance, TimeZoneInfo.Utc, null).Select(entry => entry.GetType()).ShouldBe([typeof(FootCheckEntry), typeof(SessionEntry)]);
    }

    [Fact]
    public void A_later_date_is_not_read() =>
        EffectiveEntries.Corrections([Check("clear"), Correction(1, Checked, "3", """{"skin":"mark"}""")], NeuropathicFootCondition.Instance, TimeZoneInfo.Utc, new(2026, 3, 2)).ShouldBeEmpty();
}
