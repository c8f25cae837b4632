using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Web.Tests;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Footing.Browser;

/// <summary>Whether the beat is where the script has it, found in the samples that are sounded, while the page is kept busy.</summary>
[Collection(InChromium.Name)]
public sealed class BeatTests(Chromium chromium, ITestOutputHelper output)
{
    private const double Seconds = 60;

    /// <summary>
    /// Hears what goes to the loudspeaker: each sound that begins after 60 ms of silence, by the sample. And a plain timer
    /// of a second beside it, for comparison.
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
          // 50 ms of every 200 nothing else can run.
          setInterval(() => { const until = performance.now() + 50; while (performance.now() < until); }, 200);
          const start = performance.now();
          window.plain = [];
          let n = 0;
          setInterval(() => window.plain.push(performance.now() - start - ++n * 1000), 1000);
        }
        """;

    [Fact]
    public async Task Beats_of_a_minute_land_where_the_script_has_them_though_the_page_is_kept_busy()
    {
        await using var host = await RunningHost.StartAsync();
        // Its blob of a worklet is the test's own; what the page itself may load is held elsewhere.
        await using var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = host.Address.ToString(), ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, BypassCSP = true,
        });
        context.SetDefaultTimeout(Chromium.PatienceMs);
        await context.AddInitScriptAsync(Devices.Mute);
        await context.AddInitScriptAsync(Hearing);
        var page = await context.NewPageAsync();
        await WriteAsync(context, host, "screening", new() { ["answers"] = People.Numb });
        await WriteAsync(context, host, "foot-check", new() { ["skin"] = "clear", ["heat"] = "no", ["swelling"] = "no", ["looked"] = "self" });
        await page.GotoAsync("/session?before=3");
        var script = JsonNode.Parse((await page.Locator("#script").TextContentAsync())!)!;
        var set = script["steps"]!.AsArray().First(step => step!["set"] is not null)!;
        var places = set["cues"]!.AsArray().Where(cue => cue!["tone"] is not null).Select(cue => cue!["atMs"]!.GetValue<double>() / 1000).ToArray();
        // The last sound ends the set, and after it there is no way back to it.
        places = places[..^1];

        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).TapAsync();
        await page.WaitForFunctionAsync("window.hears === true");
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        await page.EvaluateAsync(Busy);
        // Past what only talks, to the first set; then a minute of it, over again.
        List<double> errors = [];
        var beats = 0;
        while (beats == 0 || errors.Count < 2 * Seconds / 2)
        {
            await page.EvaluateAsync("() => { heard.length = 0; }");
            await ToTheSetAsync(page, beats > 0);
            await Task.Delay(TimeSpan.FromSeconds(places[^1] + 0.9));
            var heard = await page.EvaluateAsync<double[]>("heard");
            errors.AddRange(Errors(heard, places));
            beats += heard.Length;
        }

        var plain = (await page.EvaluateAsync<double[]>("plain")).Select(Math.Abs).Order().ToArray();
        output.WriteLine(string.Join(' ', errors.Select(error => $"{error:0.0}")));
        errors.Sort();
        output.WriteLine($"{errors.Count} beats: 99th percentile {Share(errors, 0.99):0.00} ms, worst {errors[^1]:0.00} ms; a plain timer of a second, {plain.Length} ticks: {Share(plain, 0.99):0.0} ms, worst {plain[^1]:0.0} ms");
        Share(errors, 0.99).ShouldBeLessThanOrEqualTo(5);
        errors.Count.ShouldBeGreaterThanOrEqualTo((int)Seconds / 2);
    }

    /// <summary>How far each sound is from its place, in milliseconds, counted from the first of the set; each place has its sound.</summary>
    private static IEnumerable<double> Errors(double[] heard, double[] places)
    {
        heard.Length.ShouldBe(places.Length, "every beat is heard, and nothing else");
        return places.Select((place, i) => Math.Abs(heard[i] - heard[0] - (place - places[0])) * 1000);
    }

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

    private static double Share(IReadOnlyList<double> sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];

    private static async Task WriteAsync(IBrowserContext context, RunningHost host, string kind, JsonObject fields)
    {
        var now = host.Clock.GetUtcNow();
        fields["id"] = Guid.CreateVersion7(now).ToString();
        fields["at"] = now.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        fields["kind"] = kind;
        (await context.APIRequest.PostAsync("/api/journal", new() { DataObject = new[] { fields } })).Status.ShouldBe(200);
    }
}
