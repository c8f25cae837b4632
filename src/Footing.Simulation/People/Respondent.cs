using Footing.Journal;

namespace Footing.Simulation.People;

/// <summary>How a simulated person answers a screening, the first time and later.</summary>
public abstract class Respondent
{
    /// <summary>The answers on a day, and when tests were done; a few people leave safety questions out.</summary>
    /// <param name="on">The date.</param>
    /// <param name="isFirst">Whether it is their first screening.</param>
    public abstract (Answers Answers, MeasuredDates Measured) Respond(DateOnly on, bool isFirst);

    /// <summary>Records a fall for later answers.</summary>
    public abstract void HasFallen();

    /// <summary>Records that the person fell, nearly fell or was dizzy, so that tests may be done anew.</summary>
    public virtual void WasUnsteady()
    {
    }

    /// <summary>The rules that hold back no exercise but its levels: professionals lift them though no plan names them.</summary>
    public virtual ImmutableArray<string> RulesOfCaps => [];
}
