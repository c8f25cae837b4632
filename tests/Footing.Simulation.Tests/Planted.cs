using Footing.Conditions.NeuropathicFoot;
using Footing.Testing;
using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Screening;

namespace Footing.Simulation.Tests;

/// <summary>A rule that is wrong on purpose, and the statement that must notice.</summary>
/// <param name="Name">What it does wrong.</param>
/// <param name="Statement">The id of the statement.</param>
/// <param name="Planner">The planner with the fault.</param>
public sealed record Planted(string Name, string Statement, Func<Programme, IPersonPlanner> Planner)
{
    /// <summary>For how long people live; more where the fault takes time to show.</summary>
    public int Weeks { get; init; } = 13;

    public static ImmutableArray<Planted> All { get; } =
    [
        // What it does not hear in the answers.
        Deaf("fills in answers", "all-answered", Answering(FillIn)),
        Deaf("ignores emergencies", "emergency", Answering(Saying(
            "no", "cold-pale-limb", "breathless-with-leg-swelling", "rapid-weakness", "wound-and-unwell"))),
        Deaf("ignores black skin", "black-skin", Answering(Saying("no", "black-skin"))),
        Deaf("ignores same-day signs", "same-day", Answering(Saying(
            "no", "hot-red-swollen-foot", "swollen-tender-calf", "rest-pain-eased-hanging-down"))),
        Deaf("takes sure pain at rest for unsure, and lifts it", "same-day", Answering(answers =>
            answers.Is("rest-pain-eased-hanging-down", "yes") ? Saying("unsure", "rest-pain-eased-hanging-down")(answers) : answers)) with { Weeks = 26 },
        Deaf("ignores unsure pain at rest", "unsure-rest-pain", Answering(Saying("no", "rest-pain-eased-hanging-down"))),
        Deaf("ignores what a professional forbids", "told-not-to", Answering(Saying("no", "told-not-to"))),
        Deaf("ignores broken skin", "broken-skin", Answering(Saying("no", "broken-skin"))),
        Deaf("ignores surgery", "surgery", Answering(Saying("no", "recent-foot-surgery-or-fracture"))),
        Deaf("ignores past ulcers", "past-ulcer", Answering(Saying("no", "past-ulcer-or-amputation", "kidney-failure", "charcot-history"))),
        Deaf("ignores arteries", "arteries", Answering(Saying("no", "arterial-disease"))),
        Deaf("ignores loss of feeling", "numbness", Answering(Feeling)),
        Deaf("lets feet without feeling onto the step", "numb-standing", Answering(Feeling)) with { Weeks = 26 },
        Deaf("ignores deformity without feeling", "deformity", Answering(Feeling)),
        Deaf("ignores that feeling is untested", "untested-feeling", Answering(Feeling)),
        Deaf("ignores blood thinners", "bruising", Answering(Saying("no", "blood-thinner-or-easy-bruising"))),
        Deaf("ignores that somebody cannot stand", "fall-risk", Answering(Saying("yes", "stands-with-support"))),
        Deaf("ignores falls while balance is untested", "fall-risk", Answering(answers => Saying("no", "fall-in-last-year")(Balanced(answers)))),
        Deaf("ignores falls of the last year", "fallen-before", Answering(Saying("no", "fall-in-last-year"))) with { Weeks = 26 },
        Deaf("keeps after a fall what was lifted before it", "fall-risk", entry =>
            entry is AdverseEventEntry { Event: AdverseEvent.Fall } fall ? fall with { Event = AdverseEvent.NearFall } : entry) with { Weeks = 26 },
        Deaf("ignores dizziness on standing up", "dizzy-on-standing", Answering(Saying("no", "dizzy-on-standing"))),
        Deaf("hears unsure, and not yes", "worse-never-loosens", Answering(answers =>
            new[] { "arterial-disease", "foot-deformity", "blood-thinner-or-easy-bruising", "dizzy-on-standing", "numb-feet" }
                .Where(question => answers.Is(question, "yes")).Aggregate(answers, (all, question) => Saying("no", question)(all)))) with { Weeks = 26 },
        Deaf("does not ask when balance was tested", "aged-balance", Undated),
        Deaf("does not ask when feeling was tested", "aged-feeling", Undated) with { Weeks = 26 },
        Deaf("takes tests from before a fall", "unsteady", Undated) with { Weeks = 26 },
        Deaf("ignores heel pain", "heel-pain", Answering(Saying("no", "first-step-heel-pain"))),
        Deaf("ignores that balance is untested", "untested-balance", Answering(Balanced)),
        Deaf("takes any clearance for all rules", "past-ulcer", entry => entry is ClearanceEntry clearance
            ? clearance with { Rules = ["R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15", "R16", "R21", "R23", "R24"] }
            : entry) with { Weeks = 26 },

        // What it does not hear of the feet, of falls and pain.
        Deaf("ignores finds on the skin", "skin-found", entry =>
            entry is FootCheckEntry check ? check with { Skin = SkinFinding.Clear } : entry),
        Deaf("ignores black skin at a foot check", "black-found", entry =>
            entry is FootCheckEntry { Skin: SkinFinding.Black } check ? check with { Skin = SkinFinding.Clear } : entry),
        Deaf("ignores calves", "calf-found", entry => entry is FootCheckEntry check ? check with { Calf = null } : entry),
        Deaf("stops for what is known", "known-finding", entry =>
            entry is FootCheckEntry { Known.IsEmpty: false } check ? check with { Skin = SkinFinding.Mark } : entry),
        Deaf("takes a new find for the known one", "skin-found", entry =>
            entry is FootCheckEntry { Known.IsEmpty: false } check ? check with { Skin = SkinFinding.Clear } : entry),
        Deaf("takes nobody for somebody", "nobody-looked", entry =>
            entry is FootCheckEntry check ? check with { ObservedBy = Observer.Self } : entry),
        Deaf("ignores hot feet", "hot-or-swollen", entry =>
            entry is FootCheckEntry check ? check with { Heat = YesNoUnsure.No, Swelling = YesNoUnsure.No } : entry),
        Deaf("ignores changes of the skin", "skin-change", entry =>
            entry is AdverseEventEntry { Event: AdverseEvent.SkinChange } ? null : entry),
        Deaf("ignores a stop for the skin", "stopped-for-skin", entry =>
            entry is SessionEntry { StopReason: StopReason.Skin } session ? session with { StopReason = null } : entry),
        Deaf("ignores a warm foot", "warm-once", entry =>
            entry is FootCheckEntry check ? check with { SideDifferenceC = null } : entry),
        Deaf("ignores a foot that stays warm", "warm-twice", entry =>
            entry is FootCheckEntry check ? check with { SideDifferenceC = null } : entry),
        Deaf("ignores falls and dizziness", "unsteady", entry =>
            entry is AdverseEventEntry { Event: not AdverseEvent.SkinChange } ? null : entry),
        Deaf("forgets the rest after pain", "pain-rest", entry =>
            entry is SessionEntry session ? session with { PainBefore = null } : entry),
        Deaf("forgets the morning after", "pain-next-morning", entry => entry is NextMorningEntry ? null : entry),
        Deaf("does not compare numbers of the morning", "pain-next-number", entry =>
            entry is NextMorningEntry { Pain: not null } morning ? morning with { Because = YesNoUnsure.No } : entry),
        Deaf("does not step down", "step-down", entry =>
            entry is SessionEntry session ? session with { Effort = At(5, session), Cramp = [] } : entry),
        Deaf("takes hard for good", "hold", entry =>
            entry is SessionEntry session ? session with { Effort = At(5, session), PainBefore = 5, PainAfter = 5 } : entry),
        Deaf("does not listen to check-ins that get worse", "worse", entry => entry is CheckInEntry ? null : entry),
        Deaf("takes a day for a week", "worse", entry => entry is CheckInEntry checkIn ? checkIn with { Span = CheckInSpan.Week } : entry) with { Weeks = 26 },
        Deaf("does not listen to check-ins after 12 weeks", "no-better", entry => entry is CheckInEntry ? null : entry) with { Weeks = 26 },
        Deaf("ignores a practitioner's lock", "practitioner-lock", entry =>
            entry is AdjustmentEntry { Adjustment: Adjustment.Lock } ? null : entry),
        Deaf("ignores a practitioner's cap", "practitioner-cap", entry =>
            entry is AdjustmentEntry { Adjustment: Adjustment.Cap } ? null : entry),
        Deaf("ignores the person's weekdays", "weekday", entry =>
            entry is ScheduleEntry schedule ? schedule with { Weekdays = null } : entry),
        Deaf("knows three days a week alone", "weekday", entry =>
            entry is ScheduleEntry { Weekdays: { Length: not 3 } } schedule ? schedule with { Weekdays = null } : entry),
        Deaf("plans what is left out", "left-out", entry => entry is LeaveOutEntry ? null : entry),
        Deaf("counts a session over midnight on the next day", "over-midnight", entry =>
            entry is SessionEntry session ? session with { Began = null } : entry),

        // What it makes of it.
        Rash("begins without asking", "unscreened", (plan, memory) => memory.IsScreened ? plan : memory.Beginning(plan)),
        Rash("raises what a clearance allows", "cleared-numbness", (plan, memory) => memory.IsAfterSession ? memory.RaiseAll(plan) : plan),
        Rash("keeps a stale screening", "screening-age", (plan, memory) =>
            plan.Disposition == Disposition.Incomplete && plan.Exercises.IsEmpty ? plan with { Exercises = memory.Offered } : plan),
        Rash("lets everybody begin again after 15 days", "gap-screening", (plan, memory) =>
            plan.Notices.Any(notice => notice.Rule == "P8") ? plan with { Exercises = memory.Offered } : plan),
        Rash("skips the gap of 8 days", "gap-lower", (plan, memory) => memory.DaysOff(plan.On) is >= 8 and < 15 ? memory.AsBefore(plan) : plan),
        Rash("skips the gap of 15 days", "gap-restart", (plan, memory) => memory.DaysOff(plan.On) >= 15 ? memory.AsBefore(plan) : plan),
        Rash("raises two at once", "one-step", (plan, memory) => memory.HasRisen(plan) ? memory.RaiseAll(plan) : plan),
        Rash("raises after every session", "earned-step", (plan, memory) => memory.IsAfterSession ? memory.RaiseOne(plan) : plan),
        Rash("raises whatever the attendance", "attendance", (plan, memory) => memory.IsAfterSession ? memory.RaiseOne(plan) : plan),
        Rash("begins at level 2", "first-level", (plan, memory) => memory.RaiseAll(plan)),
        Rash("unlocks what hurt twice", "pain-twice", (plan, memory) =>
            memory.Adding(plan, plan.Locked.Where(locked => locked.Rules.SequenceEqual(["P4"])).Select(locked => locked.Exercise))),
        Rash("never lets go of what hurt twice", "pain-lock-ends", (plan, memory) => Memory.Without(plan, memory.EverLockedByPain.Contains)) with { Weeks = 26 },
        Rash("lets go at the whole dose", "pain-lock-over", (plan, memory) => plan with
        {
            Exercises = [.. plan.Exercises.Select(planned => memory.EverLockedByPain.Contains(planned.Exercise) ? planned with { Dose = planned.Level.Dose } : planned)],
        }) with { Weeks = 26 },
        Rash("locks by mornings", "morning-locks-nothing", (plan, memory) =>
            Memory.Without(plan, exercise => memory.BadMornings >= 2 && exercise == FootExercises.ToeLift)) with { Weeks = 26 },
        Rash("keeps the level of what was left out", "left-out-gap", (plan, memory) => memory.AsEver(plan)),
        Rash("leaves out heel-toe-lift with the pump", "without-pump", (plan, _) => plan.Exercises.Any(planned => planned.Exercise == FootExercises.AnklePump)
            ? plan
            : Memory.Without(plan, exercise => exercise == FootExercises.HeelToeLift)),
        Rash("joins heel-toe-lift at once", "joining", (plan, memory) =>
            memory.Adding(plan, plan.Exercises.Any(planned => planned.Exercise == FootExercises.AnklePump) ? [FootExercises.HeelToeLift] : [])),
        Rash("doubles a dose", "dose", (plan, _) => plan with
        {
            Exercises = [.. plan.Exercises.Select(planned => planned with { Dose = planned.Dose.WithSets(planned.Dose.Sets * 2) })],
        }),
        Rash("does not trim", "minutes", (plan, memory) => plan with
        {
            Exercises = [.. plan.Exercises.Select(planned => planned with { Dose = planned.Dose.WithSets(planned.Dose.Sets + planned.Trimmed) })],
        }),
        Rash("is due every day", "calf-next-day", (plan, _) => plan with { Due = !plan.Exercises.IsEmpty }),
        Rash("is due again on the same day", "one-a-day", (plan, _) => plan with { Due = !plan.Exercises.IsEmpty }),
        new("plans by another programme", "declared-level", programme => new SnapshotPlanner(Standing(programme))),
    ];

    public override string ToString() => Name;

    private static Planted Deaf(string name, string statement, Func<Entry, Entry?> hears) =>
        new(name, statement, programme => new DeafPlanner(new SnapshotPlanner(programme), hears));

    private static Planted Rash(string name, string statement, Func<Plan, Memory, Plan> says) =>
        new(name, statement, programme => new RashPlanner(new SnapshotPlanner(programme), programme, says));

    private static Entry Undated(Entry entry) => entry is ScreeningEntry screening ? screening with { Measured = MeasuredDates.None } : entry;

    private static Func<Entry, Entry?> Answering(Func<Answers, Answers> otherwise) =>
        entry => entry is ScreeningEntry screening ? screening with { Answers = otherwise(screening.Answers) } : entry;

    private static Func<Answers, Answers> Saying(string word, params string[] questions) => answers =>
        questions.Aggregate(answers, (all, question) => all[question] is null ? all : all.With(question, Answer.Of(word)).Value);

    private static Answers FillIn(Answers answers) => NeuropathicFootCondition.Instance.Questionnaire.Missing(answers).Aggregate(answers, (all, question) => all.With(
        question,
        question switch
        {
            "touch-test" => Answer.Of(0),
            "tandem-stand-seconds" => Answer.Of(10),
            "chair-stands" => Answer.Of(20),
            "age" => Answer.Of(60),
            "stands-with-support" => Answer.Of("yes"),
            _ => Answer.Of("no"),
        }).Value);

    private static Answers Feeling(Answers answers) =>
        Saying("no", "numb-feet")(answers["touch-test"] is null ? answers : answers.With("touch-test", Answer.Of(0)).Value);

    private static Answers Balanced(Answers answers)
    {
        var tandem = answers.Is("tandem-stand-seconds", "not-done") ? answers.With("tandem-stand-seconds", Answer.Of(10)).Value : answers;
        return tandem.Is("chair-stands", "not-done") ? tandem.With("chair-stands", Answer.Of(20)).Value : tandem;
    }

    private static PerExercise<int> At(int effort, SessionEntry session) =>
        session.Effort.Keys.Aggregate(session.Effort, (all, exercise) => all.SetItem(exercise, effort));

    private static Programme Standing(Programme programme)
    {
        var roll = programme[FootExercises.BallRoll];
        var standing = roll with { Levels = roll.Levels.SetItem(0, roll.Levels[0] with { Position = Position.Floor }) };
        return programme with { Exercises = programme.Exercises.Replace(roll, standing) };
    }
}
