using System.Collections.Immutable;
using Footing.Content;
using Footing.Simulation.Checking;
using Footing.Simulation.Cohorts;

namespace Footing.Simulation.Tests;

/// <summary>Small cohorts for tests.</summary>
internal static class VirtualPeople
{
    public static SimulationOptions Usual { get; } = new(ShippedProgramme.Load(), ShippedProgramme.Texts("en")) { Weeks = 26, Seed = 1 };

    /// <summary>What the contract says of the shipped programme's condition.</summary>
    public static ConditionChecks Checks { get; } = ConditionModel.Of(Usual.Programme.Condition.Id).Checks;

    public static ImmutableArray<Statement> Statements => Checks.Statements;

    /// <summary>What a person was offered that must not have been.</summary>
    public static IEnumerable<Violation> ViolationsOf(SimulationOptions options, int number) =>
        Checker.Judge(Cohort.Person(options, number), options.Programme, Checks).Violations;
}
