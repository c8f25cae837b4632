using Footing.Plans;
using Footing.Programmes;
using Footing.Simulation.Cohorts;
using Footing.Simulation.Reporting;

namespace Footing.Simulation.Tests;

/// <summary>A programme and a condition that only tests know are tried on virtual people, without a line in <c>src</c>.</summary>
public sealed class OtherConditionTests
{
    [Fact]
    public async Task Nobody_is_offered_what_must_not_be()
    {
        var result = await Cohort.RunAsync(UnsteadyPeople.Usual with { People = 300 }, model: UnsteadyPeople.Model);

        result.Violations.ShouldBeEmpty();
        foreach (var (statement, place) in UnsteadyPeople.Model.Checks.Statements.Select((statement, place) => (statement, place)))
        {
            if (statement.Id is "signs" or "no-standing" or "fallen" or "untested" or "unsteady" or "earned-step" or "pain-rest" or "minutes")
            {
                result.People.Sum(person => person.Judgement.InForce[place]).ShouldBeGreaterThan(0, statement.Id);
            }
        }
    }

    [Fact]
    public async Task A_planner_that_overlooks_a_rule_is_noticed()
    {
        var options = UnsteadyPeople.Usual with { People = 300, Planner = static programme => new Deaf(programme) };

        var result = await Cohort.RunAsync(options, model: UnsteadyPeople.Model);

        result.Violations.Select(violation => violation.Statement).Distinct().ShouldContain("untested");
    }

    [Fact]
    public async Task The_table_has_its_exercises_and_statements()
    {
        using var text = new StringWriter();
        CohortTable.Write(text, await Cohort.RunAsync(UnsteadyPeople.Usual with { People = 20, Weeks = 6 }, model: UnsteadyPeople.Model));

        var table = text.ToString();
        table.ShouldContain("programme balance, version 1");
        table.ShouldContain("tandem-stand");
        table.ShouldContain("level 1 while balance is untested (R36)");
        table.ShouldNotContain("calf");
    }

    [Fact]
    public void A_condition_of_which_nothing_is_known_is_refused_in_words() =>
        Should.Throw<ArgumentException>(() => Cohort.Person(UnsteadyPeople.Usual, 1)).Message.ShouldContain("\"unsteadiness\"");

    /// <summary>Lifts every limit of a level.</summary>
    private sealed class Deaf(Programme programme) : IPersonPlanner
    {
        private readonly SnapshotPlanner _planner = new(programme);

        public void Take(Journal.Entry entry) => _planner.Take(entry);

        public Plan PlanOn(DateOnly on)
        {
            var plan = _planner.PlanOn(on);
            return plan with
            {
                Exercises = [.. plan.Exercises.Select(planned => planned.Level.Number < programme[planned.Exercise].Top
                    ? planned with { Level = programme[planned.Exercise][planned.Level.Number + 1], Dose = programme[planned.Exercise][planned.Level.Number + 1].Dose }
                    : planned)],
            };
        }
    }
}
