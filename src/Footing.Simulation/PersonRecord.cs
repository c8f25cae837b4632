using Footing.Journal;
using Footing.Sessions;

namespace Footing.Simulation;

/// <summary>An entry and when it reached the journal, which may be days after it happened.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Arrived">When it arrived; never before it happened.</param>
public readonly record struct Arrival(Entry Entry, DateTimeOffset Arrived);

/// <summary>One time at which the person asked what there is to do.</summary>
/// <param name="On">The date.</param>
/// <param name="At">The moment.</param>
/// <param name="Known">How many entries had arrived; what came later the plan could not know.</param>
/// <param name="Script">What was offered; null for nothing.</param>
public sealed record Opening(DateOnly On, DateTimeOffset At, int Known, SessionScript? Script)
{
    /// <summary>The name of the session that was performed from it; null for none.</summary>
    public string? Session { get; set; }
}

/// <summary>All that is left of a virtual person's weeks: what they told, what they were offered.</summary>
/// <param name="Number">The person's number, from 1.</param>
/// <param name="Arrivals">The journal in the order of arrival.</param>
/// <param name="Openings">What was offered, in the order of time.</param>
public sealed record PersonRecord(int Number, IReadOnlyList<Arrival> Arrivals, IReadOnlyList<Opening> Openings);
