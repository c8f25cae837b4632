using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Web.Figures;

namespace Footing.Web.HomeTests;

/// <summary>A place to touch.</summary>
/// <param name="Side">The person's own side.</param>
/// <param name="Toe">The toe.</param>
public readonly record struct TouchSite(Side Side, FootPlace Toe)
{
    /// <summary>The last part of its texts' keys, such as <c>right.big-toe</c>.</summary>
    public string Key => $"{Side.Id()}.{Toe.Id()}";
}

/// <summary>The touches so far. They are in the address, one letter each: nothing is stored before saving.</summary>
/// <param name="Felt">Whether each touch was felt.</param>
public sealed record Touches(ImmutableArray<bool> Felt)
{
    /// <summary>The places, each once, in the order of the Ipswich Touch Test: toes 1, 3 and 5 of each foot.</summary>
    public static ImmutableArray<TouchSite> Sites { get; } =
    [
        .. from side in new[] { Side.Right, Side.Left }
           from toe in new[] { FootPlace.BigToe, FootPlace.MiddleToe, FootPlace.LittleToe }
           select new TouchSite(side, toe),
    ];

    /// <summary>No touches yet.</summary>
    public static Touches None { get; } = new([]);

    /// <summary>Reads what <see cref="Word"/> wrote; null for anything else, which must not count.</summary>
    public static Touches? Read(string? word) => (word ?? "") is var letters && letters.Length <= Sites.Length && letters.All(letter => letter is 'f' or 'n')
        ? new([.. letters.Select(letter => letter == 'f')])
        : null;

    /// <summary>Whether all six touches were done.</summary>
    public bool AreAll => Felt.Length == Sites.Length;

    /// <summary>The number of touches not felt: the test's result.</summary>
    public int NotFelt => Felt.Count(felt => !felt);

    /// <summary>The place to touch next.</summary>
    public TouchSite Next => Sites[Felt.Length];

    /// <summary>The touches as written in an address.</summary>
    public string Word => string.Concat(Felt.Select(felt => felt ? 'f' : 'n'));

    /// <summary>With one more touch.</summary>
    public Touches With(bool felt) => new(Felt.Add(felt));

    /// <summary>Without the last touch, so that it can be corrected.</summary>
    public Touches WithoutLast => new(Felt.RemoveAt(Felt.Length - 1));
}
