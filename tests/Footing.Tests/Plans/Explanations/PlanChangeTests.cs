using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>What a session changed.</summary>
public sealed class PlanChangeTests
{
    [Fact]
    public void Usual_session_changes_nothing() => After(Screened().Session(0), 0).ShouldBe("");

    [Fact]
    public void Third_good_session_steps_up() => After(Screened().Sessions(0, 4, 7), 7).ShouldBe("ankle-pump Up");

    [Theory]
    [InlineData(7, "")]
    [InlineData(8, "ankle-pump Half TooHard")]
    public void Too_hard_is_less(int effort, string change) =>
        After(Screened().Session(0, session => session.Effort(FootExercises.AnklePump, effort)), 0).ShouldBe(change);

    [Fact]
    public void Less_done_and_a_cramp_are_less_too()
    {
        After(Screened().Session(0, session => session.Doing(FootExercises.AnklePump, 1)), 0).ShouldBe("ankle-pump Half TooLittleDone");
        After(Screened().Session(0, session => session.Cramp(FootExercises.AnklePump).Effort(FootExercises.AnklePump, 9)), 0).ShouldBe("ankle-pump Half Cramp");
        After(Screened().Adjusted(0, FootExercises.AnklePump).With("level", 2).Session(0, session => session.Cramp(FootExercises.AnklePump)), 0)
            .ShouldBe("ankle-pump Down Cramp");
    }

    [Fact]
    public void Half_becomes_whole_again() =>
        After(Screened().Session(0, session => session.Effort(FootExercises.AnklePump, 8)).Sessions(2, 5, 9), 9).ShouldContain("ankle-pump Whole");

    [Fact]
    public void Pain_rests_and_the_second_time_locks()
    {
        var journal = Screened().Session(0, session => session.PainIn(FootExercises.AnklePump, 6));

        After(journal, 0).ShouldBe("ankle-pump Rests");
        After(journal.Session(7, session => session.PainIn(FootExercises.AnklePump, 6)), 7).ShouldBe("ankle-pump Locked");
    }

    [Fact]
    public void Dizziness_locks_what_needs_balance_if_it_was_allowed()
    {
        After(Screened().Session(0, session => session.Stopped("dizzy")), 0).ShouldBe("calf-raise Balance");
        After(Screened().With("dizzy-on-standing", "yes").Session(0, session => session.Stopped("dizzy")), 0).ShouldBe("");
    }

    [Fact]
    public void Another_exercise_joins() =>
        After(Screened().Adjusted(0, FootExercises.AnklePump).With("level", 2).Sessions(0, 4, 7), 7).ShouldBe("ankle-pump Up, heel-toe-lift Joins");

    [Fact]
    public void Dose_is_that_of_the_plan_now_and_null_without_one()
    {
        var journal = Screened().Session(0, session => session.Effort(FootExercises.AnklePump, 8).PainIn(FootExercises.ToeLift, 6));
        var changes = Changes(journal, 0);

        changes.Single(change => change.Exercise == FootExercises.AnklePump).Dose.ShouldBe(journal.PlanOn(0).Find(FootExercises.AnklePump)!.Dose);
        changes.Single(change => change.Exercise == FootExercises.ToeLift).Dose.ShouldBeNull();
    }

    private static string After(JournalBuilder journal, int day) =>
        string.Join(", ", Changes(journal, day).Select(change => $"{change.Exercise.Id()} {change.Kind} {change.Why}".TrimEnd()));

    private static ImmutableArray<PlanChange> Changes(JournalBuilder journal, int day)
    {
        var session = journal.Entries.OfType<SessionEntry>().Last();
        var without = Planner.StateOn(journal.Entries.Where(entry => entry.Id != session.Id), JournalBuilder.Programme, JournalBuilder.Date(day), TimeZoneInfo.Utc);
        return PlanChange.After(session, without, journal.StateOn(day), journal.PlanOn(day));
    }

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
