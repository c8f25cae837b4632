namespace Footing.Simulation.Checking;

/// <summary>A condition that must always be true.</summary>
/// <param name="Id">Its name in kebab-case.</param>
/// <param name="Sentence">Its meaning, in one line for people.</param>
/// <param name="IsInForce">Whether it applied at a moment.</param>
/// <param name="IsBroken">Whether the offer violates it; asked only if it is in force and there is an offer.</param>
internal sealed record Statement(string Id, string Sentence, Func<PlannedDate, bool> IsInForce, Func<PlannedDate, bool> IsBroken)
{
    /// <summary>Whether it is also asked where there is no offer, since one is owed.</summary>
    public bool IsOfAnOfferOwed { get; init; }

    /// <summary>Nothing at all may be offered while a condition is true.</summary>
    public static Statement Nothing(string id, string sentence, Func<PlannedDate, bool> isInForce) => new(id, sentence, isInForce, _ => true);

    /// <summary>Some exercises may not be offered while a condition is true.</summary>
    public static Statement Without(string id, string sentence, ExerciseId[] exercises, Func<PlannedDate, bool> isInForce) =>
        new(id, sentence, isInForce, moment => moment.Offers(exercises));

    /// <summary>For each offered exercise: when it is in force, and when it is violated.</summary>
    public static Statement Each(
        string id,
        string sentence,
        Func<PlannedDate, ExerciseId, bool> isInForce,
        Func<PlannedDate, Sessions.ScriptExercise, bool> isBroken) => new(
            id,
            sentence,
            moment => moment.Programme.ExerciseIds.Any(exercise => isInForce(moment, exercise)),
            moment => moment.Offered.Any(offered => isInForce(moment, offered.Id) && isBroken(moment, offered)));

    /// <summary>Each exercise that is owed must be in an offer, where there is one.</summary>
    public static Statement Owed(string id, string sentence, Func<PlannedDate, ExerciseId, bool> isOwed) => new(
        id,
        sentence,
        moment => moment.IsOffered && moment.Programme.ExerciseIds.Any(exercise => isOwed(moment, exercise)),
        moment => moment.Programme.ExerciseIds.Any(exercise => isOwed(moment, exercise) && !moment.Offers(exercise)));
}
