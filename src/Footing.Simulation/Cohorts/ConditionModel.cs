using Footing.Simulation.Checking;
using Footing.Simulation.Checking.NeuropathicFoot;
using Footing.Simulation.People;
using Footing.Simulation.People.NeuropathicFoot;

namespace Footing.Simulation.Cohorts;

/// <summary>What a simulation knows of a condition.</summary>
public sealed class ConditionModel
{
    /// <param name="id">The condition's id.</param>
    /// <param name="checks">What the contract says of it.</param>
    /// <param name="respondent">Makes what answers a person's screenings.</param>
    internal ConditionModel(string id, ConditionChecks checks, Func<RandomSource, Traits, Respondent> respondent) =>
        (Id, Checks, Respondent) = (id, checks, respondent);

    /// <summary>The conditions of this build.</summary>
    public static ImmutableArray<ConditionModel> Shipped { get; } =
    [
        new("neuropathic-foot", new FootChecks(), static (chance, traits) => new FootRespondent(chance, traits)),
    ];

    /// <summary>The condition's id.</summary>
    public string Id { get; }

    /// <summary>What the contract says of the condition.</summary>
    public ConditionChecks Checks { get; }

    /// <summary>Makes what answers a person's screenings.</summary>
    internal Func<RandomSource, Traits, Respondent> Respondent { get; }

    /// <summary>The shipped model of a condition.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ConditionModel Of(string id) => Shipped.FirstOrDefault(model => model.Id == id)
        ?? throw new ArgumentException($"Nothing is known of how people with \"{id}\" answer: give a model of it.", nameof(id));
}
