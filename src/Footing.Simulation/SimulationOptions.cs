using Footing.Programmes;

namespace Footing.Simulation;

/// <summary>What is simulated.</summary>
/// <param name="Programme">The programme that people follow, and by which they are checked.</param>
/// <param name="Texts">Its texts, for the scripts.</param>
public sealed record SimulationOptions(Programme Programme, Texts Texts)
{
    /// <summary>How many people; 1 to <see cref="MostPeople"/>.</summary>
    public int People { get; init; } = 1000;

    /// <summary>How many weeks; 1 to <see cref="MostWeeks"/>.</summary>
    public int Weeks { get; init; } = 26;

    /// <summary>The seed of all random numbers.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many people are simulated in parallel; it changes only the run time.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    /// <summary>What plans a person's days.</summary>
    public Func<Programme, IPersonPlanner> Planner { get; init; } = static programme => new SnapshotPlanner(programme);

    /// <summary>The largest cohort: a million fits into memory.</summary>
    public const int MostPeople = 1_000_000;

    /// <summary>The longest simulation: ten years.</summary>
    public const int MostWeeks = 520;
}
