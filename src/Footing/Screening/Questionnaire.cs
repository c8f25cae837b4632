using Footing.Journal;

namespace Footing.Screening;

/// <summary>A question as a condition asks it.</summary>
/// <param name="Question">The question.</param>
public sealed record AskedQuestion(Question Question)
{
    /// <summary>Whether a screening without an answer to it is incomplete.</summary>
    public bool IsSafety { get; init; }

    /// <summary>
    /// Whether a repeat asks it again, because it may be different by now; what else there is a repeat shows with the answer
    /// of last time.
    /// </summary>
    public bool IsAskedAnew { get; init; }

    /// <summary>
    /// Whether it is needed where answers cannot be asked for later: it is no safety question, but decides whether or how
    /// somebody may exercise.
    /// </summary>
    public bool IsDecisive { get; init; }

    /// <summary>Only with one of these answers to another question it is needed; null: whatever the others are.</summary>
    public (string Question, ImmutableArray<string> Words)? NeededIf { get; init; }

    /// <summary>Whether it is asked, given the other answers; null: always.</summary>
    public Func<Answers, bool>? If { get; init; }
}

/// <summary>The questions that a condition asks, in the order in which it asks them.</summary>
public sealed class Questionnaire
{
    private readonly ImmutableDictionary<string, AskedQuestion> _byId;

    /// <param name="pages">The questions page by page: closely related ones are on one page.</param>
    /// <exception cref="ArgumentException">A question is asked twice.</exception>
    public Questionnaire(params ImmutableArray<ImmutableArray<AskedQuestion>> pages)
    {
        _byId = pages.SelectMany(page => page).ToImmutableDictionary(asked => asked.Question.Id, StringComparer.Ordinal);
        Pages = [.. pages.Select(page => page.Select(asked => asked.Question.Id).ToImmutableArray())];
        Questions = [.. _byId.Values.Select(asked => asked.Question).OrderBy(question => question.Number)];
    }

    /// <summary>The ids of the questions, page by page.</summary>
    public ImmutableArray<ImmutableArray<string>> Pages { get; }

    /// <summary>The questions, in the order of the table.</summary>
    public ImmutableArray<Question> Questions { get; }

    /// <summary>The safety questions, in the order of the table.</summary>
    public IEnumerable<Question> Safety => Questions.Where(question => IsSafety(question.Id));

    /// <summary>A question as it is asked; null where this questionnaire does not ask it.</summary>
    public AskedQuestion? Find(string question) => _byId.GetValueOrDefault(question);

    /// <summary>Whether a screening without an answer to a question is incomplete.</summary>
    public bool IsSafety(string question) => Find(question)?.IsSafety == true;

    /// <summary>Whether a repeat shows a question with the answer of last time instead of asking it.</summary>
    public bool IsLasting(string question) => Find(question) is { IsAskedAnew: false };

    /// <summary>Whether a question is asked, given the other answers.</summary>
    public bool IsAsked(string question, Answers answers) => Find(question) is { } asked && asked.If?.Invoke(answers) != false;

    /// <summary>The safety questions without an answer, in the order of the table.</summary>
    public ImmutableArray<string> Missing(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return [.. Safety.Where(question => answers[question.Id] is null).Select(question => question.Id)];
    }

    /// <summary>
    /// Answers after a change: a safety question that is asked only now is asked again, whatever was said before.
    /// </summary>
    public Answers AskedAgain(Answers before, Answers after) => Safety
        .Where(question => !IsAsked(question.Id, before) && IsAsked(question.Id, after))
        .Aggregate(after, (answers, question) => answers.Without(question.Id));

    /// <summary>
    /// Answers as they are recorded, whatever was answered before other answers made a page unnecessary: on a page that
    /// is not asked, a safety question is a test that was not done, and any other question has no answer.
    /// </summary>
    public Answers Recorded(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Pages.Where(page => !IsAsked(page[0], answers)).SelectMany(page => page).Aggregate(
            answers, (recorded, id) => IsSafety(id) ? recorded.With(id, Answer.Of("not-done")).Value : recorded.Without(id));
    }

    /// <summary>The answers of an earlier screening that a repeat shows again rather than asks.</summary>
    public Answers Lasting(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Answered.Where(question => !IsLasting(question.Id)).Aggregate(answers, (kept, question) => kept.Without(question.Id));
    }

    /// <summary>
    /// The screening from which a repeat starts: the last one with all safety answers that a repeat does not ask anew. Null
    /// when there is none, or when a later entry that may be a screening cannot be read: then everything is asked again.
    /// </summary>
    /// <param name="effective">The effective entries, in the journal's order.</param>
    public ScreeningEntry? RepeatedFrom(IEnumerable<Entry> effective) =>
        effective.LastOrDefault(entry => (entry is ScreeningEntry screening && !Missing(screening.Answers).Any(IsLasting)) ||
            (entry is UnreadableEntry unreadable && unreadable.MayBeAbout(EntryKind.Screening))) as ScreeningEntry;
}
