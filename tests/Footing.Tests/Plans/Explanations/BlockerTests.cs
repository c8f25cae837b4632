using Footing.Exercises;
using Footing.Plans.Explanations;
using Footing.Testing;
using Footing.Tests.Screening;

namespace Footing.Tests.Plans.Explanations;

/// <summary>What prevents all exercise, the most serious first.</summary>
public sealed class BlockerTests
{
    private const string Emergency = "cold-pale-limb";

    [Fact]
    public void Person_without_findings_is_not_prevented() => On(Screened(), 0).ShouldBe(Blocker.None);

    [Fact]
    public void First_there_are_no_answers() => On(JournalBuilder.Of(), 0).ShouldBe(Blocker.NoScreening);

    [Theory]
    [InlineData(27, Blocker.None)]
    [InlineData(28, Blocker.Expired)]
    public void Answers_are_valid_for_four_weeks(int day, Blocker blocker) =>
        On(Screened().Sessions(0, 7, 14, 21), day).ShouldBe(blocker);

    [Fact]
    public void Long_break_asks_again() => On(Screened().Session(0), 15).ShouldBe(Blocker.Restart);

    [Fact]
    public void Everything_may_rest_or_be_locked() => On(
        new[] { FootExercises.BallRoll, FootExercises.ToeLift, FootExercises.AnklePump, FootExercises.CalfRaise }.Aggregate(Screened(), (journal, exercise) => journal.Adjusted(0, exercise).With("lock", true)),
        0).ShouldBe(Blocker.AllRest);

    [Fact]
    public void Answers_may_result_in_no_exercise() => On(Screened().With("kidney-failure", "yes"), 0).ShouldBe(Blocker.Result);

    [Fact]
    public void Finding_goes_before_a_result() =>
        On(Screened().With("kidney-failure", "yes").Happened(0, "skin-change"), 0).ShouldBe(Blocker.Finding);

    [Theory]
    [InlineData(false, null, Blocker.Finding)]
    [InlineData(false, "kidney-failure=yes", Blocker.Finding)]
    [InlineData(false, "hot-red-swollen-foot=yes", Blocker.Unsent)]
    [InlineData(true, "hot-red-swollen-foot=yes", Blocker.Clock)]
    public void Urgent_answers_that_are_not_sent_go_before_a_finding_and_a_clock_that_is_behind_before_both(bool isBehind, string? unsent, Blocker blocker) =>
        On(Screened().Happened(0, "skin-change"), 0, isBehind, unsent).ShouldBe(blocker);

    [Fact]
    public void Urgent_result_goes_before_all_until_it_is_old()
    {
        var journal = Screened().With(Emergency, "yes").Happened(0, "skin-change");

        On(journal, 27, true).ShouldBe(Blocker.Result);
        On(journal, 28).ShouldBe(Blocker.Finding);
    }

    [Fact]
    public void Session_may_be_begun_once_a_day_also_on_a_day_without_a_due_one()
    {
        MayStart(Screened(), 0).ShouldBeTrue();
        MayStart(Screened(), 1).ShouldBeTrue();
        MayStart(Screened().Session(0), 0).ShouldBeFalse();
        MayStart(Screened().Session(0), 2).ShouldBeTrue();
    }

    [Fact]
    public void Session_may_not_be_begun_while_the_legs_rest_or_anything_prevents_it()
    {
        var reached = Screened().Sessions(0, 2, 4, 7, 9, 11, 14, 16, 18);
        reached.StateOn(19).RestsAfterYesterday(JournalBuilder.Date(19)).ShouldBeTrue("it is what this test needs");

        MayStart(reached, 19).ShouldBeFalse();
        MayStart(reached, 20).ShouldBeTrue();
        MayStart(Screened().Happened(0, "skin-change"), 1).ShouldBeFalse();
        MayStart(Screened(), 28).ShouldBeFalse();
    }

    private static bool MayStart(JournalBuilder journal, int day) => On(journal, day).MayStart(journal.StateOn(day), JournalBuilder.Date(day));

    private static Blocker On(JournalBuilder journal, int day, bool isBehind = false, string? unsent = null) =>
        Blockers.Of(journal.StateOn(day), journal.PlanOn(day), isBehind, unsent is null ? null : Answering.But(unsent));

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
