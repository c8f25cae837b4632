using Footing.Testing;
using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>What a device does to what it keeps: no room, a page that dies, another device, a newer Footing. Nothing done is lost or doubled.</summary>
[Collection(OfSessions.Name)]
public sealed class TroubleTests(Chromium chromium)
{
    private const string Full = "This browser does not let us save on this device. Keep this page open until your session is sent.";

    [Fact]
    public async Task Device_without_room_says_so_and_the_session_arrives_from_the_page()
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 400, scripts: Devices.Filling);
        phone.ExpectNoConnection();
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.PerformAsync(seen => seen.Kind == "set", 10);
        phone.Host.Unplug();
        await phone.Page.EvaluateAsync("window.full = true");
        await performance.PerformAsync(seen => seen.Kind == "switch", 10);
        await Assertions.Expect(phone.Page.GetByText(Full)).ToBeVisibleAsync();
        await performance.PerformAsync(null, 30);
        await phone.PassAsync(TimeSpan.FromSeconds(9));
        await phone.ShouldShowAsync("Well done. Your session is saved.");
        await Assertions.Expect(phone.Page.GetByText("Keep this page open until it is sent.")).ToBeVisibleAsync();
        phone.Host.Plug();
        await phone.TapAsync("Try again");

        await phone.ShouldShowAsync("How was it?");
        Performance.DoneIn(await phone.JournalAsync("set")).ShouldBe(performance.Planned);
    }

    [Theory]
    [InlineData(Devices.Unconfirming)]
    [InlineData(Devices.Hanging)]
    [Trait("Category", "Long")]
    public async Task Store_that_hangs_after_it_opened_holds_no_session_back(string device)
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 400, scripts: device);
        var performance = await phone.StandReadyAsync(People.Numb);

        await performance.PerformToTheEndAsync();

        Performance.DoneIn(await phone.JournalAsync("set")).ShouldBe(performance.Planned);
        await phone.TellItWentWellAsync();
        (await phone.JournalAsync("session")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Store_that_hangs_is_not_said_to_be_empty()
    {
        await using var phone = await Phone.OpenAsync(chromium, scripts: Devices.Hanging);
        await phone.OpenAsync("/needs-look");

        await Assertions.Expect(phone.Page.GetByText("This browser does not let us see what is still on this device.")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.GetByText("Everything is saved.")).ToBeHiddenAsync();
        await phone.ShouldPassAxeAsync();
    }

    [Fact]
    public async Task Page_that_crashes_in_the_middle_of_a_set_goes_on_there()
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 400);
        var performance = await phone.StandReadyAsync(People.Numb);
        await performance.PerformAsync(seen => seen.Kind == "set" && seen.Count.StartsWith("4 of", StringComparison.Ordinal) && performance.Moments.Exists(past => past.Kind == "switch"), 1);

        var crashed = new TaskCompletionSource();
        phone.Page.Crash += (_, _) => crashed.TrySetResult();
        var tools = await phone.Context.NewCDPSessionAsync(phone.Page);
        _ = tools.SendAsync("Page.crash").ContinueWith(_ => { }, TaskScheduler.Default);
        await crashed.Task.WaitAsync(TimeSpan.FromMilliseconds(Chromium.PatienceMs));
        await phone.Page.CloseAsync();
        await phone.OpenTabAsync();
        await phone.OpenAsync("/session?before=3");

        await phone.ShouldShowAsync("Go on from here?");
        await phone.TapAsync("Go on");
        await performance.PerformToTheEndAsync();
        Performance.DoneIn(await phone.JournalAsync("set")).ShouldBe(performance.Planned);
        await phone.TellItWentWellAsync();
        (await phone.JournalAsync("session")).ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Two_devices_of_one_person_tell_what_each_did_without_a_connection_and_hold_the_same_then()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.KnowAsync(People.Able);
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        await using var second = await phone.OpenSecondAsync();
        foreach (var device in (Phone[])[phone, second])
        {
            device.Expect("ERR_");
            device.Expect("Failed to fetch");
            await device.OpenAsync("/today");
            await device.ShouldBeKeptAsync();
        }

        (await HeldAsync(phone)).Exercises.ShouldContain("calf-raise");
        phone.Host.Unplug();
        await FallAsync(phone);
        await second.OpenAsync("/event");
        await second.ChooseAsync("What happened?", "I had a cramp");
        await second.TapAsync("Save, and see what to do");
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("cramp");

        phone.Host.Plug();
        foreach (var device in (Phone[])[phone, second, phone])
        {
            await device.OpenAsync("/urgent");
            await device.ShouldBeKeptAsync();
        }

        (await phone.JournalAsync("event")).Select(entry => (string?)entry["what"]).ShouldBe(["fall", "cramp"], ignoreOrder: true);
        for (var waited = 0; (await HeldAsync(phone)).Tag != (await HeldAsync(second)).Tag; waited += 100)
        {
            waited.ShouldBeLessThan(Chromium.PatienceMs, "the devices hold different sessions");
            await Task.Delay(100);
        }

        // The fall that only the other one saw.
        (await HeldAsync(second)).Exercises.ShouldNotContain("calf-raise");
        (await HeldAsync(second)).Exercises.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Newer_Footing_waits_until_it_is_asked_for_and_no_session_runs_and_keeps_what_waits()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        phone.ExpectNoConnection();
        phone.Expect("Failed to fetch");
        phone.Expect("503");
        var session = await phone.StandReadyAsync(People.Able);
        await phone.OpenTabAsync();
        await phone.OpenAsync("/today");
        await phone.ShouldBeKeptAsync();
        var newer = phone.Page.GetByText("There is a newer version of Footing.");
        await Assertions.Expect(newer).ToBeHiddenAsync();
        // The journal takes nothing, so that something waits on the device; and the worker is another one now.
        phone.Host.Trouble = async (context, next) =>
        {
            if (context.Request.Path == "/api/journal")
            {
                context.Response.StatusCode = 503;
                return;
            }

            if (context.Request.Path != "/worker.js")
            {
                await next(context);
                return;
            }

            foreach (var header in (string[])["Accept-Encoding", "If-None-Match", "If-Modified-Since"])
            {
                context.Request.Headers.Remove(header);
            }

            var there = context.Response.Body;
            using var worker = new MemoryStream();
            context.Response.Body = worker;
            await next(context);
            context.Response.Body = there;
            context.Response.ContentLength = null;
            await there.WriteAsync(worker.ToArray());
            await there.WriteAsync("// newer"u8.ToArray());
        };
        await FallAsync(phone);

        await phone.OpenAsync("/today");
        await Assertions.Expect(newer).ToBeVisibleAsync();
        await phone.ShouldPassAxeAsync();
        await phone.ShouldFitAsync("while a newer one waits");
        await phone.TapAsync("Use it now");
        await Assertions.Expect(phone.Page.GetByText("A session is open on this device. Finish it or close it first.")).ToBeVisibleAsync();
        (await WaitsAsync(phone)).ShouldBeTrue("a session is open in the other tab");

        await phone.Context.Pages[0].CloseAsync();
        await phone.Page.EvaluateAsync("window.stays = true");
        await phone.TapAsync("Use it now");
        await phone.Page.WaitForFunctionAsync("() => window.stays === undefined && document.readyState === 'complete'");
        await Assertions.Expect(newer).ToBeHiddenAsync();
        (await WaitsAsync(phone)).ShouldBeFalse();
        phone.Host.Plug();
        (await phone.JournalAfterAsync(phone.Host.Plug, "event")).ShouldHaveSingleItem();
        session.Planned.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_kept_and_cannot_be_read_stops_nothing_and_is_shown()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        phone.ExpectNoConnection();
        phone.Expect("Failed to fetch");
        await phone.KnowAsync(People.Able);
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        await phone.OpenAsync("/today");
        await phone.ShouldBeKeptAsync();
        phone.Host.Unplug();
        await phone.Page.EvaluateAsync($$"""
            async () => {
              {{PageStore.Open}}
              const work = db.transaction(["outbox", "progress"], "readwrite");
              work.objectStore("outbox").put({ id: "half-written" });
              work.objectStore("outbox").put({ id: "0", kind: 7, at: "yesterday", answers: null });
              work.objectStore("progress").put({ session: 3 }, "here");
              await new Promise(resolve => work.oncomplete = resolve);
              db.close();
            }
            """);

        await phone.OpenAsync("/today");
        await phone.ShouldShowAsync("Your exercises for today");
        await phone.OpenAsync("/foot-check?then=session");
        await phone.FindFeetWellAsync();
        await phone.ChooseAsync("How much do your feet hurt now?", "3");
        await phone.TapAsync("Start my session");
        var performance = await new Performance(phone).StandAsync();
        await performance.PerformAsync(seen => seen.Kind == "set");

        (await phone.JournalAfterAsync(phone.Host.Plug, "foot-check")).ShouldHaveSingleItem();
        await phone.OpenAsync("/today");
        await phone.FollowAsync("Something could not be saved. Please have a look.");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Listitem).GetByText("Something else")).ToHaveCountAsync(2);
        await Assertions.Expect(phone.Page.GetByText("Invalid Date")).ToHaveCountAsync(0);
        await phone.ShouldPassAxeAsync();
    }

    private static async Task FallAsync(Phone phone)
    {
        await phone.OpenAsync("/event");
        await phone.ChooseAsync("What happened?", "I fell");
        await phone.TapAsync("Save, and see what to do");
        await phone.ShouldShowAsync("First, see that you are all right");
    }

    private static Task<bool> WaitsAsync(Phone phone) => phone.Page.EvaluateAsync<bool>("async () => (await navigator.serviceWorker.getRegistration()).waiting !== null");

    /// <summary>The sessions that a device holds: the server's tag, and the exercises of the first script of the last date.</summary>
    private static async Task<(string Tag, string[] Exercises)> HeldAsync(Phone phone)
    {
        var held = (await phone.Page.EvaluateAsync<System.Text.Json.JsonElement>(PageStore.All("held")))[0];
        var script = held.GetProperty("upcoming").GetProperty("dates").EnumerateArray().Last().GetProperty("scripts")[0].GetProperty("script");
        return (held.GetProperty("tag").GetString()!, [.. script.GetProperty("exercises").EnumerateArray().Select(exercise => exercise.GetProperty("id").GetString()!)]);
    }
}
