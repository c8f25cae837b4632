using Footing.Exercises;
using Footing.Screening;

namespace Footing.Tests.Screening;

/// <summary>What a rule says of traits, for exercises of any programme.</summary>
public sealed class RuleTests
{
    private static readonly ExerciseTraits[] Positions = [ExerciseTraits.Seated, ExerciseTraits.Lying, ExerciseTraits.Standing];

    [Fact]
    public void Exercise_with_one_of_the_traits_is_withheld_whatever_its_others()
    {
        var verdict = new Verdict(Disposition.Proceed, ExerciseTraits.Standing | ExerciseTraits.SolePressure, Verdict.NoCaps, null);

        verdict.Withholds(With(ExerciseTraits.Seated)).ShouldBeFalse();
        verdict.Withholds(With(ExerciseTraits.Lying | ExerciseTraits.RestDay)).ShouldBeFalse();
        verdict.Withholds(With(ExerciseTraits.Seated | ExerciseTraits.SolePressure)).ShouldBeTrue();
        verdict.Withholds(With(ExerciseTraits.Seated | ExerciseTraits.Standing)).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_is_left_where_every_position_is_withheld() => Positions.ShouldAllBe(position =>
        new Verdict(Disposition.SameDay, ExerciseTraits.AnyPosition, Verdict.NoCaps, null).Withholds(With(position)));

    [Fact]
    public void Cap_of_an_exercise_is_the_lowest_of_its_traits()
    {
        var verdict = new Verdict(Disposition.Proceed, ExerciseTraits.None, Verdict.NoCaps.Add(ExerciseTraits.SolePressure, 1).Add(ExerciseTraits.Standing, 2), null);

        verdict.CapOf(With(ExerciseTraits.Seated)).ShouldBeNull();
        verdict.CapOf(With(ExerciseTraits.Standing)).ShouldBe(2);
        verdict.CapOf(With(ExerciseTraits.Standing | ExerciseTraits.SolePressure)).ShouldBe(1);
    }

    private static Exercise With(ExerciseTraits traits) => new(ExerciseId.Of("any"), traits);
}
