using Footing.Exercises;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>P7: without protective sensation a session is good only between two clear foot checks.</summary>
public sealed class SessionFactsTests
{
    [Fact]
    public void Check_before_and_after_is_good() => Ankle(Numb(session => session.CheckedAfter())).ShouldBe(2);

    [Fact]
    public void Check_before_alone_is_not() => Ankle(Numb(_ => { })).ShouldBe(1);

    [Fact]
    public void Check_after_alone_is_not() => Ankle(Numb(session => session.Unchecked().CheckedAfter())).ShouldBe(1);

    [Fact]
    public void Check_after_may_come_on_a_later_date_before_the_next_session()
    {
        var journal = JournalBuilder.Of().Screened(0).With("touch-test", 3);
        foreach (var day in new[] { 0, 4, 7 })
        {
            journal.Session(day).FootCheck(day + 1);
        }

        journal.PlanOn(7).Level(FootExercises.AnklePump).ShouldBe(1);
        journal.PlanOn(8).Level(FootExercises.AnklePump).ShouldBe(2);
    }

    [Fact]
    public void Check_of_the_day_before_is_none_before_it()
    {
        var journal = JournalBuilder.Of().Screened(0).With("touch-test", 3);
        foreach (var day in new[] { 1, 4, 8 })
        {
            journal.FootCheck(day - 1).Session(day, session => session.Unchecked().CheckedAfter());
        }

        Ankle(journal, 8).ShouldBe(1);
    }

    [Fact]
    public void Check_after_the_next_session_is_too_late_for_the_one_before()
    {
        var journal = JournalBuilder.Of().Screened(0).With("touch-test", 3)
            .Session(0, session => session.CheckedAfter())
            .Session(4, session => session.CheckedAfter())
            .Session(7)
            .Session(7, session => session.Only(FootExercises.ToeLift).Unchecked());

        journal.FootCheck(7).At("20:00");
        Ankle(journal, 7).ShouldBe(1);
    }

    [Fact]
    public void Next_session_may_follow_at_once()
    {
        // It has no set and counts for nothing else, but the check after it is too late.
        var journal = JournalBuilder.Of().Screened(0).With("touch-test", 3);
        foreach (var day in new[] { 0, 4, 7 })
        {
            journal.Session(day).Other(day, "session").With("session", $"next-{day}").At("09:31").FootCheck(day).At("10:00");
        }

        Ankle(journal, 7).ShouldBe(1);
    }

    [Fact]
    public void Foot_check_at_the_session_s_instant_is_before_it()
    {
        var journal = JournalBuilder.Of().Screened(0).With("touch-test", 3);
        foreach (var day in new[] { 0, 4, 7 })
        {
            journal.Session(day, session => session.Unchecked()).FootCheck(day).At("09:30").FootCheck(day).At("10:00");
        }

        Ankle(journal, 7).ShouldBe(2);
    }

    [Fact]
    public void Foot_check_at_the_instant_at_which_a_session_began_is_before_it()
    {
        var journal = JournalBuilder.Of().Screened(0).With("touch-test", 3);
        foreach (var day in new[] { 0, 4, 7 })
        {
            journal.Session(day, session => session.Unchecked()).Began(day, "09:05").FootCheck(day).At("09:05");
        }

        Ankle(journal, 7).ShouldBe(1, "no other check came after it");
        journal.FootCheck(0).At("09:20").FootCheck(4).At("09:20").FootCheck(7).At("09:20");
        Ankle(journal, 7).ShouldBe(2);
    }

    [Fact]
    public void Check_after_does_not_matter_to_whom_feels() =>
        Ankle(JournalBuilder.Of().Screened(0).With("touch-test", 1).Sessions(0, 4, 7), 7).ShouldBe(2);

    [Fact]
    public void Clearance_of_R13_does_not_lift_it() =>
        Ankle(JournalBuilder.Of().Screened(0).With("touch-test", 3).Cleared(0, "R13").Sessions(0, 4, 7), 7).ShouldBe(1);

    private static JournalBuilder Numb(Action<SessionBuilder> unlike) =>
        JournalBuilder.Of().Screened(0).With("touch-test", 3).Session(0, unlike).Session(4, unlike).Session(7, unlike);

    private static int? Ankle(JournalBuilder journal, int day = 7) => journal.PlanOn(day).Level(FootExercises.AnklePump);
}
