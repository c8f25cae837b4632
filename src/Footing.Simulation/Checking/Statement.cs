namespace Footing.Simulation.Checking;

/// <summary>Something that must never be otherwise.</summary>
/// <param name="Id">Its name in kebab-case.</param>
/// <param name="Sentence">What it says, in one line for people.</param>
/// <param name="IsInForce">Whether it had something to say at a moment.</param>
/// <param name="IsBroken">Whether what was offered breaks it; asked only while it is in force and something was offered.</param>
internal sealed record Statement(string Id, string Sentence, Func<PlannedDate, bool> IsInForce, Func<PlannedDate, bool> IsBroken)
{
    /// <summary>All statements, in the order of the table.</summary>
    public static ImmutableArray<Statement> All { get; } =
        [.. ScreeningStatements.All, .. StopStatements.All, .. StepStatements.All, .. DoseStatements.All];

    /// <summary>Nothing at all may be offered while something holds.</summary>
    public static Statement Nothing(string id, string sentence, Func<PlannedDate, bool> isInForce) => new(id, sentence, isInForce, _ => true);

    /// <summary>Some exercises may not be offered while something holds.</summary>
    public static Statement Without(string id, string sentence, Exercise[] exercises, Func<PlannedDate, bool> isInForce) =>
        new(id, sentence, isInForce, moment => moment.Offers(exercises));

    /// <summary>For each exercise offered: what is in force for it, and when it is broken.</summary>
    public static Statement Each(
        string id,
        string sentence,
        Func<PlannedDate, Exercise, bool> isInForce,
        Func<PlannedDate, Sessions.ScriptExercise, bool> isBroken) => new(
            id,
            sentence,
            moment => ExerciseIds.All.Any(exercise => isInForce(moment, exercise)),
            moment => moment.Offered.Any(offered => isInForce(moment, offered.Id) && isBroken(moment, offered)));
}
