using Footing.Journal;

namespace Footing.Screening;

/// <summary>
/// An active clearance: a professional's decision, for the answers of the screening that it is based on.
/// </summary>
/// <param name="From">The date of its entry.</param>
/// <param name="Basis">The answers that it is based on: those of the last screening before it.</param>
/// <param name="Rules">The rules that it still lifts.</param>
public sealed record Clearance(DateOnly From, Answers Basis, ImmutableSortedSet<string> Rules)
{
    /// <summary>It is valid until this many days after its date.</summary>
    public const int LastDay = 83;

    /// <summary>A new clearance: of the named rules it lifts those that can be lifted.</summary>
    public static Clearance Given(DateOnly from, Answers basis, IEnumerable<string> rules, Condition condition) => new(
        from,
        basis,
        [.. rules.Where(name => condition.Find(name) is { CanBeLifted: true })]);

    /// <summary>Whether it is valid on a date.</summary>
    public bool HoldsOn(DateOnly date) => date >= From && date.DayNumber - From.DayNumber <= LastDay;

    /// <summary>The rules that clearances lift together on a date.</summary>
    internal static ImmutableSortedSet<string> LiftedOn(DateOnly date, IEnumerable<Clearance> clearances) => clearances
        .Where(clearance => clearance.HoldsOn(date))
        .Aggregate(ImmutableSortedSet<string>.Empty, (rules, clearance) => rules.Union(clearance.Rules));

    /// <summary>
    /// What is left of it after a screening: a rule is dropped when one of its questions has a worse answer than in the
    /// basis.
    /// </summary>
    public Clearance After(Answers later, Condition condition) => this with
    {
        Rules = Rules.Except(condition.Rules
            .Where(rule => rule.Questions.Any(question => IsWorse(question, later)))
            .Select(rule => rule.Name)),
    };

    /// <summary>What is left of it after a fall: it no longer lifts what falls are about.</summary>
    public Clearance AfterFall(Condition condition) => this with
    {
        Rules = Rules.Except(condition.Rules.Where(rule => rule.LiftingEndsWithFall).Select(rule => rule.Name)),
    };

    private bool IsWorse(string question, Answers later)
    {
        var (before, now) = (Basis[question], later[question]);
        var asked = Question.Find(question)!;
        if (asked.Least is not null)
        {
            return (before?.Number, now?.Number) switch
            {
                (null, null) => false,
                ({ } was, { } isNow) => asked.IsMoreWorse ? isNow > was : isNow < was,
                _ => true,
            };
        }

        return now is not null && Severity.OfWord(question, now) > Severity.OfWord(question, before);
    }
}
