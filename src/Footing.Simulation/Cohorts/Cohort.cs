using Footing.Simulation.Checking;
using Footing.Simulation.People;

namespace Footing.Simulation.Cohorts;

/// <summary>Simulated people, each with their own random numbers, who follow the real rules and are checked.</summary>
public static class Cohort
{
    /// <summary>Simulates everybody and checks what they were offered.</summary>
    /// <param name="options">What is simulated.</param>
    /// <param name="lived">Called after each person; from several threads.</param>
    /// <param name="model">What is known of the condition; null for the shipped model of the programme's.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<CohortResult> RunAsync(
        SimulationOptions options, Action? lived = null, ConditionModel? model = null, CancellationToken cancellation = default)
    {
        model ??= ConditionModel.Of(options.Programme.Condition.Id);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.People, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.People, SimulationOptions.MostPeople);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Weeks, SimulationOptions.MostWeeks);
        var scripts = new ScriptShelf(options.Programme, options.Texts);
        var people = new PersonResult[options.People];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Cores, CancellationToken = cancellation };
        await Parallel.ForAsync(0, options.People, parallel, (place, _) =>
        {
            var (record, course) = new Life(options, scripts, place + 1, model.Respondent).Live();
            people[place] = new(course, Checker.Judge(record, options.Programme, model.Checks), Occurrences.Of(record));
            lived?.Invoke();
            return ValueTask.CompletedTask;
        });

        // Added in the order of numbers, not of completion.
        return new CohortResult(options, model, people);
    }

    /// <summary>One person's weeks, the same as in the whole cohort.</summary>
    /// <param name="options">What is simulated.</param>
    /// <param name="number">The person's number, from 1.</param>
    /// <param name="model">What is known of the condition; null for the shipped model of the programme's.</param>
    public static PersonRecord Person(SimulationOptions options, int number, ConditionModel? model = null) => new Life(
        options,
        new ScriptShelf(options.Programme, options.Texts),
        number,
        (model ?? ConditionModel.Of(options.Programme.Condition.Id)).Respondent).Live().Record;
}

/// <summary>The result for all people.</summary>
public sealed class CohortResult
{
    internal CohortResult(SimulationOptions options, ConditionModel model, PersonResult[] people) =>
        (Options, Model, People) = (options, model, people);

    /// <summary>What was simulated.</summary>
    public SimulationOptions Options { get; }

    /// <summary>What was known of the condition.</summary>
    public ConditionModel Model { get; }

    /// <summary>All offers that were not allowed, by person and time.</summary>
    public IEnumerable<Violation> Violations => People.SelectMany(person => person.Judgement.Violations);

    internal PersonResult[] People { get; }
}

/// <summary>The result for one person.</summary>
internal sealed record PersonResult(Trajectory Course, Checker.Judgement Judgement, Occurrences Occurrences);
