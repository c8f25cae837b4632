using Footing.Exercises;
using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>What the next step up of an exercise takes.</summary>
public sealed class NextStepTests
{
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(2, 2, false)]
    [InlineData(4, 3, true)]
    public void Usually_only_qualifying_sessions_are_missing(int day, int good, bool enough)
    {
        var journal = Screened();
        foreach (var session in new[] { 1, 2, 4 }.Where(session => session <= day))
        {
            journal.Session(session, done => done.Only(FootExercises.AnklePump));
        }

        var next = Of(journal, day, FootExercises.AnklePump);
        next.Obstacle.ShouldBe(Obstacle.GoodSessions);
        next.Level.ShouldBe(2);
        next.Good.ShouldBe(good);
        next.HasEnoughSessions.ShouldBe(enough);
        next.Rule.ShouldBeNull();
        next.Next.ShouldBe(JournalBuilder.Programme[FootExercises.AnklePump][2].Dose);
    }

    [Fact]
    public void At_the_top_there_is_none()
    {
        var next = Of(Screened().Adjusted(0, FootExercises.AnklePump).With("level", 3), 0, FootExercises.AnklePump);

        next.Obstacle.ShouldBe(Obstacle.Top);
        next.Next.ShouldBeNull();
    }

    [Fact]
    public void Halved_dose_is_made_whole_at_the_same_level()
    {
        var journal = Screened().Session(0, session => session.Effort(FootExercises.AnklePump, 8));

        Of(journal, 0, FootExercises.AnklePump).Level.ShouldBe(1);
    }

    [Fact]
    public void Cap_names_its_rule()
    {
        var next = Of(Screened().With("touch-test", "not-done"), 0, FootExercises.BallRoll);

        next.Obstacle.ShouldBe(Obstacle.Cap);
        next.Rule.ShouldBe("R14");
        Of(Screened().Adjusted(0, FootExercises.AnklePump).With("cap", 1), 0, FootExercises.AnklePump).Rule.ShouldBe("adjustment");
    }

    [Fact]
    public void Notice_that_forbids_it_is_named()
    {
        var journal = Screened().CheckIn(0).With("pain", 3).CheckIn(3).With("pain", 6).CheckIn(8).With("pain", 6);
        var next = Of(journal, 8, FootExercises.AnklePump);

        next.Obstacle.ShouldBe(Obstacle.Notice);
        next.Rule.ShouldBe("P10");
    }

    [Fact]
    public void Notice_of_another_kind_does_not_forbid_it() =>
        Of(Screened().FootCheck(0).With("sideDifferenceC", 3), 0, FootExercises.AnklePump).Obstacle.ShouldBe(Obstacle.GoodSessions);

    [Fact]
    public void Session_must_fit_untrimmed() =>
        Of(Screened().Scheduled(0).With("minutes", 10), 0, FootExercises.AnklePump).Obstacle.ShouldBe(Obstacle.Minutes);

    private static NextStep Of(JournalBuilder journal, int day, ExerciseId exercise)
    {
        var plan = journal.PlanOn(day);
        return NextStep.Of(plan.Find(exercise)!, plan, journal.StateOn(day), JournalBuilder.Programme);
    }

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
