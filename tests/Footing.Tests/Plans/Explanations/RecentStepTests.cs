using Footing.Exercises;
using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>A step is told until the exercise was done once at the new level.</summary>
public sealed class RecentStepTests
{
    [Fact]
    public void Step_up_is_recent_until_the_next_session()
    {
        var journal = Screened().Sessions(0, 4, 7);

        Of(journal, 8, Exercise.AnklePump).ShouldBe(RecentStep.Up);
        Of(journal, 8, Exercise.ToeLift).ShouldBeNull();
        Of(journal.Session(9), 9, Exercise.AnklePump).ShouldBeNull();
    }

    [Fact]
    public void Step_down_is_a_level_or_half_the_dose()
    {
        Of(Screened().Session(0, session => session.Effort(Exercise.AnklePump, 8)), 1, Exercise.AnklePump).ShouldBe(RecentStep.Half);
        Of(Screened().Adjusted(0, Exercise.AnklePump).With("level", 2).Session(0, session => session.Effort(Exercise.AnklePump, 8)), 1, Exercise.AnklePump)
            .ShouldBe(RecentStep.Down);
        Of(Screened().Adjusted(0, Exercise.AnklePump).With("level", 2).Session(0), 8, Exercise.AnklePump).ShouldBe(RecentStep.Down);
    }

    [Fact]
    public void Practitioners_decision_and_a_first_level_are_no_step()
    {
        Of(Screened().Session(0).Adjusted(1, Exercise.AnklePump).With("level", 2), 1, Exercise.AnklePump).ShouldBeNull();
        Of(Screened(), 0, Exercise.AnklePump).ShouldBeNull();
    }

    private static RecentStep? Of(JournalBuilder journal, int day, Exercise exercise) =>
        RecentSteps.Of(journal.PlanOn(day).Find(exercise)!, journal.StateOn(day));

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
