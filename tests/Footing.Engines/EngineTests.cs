using System.Text.Json.Nodes;
using Footing.Browser;
using Xunit.Abstractions;

namespace Footing.Engines;

/// <summary>One session with and one without a connection, by the real time, in an engine other than that of the browser tests.</summary>
[Trait("Category", "Long")]
public abstract class EngineTests(ITestOutputHelper output)
{
    /// <summary>Two sets of five for each foot, then half a minute with both: about three minutes with all that is said.</summary>
    private static readonly string[] Sets =
    [
        "ankle-pump 1 left 5 of 5", "ankle-pump 1 right 5 of 5", "ankle-pump 2 left 5 of 5", "ankle-pump 2 right 5 of 5", "toe-lift 1 both 20 of 20",
    ];

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
            ["by"] = "M. Okafor, podiatrist", ["exercise"] = "ankle-pump", ["dose"] = new JsonObject { ["sets"] = 2, ["reps"] = 5 },
        });
        await device.WriteAsync("adjustment", new()
        {
            ["by"] = "M. Okafor, podiatrist", ["exercise"] = "toe-lift", ["dose"] = new JsonObject { ["sets"] = 1, ["seconds"] = 20 },
        });
        return device;
    }

    /// <summary>From the look at the feet to the questions' last tap.</summary>
    private static async Task<Performance> PerformAsync(Device device)
    {
        await device.FindFeetWellAsync();
        await device.TellPainBeforeAsync(3);
        var performance = new Performance(device);
        await performance.PerformAsync();
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

        var captions = performance.Moments.Select(moment => moment.Caption).Aggregate(
            new List<string>(), (all, caption) => all.Count > 0 && all[^1] == caption ? all : [.. all, caption]);
        output.WriteLine($"{device.Engine.Name}: {string.Join(" | ", captions)}");
        performance.Moments.ShouldAllBe(moment => moment.Caption.Length > 0);
        captions.Count(caption => caption == "Pull up").ShouldBe(20, "one for each repetition");
        device.Engine.Faults.ShouldBeEmpty();
    }
}
