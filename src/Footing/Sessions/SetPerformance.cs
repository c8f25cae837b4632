using Footing.Programmes;

namespace Footing.Sessions;

/// <summary>The beats and counts of one set.</summary>
internal sealed class SetPerformance
{
    /// <summary>A set of so many movements is long: a person is told more than how many are left.</summary>
    private const int LongFrom = 9;

    private readonly Level _level;
    private readonly Dose _dose;
    private readonly Texts _texts;
    private readonly string? _half;

    /// <param name="level">The level, for its tempo.</param>
    /// <param name="dose">What is asked.</param>
    /// <param name="movement">The id of the movement that the set shows.</param>
    /// <param name="texts">The words.</param>
    public SetPerformance(Level level, Dose dose, string movement, Texts texts)
    {
        _level = level;
        _dose = dose;
        _texts = texts;
        Movement = movement;
        _half = texts.Has($"cues.half.{movement}") ? texts[$"cues.half.{movement}"] : null;
        Cycles = dose.Reps ?? WholeCycles(dose.Seconds!.Value, level.Tempo.CycleMs, _half is not null);
        CountMs = dose.Reps is null ? 1000 : level.Tempo.CycleMs;
    }

    /// <summary>The id of the movement.</summary>
    public string Movement { get; }

    /// <summary>How many times the movement is done.</summary>
    public int Cycles { get; }

    /// <summary>One repetition or one second, in milliseconds.</summary>
    public int CountMs { get; }

    /// <summary>When the first cycle begins; known once it is performed.</summary>
    public int StartMs { get; private set; }

    /// <summary>The pause half way, where the movement asks for one; known once it is performed.</summary>
    public StepHalt? Halt { get; private set; }

    /// <summary>Appends all cycles to the timeline, up to the end of the work.</summary>
    public void Perform(Timeline time)
    {
        StartMs = time.EndMs;
        var haltAfter = _half is null ? 0 : Cycles / 2;
        for (var cycle = 1; cycle <= Cycles; cycle++)
        {
            Cycle(time, cycle, haltAfter == 0 ? Announcement(cycle) : Announcement(cycle, haltAfter));
            if (cycle == haltAfter)
            {
                var atMs = time.EndMs;
                time.Say(_half!).Wait(5000).ToHalfSecond().CountDown(3, n => _texts.Say("cues.count.number", ("n", n)));
                Halt = new StepHalt(atMs, time.EndMs - atMs);
            }
        }

        time.WaitUntil(StartMs + (_dose.Target * CountMs) + (Halt?.ForMs ?? 0));
    }

    /// <summary>
    /// The number of whole cycles nearest to this many seconds, at least one: nobody stops half way up. Where the feet
    /// change half way it is an even number, so that each foot does the same.
    /// </summary>
    private static int WholeCycles(int seconds, int cycleMs, bool even)
    {
        var cycles = Math.Max(1, ((seconds * 1000) + (cycleMs / 2)) / cycleMs);
        return even ? cycles + (cycles % 2) : cycles;
    }

    private void Cycle(Timeline time, int cycle, string? announcement)
    {
        var tempo = _level.Tempo;
        Beat(time, cycle, Phase.Up, Tone.Up, tempo.UpMs, null);
        if (tempo.HoldMs > 0)
        {
            Beat(time, cycle, Phase.Hold, Tone.Hold, tempo.HoldMs, null);
        }

        Beat(time, cycle, Phase.Down, Tone.Down, tempo.DownMs, announcement);
    }

    private void Beat(Timeline time, int cycle, Phase phase, Tone tone, int lengthMs, string? announcement)
    {
        var key = $"cues.beats.{Movement}.{ScriptWords.Id(phase)}";
        var parts = _texts.List($"{key}.parts");
        var atMs = time.EndMs;
        if (parts.IsEmpty)
        {
            var say = _texts[$"{key}.say"];
            var lateMs = lengthMs - Speech.BriefMs(announcement);
            if (announcement is not null && lateMs < Speech.BriefMs(say) && lateMs >= 0)
            {
                // Replaces the beat's word, since both do not fit into the phase: tone and caption still guide.
                say = announcement;
                announcement = null;
            }

            time.Add(new Cue(atMs, CueKind.Beat, say, _texts[$"{key}.caption"], tone, cycle, phase));
            if (announcement is not null && lateMs >= Speech.BriefMs(say))
            {
                time.Add(new Cue(atMs + lateMs, CueKind.Count, announcement, null, null, cycle));
            }
        }
        else
        {
            for (var i = 0; i < parts.Length; i++)
            {
                time.Add(new Cue(
                    atMs + (lengthMs * i / parts.Length),
                    CueKind.Beat,
                    parts[i],
                    parts[i],
                    i == 0 ? tone : Tone.Tick,
                    cycle,
                    i == 0 ? phase : null));
            }
        }

        time.Wait(lengthMs);
    }

    /// <summary>What is said at the end of a cycle where each foot does half: how many that foot has left.</summary>
    private string? Announcement(int cycle, int half)
    {
        var left = (cycle <= half ? half : Cycles) - cycle;
        return left == 1 && half > 1 ? _texts.Count("cues.count.to-go", left) : null;
    }

    /// <summary>What is said at the end of a cycle, so that a person knows where they are; usually null.</summary>
    private string? Announcement(int cycle)
    {
        var left = Cycles - cycle;
        return left switch
        {
            0 => null,
            1 when Cycles >= 3 => _texts.Count("cues.count.to-go", left),
            3 when Cycles >= 8 => _texts.Count("cues.count.to-go", left),
            5 when Cycles >= 16 => _texts.Count("cues.count.to-go", left),
            10 when Cycles >= 25 => _texts.Count("cues.count.to-go", left),
            _ when Cycles >= 6 && cycle * 2 == Cycles => _texts["cues.count.half"],
            > 5 when cycle % 10 == 0 => _texts.Say("cues.count.done", ("n", cycle)),
            _ when Cycles >= LongFrom && cycle == Cycles / 3 => Coaching("third"),
            _ when Cycles >= LongFrom && cycle == Cycles * 2 / 3 => Coaching("two-thirds"),
            _ => null,
        };
    }

    /// <summary>A word or two about how, in a long set; null where the movement has none.</summary>
    private string? Coaching(string place) => _texts.Has($"cues.coach.{Movement}.{place}") ? _texts[$"cues.coach.{Movement}.{place}"] : null;
}
