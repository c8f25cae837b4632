namespace Footing.Content;

/// <summary>
/// The texts that every programme has in addition to those of its exercises, each with the placeholders that the code fills.
/// <c>texts/en/cues.yaml</c> and <c>common.yaml</c> explain them.
/// </summary>
internal static class CueTexts
{
    /// <summary>Single texts.</summary>
    internal static readonly ImmutableArray<(string Key, string[] Places)> Texts =
    [
        ("side.left", []), ("side.right", []), ("side.both", []),
        ("dose.reps.once", []), ("dose.reps-each.once", []),
        ("dose.reps.one", ["reps"]), ("dose.reps.other", ["n", "reps"]),
        ("dose.reps-each.one", ["reps"]), ("dose.reps-each.other", ["n", "reps"]),
        ("dose.seconds.one", ["time"]), ("dose.seconds.other", ["n", "time"]),
        ("dose.seconds-each.one", ["time"]), ("dose.seconds-each.other", ["n", "time"]),
        ("dose.time.seconds.one", []), ("dose.time.seconds.other", ["n"]),
        ("dose.time.minutes.one", []), ("dose.time.minutes.other", ["n"]),
        ("cues.get-ready.title", []), ("cues.get-ready.detail", ["minutes"]), ("cues.get-ready.say", ["minutes"]),
        ("cues.get-ready.again", ["minutes"]), ("cues.get-ready.things", []), ("cues.get-ready.stop", []),
        ("cues.go-on", []), ("cues.go-on-again", []), ("cues.wait.say", []), ("cues.shoes.on", []),
        ("cues.set-up.say", ["exercise"]), ("cues.set-up.dose", ["dose"]), ("cues.set-up.same", ["exercise", "dose"]), ("cues.set-up.caution", ["caution"]),
        ("cues.last.reps", ["n"]), ("cues.last.reps-each", ["n"]), ("cues.last.seconds", ["time"]), ("cues.last.seconds-each", ["time"]),
        ("cues.set.detail", ["set", "sets"]), ("cues.set.detail-side", ["side", "set", "sets"]),
        ("cues.set.say", ["set", "sets"]), ("cues.set.last", []),
        ("cues.set.side.left", []), ("cues.set.side.right", []), ("cues.set.side.both", []),
        ("cues.count.done", ["n"]), ("cues.count.half", []), ("cues.count.to-go.one", []), ("cues.count.to-go.other", ["n"]),
        ("cues.count.seconds-to-go.one", []), ("cues.count.seconds-to-go.other", ["n"]), ("cues.count.number", ["n"]),
        ("cues.switch.title", []), ("cues.switch.say.left", []), ("cues.switch.say.right", []),
        ("cues.rest.title", []), ("cues.rest.say.one", []), ("cues.rest.say.other", ["n"]),
        ("cues.rest.breathe", []), ("cues.rest.soon", []),
        ("cues.next.say", ["next"]), ("cues.next.exercise", ["exercise"]), ("cues.next.last-exercise", ["exercise"]),
        ("cues.next.set", ["set", "sets"]), ("cues.next.side", ["side", "set", "sets"]),
        ("cues.next.switch.left", []), ("cues.next.switch.right", []), ("cues.next.rest", []),
        ("cues.next.itself", []), ("cues.next.questions", []), ("cues.done.session", []),
        ("cues.questions.title", []), ("cues.questions.say", []), ("cues.questions.again", []), ("cues.goodbye", ["day"]), ("cues.stop.say", []), ("cues.stop.pain", []),
    ];

    /// <summary>Single texts where the feet are looked at before and after a session.</summary>
    internal static readonly ImmutableArray<string> OfFeet =
    [
        "cues.next.sole-check", "cues.sole-check.again", "cues.sole-check.title", "cues.sole-check.say", "cues.sole-check.found",
        "cues.sole-check.shoes",
    ];

    /// <summary>Single texts without placeholders of a position, for programmes that have exercises in it.</summary>
    internal static ImmutableArray<string> Of(Position position) =>
    [
        $"position.{position.Id()}",
        $"cues.move.{position.Id()}",
        $"cues.move.{position.Id()}-again",
        .. position.Trait() == ExerciseTraits.Standing
            ? [$"cues.stand.{position.Id()}", $"cues.stand.{position.Id()}-again", $"cues.lead.{position.Id()}", $"cues.lead.{position.Id()}-again", "cues.rest.tap"]
            : Array.Empty<string>(),
        .. position switch
        {
            Position.Lying => ["cues.move.from-lying", "cues.sit.title", "cues.sit.dizzy", "cues.sit.shoes", "cues.next.sit"],
            Position.Step => ["cues.move.from-step", "cues.move.from-step-again"],
            _ => Array.Empty<string>(),
        },
    ];

    /// <summary>Lists, each of at least one text without placeholders.</summary>
    internal static readonly ImmutableArray<string> Lists = ["cues.done.set", "cues.done.exercise"];

    /// <summary>A list where the feet are looked at.</summary>
    internal const string HowToLook = "cues.sole-check.how";
}
