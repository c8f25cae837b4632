using Footing.Journal;

namespace Footing.Forms;

/// <summary>The forms of one or a few questions.</summary>
public static class EntryForms
{
    /// <summary>The adverse event.</summary>
    public static EntryForm AdverseEvent { get; } = new(EntryKind.Event, ["what"], [EntryFields.What with { IsNeeded = true, Error = new("event.error") }]);

    /// <summary>The morning after a session; its page knows the session.</summary>
    public static EntryForm NextMorning { get; } = new(
        EntryKind.NextMorning,
        ["session", "pain", "because"],
        [
            EntryFields.MorningPain with { IsNeeded = true, Error = new("today.morning.error") },
            EntryFields.Because with { IsNeeded = true, Error = new("today.morning.because.error") },
        ]);

    /// <summary>The same form on a page that a device keeps: the session is in the page's address.</summary>
    public static EntryForm NextMorningOffline { get; } = NextMorning with
    {
        Fields = [new("session", "session", new FieldKind.Text(), new("form.problem")) { IsInAddress = true, IsNeeded = true }, .. NextMorning.Fields],
    };

    /// <summary>Doing without an exercise: its page knows which.</summary>
    public static EntryForm LeaveOut { get; } = new EntryForm(
        EntryKind.LeaveOut,
        ["exercise", "out", "reason"],
        [EntryFields.LeaveOutReason with { IsNeeded = true }]).Knowing("out", true);

    /// <summary>Taking an exercise back: its page knows which.</summary>
    public static EntryForm TakeBack { get; } = new EntryForm(EntryKind.LeaveOut, ["exercise", "out"], []).Knowing("out", false);

    /// <summary>The check-in of a week. Every question is optional, but at least one needs an answer.</summary>
    public static EntryForm CheckIn { get; } = new EntryForm(
        EntryKind.CheckIn,
        ["span", "pain", "worstPain", "nightsWoken", "walkingMinutes", "rests", "peg", "mood", "change"],
        [
            EntryFields.Pain, EntryFields.WorstPain, EntryFields.NightsWoken, EntryFields.WalkingMinutes, EntryFields.Rests, .. EntryFields.Peg,
            EntryFields.Mood, EntryFields.Change,
        ])
    {
        NothingError = new("check-in.nothing"),
    }.Knowing("span", Answer.Of("week"));

    /// <summary>The check-in of a day: two questions, of which one needs an answer.</summary>
    public static EntryForm DailyCheckIn { get; } = new EntryForm(
        EntryKind.CheckIn, ["span", "pain", "nightsWoken"], [EntryFields.Pain, EntryFields.WokenLastNight])
    {
        NothingError = new("check-in.nothing"),
    }.Knowing("span", Answer.Of("day"));

    /// <summary>The person's days and the longest session.</summary>
    public static EntryForm Schedule { get; } =
        new(EntryKind.Schedule, ["weekdays", "minutes"], [EntryFields.Weekdays, EntryFields.Minutes with { IsNeeded = true }]);
}
