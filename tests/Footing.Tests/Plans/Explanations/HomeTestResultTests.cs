using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>Whether a home test's last result is still in use, and what it means.</summary>
public sealed class HomeTestResultTests
{
    [Theory]
    [InlineData(27, Validity.Counts)]
    [InlineData(28, Validity.Over)]
    [InlineData(182, Validity.Over)]
    [InlineData(183, Validity.LongAgo)]
    public void Result_is_valid_for_four_weeks_and_of_use_for_half_a_year(int day, Validity validity)
    {
        var result = Of(JournalBuilder.Of().Screened(0), day, "chair-stands");

        result.Validity.ShouldBe(validity);
        result.Number.ShouldBe(15);
        result.On.ShouldBe(JournalBuilder.Date(0));
        result.Until.ShouldBe(JournalBuilder.Date(27));
    }

    /// <summary>Answers of today may hold a number of long ago.</summary>
    [Theory]
    [InlineData("chair-stands", 83, Validity.Counts)]
    [InlineData("chair-stands", 84, Validity.Over)]
    [InlineData("touch-test", 181, Validity.Counts)]
    [InlineData("touch-test", 183, Validity.LongAgo)]
    public void Result_of_an_earlier_day_is_valid_until_it_has_aged(string question, int days, Validity validity)
    {
        var result = Of(JournalBuilder.Of().Screened(days).Measured(question, 0), days, question);

        result.Validity.ShouldBe(validity);
        result.On.ShouldBe(JournalBuilder.Date(0));
        result.Until.ShouldBe(JournalBuilder.Date(days + 27));
    }

    [Fact]
    public void Bad_result_counts_whatever_its_age() =>
        Of(JournalBuilder.Of().Screened(400).With("touch-test", 3).Measured("touch-test", 0), 400, "touch-test").Validity.ShouldBe(Validity.Counts);

    [Fact]
    public void Later_answers_without_it_replace_it()
    {
        var result = Of(JournalBuilder.Of().Screened(0).Screened(3).With("touch-test", "self"), 4, "touch-test");

        result.Validity.ShouldBe(Validity.Replaced);
        result.On.ShouldBe(JournalBuilder.Date(0));
        result.Last!.Value.Word.ShouldBe("self");
    }

    [Fact]
    public void Never_done_is_not_done()
    {
        Of(JournalBuilder.Of().Screened(0).With("touch-test", "not-done"), 0, "touch-test").Validity.ShouldBe(Validity.NotDone);
        Of(JournalBuilder.Of(), 0, "touch-test").Validity.ShouldBe(Validity.NotDone);
    }

    [Theory]
    [InlineData("touch-test", 1, false)]
    [InlineData("touch-test", 2, true)]
    [InlineData("tandem-stand-seconds", 10, false)]
    [InlineData("tandem-stand-seconds", 9, true)]
    [InlineData("chair-stands", 11, false)]
    [InlineData("chair-stands", 10, true)]
    public void Result_is_concerning_where_a_rule_applies(string question, int number, bool isConcerning) =>
        Of(JournalBuilder.Of().Screened(0).With(question, number), 0, question).IsConcerning.ShouldBe(isConcerning);

    private static HomeTestResult Of(JournalBuilder journal, int day, string question)
    {
        var projection = journal.ProjectionOn(day);
        return HomeTestResult.Of(question, projection.Effective, projection.State, JournalBuilder.Date(day), TimeZoneInfo.Utc);
    }
}
