namespace Footing.Content.Tests;

public sealed class LintTests
{
    /// <summary>
    /// What is broken: file, text, its replacement. What must be found: a text in the line, the field, part of the
    /// message.
    /// </summary>
    public static TheoryData<string, string, string, string, string, string> Faults => new()
    {
        // programme.yaml
        { "programme.yaml", "id: neuropathic-foot", "name: x", "name: x", "name", "not known" },
        { "programme.yaml", "version: \"2\"", "version:", "version:", "version", "nothing" },
        { "programme.yaml", "minutes-limit: 36", "minutes-limit: 37", "minutes-limit", "minutes-limit", "10 to 36" },
        { "programme.yaml", "minutes-limit: 36", "minutes-limit: 9", "minutes-limit", "minutes-limit", "10 to 36" },
        { "programme.yaml", "minutes-limit: 36", "minutes-limit: long", "minutes-limit", "minutes-limit", "whole number" },
        { "programme.yaml", "minutes-limit: 36", "minutes-limit: [36]", "minutes-limit", "minutes-limit", "a list" },
        { "programme.yaml", "[mon, wed, fri]", "[mon, wed]", "weekdays", "weekdays", "three" },
        { "programme.yaml", "[mon, wed, fri]", "[mon, wed, wed]", "weekdays", "weekdays", "three" },
        { "programme.yaml", "[mon, wed, fri]", "[mon, wed, day]", "weekdays", "weekdays.3", "\"day\"" },
        { "programme.yaml", "own-schedule]", "our-schedule]", "sources:", "sources.3", "\"our-schedule\"" },
        { "programme.yaml", "[ball-roll, toe-lift", "[ball-roll, ball-roll, toe-lift", "exercises:", "exercises.2", "twice" },
        { "programme.yaml", "heel-toe-lift, calf-raise]", "heel-toe-lift, Knee bend]", "exercises:", "exercises.5", "cannot be the id" },
        { "programme.yaml", "heel-toe-lift, calf-raise]", "heel-toe-lift, knee-bend]", "exercises:", "exercises.5", "There is no file exercises/knee-bend.yaml" },
        { "programme.yaml", "heel-toe-lift, calf-raise]", "heel-toe-lift]", "progression:", "progression", "\"calf-raise\" is not among" },
        { "programme.yaml", "ball-roll, calf-raise]", "ball-roll]", "progression:", "progression", "\"calf-raise\" is missing" },
        { "programme.yaml", "ball-roll, calf-raise]", "ball-roll, ball-roll]", "progression:", "progression.5", "twice" },
        { "exercises/ball-roll.yaml", "traits: [sole-pressure]", "traits: [sole-presure]", "traits:", "traits.1", "sole-pressure, rest-day" },
        { "exercises/ball-roll.yaml", "traits: [sole-pressure]", "traits: [rest-day, rest-day]", "traits:", "traits.2", "twice" },
        { "exercises/heel-toe-lift.yaml", "exercise: ankle-pump", "exercise: knee-bend", "joins-after:", "joins-after.exercise", "no exercise \"knee-bend\"" },
        { "exercises/heel-toe-lift.yaml", "exercise: ankle-pump", "exercise: Ankle pump", "joins-after:", "joins-after.exercise", "not the id" },
        { "exercises/heel-toe-lift.yaml", "exercise: ankle-pump", "exercise: heel-toe-lift", "joins-after:", "joins-after.exercise", "waits for itself" },
        { "exercises/heel-toe-lift.yaml", "level: 3", "level: 4", "joins-after:", "joins-after.level", "levels 1 to 3" },
        { "programme.yaml", "version: \"2\"", "version: \"2\"\nid: again", "id: again", "id", "twice" },
        { "programme.yaml", "weekdays: [mon", "weekdays:\t[mon", "weekdays", "weekdays", "tab" },
        { "programme.yaml", "weekdays: [mon, wed, fri]", "weekdays: [mon, wed", "weekdays", "", "not YAML" },

        // exercises
        { "exercises/calf-raise.yaml", "id: calf-raise\n", "id: calf-rise\n", "id: calf-rise", "id", "must be \"calf-raise\"" },
        { "exercises/calf-raise.yaml", "    support: both-hands\n", "", "- number: 1", "levels.1.support", "missing" },
        { "exercises/calf-raise.yaml", "support: both-hands\n", "suport: both-hands\n", "suport", "levels.1.suport", "not known" },
        { "exercises/calf-raise.yaml", "position: step", "position: stairs", "stairs", "levels.3.position", "seated, lying, floor, step" },
        { "exercises/calf-raise.yaml", "up-ms: 2000", "up-ms: 0", "up-ms: 0", "levels.1.tempo.up-ms", "1 or more" },
        { "exercises/calf-raise.yaml", "down-ms: 3000", "down-ms: -1", "down-ms: -1", "levels.1.tempo.down-ms", "1 or more" },
        { "exercises/calf-raise.yaml", "hold-ms: 1000", "hold-ms: -5", "hold-ms: -5", "levels.1.tempo.hold-ms", "0 or more" },
        { "exercises/calf-raise.yaml", "rest-seconds: 75", "rest-seconds: 1.5", "1.5", "levels.1.rest-seconds", "whole number" },
        { "exercises/calf-raise.yaml", "sets: 2, reps: 10", "sets: 2, reps: 4", "reps: 4", "levels.2.dose.reps", "goes down: 8 in all, after 10" },
        { "exercises/calf-raise.yaml", "sets: 2, reps: 10", "sets: 2, seconds: 10", "sets: 2, seconds", "levels.2.dose", "another way" },
        { "exercises/calf-raise.yaml", "sets: 2, reps: 10", "sets: 0, reps: 10", "sets: 0", "levels.2.dose.sets", "1 or more" },
        { "exercises/calf-raise.yaml", "sets: 2, reps: 10", "sets: 2, reps: 10, seconds: 5", "seconds: 5", "levels.2.dose.seconds", "not in both" },
        { "exercises/calf-raise.yaml", "number: 3", "number: 5", "number: 5", "levels.3.number", "expected is 3" },
        { "exercises/calf-raise.yaml", "movement: calf-raise-floor", "movement: jump", "movement: jump", "levels.1.movement", "\"jump\"" },
        { "exercises/calf-raise.yaml", "movement: calf-raise-step-toes-out", "movement: jump", "movement: jump", "levels.4.variants.2.movement", "\"jump\"" },
        { "exercises/calf-raise.yaml", "from-set: 3", "from-set: 5", "from-set: 5", "levels.5.variants.2.from-set", "2 to 4" },
        { "exercises/calf-raise.yaml", "sources: [older-feet", "sources: [old-feet", "[old-feet", "levels.1.sources.1", "\"old-feet\"" },
        { "exercises/calf-raise.yaml", "  wear: [foot-protection]\n", "", "text-sources", "text-sources.wear", "missing" },
        { "exercises/calf-raise.yaml", "  wear: [", "  hat: [", "hat:", "text-sources.hat", "No text" },
        { "exercises/calf-raise.yaml", "support: both-hands\n", "support: one-hand\n", "hands-on-seat: Both", "support.one-hand", "missing" },
        { "exercises/calf-raise.yaml", "ready: [worktop", "ready: [sofa, worktop", "chair: A firm", "ready.sofa", "missing" },
        { "exercises/ankle-pump.yaml", "per-side: true", "per-side: often", "often", "levels.1.dose.per-side", "true nor false" },
        { "exercises/ankle-pump.yaml", "levels:\n", "levels: []\nold-levels:\n", "levels: []", "levels", "an empty list" },

        // movements
        { "movements/ankle-pump.yaml", "id: ankle-pump", "id: ankle", "id: ankle", "id", "must be \"ankle-pump\"" },
        { "movements/ankle-pump.yaml", "scene: mat\n", "", "id: ankle-pump", "scene", "missing" },
        { "movements/ankle-pump.yaml", "scene: mat\n", "scene: moon\n", "scene: moon", "scene", "\"moon\" is not known" },
        { "movements/ankle-pump.yaml", "ankle: 15, toes: 12", "elbow: 15", "elbow: 15", "keys.2.angles.elbow", "\"elbow\" is not known" },
        { "movements/ankle-pump.yaml", "ankle: 15, toes: 12", "ankle: 35", "ankle: 35", "keys.2.angles.ankle", "-50 to 20" },
        { "movements/ankle-pump.yaml", "phase: up, at: 0,", "phase: up, at: 0.1,", "at: 0.1", "keys.1", "at 0 of the phase up" },
        { "movements/ankle-pump.yaml", "phase: up, at: 1,", "phase: rise, at: 1,", "phase: rise", "keys.2.phase", "up, hold, down" },
        { "movements/ankle-pump.yaml", "phase: down, at: 1,", "phase: up, at: 0.5,", "phase: up, at: 0.5,", "keys.4", "in order" },
        { "movements/ankle-pump.yaml", "label: foot-upright", "label: foot-sideways", "ball-under-forefoot", "pose.foot-sideways", "missing" },
        { "movements/heel-toe-lift.yaml", "down, at: 0, planted: heel, angles: {} }", "down, at: 0, planted: heel, angles: { toes: 30 } }", "toes: 30 } }", "keys.5", "jumps" },
        { "movements/calf-raise-step.yaml", "scene: step", "scene: floor", "toes: -9", "keys.1", "through the ground" },

        // texts
        { "texts/en/ball-roll.yaml", "  name: Ball roll\n", "", "short: Roll", "ball-roll.name", "missing" },
        { "texts/en/cues.yaml", "    from-step: Both", "    of-step: Both", "of-step: Both", "cues.move.of-step", "misspelt" },
        { "texts/en/cues.yaml", "    from-step: Both", "    of-step: Both", "    from-lying: Sit", "cues.move.from-step", "missing" },
        { "texts/en/ball-roll.yaml", "name: Ball roll", "nam: Ball roll", "nam: Ball", "ball-roll.nam", "misspelt" },
        { "texts/en/ball-roll.yaml", "name: Ball roll", "name: \"\"", "name: \"\"", "ball-roll.name", "empty" },
        { "texts/en/ball-roll.yaml", "name: Ball roll", "name: Ball {roll}", "Ball {roll}", "ball-roll.name", "{roll}" },
        { "texts/en/ball-roll.yaml", "name: Ball roll", "name: Ball roll}", "Ball roll}", "ball-roll.name", "brace" },
        { "texts/en/ball-roll.yaml", "name: A little longer", "name: &a {b: c}", "name: &a", "ball-roll.levels.2.name.b", "misspelt" },
        { "texts/en/ball-roll.yaml", "how: *how", "how: *hwo", "*hwo", "ball-roll.levels.2.how", "names no text" },
        { "texts/en/toe-lift.yaml", "  stop:\n", "  halt:\n", "name: Toe lift", "toe-lift.stop", "list is missing" },
        { "texts/en/toe-lift.yaml", "        - On \"hold\", keep the toes up for 5", "        - One.\n        - Two.\n        - Three.\n        - On \"hold\", keep the toes up for 5", "Sit well back with both feet flat on the floor, heels under your knees", "toe-lift.levels.1.how", "3 to 6" },
        { "texts/en/calf-raise.yaml", "step: >-", "stair: >-", "stair:", "calf-raise.without.stair", "misspelt" },
        { "texts/en/cues.yaml", "    detail: Set {set} of {sets}", "    detail: Set {set}", "detail: Set", "cues.set.detail", "{sets} is missing" },
        { "texts/en/cues.yaml", "ankle-pump:\n      up: { say: Up, ", "ankle-pump:\n      up: { ", "caption: Pull up", "cues.beats.ankle-pump.up.say", "missing" },
        { "texts/en/cues.yaml", "parts: [Little, Fourth", "parts: [Little] # Fourth", "parts:", "cues.beats.toe-lift-one-by-one.up.parts", "2 to 9" },
        { "texts/en/cues.yaml", "parts: [Little, Fourth", "parts: [Little toe, Fourth", "parts:", "cues.beats.toe-lift-one-by-one.up.parts.1", "takes 1300 ms and the tempo leaves 1000 ms" },
        { "texts/en/cues.yaml", "ankle-pump:\n      up: { say: Up, ", "ankle-pump:\n      up: { say: Pull up and up, ", "caption: Pull up", "cues.beats.ankle-pump.up.say", "takes 2300 ms and the tempo leaves 2000 ms" },
        { "texts/en/ball-roll.yaml", "      spoken: *spoken\n", "", "Sit well back, in clean socks", "ball-roll.levels.2.spoken", "list is missing" },
        { "texts/en/cues.yaml", "cues:\n", "ball-roll:\n  name: Ball\ncues:\n", "name: Ball", "ball-roll.name", "stands already in" },
        { "texts/en/cues.yaml", "  go-on:", "  go_on:", "go_on", "cues.go_on", "hyphens" },
        { "texts/en/cues.yaml", "  go-on: Tap", "  go-on: !!str Tap", "go-on", "cues.go-on", "tag" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_is_found_with_file_line_and_field(string file, string from, string to, string at, string field, string message)
    {
        using var folder = new ProgrammeFolder();
        folder.Change(file, from, to);

        var findings = Lint.Run(folder.Place);

        findings.ShouldContain(
            finding => finding.Field == field && finding.Message.Contains(message),
            string.Join(Environment.NewLine, findings));
        if (at != "never")
        {
            findings.Where(finding => finding.Field == field && finding.Message.Contains(message, StringComparison.Ordinal))
                .ShouldContain(finding => finding.Line > 0 && NamesLine(folder, finding, at), string.Join(Environment.NewLine, findings));
        }
    }

    /// <summary>A programme's own sources are beside the shared ones.</summary>
    [Theory]
    [InlineData("id: rumour\n    kind: proof\n    citation: X. 2020.", "sources.1.kind", "own-choice")]
    [InlineData("id: own-dose\n    kind: own-choice", "sources.1.id", "twice")]
    [InlineData("id: rumour\n    kind: own-choice", "sources.1.id", "Nothing names")]
    [InlineData("id: rumour\n    kind: evidence", "sources.1.citation", "missing")]
    public void Fault_in_a_programme_s_own_sources_is_found(string source, string field, string message)
    {
        using var folder = new ProgrammeFolder();
        File.WriteAllText(folder.Of("sources.yaml"), $"sources:\n  - {source}\n");

        Lint.Run(folder.Place).ShouldContain(finding =>
            finding.Field == field && finding.Message.Contains(message) && finding.File.EndsWith("sources.yaml") && finding.Line > 1);
    }

    [Fact]
    public void Own_source_that_is_named_and_has_its_words_is_no_finding()
    {
        using var folder = new ProgrammeFolder();
        File.WriteAllText(folder.Of("sources.yaml"), "sources:\n  - id: our-clinic\n    kind: guidance\n    citation: Our clinic. 2026.\n");
        folder.Change("programme.yaml", "own-schedule]", "our-clinic]");
        foreach (var language in ShippedTexts.Folders)
        {
            File.WriteAllText(folder.Of($"texts/{language}/own.yaml"), "sources:\n  our-clinic:\n    supports: Three days a week.\n    limit: Our own patients.\n");
        }

        ShippedTexts.Folders.Where(language => language != "en").ToList().ForEach(language => Translations.Record(folder.Place, language, []));
        Lint.Run(folder.Place).ShouldBeEmpty();
    }

    [Fact]
    public void Words_of_a_country_are_checked_as_those_of_a_language_are()
    {
        using var folder = new ProgrammeFolder();
        File.WriteAllText(folder.Of("texts/es-ES.yaml"), "cues:\n  count:\n    to-go: { other: Un poco más }\n  beats:\n    ankle-pump:\n      up: { say: Suba ahora la punta del pie todo lo que pueda }\n");
        File.WriteAllText(folder.Of("texts/es-AR.yaml"), "programme:\n  name: Pies\n");
        Translations.Record(folder.Place, "es-ES", []);

        Lint.Run(folder.Place).Select(finding => (Path.GetFileName(finding.File), finding.Field)).ShouldBe(
            [("es-AR.yaml", ""), ("es-ES.yaml", "cues.count.to-go.other"), ("es-ES.yaml", "cues.beats.ankle-pump.up.say")]);
    }

    private static bool NamesLine(ProgrammeFolder folder, LintFinding finding, string at) =>
        File.Exists(finding.File) && File.ReadLines(finding.File).ElementAt(finding.Line - 1).Contains(at, StringComparison.Ordinal);
}
