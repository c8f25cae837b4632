using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Web.Figures;

namespace Footing.Web.HomeTests;

/// <summary>A place that is touched.</summary>
/// <param name="Side">The person's own side.</param>
/// <param name="Toe">The toe.</param>
public readonly record struct TouchSite(Side Side, FootPlace Toe)
{
    /// <summary>The last part of its texts' keys, such as <c>right.big-toe</c>.</summary>
    public string Key => $"{Side.Id()}.{Toe.Id()}";
}

/// <summary>The touches so far. They travel in the address, a letter for each: nothing is kept before it is saved.</summary>
/// <param name="Felt">For each touch whether it was felt.</param>
public sealed record Touches(ImmutableArray<bool> Felt)
{
    /// <summary>The tips that are touched, each once, in the order of the Ipswich Touch Test: toes 1, 3 and 5 of each foot.</summary>
    public static ImmutableArray<TouchSite> Sites { get; } =
    [
        .. from side in new[] { Side.Right, Side.Left }
           from toe in new[] { FootPlace.BigToe, FootPlace.MiddleToe, FootPlace.LittleToe }
           select new TouchSite(side, toe),
    ];

    /// <summary>None yet.</summary>
    public static Touches None { get; } = new([]);

    /// <summary>As <see cref="Word"/> wrote them; null for what it never wrote, which nobody may count.</summary>
    public static Touches? Read(string? word) => (word ?? "") is var letters && letters.Length <= Sites.Length && letters.All(letter => letter is 'f' or 'n')
        ? new([.. letters.Select(letter => letter == 'f')])
        : null;

    /// <summary>Whether all six were done.</summary>
    public bool AreAll => Felt.Length == Sites.Length;

    /// <summary>How many were not felt: the test's result.</summary>
    public int NotFelt => Felt.Count(felt => !felt);

    /// <summary>The place to touch next.</summary>
    public TouchSite Next => Sites[Felt.Length];

    /// <summary>As they stand in an address.</summary>
    public string Word => string.Concat(Felt.Select(felt => felt ? 'f' : 'n'));

    /// <summary>With one more.</summary>
    public Touches With(bool felt) => new(Felt.Add(felt));

    /// <summary>Without the last one, so that it can be put right.</summary>
    public Touches WithoutLast => new(Felt.RemoveAt(Felt.Length - 1));
}
