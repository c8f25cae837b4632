namespace Footing.Journal;

/// <summary>
/// One screening question: its place in the table, its id, and what may be answered. The table holds every question that
/// an entry may answer; each condition asks some of them. The words that people read are in the texts under
/// <c>questions.ID</c>.
/// </summary>
/// <param name="Number">The row, 1 to 34.</param>
/// <param name="Id">Kebab-case, such as <c>hot-red-swollen-foot</c>.</param>
/// <param name="Words">The words that are an answer.</param>
/// <param name="Least">The smallest whole number that is an answer; null where no number is an answer.</param>
/// <param name="Most">The largest whole number that is an answer; null where no number is an answer.</param>
public sealed record Question(int Number, string Id, ImmutableArray<string> Words, int? Least = null, int? Most = null)
{
    private static readonly ImmutableArray<string> Ternary =
        [.. new[] { YesNoUnsure.Yes, YesNoUnsure.No, YesNoUnsure.Unsure }.Select(answer => Vocabulary.YesNoUnsure[answer])];

    private static readonly ImmutableArray<string> NotDone = ["not-done"];

    /// <summary>Whether "yes" is the good answer, so that "no" is the worse one.</summary>
    public bool IsYesGood { get; init; }

    /// <summary>Whether a higher number is the worse result; of all other tests a lower one is.</summary>
    public bool IsMoreWorse { get; init; }

    /// <summary>Whether it asks for the result of a test: a number that was found on some date, and may age.</summary>
    public bool IsTest => Least is not null && !IsOfPerson;

    /// <summary>
    /// Whether it is about the person and not about illness or medicine, which may be new: age and sex.
    /// </summary>
    public bool IsOfPerson => Id is "age" or "sex-for-norms";

    /// <summary>
    /// The words in the order in which people choose. "No" first: it is what most people answer to most questions.
    /// </summary>
    public ImmutableArray<string> Choices => Words == Ternary ? Vocabulary.YesNoUnsure.Words : Words;

    /// <summary>All questions, in the order of the table.</summary>
    public static ImmutableArray<Question> All { get; } =
    [
        new(1, "cold-pale-limb", Ternary),
        new(2, "breathless-with-leg-swelling", Ternary),
        new(3, "rapid-weakness", Ternary),
        new(4, "wound-and-unwell", Ternary),
        new(5, "hot-red-swollen-foot", Ternary),
        new(6, "broken-skin", Ternary),
        new(7, "swollen-tender-calf", Ternary),
        new(8, "rest-pain-eased-hanging-down", Ternary),
        new(9, "recent-foot-surgery-or-fracture", Ternary),
        new(10, "past-ulcer-or-amputation", Ternary),
        new(11, "kidney-failure", Ternary),
        new(12, "charcot-history", Ternary),
        new(13, "arterial-disease", Ternary),
        new(14, "foot-deformity", Ternary),
        new(15, "blood-thinner-or-easy-bruising", Ternary),
        new(16, "fall-in-last-year", Ternary),
        new(17, "stands-with-support", Ternary) { IsYesGood = true },
        new(18, "numb-feet", Ternary),
        new(19, "touch-test", ["not-done", "self"], 0, 6) { IsMoreWorse = true },
        new(20, "tandem-stand-seconds", NotDone, 0, 10),
        new(21, "chair-stands", NotDone, 0, 60),
        new(22, "age", [], 18, 120),
        new(23, "sex-for-norms", ["male", "female", "unspecified"]),
        new(24, "diabetes", Ternary),
        new(25, "insulin-or-sulfonylurea", Ternary),
        new(26, "metformin", Ternary),
        new(27, "b12-tested", Ternary),
        new(28, "cause-assessed", Ternary),
        new(29, "one-sided-or-motor-first", Ternary),
        new(30, "burning-or-tingling", Ternary),
        new(31, "first-step-heel-pain", Ternary),
        new(32, "black-skin", Ternary),
        new(33, "dizzy-on-standing", Ternary),
        new(34, "told-not-to", Ternary),
    ];

    private static readonly ImmutableDictionary<string, Question> ById =
        All.ToImmutableDictionary(question => question.Id, StringComparer.Ordinal);

    /// <summary>The question with this id, or null when there is none.</summary>
    public static Question? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The question in this row, 1 to 34.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static Question Row(int number) => number >= 1 && number <= All.Length
        ? All[number - 1]
        : throw new ArgumentOutOfRangeException(nameof(number), number, $"Questions have the rows 1 to {All.Length}.");

    /// <summary>
    /// What may be answered, for an error message: <c>yes, no, unsure</c> or <c>0 to 6, not-done, self</c>.
    /// </summary>
    public string Expected => Least is null
        ? string.Join(", ", Words)
        : string.Join(", ", Words.Insert(0, $"a whole number from {Least} to {Most}"));
}
