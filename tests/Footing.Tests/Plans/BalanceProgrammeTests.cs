using Footing.Journal;
using Footing.Plans;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>
/// Plans of a programme with other exercises, other weekdays and another order of progression than the shipped one. All of
/// it is done standing. Day 1 is a Tuesday, the first of its usual days.
/// </summary>
public sealed class BalanceProgrammeTests
{
    [Fact]
    public void Week_of_an_able_person()
    {
        var journal = Screened();
        var week = new List<Plan>();
        for (var day = 1; day <= 7; day++)
        {
            week.Add(journal.PlanOn(day));
            if (week[^1].Due)
            {
                journal.Session(day);
            }
        }

        week.Where(plan => plan.Due).Select(plan => plan.On).ShouldBe([JournalBuilder.Date(1), JournalBuilder.Date(3), JournalBuilder.Date(5)]);
        week.ShouldAllBe(plan => plan.Disposition == Disposition.Proceed && plan.Locked.IsEmpty && plan.Notices.IsEmpty);
        week.ShouldAllBe(plan => plan.Levels() == "weight-shift 1, tandem-stand 1");
        week.ShouldAllBe(plan => plan.Edition == new Edition(Edition.OfRules, "balance", "1"));
        week[0].Dose(BalanceProgramme.WeightShift).ShouldBe("1 x 8");
        week[0].Dose(BalanceProgramme.TandemStand).ShouldBe("1 x 40 s");
        // 8 times 5 s and 40 s, each side.
        week[0].Seconds.ShouldBe(160);
        week[^1].NextDue.ShouldBe(JournalBuilder.Date(8));
        journal.Entries.OfType<SetEntry>().Count().ShouldBe(12, "one set of two exercises on each side, three times");
    }

    /// <summary>P1: in the order of the progression, which is not that of the list, one exercise a session.</summary>
    [Fact]
    public void Good_sessions_step_one_exercise_up_after_another()
    {
        var journal = Screened().Sessions(1, 3, 5);
        journal.PlanOn(5).Levels().ShouldBe("weight-shift 1, tandem-stand 1");

        journal.Session(8).PlanOn(8).Levels().ShouldBe("weight-shift 1, tandem-stand 2, heel-lift 1");
        journal.PlanOn(8).Why(BalanceProgramme.TandemStand).ShouldBe("P1");
        journal.Session(10).PlanOn(10).Levels().ShouldBe("weight-shift 2, tandem-stand 2, heel-lift 1");
        journal.Sessions(12, 15).PlanOn(15).Levels().ShouldBe("weight-shift 2, tandem-stand 2, heel-lift 1");
        journal.Session(17).PlanOn(17).Levels().ShouldBe("weight-shift 2, tandem-stand 3, heel-lift 1");
        journal.Session(19).PlanOn(19).Levels().ShouldBe("weight-shift 2, tandem-stand 3, heel-lift 2");
    }

    [Fact]
    public void Hard_session_steps_down_to_half_the_dose()
    {
        var journal = Screened().Session(1, session => session.Effort(BalanceProgramme.TandemStand, 9));

        journal.PlanOn(3).Dose(BalanceProgramme.TandemStand).ShouldBe("1 x 20 s");
        journal.PlanOn(3).Dose(BalanceProgramme.WeightShift).ShouldBe("1 x 8");
        journal.PlanOn(3).Why(BalanceProgramme.TandemStand).ShouldBe("P3");
    }

    [Fact]
    public void Heel_lift_joins_after_the_tandem_stand_and_asks_for_a_rest_day()
    {
        var journal = Screened().Scheduled(1).With("weekdays", new[] { "tue", "wed", "sat" }).Sessions(1);
        journal.PlanOn(2).Due.ShouldBeTrue("nothing in the plan needs a day of rest");

        journal.Adjusted(2, BalanceProgramme.TandemStand).With("level", 2);

        journal.PlanOn(2).Levels().ShouldBe("weight-shift 1, tandem-stand 2, heel-lift 1");
        journal.PlanOn(2).Due.ShouldBeFalse();
    }

    /// <summary>P6: where every exercise is done standing, nothing remains.</summary>
    [Fact]
    public void Near_fall_locks_all_of_it()
    {
        var plan = Screened().Session(1).Happened(2, "near-fall").PlanOn(3);

        plan.Exercises.ShouldBeEmpty();
        plan.LockedBy().ShouldBe("weight-shift P6, tandem-stand P6, heel-lift P6");
        plan.Due.ShouldBeFalse();
        plan.NextDue.ShouldBeNull();
    }

    /// <summary>R16: a risk of falling withholds what is done standing.</summary>
    [Fact]
    public void Screening_that_withholds_standing_withholds_all_of_it()
    {
        var plan = Screened().With("tandem-stand-seconds", 3).PlanOn(1);

        plan.Exercises.ShouldBeEmpty();
        plan.LockedBy().ShouldBe("weight-shift R16, tandem-stand R16, heel-lift R16");
        plan.Due.ShouldBeFalse();
    }

    /// <summary>The two programmes have no exercise in common: neither counts what the other has recorded.</summary>
    [Fact]
    public void Journal_of_the_one_counts_for_nothing_in_the_other()
    {
        var balance = Screened().Sessions(1, 3, 5, 8);
        var foot = JournalBuilder.Of().Screened(1).Sessions(1, 3, 5, 8);

        Planner.PlanFor(foot.Entries, BalanceProgramme.Load(), JournalBuilder.Date(8), TimeZoneInfo.Utc).Levels().ShouldBe("weight-shift 1, tandem-stand 1");
        Planner.PlanFor(balance.Entries, JournalBuilder.Programme, JournalBuilder.Date(8), TimeZoneInfo.Utc).Levels()
            .ShouldBe("ball-roll 1, toe-lift 1, ankle-pump 1, calf-raise 1");
    }

    private static JournalBuilder Screened() => JournalBuilder.Of(BalanceProgramme.Load()).Screened(1);
}
