using Footing.Conditions.NeuropathicFoot;
using System.Collections.Immutable;
using Footing.Forms;
using Footing.Journal;

namespace Footing.Tests.Forms;

/// <summary>The forms of the golden cases, by the name that the cases give them.</summary>
internal static class NamedForms
{
    private static readonly ImmutableArray<string> Exercises = ["toe-lift", "ankle-pump"];

    public static ImmutableSortedDictionary<string, EntryForm> All { get; } = new Dictionary<string, EntryForm>
    {
        ["foot-check"] = FootCheckForm.Form,
        ["event"] = EntryForms.AdverseEvent,
        ["next-morning"] = EntryForms.NextMorning.Knowing("session", Answer.Of("s")),
        ["next-morning-offline"] = EntryForms.NextMorningOffline,
        ["leave-out"] = EntryForms.LeaveOut.Knowing("exercise", Answer.Of("ankle-pump")),
        ["take-back"] = EntryForms.TakeBack.Knowing("exercise", Answer.Of("ankle-pump")),
        ["check-in"] = EntryForms.CheckIn,
        ["check-in-daily"] = EntryForms.DailyCheckIn,
        ["schedule"] = EntryForms.Schedule,
        ["session"] = About(SessionForm.Of(Exercises, false, true)),
        ["session-known"] = About(SessionForm.Of(Exercises, false, false)).Knowing("painBefore", Answer.Of(3))
            .Knowing("edition.rules", Answer.Of("1")).Knowing("edition.programme", Answer.Of("neuropathic-foot")).Knowing("edition.version", Answer.Of("2")),
        ["session-stopped"] = About(SessionForm.Of(["toe-lift"], true, false)),
        ["session-none"] = About(SessionForm.Of([], true, false)),
        ["session-offline"] = SessionForm.Offline(Exercises),
        ["screening-first"] = ScreeningForms.First(NeuropathicFootCondition.Instance),
        ["screening-rest"] = ScreeningForms.Rest(NeuropathicFootCondition.Instance),
        ["question-age"] = Asked("age", true),
        ["question-chair-stands"] = Asked("chair-stands", true),
        ["question-tandem-stand-seconds"] = Asked("tandem-stand-seconds", true),
        ["question-touch-test"] = Asked("touch-test", true),
        ["question-diabetes"] = Asked("diabetes", false),
        ["question-sex-for-norms"] = Asked("sex-for-norms", false),
        ["correction-foot-check"] = Correction(Entries.FootCheck),
        ["correction-event"] = Correction(Entries.Event),
        ["correction-next-morning"] = Correction(Entries.NextMorning),
        ["correction-next-morning-pain"] = Correction(Entries.NextMorningPain),
        ["correction-check-in"] = Correction(Entries.CheckIn),
        ["correction-session"] = CorrectionForm.Of(Entries.Session, ["toe-lift"])!,
        ["correction-set"] = Correction(Entries.Set(false)),
        ["correction-set-seconds"] = Correction(Entries.Set(true)),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static EntryForm About(EntryForm form) => form.Knowing("session", Answer.Of("s"));

    private static EntryForm Asked(string id, bool hasError) => ScreeningForms.Asking(Question.Find(id)!, hasError);

    private static EntryForm Correction(Entry entry) => CorrectionForm.Of(entry, [])!;

    /// <summary>One entry of each kind with a form that corrects it.</summary>
    private static class Entries
    {
        private const string Common = """ "id":"01960000-0000-7000-8000-000000000001","at":"2026-03-02T08:00:00+00:00" """;

        public static Entry FootCheck => Read(""" "kind":"foot-check","skin":"clear" """);

        public static Entry Event => Read(""" "kind":"event","what":"fall" """);

        public static Entry NextMorning => Read(""" "kind":"next-morning","session":"s","painRaised":"yes" """);

        public static Entry NextMorningPain => Read(""" "kind":"next-morning","session":"s","pain":3,"because":"yes" """);

        public static Entry CheckIn => Read(""" "kind":"check-in","pain":3 """);

        public static Entry Session => Read(""" "kind":"session","session":"s" """);

        public static Entry Set(bool inSeconds) =>
            Read($""" "kind":"set","session":"s","exercise":"toe-lift","level":1,"set":1,"side":"both","{(inSeconds ? "seconds" : "reps")}":5 """);

        private static Entry Read(string fields) => EntryReader.From(System.Text.Encoding.UTF8.GetBytes($"{{{Common},{fields}}}")).Value;
    }
}
