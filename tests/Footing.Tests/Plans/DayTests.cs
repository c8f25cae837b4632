using Footing.Tests.Plans.Explanations;
using Footing.Exercises;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>Which dates are due, and how long a screening holds.</summary>
public sealed class DayTests
{
    [Fact]
    public void Nothing_stands_before_a_screening()
    {
        var plan = JournalBuilder.Of().PlanOn(0);

        plan.Json().ShouldBe("""{"on":"2026-01-05","due":false,"disposition":"incomplete","exercises":[],"locked":[],"leftOut":[],"notices":[],"nextDue":null}""");
    }

    [Fact]
    public void Session_of_one_set_is_a_session_and_one_without_a_set_is_none()
    {
        JournalBuilder.Of().Screened(0).Session(0, session => session.Only(FootExercises.ToeLift)).PlanOn(0).Due.ShouldBeFalse();
        JournalBuilder.Of().Screened(0).Session(0, session => session.Only()).PlanOn(0).Due.ShouldBeTrue();
    }

    [Fact]
    public void First_plan_is_level_1_of_what_is_allowed_for_the_screening_s_reasons()
    {
        var journal = JournalBuilder.Of().Screened(0).With("insulin-or-sulfonylurea", "yes").With("cause-assessed", "no");
        var plan = journal.PlanOn(0);

        plan.Levels().ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 1, calf-raise 1");
        plan.Exercises.ShouldAllBe(planned => planned.Why.Select(why => why.Rule).SequenceEqual(new[] { "R17", "R19" }));
        plan.Exercises[0].Why[0].Entries.ShouldBe([journal.Last]);
        plan.LockedBy().ShouldBe("");
    }

    [Fact]
    public void Date_of_the_first_valid_screening_is_due_whatever_the_weekday()
    {
        var journal = JournalBuilder.Of().Screened(1);

        journal.PlanOn(0).NextDue.ShouldBeNull();
        journal.PlanOn(1).Due.ShouldBeTrue();
        journal.PlanOn(1).NextDue.ShouldBe(JournalBuilder.Date(2));
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(12, false)]
    [InlineData(13, false)]
    public void Monday_Wednesday_and_Friday_are_due(int day, bool due) =>
        JournalBuilder.Of().Screened(0).PlanOn(day).Due.ShouldBe(due);

    [Fact]
    public void What_stands_is_shown_on_other_days_too() =>
        JournalBuilder.Of().Screened(0).PlanOn(1).Levels().ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 1, calf-raise 1");

    [Fact]
    public void Screening_is_valid_to_the_27th_day_after()
    {
        var journal = JournalBuilder.Of().Screened(0);

        journal.PlanOn(27).Exercises.ShouldNotBeEmpty();
        journal.PlanOn(27).Disposition.ShouldBe(Disposition.Proceed);
        journal.PlanOn(25).NextDue.ShouldBeNull();
        journal.PlanOn(28).Exercises.ShouldBeEmpty();
        journal.PlanOn(28).Disposition.ShouldBe(Disposition.Incomplete);
        journal.PlanOn(28).Due.ShouldBeFalse();
        journal.PlanOn(28).LockedBy().ShouldBe("");
    }

    [Fact]
    public void New_screening_after_the_old_one_expired_is_a_start()
    {
        var journal = JournalBuilder.Of().Screened(0).Screened(29);

        journal.PlanOn(28).Due.ShouldBeFalse();
        journal.PlanOn(29).Due.ShouldBeTrue();
    }

    [Fact]
    public void Renewal_in_time_is_no_start() => JournalBuilder.Of().Screened(0).Screened(26).PlanOn(26).Due.ShouldBeFalse();

    [Fact]
    public void Screening_that_allows_nothing_closes_and_one_that_allows_again_is_a_start()
    {
        var journal = JournalBuilder.Of().Screened(0).Screened(2).With("cold-pale-limb", "yes").Screened(3);

        var closed = journal.PlanOn(2);
        closed.Levels().ShouldBe("");
        closed.Disposition.ShouldBe(Disposition.Emergency);
        closed.NextDue.ShouldBeNull();
        closed.LockedBy().ShouldBe("ball-roll R1, toe-lift R1, ankle-pump R1, heel-toe-lift R1, calf-raise R1");
        journal.PlanOn(3).Due.ShouldBeTrue();
    }

    [Fact]
    public void Last_screening_alone_counts_even_within_a_day() =>
        JournalBuilder.Of().Screened(0).Screened(0).With("swollen-tender-calf", "yes").At("10:00").PlanOn(0).Exercises.ShouldBeEmpty();

    [Fact]
    public void Incomplete_screening_allows_nothing() =>
        JournalBuilder.Of().Screened(0).Without("age").PlanOn(0).Disposition.ShouldBe(Disposition.Incomplete);

    [Fact]
    public void Date_of_the_clearance_that_first_makes_a_screening_valid_is_due()
    {
        var journal = JournalBuilder.Of().Screened(0).With("past-ulcer-or-amputation", "yes").Cleared(1, "R10");

        journal.PlanOn(0).Due.ShouldBeFalse();
        journal.PlanOn(0).NextDue.ShouldBeNull();
        journal.PlanOn(1).Due.ShouldBeTrue();
        journal.PlanOn(1).Disposition.ShouldBe(Disposition.Proceed);
    }

    [Fact]
    public void Date_that_has_a_session_is_not_due()
    {
        var journal = JournalBuilder.Of().Screened(0).Session(0);

        journal.PlanOn(0).Due.ShouldBeFalse();
        journal.PlanOn(0).NextDue.ShouldBe(JournalBuilder.Date(2));
    }

    [Fact]
    public void Session_without_a_set_is_no_session()
    {
        var journal = JournalBuilder.Of().Screened(0).Session(0, session => session.Only());

        journal.PlanOn(0).Due.ShouldBeTrue();
    }

    [Fact]
    public void Calf_raise_wants_a_day_between()
    {
        var journal = JournalBuilder.Of().Screened(1).Session(1);

        journal.PlanOn(2).Due.ShouldBeFalse();
        journal.PlanOn(1).NextDue.ShouldBe(JournalBuilder.Date(4));
    }

    [Fact]
    public void Without_calf_raise_the_day_after_a_session_may_be_due()
    {
        var journal = JournalBuilder.Of().Screened(1).With("dizzy-on-standing", "yes").Session(1);

        journal.PlanOn(2).Due.ShouldBeTrue();
        journal.PlanOn(1).NextDue.ShouldBe(JournalBuilder.Date(2));
    }

    [Fact]
    public void Nothing_is_due_when_everything_is_locked()
    {
        var journal = JournalBuilder.Of().Screened(0);
        foreach (var exercise in FootExercises.All)
        {
            journal.Adjusted(0, exercise).With("lock", true);
        }

        var plan = journal.PlanOn(0);
        plan.Due.ShouldBeFalse();
        plan.Levels().ShouldBe("");
        plan.NextDue.ShouldBeNull();
        plan.Locked.ShouldAllBe(locked => locked.Rules.Single() == "adjustment");
    }

    [Fact]
    public void Date_of_an_entry_is_that_of_the_person_s_zone()
    {
        var journal = JournalBuilder.Of().Screened(0).At("16:00");

        journal.PlanOn(0, "Asia/Tokyo").Exercises.ShouldBeEmpty();
        journal.PlanOn(1, "Asia/Tokyo").Due.ShouldBeTrue();
        journal.PlanOn(0).Due.ShouldBeTrue();
    }

    /// <summary>A session stands where it began: over midnight that is the day before.</summary>
    [Fact]
    public void Session_over_midnight_is_one_of_the_date_on_which_it_began()
    {
        var journal = JournalBuilder.Of().Screened(0).Session(2).At("00:10").Began(1, "23:50");

        journal.PlanOn(2).Due.ShouldBeFalse("the day before had a session");
        journal.PlanOn(3).Due.ShouldBeFalse();
        journal.PlanOn(4).Due.ShouldBeTrue();
        journal.StateOn(4).LastSession!.Value.On.ShouldBe(JournalBuilder.Date(1));
        JournalBuilder.Of().Screened(0).Session(2).At("00:10").StateOn(4).LastSession!.Value.On.ShouldBe(JournalBuilder.Date(2));
    }

    /// <summary>A journal of edition 1 lacks three answers: the questions come first.</summary>
    [Fact]
    public void Screening_of_edition_1_is_incomplete()
    {
        var journal = JournalBuilder.Of().Screened(0).Without("black-skin").Without("dizzy-on-standing").Without("told-not-to");
        var plan = journal.PlanOn(0);

        plan.Disposition.ShouldBe(Disposition.Incomplete);
        plan.Exercises.ShouldBeEmpty();
        plan.NextDue.ShouldBeNull();
        plan.Locked.Length.ShouldBe(5);
        journal.StateOn(0).Decision!.Missing.ShouldBe(["black-skin", "dizzy-on-standing", "told-not-to"]);
        journal.Screened(1).PlanOn(1).Due.ShouldBeTrue();
    }

    [Fact]
    public void Entries_dated_later_are_not_read() =>
        JournalBuilder.Of().Screened(0).Happened(1, "skin-change").PlanOn(0).Due.ShouldBeTrue();

    [Fact]
    public void Schedule_says_the_weekdays_from_its_date_on()
    {
        var journal = JournalBuilder.Of().Screened(0).Scheduled(3).With("weekdays", new[] { "tue", "thu", "sun" }).At("20:00");

        journal.PlanOn(0).NextDue.ShouldBe(JournalBuilder.Date(2));
        journal.PlanOn(2).Due.ShouldBeTrue();
        journal.PlanOn(3).Due.ShouldBeTrue();
        journal.PlanOn(4).Due.ShouldBeFalse();
        journal.PlanOn(4).NextDue.ShouldBe(JournalBuilder.Date(6));
    }
}
