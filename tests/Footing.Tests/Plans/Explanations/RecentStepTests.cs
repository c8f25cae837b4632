using Footing.Exercises;
using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>A step is shown until the exercise was done once at the new level.</summary>
public sealed class RecentStepTests
{
    [Fact]
    public void Step_up_is_recent_until_the_next_session()
    {
        var journal = Screened().Sessions(0, 4, 7);

        Of(journal, 8, FootExercises.AnklePump).ShouldBe(RecentStep.Up);
        Of(journal, 8, FootExercises.ToeLift).ShouldBeNull();
        Of(journal.Session(9), 9, FootExercises.AnklePump).ShouldBeNull();
    }

    [Fact]
    public void Step_down_is_a_level_or_half_the_dose()
    {
        Of(Screened().Session(0, session => session.Effort(FootExercises.AnklePump, 8)), 1, FootExercises.AnklePump).ShouldBe(RecentStep.Half);
        Of(Screened().Adjusted(0, FootExercises.AnklePump).With("level", 2).Session(0, session => session.Effort(FootExercises.AnklePump, 8)), 1, FootExercises.AnklePump)
            .ShouldBe(RecentStep.Down);
        Of(Screened().Adjusted(0, FootExercises.AnklePump).With("level", 2).Session(0), 8, FootExercises.AnklePump).ShouldBe(RecentStep.Down);
    }

    [Fact]
    public void Practitioners_decision_and_a_first_level_are_no_step()
    {
        Of(Screened().Session(0).Adjusted(1, FootExercises.AnklePump).With("level", 2), 1, FootExercises.AnklePump).ShouldBeNull();
        Of(Screened(), 0, FootExercises.AnklePump).ShouldBeNull();
    }

    private static RecentStep? Of(JournalBuilder journal, int day, ExerciseId exercise) =>
        RecentSteps.Of(journal.PlanOn(day).Find(exercise)!, journal.StateOn(day));

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
