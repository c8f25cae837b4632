using Footing.Journal;

namespace Footing.Simulation.People;

/// <summary>How a simulated person answers a screening, the first time and later.</summary>
public abstract class Respondent
{
    /// <summary>The answers on a day; a few people leave safety questions out.</summary>
    /// <param name="isFirst">Whether it is their first screening.</param>
    public abstract Answers Respond(bool isFirst);

    /// <summary>Records a fall for later answers.</summary>
    public abstract void HasFallen();
}
