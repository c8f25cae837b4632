using Footing.Exercises;
using Footing.Sessions;
using Footing.Testing;

namespace Footing.Tests.Sessions;

public sealed class SessionOrderTests
{
    [Fact]
    public void Lying_comes_first_then_sitting_with_shoes_off_then_shoes_on_then_standing() =>
        SessionOrder.Of([.. FootExercises.All.Select(exercise => Scripts.Planned(exercise, 1))])
            .Select(planned => planned.Exercise)
            .ShouldBe([FootExercises.AnklePump, FootExercises.BallRoll, FootExercises.ToeLift, FootExercises.HeelToeLift, FootExercises.CalfRaise]);
}
