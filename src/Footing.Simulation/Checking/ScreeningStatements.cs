using static Footing.Simulation.Checking.Statement;

namespace Footing.Simulation.Checking;

/// <summary>What is never offered without a whole, new screening, whatever the condition.</summary>
internal static class ScreeningStatements
{
    /// <summary>In the order of the table.</summary>
    public static ImmutableArray<Statement> All { get; } =
    [
        Nothing("unscreened", "nothing before the questions were answered", moment => moment.Answers is null),
        Nothing(
            "screening-age",
            "nothing on answers older than 27 days",
            moment => moment.Reading.Screening is { } last && moment.On.DayNumber - last.On.DayNumber > 27),
        Nothing(
            "all-answered",
            "nothing while a safety question is unanswered",
            moment => moment.Answers is { } answers && moment.Reading.Condition.SafetyQuestions.Any(question => answers[question] is null)),
    ];
}
