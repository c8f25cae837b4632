using Footing.Content;
using Footing.Exercises;
using Footing.Plans;
using Footing.Programmes;
using Footing.Screening;
using Footing.Sessions;
using Footing.Wording;

namespace Footing.Tests.Sessions;

/// <summary>Plans for scripts, made by hand from the shipped programme.</summary>
internal static class Scripts
{
    public static Programme Programme { get; } = ShippedProgramme.Load();

    public static Texts Texts { get; } = ShippedProgramme.Texts("en");

    public static SessionScript Of(Plan plan) => Of(plan, Texts.Language);

    public static SessionScript Of(Plan plan, string language) => ScriptCompiler.Compile(plan, Programme, ShippedProgramme.Texts(language));

    public static Plan PlanOf(params IEnumerable<PlannedExercise> exercises) =>
        new(new DateOnly(2026, 3, 4), true, Disposition.Proceed, [.. exercises], [], [], new DateOnly(2026, 3, 6)) { Edition = Edition.Of(Programme) };

    /// <summary>An exercise that the person has done so often that few words are enough.</summary>
    public static PlannedExercise Familiar(ExerciseId exercise, int level) =>
        Planned(exercise, level) with { SessionsAtLevel = ExerciseProgress.FamiliarAfter, LastDone = Programme[exercise][level].Dose.Sets * Programme[exercise][level].Dose.Target };

    public static PlannedExercise Planned(ExerciseId exercise, int level, Dose? dose = null)
    {
        var asked = Programme[exercise][level];
        return new(exercise, asked, dose ?? asked.Dose, 0, false, []);
    }
}
