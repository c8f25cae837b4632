using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Footing.Testing.Web.Speed;

/// <summary>
/// Where beats are heard, in the sounded samples, while the page can run nothing for 50 ms of every 200 and its main
/// thread is as slow as a phone's; and for comparison a plain timer of a second.
/// </summary>
/// <param name="ErrorsMs">How far each beat is from its place in the script, from the set's first; ascending.</param>
/// <param name="Lost">Beats not heard, or sounds that are not beats; a set with any counts no errors.</param>
/// <param name="PlainMs">How far each tick of the plain timer is from its second; ascending.</param>
public sealed record Beat(IReadOnlyList<double> ErrorsMs, int Lost, IReadOnlyList<double> PlainMs)
{
    /// <summary>
    /// Listens to what goes to the loudspeaker: each sound that begins after 60 ms of silence, by the sample. Also a
    /// plain timer of a second, for comparison.
    /// </summary>
    private const string Hearing = """
        (() => {
          const heard = window.heard = [];
          const Context = window.AudioContext;
          const source = `
            registerProcessor("onsets", class extends AudioWorkletProcessor {
              constructor() { super(); this.silent = 1e9; }
              process([input]) {
                const samples = input[0];
                for (let i = 0; samples !== undefined && i < samples.length; i++) {
                  if (Math.abs(samples[i]) > 0.004) {
                    if (this.silent > sampleRate * 0.06) this.port.postMessage((currentFrame + i) / sampleRate);
                    this.silent = 0;
                  } else this.silent++;
                }
                return true;
              }
            });`;
          window.AudioContext = class extends Context {
            constructor(options) {
              super(options);
              const bus = this.bus = this.createGain();
              this.audioWorklet.addModule(URL.createObjectURL(new Blob([source], { type: "text/javascript" }))).then(() => {
                const onsets = new AudioWorkletNode(this, "onsets", { numberOfInputs: 1, numberOfOutputs: 1, channelCount: 1, channelCountMode: "explicit" });
                onsets.port.onmessage = e => heard.push(e.data);
                bus.connect(onsets).connect(this.destination);
                window.hears = true;
              });
            }
          };
          const connect = AudioNode.prototype.connect;
          AudioNode.prototype.connect = function (to, ...rest) {
            const spoken = to instanceof AudioDestinationNode && !(this instanceof AudioWorkletNode) ? to.context.bus : to;
            return connect.call(this, spoken, ...rest);
          };
        })();
        """;

    private const string Busy = """
        () => {
          // For 50 ms of every 200 nothing else can run.
          setInterval(() => { const until = performance.now() + 50; while (performance.now() < until); }, 200);
          const start = performance.now();
          window.plain = [];
          let n = 0;
          setInterval(() => window.plain.push(performance.now() - start - ++n * 1000), 1000);
        }
        """;

    /// <summary>Listens to the first set of a session repeatedly, for at least this long.</summary>
    public static async Task<Beat> HearAsync(Trial trial, IBrowser browser, TimeSpan time)
    {
        await using var context = await trial.OpenAsync(browser, Devices.Mute, Hearing);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Trial.Session);
        var script = JsonNode.Parse((await page.Locator("#script").TextContentAsync())!)!;
        var set = script["steps"]!.AsArray().First(step => step!["set"] is not null)!;
        var places = set["cues"]!.AsArray().Where(cue => cue!["tone"] is not null).Select(cue => cue!["atMs"]!.GetValue<double>() / 1000).ToArray();
        // The last sound ends the set, and after it the set cannot be repeated.
        places = places[..^1];

        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).TapAsync();
        await page.WaitForFunctionAsync("window.hears === true");
        await Trial.SlowAsync(page);
        await page.EvaluateAsync(Busy);
        // Past the steps that only speak, to the first set; then that set repeatedly.
        List<double> errors = [];
        var lost = 0;
        var began = Stopwatch.StartNew();
        for (var again = false; !again || began.Elapsed < time; again = true)
        {
            await page.EvaluateAsync("() => { heard.length = 0; }");
            await ToTheSetAsync(page, again);
            await Task.Delay(TimeSpan.FromSeconds(places[^1] + 0.3));
            var heard = await HeardAsync(page);
            // A sound device on a busy machine runs behind the clock on the wall.
            for (var waited = 0; heard.Length < places.Length && waited < 30; waited++)
            {
                await Task.Delay(100);
                heard = await HeardAsync(page);
            }

            lost += Math.Abs(heard.Length - places.Length);
            if (heard.Length == places.Length)
            {
                errors.AddRange(places.Select((place, i) => Math.Abs(heard[i] - heard[0] - (place - places[0])) * 1000));
            }
        }

        var plain = await page.EvaluateAsync<double[]>("plain");
        return new([.. errors.Order()], lost, [.. plain.Select(Math.Abs).Order()]);
    }

    /// <summary>The value that this share of the figures, ascending, does not exceed.</summary>
    public static double Share(IReadOnlyList<double> sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];

    private static Task<double[]> HeardAsync(IPage page) => page.EvaluateAsync<double[]>("heard");

    /// <summary>To the beginning of the first set: forward by key, or again.</summary>
    private static async Task ToTheSetAsync(IPage page, bool again)
    {
        if (again)
        {
            await page.Keyboard.PressAsync("ArrowLeft");
            return;
        }

        for (var i = 0; i < 10 && await page.Locator("#session").GetAttributeAsync("data-kind") != "set"; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await Task.Delay(400);
        }
    }
}
