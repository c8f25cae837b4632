using System.Collections.Immutable;

namespace Footing.Web.Screening;

/// <summary>One of the three tests that are done at home; its result answers a question of the screening.</summary>
/// <param name="Id">The question's id, and the last part of the test's address.</param>
/// <param name="IsStanding">Whether it is done standing, so that not everybody may try it.</param>
public sealed record HomeTest(string Id, bool IsStanding)
{
    /// <summary>Six light touches; those that are not felt are counted.</summary>
    public static HomeTest Touch { get; } = new("touch-test", false);

    /// <summary>Three stances, the last of them heel to toe, for ten seconds each.</summary>
    public static HomeTest Line { get; } = new("tandem-stand-seconds", true);

    /// <summary>Standing up from a chair for half a minute.</summary>
    public static HomeTest Chair { get; } = new("chair-stands", true);

    /// <summary>All of them, in the order of the screening.</summary>
    public static ImmutableArray<HomeTest> All { get; } = [Touch, Line, Chair];

    /// <summary>The test whose result answers a question; null when there is none.</summary>
    public static HomeTest? Find(string question) => All.FirstOrDefault(test => string.Equals(test.Id, question, StringComparison.OrdinalIgnoreCase));
}
