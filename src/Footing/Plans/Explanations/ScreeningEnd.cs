using Footing.Screening;

namespace Footing.Plans.Explanations;

/// <summary>That the screening ends soon, and what the next one will ask for.</summary>
/// <param name="LastDay">The last day on which the plan is open.</param>
/// <param name="Tests">The home tests whose numbers are too old by then and are asked for again, in the condition's order.</param>
public sealed record ScreeningEnd(DateOnly LastDay, ImmutableArray<HomeTest> Tests)
{
    /// <summary>It is said on the last day and on so many days before it.</summary>
    public const int DaysAhead = 7;

    /// <summary>What is said on a date; null while the screening is valid for longer, or is over.</summary>
    /// <param name="state">The state on the date.</param>
    /// <param name="on">The date.</param>
    public static ScreeningEnd? Soon(CareState state, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Screening is not { } screening || !state.IsOpen(on))
        {
            return null;
        }

        var last = state.ScreenedOn.AddDays(CareState.ScreeningLastDay);
        var condition = state.Programme.Condition;
        DateOnly? unsteadyOn = state.UnsteadyOn.IsEmpty ? null : state.UnsteadyOn[^1];
        return last.DayNumber - on.DayNumber > DaysAhead
            ? null
            : new(last, [.. condition.HomeTests.Where(IsAskedFor)]);

        // What a person is asked to do again is what the next screening cannot take over from this one.
        bool IsAskedFor(HomeTest test) =>
            condition.TestAges.FirstOrDefault(age => age.Question == test.Id) is { } age &&
            screening.Answers.Number(test.Id) is not null &&
            condition.IsTestNeeded(test.Id, screening.Answers) &&
            age.IsAged(screening.Measured.Of(test.Id, state.ScreenedOn), last, unsteadyOn);
    }
}
