using Footing.Journal;

namespace Footing.Simulation.Checking.NeuropathicFoot;

/// <summary>When tests were done, and whether that is too long ago (section 2 of the contract).</summary>
internal static class TestDates
{
    private static readonly (string Test, int Days)[] LastDays = [("touch-test", 181), ("tandem-stand-seconds", 83), ("chair-stands", 83)];

    /// <summary>A screening as it is judged: of a number found too long ago only a bad one is left.</summary>
    public static JudgedScreening Judge(DateOnly on, ScreeningEntry entry, IReadOnlyCollection<DateOnly> unsteady)
    {
        var (answers, aged, dates) = (entry.Answers, new HashSet<string>(), new Dictionary<string, DateOnly>());
        foreach (var (test, days) in LastDays)
        {
            if (entry.Answers.Number(test) is null)
            {
                continue;
            }

            // A date after the screening's counts as the screening's.
            var told = entry.Measured.All.Where(pair => pair.Key == test).Select(pair => (DateOnly?)pair.Value).FirstOrDefault();
            var found = told < on ? told.Value : on;
            dates[test] = found;
            if (on.DayNumber - found.DayNumber <= days &&
                (test == "touch-test" || !unsteady.Any(date => date >= found && date < on)))
            {
                continue;
            }

            aged.Add(test);
            if (!SafetyAnswers.IsBad(test, entry.Answers))
            {
                answers = answers.With(test, Answer.Of("not-done")).Value;
            }
        }

        return new(on, answers, [.. aged], dates.ToImmutableDictionary());
    }
}
