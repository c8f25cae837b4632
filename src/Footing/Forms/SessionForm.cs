using Footing.Journal;
using Footing.Plans;

namespace Footing.Forms;

/// <summary>The questions after a session.</summary>
public static class SessionForm
{
    private static readonly FormCondition Excused = StoppedFor(StopReasonMeanings.ExcusesAnswers);

    private static readonly FormCondition Interrupted = StoppedFor(StopReasonMeanings.IsInterruption);

    private static readonly FormCondition Cramped = StoppedFor(reason => reason == StopReason.Cramp);

    private static readonly FormMessage BeforeError = new("questions-after.before.error");

    /// <summary>The form, without what its page knows.</summary>
    /// <param name="exercises">The ids of the exercises that were done, in their order.</param>
    /// <param name="hasStopped">Whether the person tapped stop: then the reason is needed, and asked first.</param>
    /// <param name="asksBefore">Whether to ask for the pain before the session, because it is not known.</param>
    public static EntryForm Of(ImmutableArray<string> exercises, bool hasStopped, bool asksBefore)
    {
        var stop = EntryFields.StopReason with { Name = "stop", Error = new("questions-after.stop.error") };
        var before = EntryFields.PainBefore with { Name = "before", Error = BeforeError };
        return new(
            EntryKind.Session,
            ["session", "painBefore", "painAfter", "effort", "pain", "cramp", "stopReason", "edition"],
            [
                .. hasStopped ? [stop with { IsNeeded = true }] : ImmutableArray<FormField>.Empty,
                .. asksBefore ? [before] : ImmutableArray<FormField>.Empty,
                EntryFields.PainAfter with { Name = "after", IsNeeded = true, NeededUnless = Excused, Error = new("questions-after.after.error") },
                .. exercises.SelectMany(exercise => new[]
                {
                    EntryFields.EffortOf(exercise) with { IsNeeded = true, NeededUnless = Excused, Error = new("questions-after.effort.error") { Exercise = exercise } },
                    EntryFields.PainIn(exercise) with { Error = new("questions-after.pain.error") { Exercise = exercise } },
                }),
                .. exercises.IsEmpty ? ImmutableArray<FormField>.Empty : [Cramp(exercises)],
                .. hasStopped ? ImmutableArray<FormField>.Empty : [stop],
            ])
        {
            OmitsDoneIf = Interrupted,
        };
    }

    /// <summary>
    /// The form on a page that a device keeps: it asks about every exercise, a script hides those that were not done, and
    /// session and pain before it are in the page's address.
    /// </summary>
    /// <param name="exercises">The ids of all exercises.</param>
    public static EntryForm Offline(ImmutableArray<string> exercises)
    {
        var form = Of(exercises, false, true);
        return form with
        {
            Fields =
            [
                new("session", "session", new FieldKind.Text(), new("form.problem")) { IsInAddress = true },
                EntryFields.PainBefore with { Name = "before", Error = BeforeError, IsInAddress = true },
                .. form.Fields,
            ],
        };
    }

    private static FormField Cramp(ImmutableArray<string> exercises) => exercises is [var only]
        ? EntryFields.Cramp(exercises) with { Default = only, DefaultIf = Cramped }
        : EntryFields.Cramp(exercises) with { IsNeeded = true, NeededIf = Cramped };

    private static FormCondition StoppedFor(Func<StopReason, bool> means) =>
        FormCondition.Of("stop", [.. Vocabulary.StopReasons.Words.Where(word => means(Vocabulary.StopReasons.Find(word)!.Value))]);
}
