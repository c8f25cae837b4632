using Footing.Journal;

namespace Footing.Screening;

/// <summary>
/// What people have that programmes are for: what they are asked before they exercise, and what the answers result in. It
/// is code, because its rules must be provable; programmes are data. A programme says by id which condition it is for.
/// </summary>
public abstract class Condition
{
    /// <param name="id">Kebab-case, such as <c>neuropathic-foot</c>.</param>
    /// <param name="questionnaire">What is asked.</param>
    /// <param name="rules">The rules of its screening, in the order of their numbers.</param>
    protected Condition(string id, Questionnaire questionnaire, ImmutableArray<Rule> rules)
    {
        Id = id;
        Questionnaire = questionnaire;
        Rules = rules;
        EmergencySigns = [.. rules.Where(rule => rule.Urgency == Disposition.Emergency)];
        SameDaySigns = [.. rules.Where(rule => rule.Urgency == Disposition.SameDay)];
        DangerQuestions = [.. EmergencySigns.Concat(SameDaySigns).Select(rule => Question.Find(rule.Sign!)!)];
    }

    /// <summary>Kebab-case, such as <c>neuropathic-foot</c>.</summary>
    public string Id { get; }

    /// <summary>What is asked.</summary>
    public Questionnaire Questionnaire { get; }

    /// <summary>The rules in the order of their numbers. <see cref="Rule.NoOther"/> is not among them.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The rules whose sign is an emergency, by number.</summary>
    public ImmutableArray<Rule> EmergencySigns { get; }

    /// <summary>The rules whose sign needs somebody the same day, by number.</summary>
    public ImmutableArray<Rule> SameDaySigns { get; }

    /// <summary>The questions that ask for a sign of danger, the most urgent first.</summary>
    public ImmutableArray<Question> DangerQuestions { get; }

    /// <summary>
    /// Whether the feet are looked at before a session, and the soles at its end: then only a session with clear feet
    /// counts towards a step up (P1).
    /// </summary>
    public virtual bool ChecksFeet => false;

    /// <summary>The rule that a foot that is hot, swollen or warmer is a sign of; null where this condition has none.</summary>
    public virtual Rule? HeatRule => null;

    /// <summary>The rule that skin which is not clear is a sign of; null where this condition has none.</summary>
    public virtual Rule? SkinRule => null;

    /// <summary>The rule that a calf that is swollen, tender or warm is a sign of; null where this condition has none.</summary>
    public virtual Rule? CalfRule => null;

    /// <summary>The rule that black skin is a sign of; null where this condition has none.</summary>
    public virtual Rule? BlackSkinRule => null;

    /// <summary>The tests that are done at home, in the order in which their questions are asked.</summary>
    public virtual ImmutableArray<HomeTest> HomeTests => [];

    /// <summary>The test whose result answers a question; null where this condition has none.</summary>
    /// <param name="question">The question's id; its letters may be large or small.</param>
    public HomeTest? TestOf(string question) => HomeTest.Find(question) is { } test && HomeTests.Contains(test) ? test : null;

    /// <summary>What in the answers speaks against trying a test standing; null for nothing.</summary>
    /// <param name="answers">The answers so far.</param>
    public virtual StandingTestBarrier? BarrierToStanding(Answers answers) => DangerIn(answers) is null ? null : StandingTestBarrier.Signs;

    /// <summary>The questions whose tests show together that somebody is steady again (P6).</summary>
    public virtual ImmutableArray<string> BalanceTests => [];

    /// <summary>Whether the feet may not feel an injury, so that somebody must look at them.</summary>
    public virtual bool MayNotFeel(Answers answers) => false;

    /// <summary>Whether the feet are looked at again after a session (P7).</summary>
    public virtual bool NeedsCheckAfterSession(Answers answers) => false;

    /// <summary>The category of risk that answers give, for a professional to read; null where this condition has none.</summary>
    public virtual RiskCategory? RiskOf(Answers answers) => null;

    /// <summary>What answers leave open for a professional, by name: its words stand in the condition's texts.</summary>
    public virtual ImmutableArray<string> OpenQuestions(Answers answers) => [];

    /// <summary>Whether the number that answers a question is one that a rule holds back for.</summary>
    /// <param name="question">The id of a question that is answered by a number.</param>
    /// <param name="answers">The answers, that one among them.</param>
    public virtual bool IsConcerning(string question, Answers answers) => false;

    /// <summary>
    /// Whether corrected answers about the person (age, sex) make a rule restrict less; then the correction is one that
    /// makes the screening milder.
    /// </summary>
    public virtual bool IsPersonMilder(Answers was, Answers now) => false;

    /// <summary>How long the numbers of tests are valid; a test that is not among them does not age.</summary>
    public virtual ImmutableArray<TestAge> TestAges => [];

    /// <summary>Whether the number of a test is of use to a person, so that a repeat asks for one that has aged.</summary>
    public virtual bool IsTestNeeded(string question, Answers answers) => true;

    /// <summary>Whether a repeat asks for a test that was left out before, because an answer makes it more important.</summary>
    public virtual bool IsTestAskedAgain(string question, Answers answers) => false;

    /// <summary>The questions whose numbers were found too long ago, as of a screening's date, in the order of the table.</summary>
    /// <param name="answers">Its answers.</param>
    /// <param name="measured">When they were found.</param>
    /// <param name="screenedOn">Its date.</param>
    /// <param name="unsteadyOn">The last date before that on which the person fell, nearly fell or was dizzy; null for none.</param>
    public ImmutableArray<string> AgedTests(Answers answers, MeasuredDates measured, DateOnly screenedOn, DateOnly? unsteadyOn)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(measured);
        return
        [
            .. TestAges
                .Where(age => answers.Number(age.Question) is not null && age.IsAged(measured.Of(age.Question, screenedOn), screenedOn, unsteadyOn))
                .Select(age => age.Question),
        ];
    }

    /// <summary>Answers as the rules judge them: see <see cref="Answers.WithAged"/>.</summary>
    /// <param name="answers">The answers of a screening.</param>
    /// <param name="aged">The questions whose numbers were found too long ago.</param>
    public Answers Judged(Answers answers, ImmutableArray<string> aged)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return aged.IsEmpty ? answers : answers.WithAged(aged, question => IsConcerning(question, answers));
    }

    /// <summary>The rule with this name; null where there is none.</summary>
    public Rule? Find(string name) => Rules.FirstOrDefault(rule => rule.Name == name);

    /// <summary>The rules that a clearance can lift, by number.</summary>
    public IEnumerable<Rule> Liftable => Rules.Where(rule => rule.CanBeLifted);

    /// <summary>What one answer by itself results in, if that cannot wait; null if it can.</summary>
    public Disposition? DangerIn(string question, Answer answer) => DangerIn(Answers.None.With(question, answer).Value);

    /// <summary>What answers result in, if that cannot wait, even when others are missing; null if it can.</summary>
    public Disposition? DangerIn(Answers answers) =>
        DispositionOf(answers) is var disposition && disposition.IsUrgent() ? disposition : null;

    /// <summary>What answers result in without any clearance; for this no exercise matters.</summary>
    public Disposition DispositionOf(Answers answers) => Decision.Of(this, [], answers, []).Disposition;
}
