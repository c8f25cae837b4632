using System.Globalization;
using Footing.Exercises;
using Footing.Journal;
using Footing.Programmes;
using Footing.Screening;
using Footing.Sessions;
using Footing.Snapshots;
using Footing.Web.Pages;
using Footing.Wording;

namespace Footing.Web.JournalHistory;

/// <summary>The content of entries in words.</summary>
internal static class EntryWords
{
    /// <summary>The key of the text that replaces an unknown exercise's name.</summary>
    public const string UnknownExercise = "history.unknown-exercise";

    /// <summary>Whether the history shows this kind of entry.</summary>
    public static bool IsShown(Entry entry) => PlanSnapshot.IsHistoryItem(entry);

    /// <summary>The title of an entry.</summary>
    public static string TitleOf(this Texts texts, Entry entry) =>
        EntryReader.KindOf(entry) is var kind && texts.Has($"history.kinds.{kind}") ? texts[$"history.kinds.{kind}"]
        : texts.Has($"needs-look.kinds.{kind}") ? texts[$"needs-look.kinds.{kind}"] : texts["needs-look.kinds.other"];

    /// <summary>The content of an entry, line by line, in the order of its form.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="entry">The entry as it is effective, or as it was.</param>
    /// <param name="programme">The programme, for the order of exercises.</param>
    public static IReadOnlyList<LabelledValue> LinesOf(this Texts texts, Entry entry, Programme programme) => entry switch
    {
        SessionEntry session => Session(texts, session, programme),
        SetEntry set => [Set(texts, set, programme)],
        FootCheckEntry check => FootCheck(texts, check),
        NextMorningEntry morning => Morning(texts, morning),
        AdverseEventEntry happened => [new("", texts[$"history.fields.what.{Of(happened.Event)}"])],
        ScreeningEntry screening => [new("", texts[$"history.disposition.{programme.Condition.DispositionOf(screening.Answers).Id()}"])],
        CheckInEntry checkIn => CheckIn(texts, checkIn),
        ClearanceEntry clearance =>
        [
            .. clearance.Rules.Where(rule => texts.Has($"rules.{rule}.title")).Select(rule => new LabelledValue("", texts[$"rules.{rule}.title"])),
            .. Said(texts, clearance.By, clearance.Said),
        ],
        AdjustmentEntry adjustment =>
        [
            new(NameOf(texts, adjustment.Exercise, programme), Adjusted(texts, adjustment.Adjustment, programme)),
            .. Said(texts, adjustment.By, adjustment.Said),
        ],
        LeaveOutEntry leaveOut => [new(NameOf(texts, leaveOut.Exercise, programme), LeftOut(texts, leaveOut))],
        ProgrammeEntry named => [new("", texts.Find(named.Programme, "programme.name") ?? named.Programme)],
        ScheduleEntry schedule => Schedule(texts, schedule, programme),
        _ => [],
    };

    /// <summary>The content of an item, line by line: of a correction, what it is about and what it says.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="record">The item.</param>
    /// <param name="programme">The programme, for the order of exercises.</param>
    /// <param name="today">Today's date.</param>
    public static IReadOnlyList<LabelledValue> LinesOf(this Texts texts, TimelineItem record, Programme programme, DateOnly today)
    {
        if (record.Shown is not CorrectionEntry correction)
        {
            return LinesOf(texts, record.Shown, programme);
        }

        List<LabelledValue> lines =
        [
            new(texts["history.correction.about"], record.About is var (entry, on) ? $"{TitleOf(texts, entry)}, {texts.InWords(on, today)}" : texts["history.correction.unknown"]),
        ];
        if (correction.With is not { } with)
        {
            lines.Add(new(texts["history.correction.says"], texts["history.correction.void"]));
        }
        else if (record.About is { Entry: var about } && about.Id == correction.Of && EntryReader.Corrected(about, with) is { Succeeded: true } read)
        {
            lines.AddRange(LinesOf(texts, read.Value, programme).Select(line =>
                new LabelledValue(texts["history.correction.says"], line.Label.Length == 0 ? line.Value : $"{line.Label}: {line.Value}")));
        }

        return lines;
    }

    /// <summary>
    /// Short, for a page of many entries: without what is shown with a session's sets; a clear foot check is one line.
    /// </summary>
    public static IReadOnlyList<LabelledValue> BriefOf(this Texts texts, TimelineItem record, Programme programme, DateOnly today) => record.Shown switch
    {
        FootCheckEntry { IsNothingNew: true } => [new("", texts["history.clear"])],
        NextMorningEntry morning => [new("", morning.Pain is { } pain
            ? texts.Say("history.morning-pain", ("n", pain))
            : texts[morning.PainRaised == true ? "history.raised" : "history.not-raised"])],
        SessionEntry session when !record.Sets.IsEmpty => Session(texts, session with
        {
            Effort = session.Effort.Where((exercise, _) => !record.HasSetOf(exercise)),
            Pain = session.Pain.Where((exercise, _) => !record.HasSetOf(exercise)),
        }, programme),
        _ => LinesOf(texts, record, programme, today),
    };

    /// <summary>The key of the texts that say why an item cannot be taken back.</summary>
    public static string RefusalOf(TimelineItem record) => record.First switch
    {
        UnreadableEntry => "history.refused.unreadable",
        CorrectionEntry => record.About is null ? "history.refused.lone-correction" : "history.refused.correction",
        _ => "history.refused.report",
    };

    /// <summary>What a date after today means for an item, and who can change it.</summary>
    public static string AheadOf(this Texts texts, TimelineItem record) => record switch
    {
        { IsOfPractitioner: false } => texts["history.ahead"],
        { First: AdjustmentEntry { By: { Name: var name } } } => texts.Say("history.ahead-theirs", ("name", name)),
        _ => texts.Say("history.ahead-theirs", ("name", texts["history.ahead-someone"])),
    };

    /// <summary>How an exercise of a session was, in a few words; null when nothing was reported.</summary>
    public static string? FeltOf(this Texts texts, SessionEntry session, ExerciseId exercise)
    {
        List<string> said = [];
        if (session.Effort.TryGetValue(exercise, out var effort))
        {
            said.Add(texts.Say("history.felt.effort", ("n", effort)));
        }

        if (session.Pain.TryGetValue(exercise, out var pain))
        {
            said.Add(texts.Say("history.felt.pain", ("n", pain)));
        }

        return said.Count == 0 ? null : string.Join(" ", said);
    }

    /// <summary>The lines of a screening's answers, by question.</summary>
    public static IReadOnlyList<LabelledValue> AnswersOf(this Texts texts, Answers answers) =>
        [.. answers.Answered.Select(question => new LabelledValue(texts[$"questions.{question.Id}.short"], AnswerOf(texts, question.Id, answers[question.Id]!.Value)))];

    /// <summary>One answer of the screening.</summary>
    public static string AnswerOf(Texts texts, string question, Answer answer) => answer.Number is { } number
        ? texts.Has($"questions.{question}.unit") ? $"{number} {texts[$"questions.{question}.unit"]}" : number.ToString(texts.Culture)
        : texts[$"answers.{answer.Word}"];

    /// <summary>The name of an exercise, also of one that no programme here has.</summary>
    public static string NameOf(this Texts texts, ExerciseId exercise, Programme programme) =>
        texts.Find(programme.Id, $"{exercise}.name") ?? texts[UnknownExercise];

    /// <summary>Whether some programme here has a name for an exercise.</summary>
    public static bool HasName(this Texts texts, ExerciseId exercise, Programme programme) => texts.Find(programme.Id, $"{exercise}.name") is not null;

    /// <summary>A set on its own line: done and target.</summary>
    public static LabelledValue Set(Texts texts, SetEntry set, Programme programme) => new(
        texts.Say("history.set", ("exercise", NameOf(texts, set.Exercise, programme)), ("set", set.Set), ("side", texts.Of(programme.Id)[$"side.{set.Side.Id()}"])),
        set.Target is { } target
            ? texts.Say(set.InSeconds ? "history.seconds-of" : "history.reps-of", ("done", set.Done), ("target", target))
            : texts.Count(set.InSeconds ? "history.seconds" : "history.reps", set.Done));

    /// <summary>The word of a happening in data.</summary>
    public static string Of(AdverseEvent what) => Vocabulary.AdverseEvents[what];

    /// <summary>
    /// Those of some exercises that have a name, each once: in the programme's order, then those of other programmes.
    /// </summary>
    public static IReadOnlyList<ExerciseId> InOrder(this Texts texts, IEnumerable<ExerciseId> exercises, Programme programme)
    {
        List<ExerciseId> given = [.. exercises.Distinct()];
        return [.. programme.InOrder(given), .. given.Where(exercise => !programme.Has(exercise) && texts.HasName(exercise, programme))];
    }

    private static List<LabelledValue> Session(Texts texts, SessionEntry session, Programme programme)
    {
        var lines = new List<LabelledValue>();
        Rating(texts, lines, "painBefore", session.PainBefore);
        Rating(texts, lines, "painAfter", session.PainAfter);
        foreach (var exercise in texts.InOrder(session.Effort.Keys, programme))
        {
            lines.Add(new(texts.Say("history.fields.effort", ("exercise", NameOf(texts, exercise, programme))), OutOfTen(texts, session.Effort[exercise])));
        }

        foreach (var exercise in texts.InOrder(session.Pain.Keys, programme))
        {
            lines.Add(new(texts.Say("history.fields.pain-in", ("exercise", NameOf(texts, exercise, programme))), OutOfTen(texts, session.Pain[exercise])));
        }

        if (texts.InOrder(session.Cramp, programme) is { Count: > 0 } cramped)
        {
            lines.Add(new(texts["history.fields.cramp"], texts.Join([.. cramped.Select(exercise => NameOf(texts, exercise, programme))])));
        }

        if (session.StopReason is { } reason)
        {
            lines.Add(Say(texts, "stopReason", Vocabulary.StopReasons[reason]));
        }

        return lines;
    }

    private static List<LabelledValue> FootCheck(Texts texts, FootCheckEntry check)
    {
        List<LabelledValue> lines = [Say(texts, "skin", Vocabulary.SkinFindings[check.Skin])];
        if (check.Heat is { } heat)
        {
            lines.Add(Say(texts, "heat", Vocabulary.YesNoUnsure[heat]));
        }

        if (check.Swelling is { } swelling)
        {
            lines.Add(Say(texts, "swelling", Vocabulary.YesNoUnsure[swelling]));
        }

        if (check.Calf is { } calf)
        {
            lines.Add(Say(texts, "calf", Vocabulary.YesNoUnsure[calf]));
        }

        if (!check.Known.IsEmpty)
        {
            lines.Add(new(texts["history.fields.known.label"], texts.Join([.. check.Known.Select(known => texts[$"history.fields.known.{Vocabulary.KnownFindings[known]}"])])));
        }

        if (check.ObservedBy is { } looked)
        {
            lines.Add(Say(texts, "looked", Vocabulary.Observers[looked]));
        }

        if (check.SideDifferenceC is { } difference)
        {
            lines.Add(new(texts["history.fields.sideDifferenceC"], texts.Say("history.degrees", ("n", Math.Abs(difference)))));
        }

        return lines;
    }

    private static List<LabelledValue> Morning(Texts texts, NextMorningEntry morning)
    {
        var lines = new List<LabelledValue>();
        if (morning.PainRaised is { } raised)
        {
            lines.Add(Say(texts, "painRaised", Vocabulary.YesNo[raised]));
        }

        Rating(texts, lines, "morningPain", morning.Pain);
        if (morning.Because is { } because)
        {
            lines.Add(Say(texts, "because", Vocabulary.YesNoUnsure[because]));
        }

        return lines;
    }

    private static List<LabelledValue> CheckIn(Texts texts, CheckInEntry checkIn)
    {
        var lines = new List<LabelledValue>();
        Rating(texts, lines, "pain", checkIn.Pain);
        Rating(texts, lines, "worstPain", checkIn.WorstPain);
        if (checkIn.Peg is { } peg)
        {
            lines.Add(new(texts["history.fields.peg"], texts.Say("history.out-of-ten", ("n", peg.Mean))));
        }

        if (checkIn.NightsWoken is { } nights)
        {
            lines.Add(new(texts["history.fields.nightsWoken"], nights.ToString(texts.Culture)));
        }

        if (checkIn.WalkingMinutes is { } minutes)
        {
            lines.Add(new(texts["history.fields.walkingMinutes"], minutes.ToString(texts.Culture)));
        }

        if (checkIn.Rests is { } rests)
        {
            lines.Add(new(texts["history.fields.rests"], rests.ToString(texts.Culture)));
        }

        Rating(texts, lines, "mood", checkIn.Mood);
        if (checkIn.Change is { } change)
        {
            lines.Add(new(texts["history.fields.change.label"], texts[$"history.fields.change.{Vocabulary.ImpressionsOfChange[change]}"]));
        }

        return lines;
    }

    private static List<LabelledValue> Schedule(Texts texts, ScheduleEntry schedule, Programme programme)
    {
        var lines = new List<LabelledValue>();
        if (schedule.Weekdays is { } days)
        {
            lines.Add(new(texts["history.fields.weekdays"], texts.Join([.. days.Select(texts.Culture.DateTimeFormat.GetDayName)])));
        }

        if (schedule.Minutes is { } minutes)
        {
            lines.Add(new(texts["history.fields.minutes"], texts.Of(programme.Id).Count("dose.time.minutes", minutes)));
        }

        return lines;
    }

    /// <summary>Who said it and when, of what the person recorded.</summary>
    private static IEnumerable<LabelledValue> Said(Texts texts, DecisionMaker? by, DateOnly? said)
    {
        if (said is not { } on)
        {
            yield break;
        }

        if (by is { } who)
        {
            yield return new(texts["history.fields.by"], who.Role is { } role && texts.Has($"clearance.roles.{role}") ? $"{who.Name}, {texts[$"clearance.roles.{role}"]}" : who.Name);
        }

        yield return new(texts["history.fields.said"], texts.WithYear(on));
    }

    private static string LeftOut(Texts texts, LeaveOutEntry leaveOut) =>
        !leaveOut.IsOut ? texts["history.taken-back-exercise"]
        : leaveOut.Reason is { } reason ? texts.Say("history.left-out-because", ("reason", texts[$"leave-out.reason.{Vocabulary.LeaveOutReasons[reason]}"]))
        : texts["history.left-out"];

    private static string Adjusted(Texts texts, Adjustment adjustment, Programme programme) => adjustment switch
    {
        Adjustment.Lock => texts["history.adjusted.lock"],
        Adjustment.Unlock => texts["history.adjusted.unlock"],
        Adjustment.Cap cap => texts.Say("history.adjusted.cap", ("level", cap.Level)),
        Adjustment.ToLevel to => texts.Say("history.adjusted.level", ("level", to.Level)),
        Adjustment.ToDose { Reps: { } reps } dose => DoseText.Of(Dose.OfReps(dose.Sets, reps), texts.Of(programme.Id)),
        Adjustment.ToDose dose => DoseText.Of(Dose.OfSeconds(dose.Sets, dose.Seconds!.Value), texts.Of(programme.Id)),
        _ => throw new ArgumentException($"{adjustment.GetType().Name} has no words.", nameof(adjustment)),
    };

    // The result of the answers only; a clearance has its own line in the history.

    private static LabelledValue Say(Texts texts, string field, string word) =>
        new(texts[$"history.fields.{field}.label"], texts[$"history.fields.{field}.{word}"]);

    private static void Rating(Texts texts, List<LabelledValue> lines, string field, int? rating)
    {
        if (rating is { } given)
        {
            lines.Add(new(texts[$"history.fields.{field}"], OutOfTen(texts, given)));
        }
    }

    private static string OutOfTen(Texts texts, int n) => texts.Say("history.out-of-ten", ("n", n.ToString(CultureInfo.InvariantCulture)));
}
