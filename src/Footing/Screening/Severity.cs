using Footing.Journal;

namespace Footing.Screening;

/// <summary>
/// How bad a report is, so that a correction that makes it milder can be told from one that does not. A finding
/// may be made worse at any time; made milder it may be only on its own day, or by a practitioner.
/// </summary>
public static class Severity
{
    /// <summary>
    /// Whether a change takes something away that holds the person back: a screening or a finding that is gone,
    /// on another date, or milder.
    /// </summary>
    /// <param name="before">The entry as it counts before the change.</param>
    /// <param name="after">The entry as it would count; null when it is voided.</param>
    /// <param name="zone">The person's zone, for the dates.</param>
    public static bool IsMilder(Entry before, Entry? after, TimeZoneInfo zone)
    {
        if (!HoldsBack(before))
        {
            return false;
        }

        return after is null || after.DateIn(zone) != before.DateIn(zone) || (before, after) switch
        {
            (ScreeningEntry was, ScreeningEntry now) => IsMilder(was.Answers, now.Answers),
            (FootCheckEntry was, FootCheckEntry now) => IsMilder(was, now),
            (EventEntry was, EventEntry now) => IsMilder(was.What, now.What),
            (SessionEntry was, SessionEntry now) => was.StopReason != now.StopReason,
            _ => false,
        };
    }

    /// <summary>How bad a word is: no, no answer, unsure, yes; the other way round where yes is the good answer.</summary>
    internal static int OfWord(string question, Answer? answer) => (answer?.Word, question == "stands-with-support") switch
    {
        ("yes", false) or ("no", true) => 3,
        ("unsure", _) => 2,
        (null, _) => 1,
        _ => 0,
    };

    private static bool HoldsBack(Entry entry) => entry switch
    {
        ScreeningEntry => true,
        FootCheckEntry check => check.Skin != Skin.Clear || check.IsHotOrSwollen ||
            check.Looked == Looker.Nobody || check.IsWarmOneSided,
        EventEntry happened => happened.What != Happening.Cramp,
        SessionEntry session => session.StopReason is StopReason.Skin or StopReason.Dizzy,
        _ => false,
    };

    private static bool IsMilder(FootCheckEntry was, FootCheckEntry now) =>
        now.Skin < was.Skin ||
        (now.Heat ?? Ternary.No) < (was.Heat ?? Ternary.No) ||
        (now.Swelling ?? Ternary.No) < (was.Swelling ?? Ternary.No) ||
        (was.Looked == Looker.Nobody && now.Looked != Looker.Nobody) ||
        (was.IsWarmOneSided && Math.Abs(now.SideDifferenceC ?? 0) < Math.Abs(was.SideDifferenceC!.Value));

    private static bool IsMilder(Happening was, Happening now) => was == Happening.SkinChange
        ? now != Happening.SkinChange
        : now is Happening.SkinChange or Happening.Cramp || now < was;

    private static bool IsMilder(Answers was, Answers now) => Question.All
        .Where(question => question.Number <= 21)
        .Any(question => Rank(question.Id, now) < Rank(question.Id, was));

    /// <summary>Ranks an answer among those to the same question; the larger, the more it holds back.</summary>
    private static int Rank(string question, Answers answers) => (question, answers.Number(question)) switch
    {
        ("touch-test", { } notFelt) => notFelt < 2 ? notFelt : 10 + notFelt,
        ("touch-test", null) => 5,
        ("tandem-stand-seconds", { } seconds) => seconds == 10 ? 0 : 100 - seconds,
        ("tandem-stand-seconds", null) => 50,
        ("chair-stands", { } stands) => (ChairStands.AreBelowCutOff(answers) ? 1000 : 0) - stands,
        ("chair-stands", null) => 500,
        _ => OfWord(question, answers[question]),
    };
}
