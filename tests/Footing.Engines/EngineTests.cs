using System.Text.Json.Nodes;
using Footing.Testing.Web;
using Xunit.Abstractions;

namespace Footing.Engines;

/// <summary>One session with and one without a connection, by the real time, in an engine other than that of the browser tests.</summary>
[Trait("Category", "Long")]
public abstract class EngineTests(ITestOutputHelper output)
{
    /// <summary>Two sets of three for each foot, then ten seconds with both.</summary>
    private static readonly string[] Sets =
    [
        "ankle-pump 1 left 3 of 3", "ankle-pump 1 right 3 of 3", "ankle-pump 2 left 3 of 3", "ankle-pump 2 right 3 of 3", "toe-lift 1 both 10 of 10",
    ];

    /// <summary>What an engine has of what the player uses where it is there.</summary>
    private const string Features = """
        async () => {
          const has = what => what ? "yes" : "no";
          const audio = typeof AudioContext === "undefined" ? null : new AudioContext();
          const voices = "speechSynthesis" in window ? speechSynthesis.getVoices().map(voice => `${voice.name} ${voice.lang}`).join(", ") || "none" : "no speech";
          const lock = "wakeLock" in navigator ? await navigator.wakeLock.request("screen").then(() => "given", reason => `refused: ${reason.name}`) : "no";
          await audio?.close();
          return {
            "service worker": has("serviceWorker" in navigator), "IndexedDB": has("indexedDB" in window),
            "AudioContext": has(audio), "AudioWorklet": has(audio?.audioWorklet), "voices": voices, "wake lock": lock,
            "vibration": has("vibrate" in navigator), "storage that persists": has(navigator.storage?.persist),
            "crypto.subtle": has(crypto.subtle), "connection": has(navigator.connection),
            "install prompt": has("onbeforeinstallprompt" in window), "background sync": has("SyncManager" in window),
          };
        }
        """;

    /// <summary>Starts the engine.</summary>
    /// <param name="zone">The zone of its clock.</param>
    protected abstract Task<Engine> StartAsync(TimeZoneInfo zone);

    [Fact]
    public async Task A_day_with_a_connection_from_the_feet_to_the_questions_and_all_of_it_arrives_once()
    {
        await using var device = await KnownAsync();
        await device.OpenAsync("/today");
        await device.FollowAsync("Check my feet and start");
        var performance = await PerformAsync(device);
        await device.ShouldShowAsync("Thank you");

        await ShouldHaveAllOnceAsync(device, performance);
    }

    [Fact]
    public async Task A_day_without_a_connection_from_the_feet_to_the_questions_and_all_of_it_arrives_once()
    {
        await using var device = await KnownAsync();
        await device.OpenAsync("/today");
        await device.ShouldBeKeptAsync();
        device.Host.Unplug();

        await device.OpenAsync("/today");
        await device.ShouldShowAsync("Your exercises for today");
        await device.WaitAsync("() => document.body.innerText.includes('You are not connected.')", "nothing says that there is no connection");
        await device.FollowAsync("Start");
        var performance = await PerformAsync(device);
        await device.ShouldShowAsync("Done for today");
        (await device.StoredAsync("outbox")).Count.ShouldBe(Sets.Length + 2, "the sets, the feet and the session wait on the device");

        device.Host.Plug();
        await device.OpenAsync("/urgent");
        await ShouldHaveAllOnceAsync(device, performance);
        (await device.JournalAsync("session"))[0]["done"]!.AsObject().ShouldAllBe(share => (int?)share.Value == 100);
    }

    [Fact]
    public async Task The_figure_moves_in_a_set_and_what_is_done_waits_in_the_store_of_the_device_and_a_first_worker_is_not_called_newer()
    {
        await using var device = await KnownAsync();
        await device.OpenAsync("/today");
        await device.ShouldBeKeptAsync();
        (await device.AskAsync("() => navigator.serviceWorker.controller.scriptURL.endsWith('/worker.js') && navigator.serviceWorker.controller.state"))
            .ShouldNotBeNull(device.LastFault).GetValue<string>().ShouldBe("activated");
        (await device.AskAsync("() => document.getElementById('newer').hidden")).ShouldNotBeNull(device.LastFault).GetValue<bool>()
            .ShouldBeTrue("the first worker is no newer Footing");

        await device.FollowAsync("Check my feet and start");
        await device.FindFeetWellAsync();
        await device.TellPainBeforeAsync(3);
        await device.WaitAsync("() => find('[role=group]', 'Session controls') !== undefined", "no session");
        device.Host.Unplug();
        var performance = new Performance(device);
        await performance.PerformAsync(seen => seen.Caption == "Pull up", seen => seen.Kind is "get-ready" or "set-up");
        var moments = await performance.WatchAsync(15);
        moments.Select(moment => moment.Joints).Distinct().Count().ShouldBeGreaterThan(3, "the figure stands still");
        await performance.PerformAsync(seen => seen.Kind == "switch");

        Performance.Told(await device.StoredAsync("outbox")).ShouldBe(Sets[..1]);
        var features = (await device.AskAsync(Features)).ShouldNotBeNull(device.LastFault).AsObject();
        output.WriteLine($"{device.Engine.Name}: {string.Join("; ", features.Select(feature => $"{feature.Key}: {feature.Value}"))}");
        output.WriteLine($"screen readers are given captions: {moments[0].Live}");
        var live = (string?)features["voices"] is "none" or "no speech" ? "polite" : "off";
        moments.ShouldAllBe(moment => moment.Live == live);
    }

    /// <summary>A person with a plan that a professional has made short.</summary>
    private async Task<Device> KnownAsync()
    {
        var device = await Device.OpenAsync(StartAsync);
        await device.WriteAsync("screening", new() { ["answers"] = People.Able });
        foreach (var exercise in (string[])["ball-roll", "calf-raise", "heel-toe-lift"])
        {
            await device.WriteAsync("adjustment", new() { ["by"] = "M. Okafor, podiatrist", ["exercise"] = exercise, ["lock"] = true });
        }

        await device.WriteAsync("adjustment", new()
        {
            ["by"] = "M. Okafor, podiatrist", ["exercise"] = "ankle-pump", ["dose"] = new JsonObject { ["sets"] = 2, ["reps"] = 3 },
        });
        await device.WriteAsync("adjustment", new()
        {
            ["by"] = "M. Okafor, podiatrist", ["exercise"] = "toe-lift", ["dose"] = new JsonObject { ["sets"] = 1, ["seconds"] = 10 },
        });
        return device;
    }

    /// <summary>From the look at the feet to the questions' last tap.</summary>
    private static async Task<Performance> PerformAsync(Device device)
    {
        await device.FindFeetWellAsync();
        await device.TellPainBeforeAsync(3);
        var performance = new Performance(device);
        // The first exercise takes its whole time; of the rest it is the sets.
        await performance.PerformAsync(skips: seen =>
            seen.Kind is "get-ready" or "sole-check" || (seen.Kind == "set-up" && performance.Moments.Exists(moment => moment.Kind == "set")));
        await device.TellItWentWellAsync(painAfter: 2, effort: 4);
        return performance;
    }

    /// <summary>The journal has what was done, each thing once, and the captions have led through it.</summary>
    private async Task ShouldHaveAllOnceAsync(Device device, Performance performance)
    {
        var session = (await device.JournalAfterAsync("session")).ShouldHaveSingleItem();
        ((int?)session["painBefore"]).ShouldBe(3);
        ((int?)session["painAfter"]).ShouldBe(2);
        var sets = await device.JournalAsync("set");
        Performance.Told(sets).ShouldBe(Sets);
        sets.ShouldAllBe(set => (string?)set["session"] == (string?)session["session"]);
        ((string?)(await device.JournalAsync("foot-check")).ShouldHaveSingleItem()["skin"]).ShouldBe("clear");

        output.WriteLine($"{device.Engine.Name}: {string.Join(" | ", performance.Captions)}");
        performance.Moments.ShouldAllBe(moment => moment.Caption.Length > 0);
        performance.Captions.Count(caption => caption == "Pull up").ShouldBe(12, "one for each repetition");
        performance.Moments.ShouldAllBe(moment => moment.Phase != "paused", "time has stood still");
        device.Engine.Faults.ShouldBeEmpty();
    }
}
