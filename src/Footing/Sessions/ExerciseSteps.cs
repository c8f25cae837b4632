using System.Globalization;
using Footing.Plans;
using Footing.Programmes;

namespace Footing.Sessions;

/// <summary>The steps of one exercise: its set-up, its sets, and what comes between them.</summary>
/// <param name="programme">The programme.</param>
/// <param name="order">The exercises of the session.</param>
/// <param name="place">The place of this one among them.</param>
/// <param name="texts">The words.</param>
/// <param name="last">The name of what comes after the last exercise.</param>
internal sealed class ExerciseSteps(Programme programme, ImmutableArray<PlannedExercise> order, int place, Texts texts, string last)
{
    /// <summary>A rest of this length has time to say more than what comes next.</summary>
    private const int LongRestMs = 40_000;

    /// <summary>
    /// The person stays seated this long after lying, in milliseconds: the minute in the programme's texts, our own
    /// cautious choice.
    /// </summary>
    private const int SitMs = 60_000;

    private readonly PlannedExercise _planned = order[place];
    private readonly string _id = order[place].Exercise.ToString();

    /// <summary>Before a set of a standing exercise, in seconds: to take hold, and to step up where there is a step.</summary>
    private const int LeadInSeconds = 12;

    /// <summary>The last seconds of it, which are said.</summary>
    private const int SaidSeconds = 5;

    /// <summary>To get down from a step after the words for it, in milliseconds.</summary>
    private const int StepDownMs = 4000;

    /// <summary>A set-up that goes on by itself does so this long after it says so, in milliseconds.</summary>
    private const int GoesOnAfterMs = 10_000;

    /// <summary>One set: its number and side.</summary>
    private readonly record struct Turn(int Number, Side Side);

    private Level Level => _planned.Level;

    private Dose Dose => _planned.Dose;

    private bool IsStanding => Level.Position.Trait() == ExerciseTraits.Standing;

    private Footwear Footwear => programme[_planned.Exercise].Footwear;

    private bool IsLast => place == order.Length - 1;

    /// <summary>The key with which the texts of a level begin.</summary>
    public static string KeyOf(PlannedExercise planned) =>
        string.Create(CultureInfo.InvariantCulture, $"{planned.Exercise}.levels.{planned.Level.Number}");

    /// <summary>
    /// All steps, in order: the set-up, the sets with what comes between them, and sitting up after lying.
    /// </summary>
    public IEnumerable<ScriptStep> All()
    {
        var turns = Turns();
        yield return SetUp(turns[0]);
        for (var i = 0; i < turns.Length; i++)
        {
            Turn? next = i + 1 < turns.Length ? turns[i + 1] : null;
            yield return Set(turns[i], next);
            if (next is { } coming && Between(turns[i], coming) is { } between)
            {
                yield return between;
            }
        }

        if (Level.Position == Position.Lying)
        {
            yield return Sit();
        }
    }

    /// <summary>The sets in the order in which they are done: the legs alternate, the left one first.</summary>
    private ImmutableArray<Turn> Turns()
    {
        Side[] sides = Dose.PerSide ? [Side.Left, Side.Right] : [Side.Both];
        return [.. Enumerable.Range(1, Dose.Sets).SelectMany(number => sides.Select(side => new Turn(number, side)))];
    }

    /// <summary>
    /// How the exercise is done: in full, or shorter to a person who knows it. It leans on what the exercise before it
    /// left: the position, and what is on the feet. Its full words lean on nothing, since a person may change the order.
    /// </summary>
    private ScriptStep SetUp(Turn first)
    {
        var before = place > 0 ? order[place - 1] : null;
        var isSamePlace = before is not null && before.Level.Position == Level.Position && !IsStanding;
        var bareBefore = isSamePlace ? programme[before!.Exercise].Footwear : Footwear.Shoes;
        var changesShoes = Footwear != bareBefore;
        var mayGoOn = isSamePlace && !changesShoes;
        var full = Told(isInFull: true, moves: true, changesShoes: true).Say(GoOn(isInFull: true)).ToHalfSecond();
        var own = Told(!_planned.IsFamiliar, !isSamePlace, changesShoes || before is null);
        int? stretchMs = null;
        if (mayGoOn)
        {
            stretchMs = own.EndMs;
            own.Say(texts["cues.wait.say"]).WaitUntil(stretchMs.Value + GoesOnAfterMs);
        }
        else
        {
            own.Say(GoOn(!_planned.IsFamiliar));
        }

        own.ToHalfSecond();
        var figure = new StepFigure(MovementOf(first), first.Side, 0, Level.Tempo.CycleMs, 0);
        return Step($"{_id}-set-up", StepKind.SetUp, texts[$"{_id}.name"], DoseText.Of(Dose, texts), own, NextOfSetUp(first)) with
        {
            Waits = !mayGoOn,
            StretchMs = stretchMs,
            Figure = figure,
            Again = full.Cues.SequenceEqual(own.Cues) ? null : new(full.EndMs, full.Cues),
        };
    }

    /// <summary>
    /// First why, then how many; the body in place before what to be careful of. Of a standing exercise all is told
    /// before the person stands up for it.
    /// </summary>
    private Timeline Told(bool isInFull, bool moves, bool changesShoes)
    {
        var key = KeyOf(_planned);
        var name = texts[$"{_id}.name"];
        var dose = DoseText.Of(Dose, texts);
        var time = new Timeline();
        if (isInFull || _planned.Halved || _planned.Trimmed > 0)
        {
            time.Say(texts.Say("cues.set-up.say", ("exercise", name)));
            if (isInFull)
            {
                time.Say(texts[$"{_id}.spoken-why"]);
            }

            time.Say(texts.Say("cues.set-up.dose", ("dose", dose)));
        }
        else
        {
            time.Say(texts.Say("cues.set-up.same", ("exercise", name), ("dose", dose)));
        }

        Last(time, isInFull);
        if (!IsStanding)
        {
            Place(time, isInFull, moves, changesShoes);
        }

        if (isInFull)
        {
            time.Say(texts.List($"{key}.spoken"));
        }

        time.Say(texts[$"support.{Level.Support}"]);
        if (isInFull)
        {
            time.Say(texts[$"{_id}.feel"]);
        }

        time.Say(texts[$"{_id}.watch"]);
        if (isInFull)
        {
            time.Say(Speech.Sentences(texts[$"{_id}.effort"])[0])
                .Say(texts.Say("cues.set-up.caution", ("caution", texts[$"{key}.caution"])));
        }

        time.Say(texts["cues.stop.say"]);
        if (IsStanding)
        {
            Place(time, isInFull, moves, changesShoes);
        }

        return time;
    }

    /// <summary>How much was done last time at this level; to a person who knows it only where it was not the dose.</summary>
    private void Last(Timeline time, bool isInFull)
    {
        if (_planned.LastDone is { } done && done > 0 && (isInFull || done != Dose.Sets * Dose.Target))
        {
            var each = Dose.PerSide ? "-each" : "";
            time.Say(Dose.Reps is not null
                ? texts.Say("cues.last.reps" + each, ("n", done))
                : texts.Say("cues.last.seconds" + each, ("time", DoseText.Time(done, texts))));
        }
    }

    /// <summary>Where the body goes, and what is on the feet.</summary>
    private void Place(Timeline time, bool isInFull, bool moves, bool changesShoes)
    {
        // Shoes are on before somebody stands up, and come off once they sit or lie.
        if (changesShoes && Footwear == Footwear.Shoes)
        {
            time.Say(texts["cues.shoes.on"]);
        }

        if (moves)
        {
            time.Say(texts[OfPosition("cues.move", isInFull)]);
        }

        // Whoever lies down is told on the edge of the bed.
        if (changesShoes && Footwear == Footwear.Socks && !(moves && Level.Position == Position.Lying))
        {
            time.Say(texts["cues.shoes.off"]);
        }
    }

    /// <summary>How to go on. Of a standing exercise also where the device lies, and that there is time after the tap.</summary>
    private string GoOn(bool isInFull) => texts[IsStanding ? OfPosition("cues.stand", isInFull) : isInFull ? "cues.go-on" : "cues.go-on-again"];

    private string OfPosition(string key, bool isInFull) => $"{key}.{Level.Position.Id()}{(isInFull ? "" : "-again")}";

    private ScriptStep Set(Turn turn, Turn? next)
    {
        var performance = new SetPerformance(Level, Dose, MovementOf(turn), texts);
        var time = new Timeline();
        Announce(time, turn, performance.Movement);
        performance.Perform(time);
        End(time, turn, next);
        var set = new StepSet(
            turn.Number, Dose.Sets, turn.Side, Dose.Target, Dose.Reps is not null, performance.StartMs, performance.CountMs);
        var figure = new StepFigure(
            performance.Movement, turn.Side, performance.StartMs, Level.Tempo.CycleMs, performance.Cycles);
        return Step(Id(turn), StepKind.Set, TitleOf(turn), DetailOf(turn), time, NextOf(turn, next)) with
        {
            Set = set,
            Halt = performance.Halt,
            Figure = figure,
        };
    }

    /// <summary>What is said before a set: which it is, with which foot, and how, where that is new.</summary>
    private void Announce(Timeline time, Turn turn, string movement)
    {
        var isLastSet = turn.Number == Dose.Sets;
        var counted = Dose.Sets > 1 && turn.Side != Side.Right && (isLastSet || !_planned.IsFamiliar);
        if (counted)
        {
            time.Say(isLastSet
                ? texts["cues.set.last"]
                : texts.Say("cues.set.say", ("set", turn.Number), ("sets", Dose.Sets)));
        }

        if (IsStanding)
        {
            time.Say(texts[OfPosition("cues.lead", !_planned.IsFamiliar)]);
        }

        // "Switch to the right foot" has just been said, and in later sets it is clear.
        var known = turn.Side switch
        {
            Side.Both => turn.Number > 1 || _planned.IsFamiliar,
            Side.Left => turn.Number > 1 && Level.RestSeconds == 0,
            Side.Right => true,
        };
        if (!known)
        {
            time.Say(texts[texts.Has($"cues.first.{movement}") ? $"cues.first.{movement}" : $"cues.set.side.{turn.Side.Id()}"]);
        }

        if (VariantOf(turn) is { } variant && !(_planned.IsFamiliar && turn.Number > 1 && VariantOf(turn with { Number = turn.Number - 1 }) == variant))
        {
            time.Say(texts[$"variant.{variant.Id}.say"]);
        }

        time.ToHalfSecond();
        string Number(int n) => texts.Say("cues.count.number", ("n", n));
        if (IsStanding)
        {
            // Whoever knows it takes hold while it is said; the seconds that are left are counted.
            var leftSeconds = _planned.IsFamiliar ? (((LeadInSeconds * 1000) - time.EndMs) + 999) / 1000 : LeadInSeconds;
            time.LeadIn(Math.Max(SaidSeconds, leftSeconds), SaidSeconds, Number);
        }
        else
        {
            time.CountDown(3, Number);
        }
    }

    /// <summary>What is said after a set. Before a change of foot it is short: the other foot is waiting.</summary>
    private void End(Timeline time, Turn turn, Turn? next)
    {
        if (next is { } coming && coming.Side != turn.Side && Level.RestSeconds == 0)
        {
            time.Add(new Cue(time.EndMs, CueKind.Say, null, null, Tone.End));
            time.Wait(500);
            return;
        }

        var praise = texts.List(next is null ? "cues.done.exercise" : "cues.done.set");
        time.Say(praise[(next is null ? place : turn.Number - 1) % praise.Length], Tone.End);
        if (Level.Position == Position.Step)
        {
            // The rest is on the floor.
            time.Say(texts[_planned.IsFamiliar ? "cues.move.from-step-again" : "cues.move.from-step"]).Wait(StepDownMs);
        }

        if (next is null && texts.Has($"cues.after.{_id}"))
        {
            time.Say(texts[$"cues.after.{_id}"]);
        }

        time.Wait(500).ToHalfSecond();
    }

    /// <summary>After lying: sitting up, and a minute before anything else.</summary>
    private ScriptStep Sit()
    {
        var time = new Timeline().Say(texts["cues.move.from-lying"]);
        var endMs = time.EndMs + SitMs;
        time.Wait(SitMs / 6).Say(texts["cues.sit.dizzy"])
            .WaitUntil(endMs - (SitMs / 2)).Say(texts["cues.sit.shoes"]);
        ToGo(time, endMs);
        time.WaitUntil(endMs).ToHalfSecond();
        return Step($"{_id}-sit", StepKind.Rest, texts["cues.sit.title"], "", time, NextExercise());
    }

    /// <summary>Ten seconds before a time is over.</summary>
    private void ToGo(Timeline time, int endMs)
    {
        var toGo = texts.Count("cues.count.seconds-to-go", 10);
        time.Add(new Cue(endMs - 10_000, CueKind.Countdown, toGo, toGo, Tone.Tick));
    }

    /// <summary>What comes between two sets: a rest, where the level has one, or a change of foot.</summary>
    private ScriptStep? Between(Turn turn, Turn next)
    {
        var sameSet = turn.Number == next.Number;
        return Level.RestSeconds > 0 && !sameSet ? Rest(turn, next)
            : turn.Side != next.Side ? Switch(next)
            : null;
    }

    private ScriptStep Switch(Turn next)
    {
        var time = new Timeline();
        if (_planned.IsFamiliar)
        {
            time.Say(texts[$"cues.set.side.{next.Side.Id()}"], Tone.Go).Wait(1000);
        }
        else
        {
            time.Say(texts[$"cues.switch.say.{next.Side.Id()}"], Tone.Go).Wait(2500);
        }

        time.ToHalfSecond();
        var id = string.Create(CultureInfo.InvariantCulture, $"{_id}-{next.Number}-switch-{next.Side.Id()}");
        return Step(id, StepKind.Switch, texts["cues.switch.title"], "", time, NameOf(next));
    }

    private ScriptStep Rest(Turn turn, Turn next)
    {
        var lengthMs = Level.RestSeconds * 1000;
        var isLong = lengthMs >= LongRestMs;
        var soonMs = isLong ? lengthMs - 20_000 : Math.Max(0, lengthMs - Speech.Ms(texts["cues.rest.soon"]) - 1000);
        var time = new Timeline();
        time.SayWithin(texts.Count("cues.rest.say", Level.RestSeconds), soonMs);
        if (texts.Has($"cues.rest.how.{_id}"))
        {
            time.SayWithin(texts[$"cues.rest.how.{_id}"], soonMs);
        }

        time.SayWithin(texts.Say("cues.next.say", ("next", NameOf(next))), soonMs);
        if (isLong)
        {
            time.WaitUntil(lengthMs / 3).SayWithin(texts["cues.rest.breathe"], soonMs)
                .WaitUntil(lengthMs / 2).SayWithin(texts["cues.stop.pain"], soonMs);
        }

        time.WaitUntil(soonMs).SayWithin(texts[IsStanding ? "cues.rest.tap" : "cues.rest.soon"], isLong ? lengthMs - 10_000 : lengthMs);
        if (isLong)
        {
            ToGo(time, lengthMs);
        }

        time.WaitUntil(lengthMs);
        var id = string.Create(CultureInfo.InvariantCulture, $"{_id}-{turn.Number}-rest");
        // Whoever stands for the next set says when: nobody is hurried on to a step.
        return Step(id, StepKind.Rest, texts["cues.rest.title"], "", time, NameOf(next)) with { Waits = IsStanding };
    }

    private ScriptStep Step(string id, StepKind kind, string title, string detail, Timeline time, string next) =>
        new(id, kind, _planned.Exercise, title, detail, time.EndMs, false, null, null, null, time.Cues, next);

    private string Id(Turn turn) =>
        string.Create(CultureInfo.InvariantCulture, $"{_id}-{turn.Number}-{turn.Side.Id()}");

    private SetVariant? VariantOf(Turn turn) => Level.Variants.LastOrDefault(variant => variant.FromSet <= turn.Number);

    private string MovementOf(Turn turn) => VariantOf(turn)?.Movement ?? Level.Movement;

    private string TitleOf(Turn turn) =>
        VariantOf(turn) is { } variant ? texts[$"variant.{variant.Id}.name"] : texts[$"{_id}.name"];

    private string DetailOf(Turn turn) => (Dose.Sets > 1, Dose.PerSide) switch
    {
        (true, true) => texts.Say(
            "cues.set.detail-side", ("side", SideOf(turn)), ("set", turn.Number), ("sets", Dose.Sets)),
        (true, false) => texts.Say("cues.set.detail", ("set", turn.Number), ("sets", Dose.Sets)),
        (false, true) => SideOf(turn),
        (false, false) => DoseText.Of(Dose, texts),
    };

    private string SideOf(Turn turn) => texts[$"side.{turn.Side.Id()}"];

    /// <summary>A set as what comes next.</summary>
    private string NameOf(Turn turn) => (Dose.Sets > 1, Dose.PerSide) switch
    {
        (true, true) => texts.Say("cues.next.side", ("side", SideOf(turn)), ("set", turn.Number), ("sets", Dose.Sets)),
        (true, false) => texts.Say("cues.next.set", ("set", turn.Number), ("sets", Dose.Sets)),
        (false, true) => texts[$"cues.next.switch.{turn.Side.Id()}"],
        (false, false) => DoseText.Of(Dose, texts),
    };

    /// <summary>Does not repeat the dose, which was said already.</summary>
    private string NextOfSetUp(Turn first) => Dose.Sets == 1 && !Dose.PerSide ? texts["cues.next.itself"] : NameOf(first);

    private string NextOf(Turn turn, Turn? next)
    {
        if (next is { } coming)
        {
            return Level.RestSeconds > 0 && coming.Number != turn.Number ? texts["cues.next.rest"]
                : coming.Side != turn.Side ? texts[$"cues.next.switch.{coming.Side.Id()}"]
                : NameOf(coming);
        }

        return Level.Position == Position.Lying ? texts["cues.next.sit"] : NextExercise();
    }

    private string NextExercise() => IsLast ? last : texts.Say(
        place + 1 == order.Length - 1 ? "cues.next.last-exercise" : "cues.next.exercise",
        ("exercise", texts[$"{order[place + 1].Exercise}.name"]));
}
