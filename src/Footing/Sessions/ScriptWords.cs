using Footing.Programmes;

namespace Footing.Sessions;

/// <summary>Ids of steps and cues in data.</summary>
internal static class ScriptWords
{
    public static string Id(StepKind kind) => kind switch
    {
        StepKind.GetReady => "get-ready",
        StepKind.SetUp => "set-up",
        StepKind.Set => "set",
        StepKind.Switch => "switch",
        StepKind.Rest => "rest",
        StepKind.SoleCheck => "sole-check",
        StepKind.Questions => "questions",
    };

    public static string Id(Guidance guidance) => guidance switch
    {
        Guidance.Full => "full",
        Guidance.Short => "short",
    };

    public static string Id(CueKind kind) => kind switch
    {
        CueKind.Say => "say",
        CueKind.Beat => "beat",
        CueKind.Count => "count",
        CueKind.Countdown => "countdown",
    };

    public static string Id(Tone tone) => tone switch
    {
        Tone.Up => "up",
        Tone.Hold => "hold",
        Tone.Down => "down",
        Tone.Tick => "tick",
        Tone.Go => "go",
        Tone.End => "end",
    };

    public static string Id(Phase phase) => phase switch
    {
        Phase.Up => "up",
        Phase.Hold => "hold",
        Phase.Down => "down",
    };
}
