using Footing.Exercises;
using Footing.Testing;

namespace Footing.Tests.Exercises;

public sealed class PerExerciseTests
{
    private static readonly PerExercise<int> Two = PerExercise<int>.Empty.Add(FootExercises.ToeLift, 3).Add(FootExercises.BallRoll, 1);

    [Fact]
    public void Order_is_that_of_adding_and_stays()
    {
        Two.Keys.ShouldBe([FootExercises.ToeLift, FootExercises.BallRoll]);
        Two.SetItem(FootExercises.ToeLift, 9).Values.ShouldBe([9, 1]);
        Two.SetItem(FootExercises.AnklePump, 2).Keys.ShouldBe([FootExercises.ToeLift, FootExercises.BallRoll, FootExercises.AnklePump]);
        Two.Values.ShouldBe([3, 1]);
    }

    [Fact]
    public void Exercise_without_a_value_is_told_from_the_others()
    {
        (Two[FootExercises.BallRoll], Two.Count, Two.ContainsKey(FootExercises.CalfRaise)).ShouldBe((1, 2, false));
        Two.TryGetValue(FootExercises.CalfRaise, out _).ShouldBeFalse();
        Should.Throw<KeyNotFoundException>(() => Two[FootExercises.CalfRaise]);
        Should.Throw<ArgumentException>(() => Two.Add(FootExercises.BallRoll, 2));
    }

    [Fact]
    public void Another_gives_what_is_lacking_alone() =>
        Two.Or(PerExercise<int>.Empty.Add(FootExercises.BallRoll, 7).Add(FootExercises.CalfRaise, 5))
            .ShouldBe(Two.Add(FootExercises.CalfRaise, 5));

    [Fact]
    public void Order_makes_no_difference_to_being_the_same()
    {
        Two.IsSameAs(PerExercise<int>.Empty.Add(FootExercises.BallRoll, 1).Add(FootExercises.ToeLift, 3)).ShouldBeTrue();
        Two.IsSameAs(Two.SetItem(FootExercises.BallRoll, 2)).ShouldBeFalse();
        Two.IsSameAs(Two.Where((exercise, _) => exercise == FootExercises.ToeLift)).ShouldBeFalse();
    }
}
