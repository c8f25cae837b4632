using Footing.Journal;

namespace Footing.Screening;

/// <summary>One row of a condition's screening rules.</summary>
/// <param name="Number">The number in its name: 13 for R13.</param>
/// <param name="Judge">What it says about the answers; null when it does not match.</param>
/// <param name="Questions">
/// A worse answer to one of these ends a clearance of it; empty where no clearance can lift it.
/// </param>
public sealed record Rule(int Number, Func<Answers, Verdict?> Judge, ImmutableArray<string> Questions)
{
    /// <summary>The name, such as <c>R13</c>.</summary>
    public string Name { get; } = $"R{Number}";

    /// <summary>
    /// The question that asks for its sign of danger: a yes alone makes it match, and is an emergency or same-day. Null
    /// where it has no such sign.
    /// </summary>
    public string? Sign { get; init; }

    /// <summary>How urgent its sign is by itself; null where it has none.</summary>
    public Disposition? Urgency => Sign is null ? null : Judge(Answers.None.With(Sign, Answer.Of("yes")).Value)!.Disposition;

    /// <summary>Whether a clearance can lift it, unless what it says is urgent.</summary>
    public bool CanBeLifted => !Questions.IsEmpty;

    /// <summary>The caps that remain where a clearance lifts it; a practitioner's cap may raise them.</summary>
    public ImmutableSortedDictionary<ExerciseTraits, int> CapsWhenLifted { get; init; } = Verdict.NoCaps;

    /// <summary>Whether it is about balance: it does not match for somebody who is steady (P6).</summary>
    public bool IsOfBalance { get; init; }

    /// <summary>Whether a fall ends what lifts it.</summary>
    public bool LiftingEndsWithFall { get; init; }

    /// <summary>The rule beside which it says nothing: that one restricts more for the same reason. Null for none.</summary>
    public string? YieldsTo { get; init; }

    /// <summary>The advice that it gives where it matches only because a test is missing, so that the test may end it; null for none.</summary>
    public string? TestAdvisory { get; init; }

    /// <summary>Whether a text is the name of a rule of a screening, of whatever condition.</summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text is ['R', >= '1' and <= '9', ..] && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>What matches when no other rule does.</summary>
    public static Rule NoOther { get; } = new(20, _ => new(Disposition.Proceed, ExerciseTraits.None, Verdict.NoCaps, null), []);
}

/// <summary>What a matching rule says. It names traits, so that it holds for the exercises of any programme.</summary>
/// <param name="Disposition">How urgent it is.</param>
/// <param name="Withheld">Every exercise with one of these traits is withheld.</param>
/// <param name="Caps">By single trait: the highest level of each exercise that has it, where it limits one.</param>
/// <param name="Advisory">A piece of advice by name; null for none.</param>
public sealed record Verdict(
    Disposition Disposition,
    ExerciseTraits Withheld,
    ImmutableSortedDictionary<ExerciseTraits, int> Caps,
    string? Advisory)
{
    /// <summary>Whether it withholds an exercise or limits a level; else it only advises, or says nothing.</summary>
    public bool Limits => Withheld != ExerciseTraits.None || !Caps.IsEmpty;

    /// <summary>No caps.</summary>
    public static ImmutableSortedDictionary<ExerciseTraits, int> NoCaps { get; } = ImmutableSortedDictionary<ExerciseTraits, int>.Empty;

    /// <summary>Whether it withholds an exercise.</summary>
    public bool Withholds(Exercise exercise) => exercise.Traits.HasAny(Withheld);

    /// <summary>The highest level of an exercise; null where it does not limit it.</summary>
    public int? CapOf(Exercise exercise) => CapOf(Caps, exercise);

    /// <summary>The highest level of an exercise by caps of traits; null where they do not limit it.</summary>
    internal static int? CapOf(ImmutableSortedDictionary<ExerciseTraits, int> caps, Exercise exercise)
    {
        int? lowest = null;
        foreach (var (trait, cap) in caps)
        {
            if (exercise.Traits.HasAny(trait) && !(lowest <= cap))
            {
                lowest = cap;
            }
        }

        return lowest;
    }
}
