using Footing.Exercises;
using Footing.Journal;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Screening;

/// <summary>How long the number of a test is valid, and what one that has aged is judged as.</summary>
public sealed class TestAgeTests
{
    [Theory]
    [InlineData("touch-test", 181, false)]
    [InlineData("touch-test", 182, true)]
    [InlineData("tandem-stand-seconds", 83, false)]
    [InlineData("tandem-stand-seconds", 84, true)]
    [InlineData("chair-stands", 83, false)]
    [InlineData("chair-stands", 84, true)]
    public void Number_ages_after_its_last_day(string question, int days, bool isAged) =>
        AgedIn(JournalBuilder.Of().Screened(days).Measured(question, 0), days).ShouldBe(isAged ? question : "");

    [Fact]
    public void Good_numbers_that_have_aged_are_judged_as_not_done()
    {
        var journal = JournalBuilder.Of().Screened(200).Measured("touch-test", 0).Measured("tandem-stand-seconds", 0).Measured("chair-stands", 0);
        var decision = journal.CareOn(200).Decision!;

        decision.Rules().ShouldBe("R14 R21");
        decision.Advice().ShouldBe("balance-check-needed touch-test-needed");
        decision.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Bad_numbers_are_judged_as_they_are_for_ever_and_R21_matches_too()
    {
        Rules("touch-test", 3).ShouldBe("R13");
        Rules("tandem-stand-seconds", 9).ShouldBe("R16 R21");
        // Under 11 is below the cut-off of a woman of 66.
        Rules("chair-stands", 10).ShouldBe("R16 R21");
        Rules("chair-stands", 11).ShouldBe("R21");

        static string Rules(string question, int number) =>
            JournalBuilder.Of().Screened(400).With(question, number).Measured(question, 0).CareOn(400).Decision!.Rules();
    }

    [Fact]
    public void Fall_with_a_number_that_has_aged_is_R16() =>
        JournalBuilder.Of().Screened(90).With("age", 50).With("fall-in-last-year", "yes").Measured("chair-stands", 0).CareOn(90).Decision!.Rules().ShouldBe("R16");

    [Theory]
    [InlineData("fall", 9, false)]
    [InlineData("fall", 10, true)]
    [InlineData("near-fall", 15, true)]
    [InlineData("dizzy", 19, true)]
    // On the screening's own date the screening asks for it.
    [InlineData("fall", 20, false)]
    [InlineData("cramp", 15, false)]
    public void Tests_of_balance_age_with_unsteadiness_on_their_date_or_later(string what, int day, bool isAged)
    {
        var journal = JournalBuilder.Of().Happened(day, what).Screened(20).At("20:00")
            .Measured("touch-test", 10).Measured("tandem-stand-seconds", 10).Measured("chair-stands", 10);

        AgedIn(journal, 20).ShouldBe(isAged ? "tandem-stand-seconds chair-stands" : "");
    }

    [Fact]
    public void Unsteadiness_of_the_day_itself_does_not_hide_that_of_the_days_before() =>
        AgedIn(JournalBuilder.Of().Happened(15, "fall").Happened(20, "dizzy").Screened(20).At("20:00").Measured("tandem-stand-seconds", 10), 20)
            .ShouldBe("tandem-stand-seconds");

    [Fact]
    public void Session_stopped_for_dizziness_ages_them_though_it_has_no_set() =>
        AgedIn(JournalBuilder.Of().Screened(0).Session(15, session => session.Only().Stopped("dizzy")).Screened(20).Measured("chair-stands", 10), 20).ShouldBe("chair-stands");

    [Fact]
    public void Test_of_the_screening_s_own_date_has_not_aged() =>
        AgedIn(JournalBuilder.Of().Happened(19, "fall").Screened(20), 20).ShouldBe("");

    [Fact]
    public void Date_after_the_screening_counts_as_the_screening_s()
    {
        var journal = JournalBuilder.Of().Screened(20).Measured("tandem-stand-seconds", 400);

        AgedIn(journal, 20).ShouldBe("");
        journal.CareOn(20).Screening!.Measured.Of("tandem-stand-seconds", JournalBuilder.Date(20)).ShouldBe(JournalBuilder.Date(20));
    }

    [Fact]
    public void Date_says_nothing_for_what_is_no_number() =>
        AgedIn(JournalBuilder.Of().Screened(400).With("touch-test", "self").Measured("touch-test", 0).Without("chair-stands").Measured("chair-stands", 0), 400).ShouldBe("");

    /// <summary>A repeated screening asks the signs anew and keeps good tests.</summary>
    [Fact]
    public void Tests_are_kept_from_screening_to_screening_until_they_age()
    {
        var journal = JournalBuilder.Of().Screened(0);
        foreach (var day in new[] { 28, 56, 83 })
        {
            journal.Screened(day).Measured("touch-test", 0).Measured("tandem-stand-seconds", 0).Measured("chair-stands", 0).PlanOn(day).Has(FootExercises.CalfRaise).ShouldBeTrue();
        }

        journal.Screened(84).Measured("tandem-stand-seconds", 0).PlanOn(84).LockedBy().ShouldBe("calf-raise R21");
    }

    private static string AgedIn(JournalBuilder journal, int day) => string.Join(' ', journal.CareOn(day).AgedTests);
}
