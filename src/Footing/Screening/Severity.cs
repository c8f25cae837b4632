using Footing.Journal;

namespace Footing.Screening;

/// <summary>
/// How bad a report is, to recognise a correction that makes it milder. A finding may be made worse at any time, but
/// milder only on its own day or by a practitioner.
/// </summary>
public static class Severity
{
    /// <summary>
    /// Whether a change takes something away that holds the person back: a screening or a finding that is gone,
    /// on another date, or milder.
    /// </summary>
    /// <param name="before">The effective entry before the change.</param>
    /// <param name="after">The effective entry after the change; null when it is voided.</param>
    /// <param name="zone">The person's zone, for the dates.</param>
    /// <param name="screened">The answers of the last screening before the entry; null where there is none.</param>
    /// <param name="condition">The condition whose rules read the entries.</param>
    public static bool IsMilder(Entry before, Entry? after, TimeZoneInfo zone, Answers? screened, Condition condition)
    {
        if (!HoldsBack(before, screened, condition))
        {
            return false;
        }

        return after is null || after.DateIn(zone) != before.DateIn(zone) || (before, after) switch
        {
            // What it contained is not known, so any replacement may be milder.
            (UnreadableEntry, _) => true,
            (ScreeningEntry was, ScreeningEntry now) => IsMilder(was, now, before.DateIn(zone), condition),
            (FootCheckEntry was, FootCheckEntry now) => IsMilder(was, now, screened, condition),
            (AdverseEventEntry was, AdverseEventEntry now) => IsMilder(was.Event, now.Event),
            (SessionEntry was, SessionEntry now) => was.StopReason != now.StopReason,
            _ => false,
        };
    }

    /// <summary>
    /// Whether a correction is effective: one that takes something away is so only on the entry's own day, or from a
    /// practitioner.
    /// </summary>
    /// <param name="before">The effective entry before it; null where nothing was effective.</param>
    /// <param name="after">The effective entry after it; null when it is voided.</param>
    /// <param name="on">The date of the correction.</param>
    /// <param name="byPractitioner">Whether a practitioner makes it.</param>
    /// <param name="zone">The person's zone, for the dates.</param>
    /// <param name="screened">Finds the answers of the last screening before an entry; null where there is none.</param>
    /// <param name="condition">The condition whose rules read the entries.</param>
    public static bool MayCorrect(
        Entry? before, Entry? after, DateOnly on, bool byPractitioner, TimeZoneInfo zone, Func<Entry, Answers?> screened, Condition condition) =>
        byPractitioner ||
        before is null ||
        !IsMilder(before, after, zone, screened(before), condition) ||
        on == before.DateIn(zone);

    /// <summary>
    /// The skin finding as the rules use it: where nobody looked, feet that may not feel count as marked.
    /// </summary>
    /// <param name="check">The foot check.</param>
    /// <param name="screened">The answers of the last screening before it; null where there is none.</param>
    /// <param name="condition">The condition that says whose feet may not feel.</param>
    public static SkinFinding SkinOf(FootCheckEntry check, Answers? screened, Condition condition) =>
        check is { ObservedBy: Observer.Nobody, Skin: SkinFinding.Clear } &&
        screened is not null && condition.MayNotFeel(screened)
            ? SkinFinding.Mark
            : check.Skin;

    /// <summary>How bad a word is: no, no answer, unsure, yes; reversed where yes is the good answer.</summary>
    internal static int OfWord(string question, Answer? answer) => (answer?.Word, Question.Find(question)!.IsYesGood) switch
    {
        ("yes", false) or ("no", true) => 3,
        ("unsure", _) => 2,
        (null, _) => 1,
        _ => 0,
    };

    private static bool HoldsBack(Entry entry, Answers? screened, Condition condition) => entry switch
    {
        ScreeningEntry => true,
        UnreadableEntry unreadable => unreadable.MayForbid,
        FootCheckEntry check => SkinOf(check, screened, condition) != SkinFinding.Clear || check.IsHotOrSwollen || check.HasCalfFinding || check.HasTemperatureAsymmetry,
        AdverseEventEntry happened => happened.Event != AdverseEvent.Cramp,
        SessionEntry session => session.StopReason is StopReason.Skin or StopReason.Dizzy,
        _ => false,
    };

    private static bool IsMilder(FootCheckEntry was, FootCheckEntry now, Answers? screened, Condition condition) =>
        SkinOf(now, screened, condition) < SkinOf(was, screened, condition) ||
        (now.Heat ?? YesNoUnsure.No) < (was.Heat ?? YesNoUnsure.No) ||
        (now.Swelling ?? YesNoUnsure.No) < (was.Swelling ?? YesNoUnsure.No) ||
        (now.Calf ?? YesNoUnsure.No) < (was.Calf ?? YesNoUnsure.No) ||
        (was.HasTemperatureAsymmetry && Math.Abs(now.SideDifferenceC ?? 0) < Math.Abs(was.SideDifferenceC!.Value));

    private static bool IsMilder(AdverseEvent was, AdverseEvent now) => was == AdverseEvent.SkinChange
        ? now != AdverseEvent.SkinChange
        : now is AdverseEvent.SkinChange or AdverseEvent.Cramp || now < was;

    private static bool IsMilder(ScreeningEntry was, ScreeningEntry now, DateOnly on, Condition condition) =>
        condition.Questionnaire.Questions
            .Where(question => condition.Questionnaire.IsSafety(question.Id) && !question.IsOfPerson)
            .Any(question => question.IsTest
                ? IsTestMilder(question, was, now, on, condition)
                : now.Answers[question.Id] != was.Answers[question.Id] && IsWordMilder(question, was.Answers, now.Answers)) ||
        condition.IsPersonMilder(was.Answers, now.Answers);

    /// <summary>Toward the good answer, or gone; an answer given where it was missing is not milder.</summary>
    private static bool IsWordMilder(Question question, Answers was, Answers now) =>
        was[question.Id] is not null && (now[question.Id] is null || OfWord(question.Id, now[question.Id]) < OfWord(question.Id, was[question.Id]));

    /// <summary>A result that restricts less, one that is gone or given where there was none, or one that is found later.</summary>
    private static bool IsTestMilder(Question question, ScreeningEntry was, ScreeningEntry now, DateOnly on, Condition condition)
    {
        var (before, after) = (was.Answers[question.Id], now.Answers[question.Id]);
        if (before is null)
        {
            return false;
        }

        if (after is null)
        {
            return true;
        }

        // The same answer stays as it is, even if a corrected age gives it another cut-off.
        return before == after
            ? after.Value.Number is not null && now.Measured.Of(question.Id, on) > was.Measured.Of(question.Id, on)
            : Rank(question, now.Answers, condition) < Rank(question, was.Answers, condition)
                || (after.Value.Number is not null && before.Value.Number is not null && now.Measured.Of(question.Id, on) > was.Measured.Of(question.Id, on));
    }

    /// <summary>
    /// Ranks the answer to the question of a test; a higher rank restricts more: good results, no result, results that a
    /// rule holds back for.
    /// </summary>
    private static int Rank(Question question, Answers answers, Condition condition)
    {
        const int noResult = 500;
        const int concerning = 1000;
        return answers.Number(question.Id) is { } number
            ? (condition.IsConcerning(question.Id, answers) ? concerning : 0) + (question.IsMoreWorse ? number : -number)
            : noResult;
    }
}
