namespace Footing.Screening;

/// <summary>
/// A test that is done at home; its result answers a question. The tests are a bank, as the questions are: there is one page
/// by which each is led, and a condition says which of them are its own.
/// </summary>
/// <param name="Id">The question's id, such as <c>touch-test</c>.</param>
/// <param name="IsStanding">Whether it is done standing, so that not everybody may try it.</param>
/// <param name="Seconds">How long it, or each part of it, takes at most; null where nothing is timed.</param>
public sealed record HomeTest(string Id, bool IsStanding, int? Seconds)
{
    /// <summary>The seconds for which each stance of <see cref="Line"/> is held.</summary>
    public const int StanceSeconds = 10;

    /// <summary>Six light touches; those that are not felt are counted.</summary>
    public static HomeTest Touch { get; } = new("touch-test", false, null);

    /// <summary>Three stances, the last of them heel to toe, each held for <see cref="StanceSeconds"/>.</summary>
    public static HomeTest Line { get; } = new("tandem-stand-seconds", true, StanceSeconds);

    /// <summary>Standing up from a chair for half a minute (CDC STEADI).</summary>
    public static HomeTest Chair { get; } = new("chair-stands", true, 30);

    /// <summary>The whole bank.</summary>
    public static ImmutableArray<HomeTest> All { get; } = [Touch, Line, Chair];

    /// <summary>The test of the bank whose result answers a question; null where there is none.</summary>
    /// <param name="question">The question's id; its letters may be large or small.</param>
    public static HomeTest? Find(string question) => All.FirstOrDefault(test => string.Equals(test.Id, question, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What rules a test that is done standing out.</summary>
public enum StandingTestBarrier
{
    /// <summary>The person cannot stand, not even with support.</summary>
    CannotStand,

    /// <summary>The person is not sure whether they can stand.</summary>
    Unsure,

    /// <summary>A sign of danger, or feet that must not be loaded yet.</summary>
    Signs,
}
