using Footing.Journal;

namespace Footing.Forms;

/// <summary>
/// The fields of entries that people answer, each described once. A form takes them from here, under its own names and
/// conditions; where nothing else is said, a field is optional and named by its path.
/// </summary>
public static class EntryFields
{
    /// <summary>Said where one of the answers on the page is missing.</summary>
    internal static FormMessage Choose { get; } = new("answers.choose");

    /// <summary>Said of a text that is too long, with its limit and its length.</summary>
    internal static FormMessage TooLong { get; } = new("form.too-long");

    /// <summary>The worst new finding on the skin.</summary>
    public static FormField Skin { get; } = Words("skin", Vocabulary.SkinFindings);

    /// <summary>Whether a foot is hot.</summary>
    public static FormField Heat { get; } = Words("heat", Vocabulary.YesNoUnsure);

    /// <summary>Whether a foot is swollen.</summary>
    public static FormField Swelling { get; } = Words("swelling", Vocabulary.YesNoUnsure);

    /// <summary>Whether one calf is newly swollen, tender or warm.</summary>
    public static FormField Calf { get; } = Words("calf", Vocabulary.YesNoUnsure);

    /// <summary>What a professional has seen and is unchanged since.</summary>
    public static FormField Known { get; } = new("known", "known", new FieldKind.Several(Vocabulary.KnownFindings.Words), Choose);

    /// <summary>Who looked at the feet.</summary>
    public static FormField Looked { get; } = Words("looked", Vocabulary.Observers);

    /// <summary>Pain before a session, 0 to 10.</summary>
    public static FormField PainBefore { get; } = Numbers("painBefore", 10);

    /// <summary>Pain after a session, 0 to 10.</summary>
    public static FormField PainAfter { get; } = Numbers("painAfter", 10);

    /// <summary>Why a session ended early.</summary>
    public static FormField StopReason { get; } = Words("stopReason", Vocabulary.StopReasons);

    /// <summary>Whether pain was still raised the morning after a session, as it was asked before there was a number.</summary>
    public static FormField PainRaised { get; } = Words("painRaised", Vocabulary.YesNo);

    /// <summary>Pain the morning after a session, 0 to 10.</summary>
    public static FormField MorningPain { get; } = Numbers("pain", 10) with { Name = "morningPain" };

    /// <summary>Whether the person thinks that the session made it so.</summary>
    public static FormField Because { get; } = Words("because", Vocabulary.YesNoUnsure);

    /// <summary>Why a person does without an exercise.</summary>
    public static FormField LeaveOutReason { get; } = new("reason", "reason", new FieldKind.One(Vocabulary.LeaveOutReasons.Words), new("leave-out.error"));

    /// <summary>What happened.</summary>
    public static FormField What { get; } = Words("what", Vocabulary.AdverseEvents);

    /// <summary>Usual pain of the week, 0 to 10.</summary>
    public static FormField Pain { get; } = Numbers("pain", 10);

    /// <summary>The worst pain of the week, 0 to 10.</summary>
    public static FormField WorstPain { get; } = Numbers("worstPain", 10);

    /// <summary>Nights woken by foot pain in the week, 0 to 7.</summary>
    public static FormField NightsWoken { get; } = Numbers("nightsWoken", 7);

    /// <summary>Whether foot pain woke the person last night, as nights: 0 or 1.</summary>
    public static FormField WokenLastNight { get; } = Numbers("nightsWoken", 1);

    /// <summary>Minutes walked before the feet stop the person.</summary>
    public static FormField WalkingMinutes { get; } = new("walkingMinutes", "walkingMinutes", new FieldKind.Whole(0, CheckInEntry.MostWalkingMinutes), new("check-in.walking.error"));

    /// <summary>Rests on the usual walk.</summary>
    public static FormField Rests { get; } = new("rests", "rests", new FieldKind.Whole(0, CheckInEntry.MostRests), new("check-in.rests.error"));

    /// <summary>The three PEG items, 0 to 10 each: all of them, or none.</summary>
    public static ImmutableArray<FormField> Peg { get; } = [.. Enumerable.Range(0, 3).Select(PegItem)];

    /// <summary>How low the person's spirits were, 0 to 10.</summary>
    public static FormField Mood { get; } = Numbers("mood", 10);

    /// <summary>The impression of change.</summary>
    public static FormField Change { get; } = Words("change", Vocabulary.ImpressionsOfChange);

    /// <summary>The days with a session.</summary>
    public static FormField Weekdays { get; } =
        new("weekdays", "weekdays", new FieldKind.Several(Vocabulary.Weekdays.Words) { Least = ScheduleEntry.FewestDays, Most = ScheduleEntry.MostDays }, new("schedule.days-error"));

    /// <summary>The longest session, in minutes.</summary>
    public static FormField Minutes { get; } = new("minutes", "minutes", new FieldKind.Whole(10, 36), new("schedule.minutes-error"));

    /// <summary>Words of the person's own.</summary>
    /// <param name="path">The property of the entry.</param>
    /// <param name="most">The most characters.</param>
    public static FormField OwnWords(string path, int most = FieldKind.Text.Short) =>
        new(path, path, new FieldKind.Text(most) { LengthError = TooLong }, TooLong);

    /// <summary>Repetitions of a set that were done.</summary>
    public static FormField Reps { get; } = Done("reps");

    /// <summary>Seconds of a set that were done.</summary>
    public static FormField Seconds { get; } = Done("seconds");

    /// <summary>How hard an exercise of a session was, 0 to 10.</summary>
    /// <param name="exercise">The exercise's id.</param>
    public static FormField EffortOf(string exercise) => Numbers($"effort.{exercise}", 10);

    /// <summary>The worst pain in an exercise of a session, 0 to 10.</summary>
    /// <param name="exercise">The exercise's id.</param>
    public static FormField PainIn(string exercise) => Numbers($"pain.{exercise}", 10);

    /// <summary>The exercises of a session with a cramp.</summary>
    /// <param name="exercises">The ids of the exercises to choose from.</param>
    public static FormField Cramp(params ImmutableArray<string> exercises) =>
        new("cramp", "cramp", new FieldKind.Several(exercises), new("questions-after.cramp.error"));

    /// <summary>The answer to a question of the screening.</summary>
    /// <param name="question">The question.</param>
    public static FormField AnswerTo(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new(question.Id, $"answers.{question.Id}", KindOf(question), Choose);
    }

    private static FieldKind KindOf(Question question) => question switch
    {
        // The sites that were not felt are few: they are chosen. Seconds, times and years are typed.
        { Least: not null, Words.Length: > 1 } => new FieldKind.One(question.Words) { Least = question.Least, Most = question.Most },
        { Least: { } least, Most: { } most } => new FieldKind.Whole(least, most) { Word = question.Words is [var word] ? word : null },
        _ => new FieldKind.One(question.Choices),
    };

    private static FormField Words<T>(string path, ClosedVocabulary<T> words)
        where T : struct => new(path, path, new FieldKind.One(words.Words), Choose);

    private static FormField Numbers(string path, int most) => new(path, path, new FieldKind.One { Least = 0, Most = most }, Choose);

    private static FormField PegItem(int place)
    {
        var others = Enumerable.Range(0, 3).Where(other => other != place)
            .Select(other => ($"peg.{other}", ((FieldKind.One)Numbers("peg", 10).Kind).Numbers));
        return Numbers($"peg.{place}", 10) with { IsNeeded = true, NeededIf = new([.. others]), Error = new("check-in.peg.error") };
    }

    private static FormField Done(string path) => new(path, path, new FieldKind.Whole(0, 3600), new("history.form.number-error"));
}
