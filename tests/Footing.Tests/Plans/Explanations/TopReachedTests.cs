using Footing.Exercises;
using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>Nothing can go up any more.</summary>
public sealed class TopReachedTests
{
    [Fact]
    public void It_is_once_every_exercise_stands_at_its_top()
    {
        var top = Of(AtTop(), 0).ShouldNotBeNull();

        top.IsLimited.ShouldBeFalse();
        top.CanKeepFewer.ShouldBeTrue();
    }

    [Fact]
    public void One_that_can_go_up_is_enough_for_not_yet() =>
        Of(AtTop().Adjusted(0, FootExercises.ToeLift).With("level", 1), 0).ShouldBeNull();

    [Fact]
    public void A_cap_is_the_top_of_what_is_allowed() =>
        Of(AtTop().Adjusted(0, FootExercises.ToeLift).With("cap", 2), 0).ShouldNotBeNull().IsLimited.ShouldBeTrue();

    [Fact]
    public void While_one_rests_it_is_not() => Of(AtTop().FootCheck(0).With("sideDifferenceC", 3), 0).ShouldBeNull();

    [Fact]
    public void Who_has_three_keeps_all()
    {
        var journal = AtTop();
        foreach (var exercise in new[] { FootExercises.BallRoll, FootExercises.HeelToeLift })
        {
            journal.Adjusted(0, exercise).With("lock", true);
        }

        Of(journal, 0).ShouldNotBeNull().CanKeepFewer.ShouldBeFalse();
    }

    private static TopReached? Of(JournalBuilder journal, int day) => TopReached.Of(journal.PlanOn(day), journal.StateOn(day));

    private static JournalBuilder AtTop()
    {
        var journal = JournalBuilder.Of().Screened(0);
        foreach (var exercise in FootExercises.All)
        {
            journal.Adjusted(0, exercise).With("level", JournalBuilder.Programme[exercise].Top);
        }

        return journal;
    }
}
