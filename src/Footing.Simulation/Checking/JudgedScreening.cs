using Footing.Journal;

namespace Footing.Simulation.Checking;

/// <summary>A screening as the contract has it judged on its date.</summary>
/// <param name="On">Its date.</param>
/// <param name="Answers">
/// Its answers, except that a good number that was found too long ago is no number any more, but "not-done".
/// </param>
/// <param name="Aged">The tests whose numbers, good or bad, were found too long ago.</param>
/// <param name="Found">The date on which the number of each test was found.</param>
public sealed record JudgedScreening(
    DateOnly On, Answers Answers, ImmutableHashSet<string> Aged, ImmutableDictionary<string, DateOnly> Found)
{
    /// <summary>How many entries had arrived before it; exact only where all arrived in order.</summary>
    internal int Place { get; init; }

    /// <summary>A screening whose tests do not age.</summary>
    public static JudgedScreening Plain(DateOnly on, Answers answers) =>
        new(on, answers, [], ImmutableDictionary<string, DateOnly>.Empty);
}
