using System.Text;
using Footing.Journal;
using Footing.Screening;

namespace Footing.Tests.Screening;

public sealed class StandingCorrectionsTests
{
    private const string Checked = "01950000-0000-7000-8000-000000000001";

    private static Entry Read(string json) => EntryReader.From(Encoding.UTF8.GetBytes(json)).Value;

    private static Entry Check(string skin) =>
        Read($$"""{"id":"{{Checked}}","at":"2026-03-02T08:00:00Z","kind":"foot-check","skin":"{{skin}}","heat":"no","swelling":"no"}""");

    private static Entry Correction(int number, string of, string day, string with) =>
        Read($$"""{"id":"01950000-0000-7000-8000-00000000001{{number}}","at":"2026-03-0{{day}}T09:00:00Z","kind":"correction","of":"{{of}}","with":{{with}}}""");

    private static IReadOnlyDictionary<Guid, CorrectionEntry> Standing(params Entry[] entries) => History.Corrections(entries, TimeZoneInfo.Utc, null);

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
    public void A_later_date_is_not_read() =>
        History.Corrections([Check("clear"), Correction(1, Checked, "3", """{"skin":"mark"}""")], TimeZoneInfo.Utc, new(2026, 3, 2)).ShouldBeEmpty();
}
