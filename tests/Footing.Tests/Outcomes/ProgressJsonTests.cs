using System.Text;
using Footing.Outcomes;
using Footing.Testing;

namespace Footing.Tests.Outcomes;

public sealed class ProgressJsonTests
{
    [Fact]
    public void One_check_in_is_too_early_and_has_no_change() =>
        Json(0, [CheckIns.Weekly(0, walkingMinutes: 15)]).ShouldBe(
            """{"on":"2026-01-05","headline":{"measure":null,"verdict":"too-early","look":null},"measures":[{"id":"walking-minutes","unit":"minutes","better":"higher","entries":1,"baseline":{"from":"2026-01-05","to":"2026-01-18","value":15,"n":1},"change":null,"verdict":"too-early","look":null,"next":"2026-02-09","looks":[]}]}""");

    [Fact]
    public void Empty_journal_has_no_measures() =>
        Json(0, []).ShouldBe("""{"on":"2026-01-05","headline":{"measure":null,"verdict":"too-early","look":null},"measures":[]}""");

    [Fact]
    public void Looks_that_have_come_are_listed_and_numbers_have_one_decimal()
    {
        var json = Json(65, [.. Enumerable.Range(0, 66).Select(day => CheckIns.Daily(day, pain: day < 30 ? 6 : 3))]);

        json.ShouldContain("""
            "looks":[{"on":"2026-02-09","week":4,"verdict":"
            """.Trim());
        json.ShouldContain("""{"on":"2026-03-09","week":8,"verdict":"better"}],""".TrimEnd(','), Case.Sensitive);
        json.ShouldMatch("""
            "change":\{"value":-\d(\.\d)?,"low":-\d(\.\d)?,"high":-\d(\.\d)?,"percent":-\d+(\.\d)?\},"verdict":"better","look":"2026-03-09","next":"2026-04-06"
            """.Trim());
    }

    [Fact]
    public void Words_are_those_of_the_data()
    {
        Enum.GetValues<OutcomeVerdict>().Select(ProgressJson.Word).ShouldBe(["too-early", "cannot-tell", "about-the-same", "better", "a-little-better", "a-little-worse", "worse"]);
        Enum.GetValues<MeasureUnit>().Select(ProgressJson.Word).ShouldBe(["points", "nights-a-week", "minutes", "rests"]);
    }

    private static string Json(int day, Footing.Journal.CheckInEntry[] checkIns) => Encoding.UTF8.GetString(ProgressJson.Write(Progress.Of(checkIns, JournalBuilder.Date(day), TimeZoneInfo.Utc)));
}
