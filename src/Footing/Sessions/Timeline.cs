namespace Footing.Sessions;

/// <summary>
/// The cues of one step while it is being written: each begins after the one before it has been said.
/// </summary>
internal sealed class Timeline
{
    private readonly List<Cue> _cues = [];

    /// <summary>When what has been written so far ends, in milliseconds.</summary>
    public int EndMs { get; private set; }

    /// <summary>The cues in the order of time.</summary>
    public ImmutableArray<Cue> Cues => [.. _cues.OrderBy(cue => cue.AtMs)];

    /// <summary>Says a text sentence by sentence, each shown while it is said.</summary>
    public Timeline Say(string text, Tone? tone = null)
    {
        foreach (var sentence in Speech.Sentences(text))
        {
            _cues.Add(new Cue(EndMs, CueKind.Say, sentence, sentence, tone));
            EndMs += Speech.Ms(sentence);
            tone = null;
        }

        return this;
    }

    /// <summary>Says each text of a list.</summary>
    public Timeline Say(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Say(text);
        }

        return this;
    }

    /// <summary>Says a text only if that ends by a moment.</summary>
    public Timeline SayWithin(string text, int byMs) =>
        EndMs + Speech.Sentences(text).Sum(Speech.Ms) <= byMs ? Say(text) : this;

    /// <summary>Lets time pass.</summary>
    public Timeline Wait(int ms)
    {
        EndMs += ms;
        return this;
    }

    /// <summary>Lets time pass up to a moment; no time when it is past.</summary>
    public Timeline WaitUntil(int ms)
    {
        EndMs = Math.Max(EndMs, ms);
        return this;
    }

    /// <summary>Lets time pass to the next whole half second.</summary>
    public Timeline ToHalfSecond() => WaitUntil((EndMs + 499) / 500 * 500);

    /// <summary>Counts down to what follows, one second per number.</summary>
    public Timeline CountDown(int from, Func<int, string> number)
    {
        for (var n = from; n > 0; n--)
        {
            Add(new Cue(EndMs, CueKind.Countdown, number(n), number(n), Tone.Tick));
            Wait(1000);
        }

        return this;
    }

    /// <summary>
    /// Counts down to what follows: each second is shown and sounded, the last ones are said.
    /// </summary>
    /// <param name="from">The seconds, at least as many as are said.</param>
    /// <param name="said">How many of them are said.</param>
    /// <param name="number">A number in words.</param>
    public Timeline LeadIn(int from, int said, Func<int, string> number)
    {
        for (var n = from; n > said; n--)
        {
            Add(new Cue(EndMs, CueKind.Countdown, null, number(n), Tone.Tick));
            Wait(1000);
        }

        return CountDown(said, number);
    }

    /// <summary>Adds a cue at its own time; it does not change where the timeline ends.</summary>
    public void Add(Cue cue) => _cues.Add(cue);
}
