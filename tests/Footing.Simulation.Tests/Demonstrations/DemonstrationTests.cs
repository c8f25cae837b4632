using System.Globalization;
using Footing.Journal;
using Footing.Outcomes;
using Footing.Plans;
using Footing.Simulation.Demonstrations;

namespace Footing.Simulation.Tests.Demonstrations;

public sealed class DemonstrationTests
{
    private static readonly DateOnly Until = new(2026, 3, 29);

    private static IReadOnlyList<Entry> Journal(int weeks = 12, int seed = 1) =>
        Demonstration.Of(VirtualPeople.Usual with { Weeks = weeks, Seed = seed }, Until);

    [Fact]
    public void Journal_holds_what_a_visitor_comes_to_see()
    {
        var journal = Journal();

        journal.OfType<SessionEntry>().Count().ShouldBeGreaterThan(20);
        journal.OfType<SetEntry>().Select(set => set.Exercise).Distinct().Count().ShouldBe(VirtualPeople.Usual.Programme.Exercises.Length);
        journal.OfType<AdverseEventEntry>().ShouldHaveSingleItem();
        journal.OfType<BackgroundEntry>().Count().ShouldBe(2);
        Progress.Of(journal, Until, TimeZoneInfo.Utc).Measures.Length.ShouldBe(7);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(30)]
    public void Visitor_finds_a_day_with_a_plan(int weeks)
    {
        var plan = Planner.PlanFor(Journal(weeks), VirtualPeople.Usual.Programme, Until.AddDays(1), TimeZoneInfo.Utc);

        plan.Exercises.ShouldNotBeEmpty();
        plan.NextDue.ShouldNotBeNull();
    }

    [Fact]
    public void Entries_are_in_order_valid_and_of_her_days_alone()
    {
        var journal = Journal(weeks: 3);

        journal.Select(entry => entry.At).ShouldBeInOrder();
        journal.Select(entry => entry.Id).ShouldBeUnique();
        journal[0].DateIn(TimeZoneInfo.Utc).ShouldBe(Until.AddDays(-20));
        journal[^1].DateIn(TimeZoneInfo.Utc).ShouldBeLessThanOrEqualTo(Until);
        journal.ShouldAllBe(entry => EntryReader.From(EntryWriter.Write(entry)).Value != null, "what is written can be read");
    }

    [Fact]
    public void Same_seed_gives_the_same_journal_and_another_one_another()
    {
        Text(Journal(4)).ShouldBe(Text(Journal(4)));
        Text(Journal(4, seed: 2)).ShouldNotBe(Text(Journal(4)));

        static string Text(IEnumerable<Entry> journal) => string.Join('\n', journal.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry}")));
    }
}
