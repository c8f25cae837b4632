using Footing.Journal;

namespace Footing.Screening;

/// <summary>What the answers of one screening result in for the exercises of a programme, and why.</summary>
/// <param name="Disposition">The worst of the matching rules; it decides the words and the urgency.</param>
/// <param name="Matches">The matching rules that are not lifted, by number, each with what it says.</param>
/// <param name="Allowed">
/// The exercises that no matching rule withholds, in the programme's order; only this decides what is planned.
/// </param>
/// <param name="Caps">The highest level of an allowed exercise, where one is limited, in the programme's order.</param>
/// <param name="ResidualCaps">
/// The part of <paramref name="Caps"/> that comes only from a rule that was lifted; a practitioner's cap may raise it.
/// </param>
/// <param name="Advisories">Advice by name, sorted.</param>
/// <param name="Missing">The safety questions without an answer, in the order of the table.</param>
/// <param name="Cleared">The rules that match and are lifted, by number.</param>
public sealed record Decision(
    Disposition Disposition,
    ImmutableArray<Match> Matches,
    ImmutableArray<ExerciseId> Allowed,
    PerExercise<int> Caps,
    PerExercise<int> ResidualCaps,
    ImmutableSortedSet<string> Advisories,
    ImmutableArray<string> Missing,
    ImmutableArray<Rule> Cleared)
{
    /// <summary>
    /// Whether it allows exercise to be planned: proceed, seated-only or clinician-first, and something is allowed.
    /// </summary>
    public bool AllowsExercise =>
        Disposition is Disposition.Proceed or Disposition.SeatedOnly or Disposition.ClinicianFirst && !Allowed.IsEmpty;

    /// <summary>Whether a professional is asked first; what is allowed meanwhile may be done.</summary>
    public bool AsksFirst => Disposition == Disposition.ClinicianFirst;

    /// <summary>Whether exercise goes ahead with nobody to ask, although something is withheld or limited.</summary>
    public bool ProceedsWithLimits => Disposition == Disposition.Proceed && Limiting.Any();

    /// <summary>
    /// The rule that limits an exercise: the first that sets its cap, or the lifted one from which the cap remains.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing limits it.</exception>
    public string CappedBy(Exercise exercise) =>
        ResidualCaps.ContainsKey(exercise.Id)
            ? Cleared.Last(rule => Verdict.CapOf(rule.CapsWhenLifted, exercise) is not null).Name
            : Matches.Where(match => match.Verdict.CapOf(exercise) is not null).MinBy(match => match.Verdict.CapOf(exercise))?.Rule.Name
                ?? throw new InvalidOperationException($"Nothing limits {exercise.Id}.");

    /// <summary>The matching rules that withhold or limit something, by number; the others only advise.</summary>
    public IEnumerable<Rule> Limiting => Matches.Where(match => match.Verdict.Limits).Select(match => match.Rule);

    /// <summary>The matching rules whose sign is an emergency here, by number.</summary>
    public IEnumerable<Rule> Emergencies => Matches.Where(match => match.Verdict.Disposition == Disposition.Emergency).Select(match => match.Rule);

    /// <summary>The matching rules with a sign of danger, by number.</summary>
    public IEnumerable<Rule> Signs => Matches.Where(match => match.Rule.Sign is not null).Select(match => match.Rule);

    /// <summary>The advice that no limiting rule says itself: which tests are still to be done is such a reason.</summary>
    public IEnumerable<string> FurtherAdvice =>
        Advisories.Except(Matches.Where(match => match.EndsWithTest).Select(match => match.Verdict.Advisory).OfType<string>());

    /// <summary>Whether sugar that works fast must be within reach.</summary>
    public bool NeedsFastSugar => Advisories.Contains(Screening.Advisories.FastSugarNear);

    /// <summary>Whether the person is not sure of a sign of an emergency.</summary>
    public bool IsUnsureOfEmergency => Advisories.Contains(Screening.Advisories.EmergencySigns);

    /// <summary>The rules that withhold an exercise, by number.</summary>
    public IEnumerable<string> Withholding(Exercise exercise) =>
        Matches.Where(match => match.Verdict.Withholds(exercise)).Select(match => match.Rule.Name);

    /// <summary>Judges answers.</summary>
    /// <param name="condition">Whose rules are applied.</param>
    /// <param name="exercises">The exercises of the programme, in its order.</param>
    /// <param name="answers">The answers; some may be missing.</param>
    /// <param name="lifted">The rules that clearances lift; those that cannot be lifted are ignored.</param>
    public static Decision Of(Condition condition, ImmutableArray<Exercise> exercises, Answers answers, ImmutableSortedSet<string> lifted)
    {
        var matches = ImmutableArray.CreateBuilder<Match>();
        var cleared = ImmutableArray.CreateBuilder<Rule>();
        var verdict = new Verdict(Disposition.Proceed, ExerciseTraits.None, Verdict.NoCaps, null);
        var advisories = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var rule in condition.Rules)
        {
            if (rule.Judge(answers) is not { } found || matches.Any(other => other.Rule.Name == rule.YieldsTo))
            {
                continue;
            }

            var match = new Match(rule, found);
            if (match.CanBeLifted && lifted.Contains(rule.Name))
            {
                cleared.Add(rule);
                continue;
            }

            matches.Add(match);
            verdict = Combine(verdict, found);
            if (found.Advisory is { } advisory)
            {
                advisories.Add(advisory);
            }
        }

        if (matches.Count == 0)
        {
            matches.Add(new(Rule.NoOther, Rule.NoOther.Judge(answers)!));
        }

        var missing = condition.Questionnaire.Missing(answers);
        var incomplete = !missing.IsEmpty && verdict.Disposition is not (Disposition.Emergency or Disposition.SameDay);
        ImmutableArray<Exercise> allowed = incomplete ? [] : [.. exercises.Where(exercise => !verdict.Withholds(exercise))];
        var left = cleared.Aggregate(Verdict.NoCaps, (all, rule) => Lowest(all, rule.CapsWhenLifted));
        var (caps, residual) = (PerExercise<int>.Empty, PerExercise<int>.Empty);
        foreach (var exercise in allowed)
        {
            var (ruled, remaining) = (verdict.CapOf(exercise), Verdict.CapOf(left, exercise));
            if (remaining is { } most && !(ruled <= most))
            {
                residual = residual.Add(exercise.Id, most);
                caps = caps.Add(exercise.Id, most);
            }
            else if (ruled is { } lowest)
            {
                caps = caps.Add(exercise.Id, lowest);
            }
        }

        return new(
            incomplete ? Disposition.Incomplete : verdict.Disposition,
            matches.ToImmutable(),
            [.. allowed.Select(exercise => exercise.Id)],
            caps,
            residual,
            advisories.ToImmutable(),
            missing,
            cleared.ToImmutable());
    }

    /// <summary>
    /// Combines two verdicts: the worst disposition, what either withholds, the lowest cap of each trait.
    /// </summary>
    public static Verdict Combine(Verdict one, Verdict other) => new(
        one.Disposition > other.Disposition ? one.Disposition : other.Disposition,
        one.Withheld | other.Withheld,
        Lowest(one.Caps, other.Caps),
        null);

    private static ImmutableSortedDictionary<ExerciseTraits, int> Lowest(
        ImmutableSortedDictionary<ExerciseTraits, int> one,
        ImmutableSortedDictionary<ExerciseTraits, int> other)
    {
        foreach (var (trait, cap) in other)
        {
            one = one.SetItem(trait, Math.Min(cap, one.GetValueOrDefault(trait, int.MaxValue)));
        }

        return one;
    }
}

/// <summary>A rule that matches, and what it says.</summary>
public sealed record Match(Rule Rule, Verdict Verdict)
{
    /// <summary>Whether a clearance can lift it: nothing that needs somebody today can be lifted.</summary>
    public bool CanBeLifted => Rule.CanBeLifted && !Verdict.Disposition.IsUrgent();

    /// <summary>Whether it matches only because a test is missing, so that the test may end it.</summary>
    public bool EndsWithTest => Rule.TestAdvisory is { } missing && Verdict.Advisory == missing;
}
