using Footing.Journal;

namespace Footing.Simulation.Checking;

/// <summary>
/// What the contract says of one condition's screening, implemented again and separately from the code that plans: the
/// statements that must hold, and how its answers are read by statements about all conditions.
/// </summary>
public abstract class ConditionChecks
{
    /// <summary>All statements, in the order of the table.</summary>
    internal abstract ImmutableArray<Statement> Statements { get; }

    /// <summary>The questions without which nothing may be offered.</summary>
    public abstract IEnumerable<string> SafetyQuestions { get; }

    /// <summary>The rules that a clearance may lift.</summary>
    public abstract IEnumerable<string> LiftableRules { get; }

    /// <summary>The rules of which a fall ends every clearance.</summary>
    public abstract ImmutableArray<string> RulesEndedByFall { get; }

    /// <summary>The exercises that are allowed whenever anything is, and wait for no other.</summary>
    internal virtual ImmutableArray<ExerciseId> AlwaysAllowed => [];

    /// <summary>The questions of which a worse answer ends a clearance of a rule.</summary>
    public abstract IEnumerable<string> QuestionsOf(string rule);

    /// <summary>A screening as it is judged on its date; here no test ages.</summary>
    /// <param name="on">Its date.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="unsteady">The dates of falls, near falls and dizziness so far.</param>
    public virtual JudgedScreening Judge(DateOnly on, ScreeningEntry entry, IReadOnlyCollection<DateOnly> unsteady) => JudgedScreening.Plain(on, entry.Answers);

    /// <summary>Whether a liftable rule matches and may be lifted, lifted or not.</summary>
    public abstract bool Matches(string rule, JudgedScreening screening);

    /// <summary>Whether a question's later answer, as it was judged, is worse than an earlier one.</summary>
    public abstract bool IsWorse(string question, Answers was, Answers now);

    /// <summary>
    /// Whether a later screening is worse than an earlier one in something, better in nothing and otherwise the same; false
    /// where nobody can say.
    /// </summary>
    public virtual bool IsOnlyWorse(JudgedScreening was, JudgedScreening now) => false;

    /// <summary>
    /// The date such that a screening ends what falls and dizziness before it lock; null where it ends nothing.
    /// </summary>
    /// <param name="screening">The screening.</param>
    /// <param name="isLifted">Whether a rule is lifted.</param>
    public virtual DateOnly? ShowsBalance(JudgedScreening screening, Func<string, bool> isLifted) => null;

    /// <summary>Whether a session counts only with clear feet (P1).</summary>
    public abstract bool ChecksFeet { get; }

    /// <summary>Whether a session counts only between two looks at the feet (P7).</summary>
    public abstract bool IsNumb(Answers answers);

    /// <summary>Whether a foot check that nobody could do counts as a finding.</summary>
    public abstract bool MayNotFeel(Answers answers);

    /// <summary>Whether nothing in the answers could stop, withhold or rest an exercise: other people are left out of P12.</summary>
    public abstract bool IsSurelyWell(Answers answers);
}
