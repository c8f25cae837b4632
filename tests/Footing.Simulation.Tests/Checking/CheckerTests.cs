using Footing.Simulation.Checking;
using Footing.Simulation.Cohorts;

namespace Footing.Simulation.Tests.Checking;

/// <summary>A checker that never objects proves nothing: each wrong rule must be noticed, by the statement meant for it.</summary>
public sealed class CheckerTests
{
    private const int MostPeople = 1000;

    public static TheoryData<string> Names => [.. Planted.All.Select(planted => planted.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Category", "Slow")]
    public void Wrong_rule_is_noticed(string name)
    {
        var planted = Planted.All.Single(planted => planted.Name == name);
        var options = VirtualPeople.Usual with { Planner = planted.Planner, Weeks = planted.Weeks };

        Enumerable.Range(1, MostPeople)
            .Any(number => VirtualPeople.ViolationsOf(options, number).Any(violation => violation.Statement == planted.Statement))
            .ShouldBeTrue($"a planner that {name} must break {planted.Statement}");
    }

    [Fact]
    public void Every_statement_has_a_planted_rule_but_one() =>
        // Sets beside the dose need a fault in the compiler: the next test.
        VirtualPeople.Statements.Select(statement => statement.Id).Except(Planted.All.Select(planted => planted.Statement)).ShouldBe(["script-sets"]);

    [Fact]
    public void Script_that_asks_for_more_sets_than_its_dose_is_noticed()
    {
        var record = Enumerable.Range(1, MostPeople).Select(number => Cohort.Person(VirtualPeople.Usual with { Weeks = 1 }, number))
            .First(record => record.Openings.Any(opening => opening.Script is not null));
        var worse = record with { Openings = [.. record.Openings.Select(WithOneSetMore)] };

        Checker.Judge(worse, VirtualPeople.Usual.Programme, VirtualPeople.Checks).Violations.ShouldContain(violation => violation.Statement == "script-sets");
    }

    private static Opening WithOneSetMore(Opening opening) => opening.Script is not { } script
        ? opening
        : opening with { Script = script with { Steps = script.Steps.Add(script.Steps.First(step => step.Set is not null)) } };
}
