using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>What a person meets on the screen of a session at a moment.</summary>
/// <param name="Phase">ready, running, waiting, paused; message where the session has given way to one.</param>
/// <param name="Kind">The kind of the step.</param>
/// <param name="Caption">The large words.</param>
/// <param name="Count">Repetitions or time beside them.</param>
/// <param name="Left">How long it takes still.</param>
/// <param name="Done">How much is done, of 1000.</param>
public sealed record Seen(string Phase, string? Kind, string Caption, string Count, string Left, double Done)
{
    /// <summary>The time left, in seconds.</summary>
    public int LeftSeconds => Seconds(Clock.Match(Left).Value);

    private static readonly Regex Clock = new("[0-9]+:[0-9]{2}");

    /// <summary>3:05 as seconds.</summary>
    public static int Seconds(string clock) =>
        clock.Split(':') is [var minutes, var seconds] ? (int.Parse(minutes, CultureInfo.InvariantCulture) * 60) + int.Parse(seconds, CultureInfo.InvariantCulture) : -1;
}

/// <summary>A session that is performed by taps and by the clock.</summary>
/// <param name="phone">The phone, on the session's page.</param>
internal sealed class Performance(Phone phone)
{
    private const string Look = """
        () => {
          const root = document.getElementById("session");
          if (root === null) return { phase: "gone", kind: null, caption: "", count: "", left: "", done: 0 };
          const text = name => root.querySelector(name)?.textContent ?? "";
          return { phase: root.dataset.phase ?? "", kind: root.dataset.kind ?? null, caption: text(".session__caption"), count: text(".session__count"),
                   left: text(".session__left"), done: root.querySelector(".session__progress")?.value ?? 0 };
        }
        """;

    /// <summary>Every moment that was looked at.</summary>
    public List<Seen> Moments { get; } = [];

    /// <summary>What the voice said, in order; of one page.</summary>
    public IReadOnlyList<string> Spoken { get; private set; } = [];

    /// <summary>The sets of the session's script: exercise, number, side, target.</summary>
    public IReadOnlyList<string> Planned { get; private set; } = [];

    /// <summary>Reads the plan of the session that is on the screen.</summary>
    public async Task<Performance> ReadPlanAsync()
    {
        await Assertions.Expect(phone.Page.Locator(".session__last")).ToBeAttachedAsync();
        // The first frame.
        await phone.PassAsync(TimeSpan.FromMilliseconds(500));
        var script = JsonNode.Parse(await phone.Page.Locator("#script").TextContentAsync() ?? "")!;
        Planned =
        [
            .. script["steps"]!.AsArray().Where(step => step!["set"] is not null)
                .Select(step => $"{step!["exercise"]} {step["set"]!["set"]} {step["set"]!["side"]} {step["set"]!["target"]}"),
        ];
        return this;
    }

    /// <summary>At the first screen of a session whose script the device holds.</summary>
    public async Task<Performance> StandAsync()
    {
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Group, new() { Name = "Session controls" })).ToBeAttachedAsync();
        await phone.PassAsync(TimeSpan.FromMilliseconds(500));
        return this;
    }

    /// <summary>What is on the screen now.</summary>
    public async Task<Seen> SeeAsync()
    {
        var seen = (await phone.Page.EvaluateAsync<JsonElement>(Look)).Deserialize<Seen>(JsonSerializerOptions.Web)!;
        Moments.Add(seen);
        return seen;
    }

    /// <summary>Taps on the figure or the words: where there is no control.</summary>
    public Task TapAnywhereAsync() => phone.Page.Touchscreen.TapAsync(180, 250);

    /// <summary>Taps once and waits for what it does: a second tap would pause what the first one began.</summary>
    private Task TapOnwardAsync(Seen from) => OnwardAsync(from, TapAnywhereAsync);

    private async Task OnwardAsync(Seen from, Func<Task> act)
    {
        await act();
        for (var waited = 0; waited < Chromium.PatienceMs && phone.Path == "/session"; waited += 20)
        {
            var now = (await phone.Page.EvaluateAsync<JsonElement>(Look)).Deserialize<Seen>(JsonSerializerOptions.Web)!;
            if (now.Phase != from.Phase || now.Caption != from.Caption)
            {
                return;
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Goes on until the session gives way to a message or another page, or to what is looked for.</summary>
    public async Task<Seen?> PerformAsync(Func<Seen, bool>? until = null, double seconds = 4)
    {
        for (var i = 0; i < 2000; i++)
        {
            if (phone.Path != "/session")
            {
                return null;
            }

            try
            {
                var seen = await SeeAsync();
                if (seen.Phase == "gone")
                {
                    Moments.RemoveAt(Moments.Count - 1);
                    await phone.ShouldStandAsync();
                    return null;
                }

                if (seen.Phase == "message" || until?.Invoke(seen) == true)
                {
                    return seen;
                }

                if (seen.Phase == "paused")
                {
                    throw new InvalidOperationException("A paused session does not go on by itself: " + seen);
                }

                Spoken = await phone.Page.EvaluateAsync<string[]>("spoken.map(s => s.text)");
                if (seen.Phase == "confirming")
                {
                    // Nobody touched the screen in an exercise that began by itself: it was done.
                    await OnwardAsync(seen, () => phone.TapAsync("Yes"));
                }
                else if (seen.Phase is "ready" or "waiting")
                {
                    await TapOnwardAsync(seen);
                }
                else
                {
                    // Not past the end: what is sent there takes real time, and the page would lose patience with it in the phone's.
                    await phone.PassAsync(TimeSpan.FromSeconds(Math.Min(seconds, Math.Max(1, seen.LeftSeconds + 1))));
                }
            }
            catch (PlaywrightException e) when (e.Message.Contains("Execution context was destroyed", StringComparison.Ordinal))
            {
                // The session is over, and the next page is on its way.
                await phone.ShouldStandAsync();
            }
        }

        throw new TimeoutException("The session does not end: " + Moments[^1]);
    }

    /// <summary>Performs all of it, up to the questions.</summary>
    /// <param name="seconds">How often it is looked at.</param>
    public async Task PerformToTheEndAsync(double seconds = 30)
    {
        await PerformAsync(null, seconds);
        await phone.ShouldStandAsync("/session/questions");
    }

    /// <summary>The sets that the journal has of the last session: exercise, number, side, how much of what.</summary>
    public static IReadOnlyList<string> DoneIn(IReadOnlyList<JsonNode> sets) =>
    [
        .. sets.Where(set => (string?)set["session"] == (string?)sets[^1]["session"])
            .Select(set => $"{set["exercise"]} {set["set"]} {set["side"]} {set["reps"] ?? set["seconds"]}"),
    ];
}
