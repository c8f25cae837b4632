using System.Text.Json;
using System.Text.Json.Nodes;

namespace Footing.Engines;

/// <summary>What a person meets on the screen of a session at a moment.</summary>
/// <param name="Phase">ready, running, waiting, paused; gone where the page is another.</param>
/// <param name="Kind">The kind of the step.</param>
/// <param name="Caption">The large words.</param>
/// <param name="Count">Repetitions or time beside them.</param>
/// <param name="Live">Whether a screen reader is given the captions: off while a voice says them.</param>
/// <param name="Joints">The positions of the figure's joints.</param>
public sealed record Seen(string Phase, string? Kind, string Caption, string Count, string Live, string Joints);

/// <summary>A session that is performed by taps and by the real time.</summary>
/// <param name="device">The device, on the session's page.</param>
internal sealed class Performance(Device device)
{
    private const string Look = """
        () => {
          const root = document.getElementById("session");
          if (root === null) return { phase: "gone", kind: null, caption: "", count: "", live: "", joints: "" };
          const text = name => root.querySelector(name)?.textContent ?? "";
          return { phase: root.dataset.phase ?? "", kind: root.dataset.kind ?? null, caption: text(".session__caption"), count: text(".session__count"),
                   live: root.querySelector(".session__caption")?.getAttribute("aria-live") ?? "",
                   joints: [...root.querySelectorAll(".session__figure [data-joint]")].map(part => getComputedStyle(part).transform).join(" ") };
        }
        """;

    /// <summary>Every moment that was looked at.</summary>
    public List<Seen> Moments { get; } = [];

    /// <summary>Looks, taps where the session waits for it, and goes on until it gives way to another page or to what is looked for.</summary>
    /// <param name="until">What is looked for.</param>
    /// <param name="skips">Steps that are not waited for, since only talk is left of them.</param>
    public async Task PerformAsync(Func<Seen, bool>? until = null, Func<Seen, bool>? skips = null)
    {
        await device.WaitAsync("() => find('[role=group]', 'Session controls') !== undefined", "no session");
        for (var since = DateTime.UtcNow; DateTime.UtcNow - since < TimeSpan.FromMinutes(8); await Task.Delay(150))
        {
            if (await device.AskAsync(Look) is not { } answer)
            {
                continue;
            }

            var seen = answer.Deserialize<Seen>(JsonSerializerOptions.Web)!;
            if (seen.Phase == "gone" || until?.Invoke(seen) == true)
            {
                return;
            }

            Moments.Add(seen);
            if (seen.Phase is "ready" or "waiting")
            {
                // On the words, and once: a second tap would pause what the first one began.
                await device.TapWhatAsync("document.querySelector('.session__caption')", "no words to tap on");
                await device.WaitAsync($"() => document.getElementById('session')?.dataset.phase !== '{seen.Phase}'", $"a tap does not end “{seen.Phase}”");
            }
            else if (seen.Phase == "paused")
            {
                await device.TapAsync("Go on");
            }
            else if (seen.Phase == "running" && skips?.Invoke(seen) == true)
            {
                await device.TapAsync("Go on");
                await device.WaitAsync($"() => document.getElementById('session')?.dataset.kind !== '{seen.Kind}'", $"“{seen.Kind}” does not end");
            }
        }

        throw new TimeoutException($"{device.Engine.Name}: the session does not end: {Moments[^1]}");
    }

    /// <summary>What was on the screen, each once in a row.</summary>
    public IReadOnlyList<string> Captions => Moments.Select(moment => moment.Caption).Aggregate(
        new List<string>(), (all, caption) => all.Count > 0 && all[^1] == caption ? all : [.. all, caption]);

    /// <summary>Looks at the screen so many times, a fifth of a second apart.</summary>
    public async Task<IReadOnlyList<Seen>> WatchAsync(int times)
    {
        List<Seen> seen = [];
        for (var i = 0; i < times; i++)
        {
            seen.Add((await device.AskAsync(Look)).ShouldNotBeNull(device.LastFault).Deserialize<Seen>(JsonSerializerOptions.Web)!);
            await Task.Delay(200);
        }

        return seen;
    }

    /// <summary>Sets of a script or a journal, each as exercise, number, side, how much of what was asked for.</summary>
    public static IReadOnlyList<string> Told(IEnumerable<JsonNode> sets) =>
        [.. sets.Select(set => $"{set["exercise"]} {set["set"]} {set["side"]} {set["reps"] ?? set["seconds"]} of {set["target"]}")];
}
