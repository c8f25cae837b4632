using Footing.Journal;
using Footing.Plans;
using Footing.Sessions;
using Footing.Simulation.Checking;
using Footing.Simulation.Cohorts;
using Footing.Simulation.Reporting;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Footing.Simulation.Tests.Cohorts;

public sealed class CohortTests
{
    private static readonly SimulationOptions Small = VirtualPeople.Usual with { People = 40, Weeks = 20 };

    private static async Task<string> TableAsync(SimulationOptions options)
    {
        using var text = new StringWriter { NewLine = "\n" };
        CohortTable.Write(text, await Cohort.RunAsync(options));
        return text.ToString();
    }

    [Fact]
    public async Task Table_is_the_same_on_one_core_and_on_many_and_fits_80_columns()
    {
        var one = await TableAsync(Small with { Cores = 1 });
        var many = await TableAsync(Small with { Cores = 8 });

        many.ShouldBe(one);
        var lines = one.TrimEnd('\n').Split('\n');
        lines.ShouldAllBe(line => line.Length <= 80);
        lines[0].ShouldBe(CohortTable.Purpose);
        lines[^1].ShouldBe(CohortTable.Purpose);
        one.ShouldContain("Nothing was broken.");
    }

    [Fact]
    public async Task Another_seed_is_another_table() =>
        (await TableAsync(Small with { People = 5, Seed = 2 })).ShouldNotBe(await TableAsync(Small with { People = 5 }));

    [Fact]
    public async Task Example_names_person_date_statement_and_command()
    {
        var planted = Planted.All.Single(planted => planted.Name == "doubles a dose");

        var table = await TableAsync(Small with { People = 3, Weeks = 2, Planner = planted.Planner });

        table.ShouldMatch(@"\n  person \d+ on 2026-\d\d-\d\d: dose\n");
        table.ShouldMatch(@"\n  footing simulate --weeks 2 --seed 1 --person \d+\n");
        table.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Property(MaxTest = 30)]
    public Property Nobody_is_offered_what_must_not_be() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        ArbMap.Default.ArbFor<PositiveInt>(),
        (seed, number) => VirtualPeople.ViolationsOf(VirtualPeople.Usual with { Seed = seed }, number.Get).ShouldBeEmpty());

    [Property(MaxTest = 10)]
    public Property Plan_that_reads_on_from_a_snapshot_is_that_of_the_whole_journal() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(),
        number =>
        {
            var options = VirtualPeople.Usual with { Weeks = 15 };
            var record = Cohort.Person(options, number.Get);
            foreach (var opening in record.Openings)
            {
                var plan = Planner.PlanFor(
                    record.Arrivals.Take(opening.Known).Select(arrival => arrival.Entry), options.Programme, opening.On, TimeZoneInfo.Utc);
                var fresh = plan.Exercises.IsEmpty ? null : ScriptCompiler.Compile(plan, options.Programme, options.Texts);
                (fresh is null ? null : System.Text.Encoding.UTF8.GetString(ScriptJson.Write(fresh)))
                    .ShouldBe(opening.Script is null ? null : System.Text.Encoding.UTF8.GetString(ScriptJson.Write(opening.Script)));
            }
        });

    [Property(MaxTest = 10)]
    public Property Journal_of_a_person_can_be_read_and_gives_the_same_plan() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(),
        number =>
        {
            var record = Cohort.Person(VirtualPeople.Usual with { Weeks = 15 }, number.Get);
            byte[] file = [.. record.Arrivals.SelectMany(arrival => EntryWriter.Write(arrival.Entry).Append((byte)'\n'))];

            var read = JournalFile.From(file);

            read.Problems.ShouldBeEmpty();
            var on = record.Openings.Count > 0 ? record.Openings[^1].On : new DateOnly(2026, 2, 1);
            PlanJson.Write(Planner.PlanFor(read.Value.Select(line => line.Entry), VirtualPeople.Usual.Programme, on, TimeZoneInfo.Utc))
                .ShouldBe(PlanJson.Write(Planner.PlanFor(
                    record.Arrivals.Select(arrival => arrival.Entry), VirtualPeople.Usual.Programme, on, TimeZoneInfo.Utc)));
        });

    [Fact]
    public void Entries_never_arrive_before_they_happen_and_some_arrive_later()
    {
        var arrivals = Enumerable.Range(1, 30).SelectMany(number => Cohort.Person(Small, number).Arrivals).ToList();

        arrivals.ShouldAllBe(arrival => arrival.Arrived >= arrival.Entry.At);
        arrivals.ShouldContain(arrival => arrival.Arrived - arrival.Entry.At > TimeSpan.FromDays(3));
        arrivals.Select(arrival => EntryReader.KindOf(arrival.Entry)).Distinct().Count().ShouldBeGreaterThan(8);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Ten_thousand_people_are_offered_nothing_that_must_not_be()
    {
        var idle = VirtualPeople.Statements.Select(statement => statement.Id).ToHashSet();
        foreach (var seed in new[] { 1, 2 })
        {
            var result = await Cohort.RunAsync(VirtualPeople.Usual with { People = 10_000, Seed = seed });

            result.Violations.ShouldBeEmpty();
            result.People.Count(person => person.Course.WaitedInVain).ShouldBe(0, "a lock by pain ends");
            idle.RemoveWhere(id =>
            {
                var place = VirtualPeople.Statements.Select(statement => statement.Id).ToList().IndexOf(id);
                return result.People.Any(person => person.Judgement.InForce[place] > 0);
            });
        }

        idle.ShouldBeEmpty("what is never in force was not tried");
    }
}
