using Footing.Journal;

namespace Footing.Forms;

/// <summary>What a professional said to the person about one exercise: who, when, and one of a few decisions.</summary>
public static class AdjustmentForm
{
    /// <summary>That a locked exercise may be done again.</summary>
    public const string Unlock = "unlock";

    /// <summary>How high it may go.</summary>
    public const string Cap = "cap";

    /// <summary>At which level it goes on.</summary>
    public const string Level = "level";

    /// <summary>How much of it.</summary>
    public const string Dose = "dose";

    /// <summary>The decisions, in the order in which people choose.</summary>
    public static ImmutableArray<string> Decisions { get; } = [Unlock, Level, Cap, Dose];

    /// <summary>The form of one decision.</summary>
    /// <param name="decision">One of <see cref="Decisions"/>.</param>
    /// <param name="exercise">The exercise's id.</param>
    /// <param name="most">The highest level that can be chosen; of no matter for other decisions.</param>
    /// <param name="inSeconds">Whether the exercise is done for seconds, not repetitions.</param>
    /// <param name="today">Today in the person's zone.</param>
    public static EntryForm Of(string decision, string exercise, int most, bool inSeconds, DateOnly today)
    {
        var form = new EntryForm(
            EntryKind.Adjustment,
            ["exercise", decision, "by", "source", "said", "reason"],
            [
                .. Asked(decision, most, inSeconds),
                .. DecisionFields.Who(today),
                EntryFields.OwnWords("note", FieldKind.Text.Long) with { Path = "reason" },
            ]).Knowing("exercise", Answer.Of(exercise)).Knowing("source", Answer.Of(ClearanceEntry.FromPerson));
        return decision == Unlock ? form.Knowing(Unlock, true) : form;
    }

    private static ImmutableArray<FormField> Asked(string decision, int most, bool inSeconds) => decision switch
    {
        Cap or Level => [new(decision, decision, new FieldKind.One { Least = 1, Most = most }, new("told.level-error")) { IsNeeded = true }],
        Dose =>
        [
            Number("sets", 10),
            inSeconds ? Number("seconds", 600) : Number("reps", 100),
        ],
        _ => [],
    };

    private static FormField Number(string name, int most) =>
        new(name, $"{Dose}.{name}", new FieldKind.Whole(1, most), new($"told.{name}-error")) { IsNeeded = true };
}
