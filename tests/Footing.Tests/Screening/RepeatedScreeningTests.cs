using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Screening;

/// <summary>What a repeated screening keeps of tests, and which it asks for.</summary>
public sealed class RepeatedScreeningTests
{
    private static readonly string[] Tests = ["touch-test", "tandem-stand-seconds", "chair-stands"];

    [Fact]
    public void Good_numbers_are_kept_with_their_date_until_they_age()
    {
        var (answers, measured) = Repeat(83).Kept(Answers.None, MeasuredDates.None, YesNoUnsure.No);
        Tests.ShouldAllBe(test => answers.Number(test) != null);
        measured.All.Select(one => one.Value).ShouldAllBe(on => on == JournalBuilder.Date(0));

        Whys(Repeat(84)).ShouldBe([null, TestAgain.Aged, TestAgain.Aged]);
        Whys(Repeat(181))[0].ShouldBeNull();
        Whys(Repeat(182))[0].ShouldBe(TestAgain.Aged);
        Repeat(84).Kept(Answers.None, MeasuredDates.None, null).Answers["tandem-stand-seconds"].ShouldBeNull("a new answer is needed");
    }

    [Fact]
    public void Unsteadiness_since_asks_for_the_tests_of_balance_alone()
    {
        Whys(Repeat(20, unsteadyOn: JournalBuilder.Date(5))).ShouldBe([null, TestAgain.Unsteady, TestAgain.Unsteady]);
        Whys(Repeat(20, hasConcern: true)).ShouldBe([null, TestAgain.Unsteady, TestAgain.Unsteady]);
    }

    [Fact]
    public void A_good_touch_test_is_not_kept_by_number_feet_and_a_bad_number_stays_until_there_is_a_new_one()
    {
        foreach (var since in new[] { YesNoUnsure.Yes, YesNoUnsure.Unsure })
        {
            Repeat(20).TestOf("touch-test", Answers.None, since).ShouldBe(new("touch-test", null, JournalBuilder.Date(0), TestAgain.Worse));
        }

        Repeat(20).TestOf("touch-test", Answering.But("numb-feet=yes"), YesNoUnsure.No).Why.ShouldBe(TestAgain.Worse, "number than when it was found");
        Repeat(20).AsksSince(Answers.None)!.Question.ShouldBe("touch-test");

        var bad = Repeat(200, "touch-test=3 tandem-stand-seconds=4");
        bad.AsksSince(Answers.None).ShouldBeNull();
        bad.TestOf("tandem-stand-seconds", Answers.None, null).Why.ShouldBe(TestAgain.Aged);
        var (answers, measured) = bad.Kept(Answers.None.With("tandem-stand-seconds", Answer.Of("not-done")).Value, MeasuredDates.None, null);
        answers.Number("touch-test").ShouldBe(3);
        answers.Number("tandem-stand-seconds").ShouldBe(4, "leaving it out is no new number");
        measured.Of("tandem-stand-seconds", JournalBuilder.Date(200)).ShouldBe(JournalBuilder.Date(0));
        bad.Kept(Answers.None.With("tandem-stand-seconds", Answer.Of(10)).Value, MeasuredDates.None, null).Answers.Number("tandem-stand-seconds").ShouldBe(10);
    }

    [Theory]
    [InlineData("no", false)]
    [InlineData("unsure", true)]
    [InlineData("yes", true)]
    public void Feeling_that_nobody_asked_for_when_the_number_was_found_is_worse_once_it_is_not_good(string numb, bool isWorse)
    {
        var screening = JournalBuilder.Of().Screened(0).Entries.OfType<ScreeningEntry>().Single();
        var repeat = RepeatedScreening.Of(
            NeuropathicFootCondition.Instance, [screening with { Answers = screening.Answers.Without("numb-feet") }], TimeZoneInfo.Utc, JournalBuilder.Date(20), [], false)!;

        (repeat.TestOf("touch-test", Answering.But($"numb-feet={numb}"), YesNoUnsure.No).Why == TestAgain.Worse).ShouldBe(isWorse);
    }

    [Fact]
    public void Below_sixty_the_chair_test_is_asked_for_after_a_fall_and_while_balance_is_a_concern()
    {
        Repeat(100, "age=50").TestOf("chair-stands", Answers.None, null).Why.ShouldBeNull();
        Repeat(100, "age=60").TestOf("chair-stands", Answers.None, null).Why.ShouldBe(TestAgain.Aged);
        Repeat(100, "age=50").TestOf("chair-stands", Answering.But("age=50 fall-in-last-year=yes"), null).Why.ShouldBe(TestAgain.Aged);
        Repeat(20, "age=50 chair-stands=not-done", hasConcern: true).TestOf("chair-stands", Answers.None, null).Why.ShouldBe(TestAgain.NotDone);
        Repeat(20, "age=50 chair-stands=not-done").TestOf("chair-stands", Answers.None, null).Why.ShouldBeNull();
    }

    private static TestAgain?[] Whys(RepeatedScreening repeat) => [.. Tests.Select(test => repeat.TestOf(test, Answers.None, null).Why)];

    private static RepeatedScreening Repeat(int day, string changes = "", DateOnly? unsteadyOn = null, bool hasConcern = false)
    {
        var screening = JournalBuilder.Of().Screened(0).Entries.OfType<ScreeningEntry>().Single() with { Answers = Answering.But(changes) };
        return RepeatedScreening.Of(NeuropathicFootCondition.Instance, [screening], TimeZoneInfo.Utc, JournalBuilder.Date(day), unsteadyOn is { } on ? [on] : [], hasConcern)!;
    }
}
