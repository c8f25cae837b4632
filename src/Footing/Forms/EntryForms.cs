using Footing.Journal;

namespace Footing.Forms;

/// <summary>The forms of one or a few questions.</summary>
public static class EntryForms
{
    /// <summary>The adverse event.</summary>
    public static EntryForm AdverseEvent { get; } = new(EntryKind.Event, ["what"], [EntryFields.What with { IsNeeded = true, Error = new("event.error") }]);

    /// <summary>The morning after a session; its page knows the session.</summary>
    public static EntryForm NextMorning { get; } =
        new(EntryKind.NextMorning, ["session", "painRaised"], [EntryFields.PainRaised with { Name = "raised", IsNeeded = true }]);

    /// <summary>The check-in of a week. Every question is optional, but at least one needs an answer.</summary>
    public static EntryForm CheckIn { get; } = new EntryForm(
        EntryKind.CheckIn,
        ["span", "pain", "worstPain", "nightsWoken", "change"],
        [EntryFields.Pain, EntryFields.WorstPain, EntryFields.NightsWoken, EntryFields.Change])
    {
        NothingError = new("check-in.nothing"),
    }.Knowing("span", Answer.Of("week"));

    /// <summary>The person's days and the longest session.</summary>
    public static EntryForm Schedule { get; } =
        new(EntryKind.Schedule, ["weekdays", "minutes"], [EntryFields.Weekdays, EntryFields.Minutes with { IsNeeded = true }]);
}
