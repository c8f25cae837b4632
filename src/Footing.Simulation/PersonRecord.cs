using Footing.Journal;
using Footing.Sessions;

namespace Footing.Simulation;

/// <summary>An entry and when it reached the journal, which may be days after it happened.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Arrived">When it arrived; never before it happened.</param>
public readonly record struct Arrival(Entry Entry, DateTimeOffset Arrived);

/// <summary>One opening of the app to see what to do.</summary>
/// <param name="On">The date.</param>
/// <param name="At">The moment.</param>
/// <param name="Known">How many entries had arrived; the plan could not know later ones.</param>
/// <param name="Script">What was offered; null for nothing.</param>
public sealed record Opening(DateOnly On, DateTimeOffset At, int Known, SessionScript? Script)
{
    /// <summary>The id of the session that was performed from it; null for none.</summary>
    public string? Session { get; set; }
}

/// <summary>The record of a simulated person's weeks: what they reported, what they were offered.</summary>
/// <param name="Number">The person's number, from 1.</param>
/// <param name="Arrivals">The journal in the order of arrival.</param>
/// <param name="Openings">What was offered, in order of time.</param>
public sealed record PersonRecord(int Number, IReadOnlyList<Arrival> Arrivals, IReadOnlyList<Opening> Openings);
