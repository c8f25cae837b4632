using Footing.Simulation.Checking;

namespace Footing.Simulation.Tests;

/// <summary>A checker that never objects proves nothing: each wrong rule must be noticed, by the statement meant for it.</summary>
public sealed class PlantedTests
{
    private const int MostPeople = 200;

    public static TheoryData<string> Names => [.. Planted.All.Select(planted => planted.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Wrong_rule_is_noticed(string name)
    {
        var planted = Planted.All.Single(planted => planted.Name == name);
        var options = VirtualPeople.Usual with { Planner = planted.Planner };

        Enumerable.Range(1, MostPeople)
            .Any(number => VirtualPeople.ViolationsOf(options, number).Any(violation => violation.Statement == planted.Statement))
            .ShouldBeTrue($"a planner that {name} must break {planted.Statement}");
    }

    [Fact]
    public void Statement_without_a_planted_rule_says_so_here() =>
        // A session that is begun before any screening, more than a screening's caps after a clearance, and sets beside
        // the dose would need a fault in the simulation, in chance's favour, or in the compiler.
        Statement.All.Select(statement => statement.Id).Except(Planted.All.Select(planted => planted.Statement))
            .ShouldBe(["unscreened", "cleared-numbness", "script-sets"]);
}
