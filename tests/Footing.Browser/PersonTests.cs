using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Storage;
using Footing.Testing;
using Footing.Testing.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>What a device keeps belongs to a person: to the home's what an earlier version left, and to each of two their own.</summary>
[Collection(OfSessions.Name)]
public sealed class PersonTests(Chromium chromium)
{
    private static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));
    private static readonly PersonId Ben = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000b"));

    /// <summary>What the player of commit 853db45 stored, in the shapes that it stored them in.</summary>
    private const string Left = """
        async at => {
          const entry = (id, what) => ({ id, at, kind: "event", what });
          const db = await new Promise((resolve, reject) => {
            const open = indexedDB.open("footing", 2);
            open.onupgradeneeded = () => {
              open.result.createObjectStore("outbox", { keyPath: "id" });
              open.result.createObjectStore("refused", { keyPath: "id" });
              open.result.createObjectStore("progress");
              open.result.createObjectStore("delivered", { keyPath: "id" });
              open.result.createObjectStore("held");
            };
            open.onsuccess = () => resolve(open.result);
            open.onerror = () => reject(open.error);
          });
          const work = db.transaction(["outbox", "refused", "progress", "delivered", "held"], "readwrite");
          work.objectStore("outbox").put(entry("0195f000-0000-7000-8000-0000000000f1", "cramp"));
          work.objectStore("refused").put({ id: "0195f000-0000-7000-8000-0000000000f2", entry: entry("0195f000-0000-7000-8000-0000000000f2", "fall"), problems: [{ field: "at", message: "planted problem" }] });
          work.objectStore("progress").put({
            session: "0195f000-0000-7000-8000-0000000000f3", date: "2026-03-03", stepId: "toe-lift-1", order: [0, 1, 2], told: { "toe-lift-1": 8 },
            painBefore: 4, ended: { hurts: false, done: { "toe-lift": 80 } },
          }, "here");
          work.objectStore("delivered").put(entry("0195f000-0000-7000-8000-0000000000f4", "dizzy"));
          work.objectStore("held").put({ upcoming: { made: at, dates: [] }, tag: '"of-then"' }, "here");
          await new Promise((resolve, reject) => { work.oncomplete = resolve; work.onerror = () => reject(work.error); });
          db.close();
          localStorage.setItem("footing.sound", '{"voice":"Other","rate":"slower","beat":"soft","words":"sentences","counting":"tap"}');
          localStorage.setItem("footing.voice", "off");
          localStorage.setItem("footing.doubt", "0.5");
          const pages = await caches.open("footing-pages");
          for (const path of ["/today", "/offline", "/kept-key"]) await pages.put(path, new Response("kept by an earlier Footing"));
          await (await caches.open("footing-assets")).put("/assets/of-an-earlier-footing.js", new Response(""));
        }
        """;

    [Fact]
    public async Task What_an_earlier_version_left_on_a_device_goes_on()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        phone.Expect("ERR_");
        phone.Expect("Failed to fetch");
        await phone.KnowAsync(People.Able);
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        // A page without scripts, and without an icon.
        phone.Expect("favicon.ico");
        await phone.OpenAsync("/health/live");
        await phone.Page.EvaluateAsync(Left, phone.Host.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture));

        await phone.OpenAsync("/today");

        // What was not delivered is; what was refused is still to be looked at.
        (await phone.JournalAfterAsync(() => { }, "event")).ShouldHaveSingleItem()["what"]!.GetValue<string>().ShouldBe("cramp");
        await phone.OpenAsync("/today");
        await phone.ShouldBeKeptAsync();
        (await phone.Page.EvaluateAsync<JsonElement>(PageStore.All("outbox"))).GetArrayLength().ShouldBe(0);
        await phone.FollowAsync("Something could not be saved. Please have a look.");
        await Assertions.Expect(phone.Page.GetByText("planted problem")).ToBeVisibleAsync();
        // The offline pages are this version's, in the same place. Something was kept from the start.
        await phone.ShouldComeToAsync("""
            async () => await (await (await caches.open("footing-pages")).match("/today")).text() !== "kept by an earlier Footing"
            """, "no newer page was kept");
        phone.Host.Unplug();
        await phone.OpenAsync("/today");
        await phone.ShouldShowAsync("Your exercises for today");
        phone.Host.Plug();
        // The session whose questions were not reached, with what was done in it.
        await phone.WriteAsync("foot-check", new JsonObject { ["skin"] = "clear", ["heat"] = "no", ["swelling"] = "no", ["looked"] = "self" });
        await phone.OpenAsync("/session?before=3");
        await Assertions.Expect(phone.Page.GetByText("You finished your session.")).ToBeVisibleAsync();
        // Settings stay as they were chosen, and nothing was moved elsewhere.
        (await phone.Page.EvaluateAsync<string[]>("Object.entries(localStorage).map(one => one.join(' ')).sort()")).ShouldBe(
            ["""footing.sound {"voice":"Other","rate":"slower","beat":"soft","words":"sentences","counting":"tap"}""", "footing.voice off"]);
        (await phone.Page.EvaluateAsync<string[]>("indexedDB.databases().then(all => all.map(one => one.name))")).ShouldBe(["footing"]);
        (await phone.Page.EvaluateAsync<string[]>("caches.keys().then(names => names.sort())")).ShouldBe(["footing-assets", "footing-pages", "footing-person"]);
    }

    [Fact]
    public async Task Two_people_on_one_device_each_have_their_own_and_forgetting_one_leaves_the_other()
    {
        var signedIn = new SignedInPerson { Person = Ada };
        await using var phone = await Phone.OpenAsync(chromium, await RunningHost.StartAsync(configure: signedIn.Put));
        var store = phone.Host.Services.GetRequiredService<IJournalStore>();
        phone.Expect("ERR_");
        phone.Expect("Failed to fetch");
        // A page that is still the one person's when the device has become the other's is refused, and asks again.
        phone.Expect("409");
        phone.Expect("410");
        await BeReadyAsync(phone, Ada);
        phone.Host.Unplug();
        await TellAsync(phone, "I had a cramp");
        phone.Host.Plug();

        signedIn.Person = Ben;
        await phone.OpenAsync("/today");
        await BeReadyAsync(phone, Ben);
        await Assertions.Expect(phone.Page.Locator("#waiting")).ToBeHiddenAsync();
        (await CountAsync(phone, "outbox", Ada)).ShouldBe(1, "what Ada told waits for her");
        (await CountAsync(phone, "outbox", Ben)).ShouldBe(0);
        (await EventsAsync(store, Ada)).ShouldBe(0);
        (await EventsAsync(store, Ben)).ShouldBe(0);
        phone.Host.Unplug();
        await phone.OpenAsync("/history");
        await Assertions.Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("data-person", Ben.ToString());
        await TellAsync(phone, "I fell");
        phone.Host.Plug();

        signedIn.Person = Ada;
        (await phone.JournalAfterAsync(() => { }, "event")).ShouldHaveSingleItem()["what"]!.GetValue<string>().ShouldBe("cramp");
        (await EventsAsync(store, Ben)).ShouldBe(0);
        (await CountAsync(phone, "outbox", Ben)).ShouldBe(1);

        await phone.OpenAsync("/today");
        await store.EraseAsync(Ada);
        await phone.OpenAsync("/");
        await phone.ShouldComeToAsync(
            $"async () => !(await caches.keys()).some(name => name.endsWith('{Ada}')) && !Object.keys(localStorage).some(name => name.endsWith('{Ada}'))", "something of Ada's is still kept");
        foreach (var part in (string[])["outbox", "delivered", "refused", "progress"])
        {
            (await CountAsync(phone, part, Ada)).ShouldBe(0, part);
        }

        (await CountAsync(phone, "outbox", Ben)).ShouldBe(1);
        (await phone.Page.EvaluateAsync<bool>($"async () => await (await caches.open('footing-pages-{Ben}')).match('/today') !== undefined")).ShouldBeTrue();
        signedIn.Person = Ben;
        (await phone.JournalAfterAsync(() => { }, "event")).ShouldHaveSingleItem()["what"]!.GetValue<string>().ShouldBe("fall");
        (await store.ReadAsync(Ada)).ShouldBeEmpty();
    }

    /// <summary>Screened, and with all that a day without a connection needs.</summary>
    private static async Task BeReadyAsync(Phone phone, PersonId person)
    {
        await phone.KnowAsync(People.Able);
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        await phone.OpenAsync("/today");
        await phone.ShouldComeToAsync(PageStore.HasKeptOf($"-{person}"), "nothing was kept");
    }

    private static async Task TellAsync(Phone phone, string what)
    {
        await phone.OpenAsync("/event");
        await phone.ChooseAsync("What happened?", what);
        await phone.TapAsync("Save, and see what to do");
        await phone.ShouldStandAsync(what == "I fell" ? "/advice/fall" : "/advice/cramp");
    }

    private static async Task<int> CountAsync(Phone phone, string part, PersonId person) =>
        (await phone.Page.EvaluateAsync<JsonElement>(PageStore.All(part, $"-{person}"))).GetArrayLength();

    private static async Task<int> EventsAsync(IJournalStore store, PersonId person) =>
        (await store.ReadAsync(person)).Count(entry => entry.Kind == "event");
}
