using System.Text;
using Footing.Exercises;
using Footing.Plans;

namespace Footing.Testing;

/// <summary>A plan in few words, to compare with a sentence of a test.</summary>
public static class PlanReading
{
    /// <summary>The planned exercises and levels: <c>toe-lift 1, ankle-pump 2</c>; empty if there are none.</summary>
    public static string Levels(this Plan plan) =>
        string.Join(", ", plan.Exercises.Select(planned => $"{planned.Exercise.Id()} {planned.Level.Number}"));

    /// <summary>The level of a planned exercise, or null.</summary>
    public static int? Level(this Plan plan, ExerciseId exercise) => plan.Find(exercise)?.Level.Number;

    /// <summary>The dose of a planned exercise, such as <c>3 x 10</c> or <c>1 x 60 s</c>, or null.</summary>
    public static string? Dose(this Plan plan, ExerciseId exercise) => plan.Find(exercise) is { } planned
        ? $"{planned.Dose.Sets} x {planned.Dose.Target}{(planned.Dose.Seconds is null ? "" : " s")}"
        : null;

    public static PlannedExercise? Find(this Plan plan, ExerciseId exercise) =>
        plan.Exercises.FirstOrDefault(planned => planned.Exercise == exercise);

    public static bool Has(this Plan plan, ExerciseId exercise) => plan.Find(exercise) is not null;

    /// <summary>What is locked, and by which rules: <c>ball-roll R13 R15, calf-raise R13</c>.</summary>
    public static string LockedBy(this Plan plan) =>
        string.Join(", ", plan.Locked.Select(locked => $"{locked.Exercise.Id()} {string.Join(' ', locked.Rules)}"));

    /// <summary>The rules of the notices: <c>P5 P9</c>.</summary>
    public static string Told(this Plan plan) => string.Join(' ', plan.Notices.Select(notice => notice.Rule));

    /// <summary>The rules of the plan's reasons for an exercise; empty when it is not planned.</summary>
    public static string Why(this Plan plan, ExerciseId exercise) =>
        string.Join(' ', plan.Find(exercise)?.Why.Select(reason => reason.Rule) ?? []);

    public static string Json(this Plan plan) => Encoding.UTF8.GetString(PlanJson.Write(plan));
}
