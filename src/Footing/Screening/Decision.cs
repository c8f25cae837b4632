using Footing.Journal;

namespace Footing.Screening;

/// <summary>What the answers of one screening result in, and why.</summary>
/// <param name="Disposition">The worst of the matching rules; it decides the words and the urgency.</param>
/// <param name="Matches">The matching rules that are not lifted, by number, each with what it says.</param>
/// <param name="Allowed">The exercises that no matching rule withholds; only this decides what is planned.</param>
/// <param name="Caps">The highest level of an allowed exercise, where one is limited.</param>
/// <param name="ResidualCaps">
/// The part of <paramref name="Caps"/> that comes only from a lifted R12 or R13; a practitioner's cap may raise it.
/// </param>
/// <param name="Advisories">Advice by name, sorted.</param>
/// <param name="Missing">The safety questions without an answer, in the order of the table.</param>
/// <param name="Cleared">The rules that match and are lifted, by number.</param>
public sealed record Decision(
    Disposition Disposition,
    ImmutableArray<Match> Matches,
    ImmutableSortedSet<Exercise> Allowed,
    ImmutableSortedDictionary<Exercise, int> Caps,
    ImmutableSortedDictionary<Exercise, int> ResidualCaps,
    ImmutableSortedSet<string> Advisories,
    ImmutableArray<string> Missing,
    ImmutableArray<Rule> Cleared)
{
    /// <summary>
    /// Whether it allows exercise to be planned: proceed, seated-only or clinician-first, and something is allowed.
    /// </summary>
    public bool AllowsExercise =>
        Disposition is Disposition.Proceed or Disposition.SeatedOnly or Disposition.ClinicianFirst && !Allowed.IsEmpty;

    /// <summary>
    /// The rule that limits an exercise: the first that sets its cap, or the lifted one from which the cap remains.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing limits it.</exception>
    public string CappedBy(Exercise exercise) =>
        ResidualCaps.ContainsKey(exercise)
            ? Cleared.Last(rule => rule.Number is 12 or 13).Name
            : Matches.Where(match => match.Verdict.Caps.ContainsKey(exercise)).MinBy(match => match.Verdict.Caps[exercise])?.Rule.Name
                ?? throw new InvalidOperationException($"Nothing limits {exercise.Id()}.");

    /// <summary>The matching rules that withhold or limit something, by number; the others only advise.</summary>
    public IEnumerable<Rule> Limiting => Matches.Where(match => match.Verdict.Limits).Select(match => match.Rule);

    /// <summary>The matching rules whose sign is an emergency here, by number.</summary>
    public IEnumerable<Rule> Emergencies => Matches.Where(match => match.Verdict.Disposition == Disposition.Emergency).Select(match => match.Rule);

    /// <summary>The matching rules with a sign of danger, by number.</summary>
    public IEnumerable<Rule> Signs => Matches.Where(match => match.Rule.Sign is not null).Select(match => match.Rule);

    /// <summary>The advice that no limiting rule says itself: which tests are still to be done is such a reason.</summary>
    public IEnumerable<string> FurtherAdvice => Advisories.Except([Screening.Advisories.TouchTestNeeded, Screening.Advisories.BalanceCheckNeeded]);

    /// <summary>Whether sugar that works fast must be within reach.</summary>
    public bool NeedsFastSugar => Advisories.Contains(Screening.Advisories.FastSugarNear);

    /// <summary>Whether the person is not sure of a sign of an emergency.</summary>
    public bool IsUnsureOfEmergency => Advisories.Contains(Screening.Advisories.EmergencySigns);

    /// <summary>What one answer by itself results in, if that cannot wait; null if it can.</summary>
    public static Disposition? DangerIn(string question, Answer answer) =>
        DangerIn(Answers.None.With(question, answer).Value);

    /// <summary>What answers result in, if that cannot wait, even when others are missing; null if it can.</summary>
    public static Disposition? DangerIn(Answers answers) =>
        Of(answers, []).Disposition is var disposition && disposition.IsUrgent() ? disposition : null;

    /// <summary>The rules that withhold an exercise, by number.</summary>
    public IEnumerable<string> Withholding(Exercise exercise) =>
        Matches.Where(match => !match.Verdict.Allowed.Contains(exercise)).Select(match => match.Rule.Name);

    /// <summary>Judges answers.</summary>
    /// <param name="answers">The answers; some may be missing.</param>
    /// <param name="lifted">The rules that clearances lift; those that cannot be lifted are ignored.</param>
    public static Decision Of(Answers answers, ImmutableSortedSet<string> lifted)
    {
        var matches = ImmutableArray.CreateBuilder<Match>();
        var cleared = ImmutableArray.CreateBuilder<Rule>();
        var verdict = new Verdict(Disposition.Proceed, ExerciseIds.All, Verdict.NoCaps, null);
        var advisories = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var rule in Rules.All)
        {
            if (rule.Judge(answers) is not { } found)
            {
                continue;
            }

            if (rule.CanBeLifted && lifted.Contains(rule.Name))
            {
                cleared.Add(rule);
                continue;
            }

            matches.Add(new(rule, found));
            verdict = Combine(verdict, found);
            if (found.Advisory is { } advisory)
            {
                advisories.Add(advisory);
            }
        }

        if (matches.Count == 0)
        {
            matches.Add(new(Rules.NoOther, Rules.NoOther.Judge(answers)!));
        }

        var missing = answers.Missing;
        var incomplete = !missing.IsEmpty && verdict.Disposition is not (Disposition.Emergency or Disposition.SameDay);
        var allowed = incomplete ? ExerciseIds.None : verdict.Allowed;
        var residual = cleared.Any(rule => rule.Number is 12 or 13)
            ? Within(allowed, Verdict.LowLoad)
            : Verdict.NoCaps;
        var ruled = Within(allowed, verdict.Caps);
        return new(
            incomplete ? Disposition.Incomplete : verdict.Disposition,
            matches.ToImmutable(),
            allowed,
            Lowest(ruled, residual),
            residual.RemoveRange(ruled.Where(cap => cap.Value <= residual.GetValueOrDefault(cap.Key)).Select(cap => cap.Key)),
            advisories.ToImmutable(),
            missing,
            cleared.ToImmutable());
    }

    /// <summary>
    /// Combines two verdicts: the worst disposition, what both allow, the lowest cap of each exercise.
    /// </summary>
    public static Verdict Combine(Verdict one, Verdict other) => new(
        one.Disposition > other.Disposition ? one.Disposition : other.Disposition,
        one.Allowed.Intersect(other.Allowed),
        Lowest(one.Caps, other.Caps),
        null);

    private static ImmutableSortedDictionary<Exercise, int> Lowest(
        ImmutableSortedDictionary<Exercise, int> one,
        ImmutableSortedDictionary<Exercise, int> other)
    {
        foreach (var (exercise, cap) in other)
        {
            one = one.SetItem(exercise, Math.Min(cap, one.GetValueOrDefault(exercise, int.MaxValue)));
        }

        return one;
    }

    private static ImmutableSortedDictionary<Exercise, int> Within(
        ImmutableSortedSet<Exercise> allowed,
        ImmutableSortedDictionary<Exercise, int> caps) => caps.RemoveRange(caps.Keys.Where(exercise => !allowed.Contains(exercise)));
}

/// <summary>A rule that matches, and what it says.</summary>
public sealed record Match(Rule Rule, Verdict Verdict);
