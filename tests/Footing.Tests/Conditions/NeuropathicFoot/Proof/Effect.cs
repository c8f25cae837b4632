using Footing.Testing;
using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Screening;

namespace Footing.Tests.Conditions.NeuropathicFoot.Proof;

/// <summary>What a decision does to a person: how urgent it is, and how high each exercise may go; 0 for not at all.</summary>
internal readonly record struct Effect(int Urgency, int BallRoll, int ToeLift, int AnklePump, int HeelToeLift, int CalfRaise)
{
    private const int NoCap = 99;

    public static Effect Of(Decision decision) => new(
        // Incomplete allows nothing, and is no step of urgency.
        decision.Disposition == Disposition.Incomplete ? -1 : (int)decision.Disposition,
        Height(decision, FootExercises.BallRoll),
        Height(decision, FootExercises.ToeLift),
        Height(decision, FootExercises.AnklePump),
        Height(decision, FootExercises.HeelToeLift),
        Height(decision, FootExercises.CalfRaise));

    /// <summary>Whether it is nowhere looser than another.</summary>
    public bool IsAtLeastAsStrictAs(Effect other) =>
        (Urgency < 0 || other.Urgency < 0 || Urgency >= other.Urgency) && BallRoll <= other.BallRoll && ToeLift <= other.ToeLift &&
        AnklePump <= other.AnklePump && HeelToeLift <= other.HeelToeLift && CalfRaise <= other.CalfRaise;

    private static int Height(Decision decision, ExerciseId exercise) =>
        decision.Allowed.Contains(exercise) ? decision.Caps.GetValueOrDefault(exercise, NoCap) : 0;
}

/// <summary>The answers of a question from the harmless to the worst, where they can be put in order.</summary>
internal static class Worsening
{
    /// <summary>Rows 1 to 18 and 32 to 34 no, unsure, yes (17 the other way); more sites not felt; fewer seconds; fewer stands.</summary>
    public static ImmutableArray<string> Of(string question) => question switch
    {
        "stands-with-support" => ["yes", "unsure", "no"],
        "touch-test" => [.. Enumerable.Range(0, 7).Select(n => $"{n}")],
        "tandem-stand-seconds" => [.. Enumerable.Range(0, 11).Reverse().Select(n => $"{n}")],
        "chair-stands" => [.. Enumerable.Range(0, 61).Reverse().Select(n => $"{n}")],
        _ when Footing.Journal.Question.Find(question)!.Number is <= 18 or >= 32 => ["no", "unsure", "yes"],
        _ => [],
    };
}
