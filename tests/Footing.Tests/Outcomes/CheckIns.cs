using System.Collections.Immutable;
using Footing.Journal;
using Footing.Testing;

namespace Footing.Tests.Outcomes;

/// <summary>Check-ins by day, day 0 being Monday 5 January 2026.</summary>
internal static class CheckIns
{
    public static CheckInEntry Daily(int day, int? pain = null, int? nightsWoken = null) =>
        new(Guid.CreateVersion7(), At(day), CheckInSpan.Day, Pain: pain, NightsWoken: nightsWoken);

    public static CheckInEntry Weekly(int day, int? pain = null, int? nightsWoken = null, int? walkingMinutes = null, PegItems? peg = null) =>
        new(Guid.CreateVersion7(), At(day), CheckInSpan.Week, Pain: pain, NightsWoken: nightsWoken, WalkingMinutes: walkingMinutes, Peg: peg);

    /// <summary>Daily pain around a level that may differ from day to day.</summary>
    public static ImmutableArray<Entry> Pain(int days, Func<int, double> level, int seed = 1)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, days).Select(day => Daily(day, (int)Math.Clamp(Math.Round(level(day) + (2 * (chance.NextDouble() + chance.NextDouble() - 1))), 0, 10)))];
    }

    public static DateTimeOffset At(int day) => new(JournalBuilder.Date(day), new(12, 0), TimeSpan.Zero);
}
