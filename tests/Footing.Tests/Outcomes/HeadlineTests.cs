using System.Collections.Immutable;
using Footing.Journal;
using Footing.Outcomes;
using Footing.Testing;

namespace Footing.Tests.Outcomes;

public sealed class HeadlineTests
{
    private static double Fall(int day) => 1 - (0.4 * Math.Clamp((day - 14) / 56.0, 0, 1));

    [Fact]
    public void Nothing_recorded_is_too_early() => On(10, []).ShouldBe(new(null, OutcomeVerdict.TooEarly, null, null));

    [Fact]
    public void One_measure_gives_its_own_verdict()
    {
        var headline = On(100, CheckIns.Pain(101, day => 7 * Fall(day)));

        headline.Measure.ShouldBe(OutcomeMeasure.Pain);
        headline.Verdict.ShouldBe(OutcomeVerdict.Better);
        headline.Look.ShouldBe(JournalBuilder.Date(91));
        headline.Next.ShouldBe(JournalBuilder.Date(175));
    }

    [Fact]
    public void Three_that_get_better_are_one_answer() =>
        On(100, [.. CheckIns.Pain(101, day => 7 * Fall(day)), .. Peg(101, day => 7 * Fall(day)), .. Nights(101, day => 5 * Fall(day))]).Verdict.ShouldBe(OutcomeVerdict.Better);

    [Fact]
    public void One_that_gets_worse_makes_it_worse_however_the_others_are()
    {
        var headline = On(100, [.. CheckIns.Pain(101, day => 7 * Fall(day)), .. Peg(101, day => 3 / Fall(day) * 1.4)]);

        headline.Verdict.ShouldBe(OutcomeVerdict.Worse);
        headline.Measure.ShouldBe(OutcomeMeasure.Peg);
    }

    [Fact]
    public void Looks_are_those_of_the_measure_that_began_first()
    {
        var headline = On(40, [.. CheckIns.Pain(41, _ => 6), .. Peg(41, _ => 6, from: 14)]);

        headline.Look.ShouldBe(JournalBuilder.Date(35));
        headline.Next.ShouldBe(JournalBuilder.Date(63));
        headline.Measure.ShouldBe(OutcomeMeasure.Pain);
    }

    private static Headline On(int day, ImmutableArray<Entry> journal) => Progress.Of(journal, JournalBuilder.Date(day), TimeZoneInfo.Utc).Headline;

    private static IEnumerable<Entry> Peg(int days, Func<int, double> level, int from = 0) => Enumerable.Range(0, days).Where(day => day >= from && day % 7 == 0)
        .Select(day => CheckIns.Weekly(day, peg: new((decimal)Math.Clamp(Math.Round(level(day)), 0, 10), (decimal)Math.Clamp(Math.Round(level(day)), 0, 10), (decimal)Math.Clamp(Math.Round(level(day)), 0, 10))));

    private static IEnumerable<Entry> Nights(int days, Func<int, double> level) =>
        Enumerable.Range(0, days).Where(day => day % 7 == 0).Select(day => CheckIns.Weekly(day, nightsWoken: (int)Math.Round(level(day))));
}
