using System.Text.Json.Nodes;
using Footing.Storage;
using Footing.Testing.Web;
using Footing.Testing;
using Footing.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>Days without a connection: what was opened once goes on, and nothing that was done is lost or doubled.</summary>
[Collection(OfSessions.Name)]
public sealed class OfflineTests(Chromium chromium)
{
    [Fact]
    public async Task A_day_without_a_connection_from_the_feet_to_the_questions_and_all_of_it_arrives_once()
    {
        await using var phone = await PhoneOf(People.Numb);
        phone.Host.Unplug();

        await phone.OpenAsync("/today");
        await phone.ShouldShowAsync("Your exercises for today");
        await Assertions.Expect(phone.Page.GetByText("You are not connected.")).ToBeVisibleAsync();
        await phone.ShouldPassAxeAsync();
        await phone.ShouldFitAsync("without a connection");
        await phone.FollowAsync("Start");
        await phone.ShouldShowAsync("Look at your feet");
        await phone.FindFeetWellAsync();
        await phone.ChooseAsync("How much do your feet hurt now?", "3");
        await phone.TapAsync("Start my session");
        var performance = await new Performance(phone).StandAsync();
        await performance.PerformToTheEndAsync();
        await phone.TellItWentWellAsync("Done for today");

        (await phone.JournalAfterAsync(phone.Host.Plug, "session")).ShouldHaveSingleItem()["painAfter"]!.GetValue<int>().ShouldBe(3);
        var sets = await phone.JournalAsync("set");
        sets.Count.ShouldBeGreaterThan(3);
        sets.Select(set => $"{set["exercise"]} {set["set"]} {set["side"]}").ShouldBeUnique();
        (await phone.JournalAsync("foot-check")).ShouldHaveSingleItem()["skin"]!.GetValue<string>().ShouldBe("clear");
    }

    [Fact]
    public async Task Without_a_connection_an_exercise_that_hurts_is_left_out_and_the_feet_are_asked_first()
    {
        await using var phone = await PhoneOf(People.Able);
        phone.Host.Unplug();

        await phone.OpenAsync("/exercises/toe-lift/leave-out");
        await phone.ChooseAsync("Why?", "It hurts");
        await phone.TapAsync("Leave it out");

        await phone.ShouldShowAsync("Look at your feet");
        await phone.Page.GetByText("First look at your feet and your calves.").WaitForAsync();
        await phone.FindFeetWellAsync();
        await phone.ShouldShowAsync("No exercise from this device today");
        (await phone.JournalAfterAsync(phone.Host.Plug, "leave-out")).ShouldHaveSingleItem()["reason"]!.GetValue<string>().ShouldBe("hurts");
    }

    [Fact]
    public async Task Black_skin_leads_to_the_emergency_at_once_also_without_a_connection()
    {
        await using var phone = await PhoneOf(People.Able);
        phone.Host.Unplug();

        await phone.OpenAsync("/foot-check?then=session");
        await phone.ChooseAsync("Is there anything new on the skin?", "Skin that is black or looks dead, and is no bruise");
        await phone.TapAsync("Save");

        await Assertions.Expect(phone.Page.Locator("a[href^='tel:']")).ToBeVisibleAsync();
        (await phone.JournalAfterAsync(phone.Host.Plug, "foot-check")).ShouldHaveSingleItem()["skin"]!.GetValue<string>().ShouldBe("black");
    }

    [Fact]
    public async Task The_morning_after_is_asked_and_kept_without_a_connection()
    {
        await using var phone = await PhoneOf(People.Able);
        var session = await phone.WriteSessionAsync();
        await phone.WriteAsync("session", new JsonObject { ["session"] = session, ["painBefore"] = 3, ["painAfter"] = 3 });
        var before = await phone.Page.EvaluateAsync<string>(PageStore.Key);
        await phone.OpenAsync("/today");
        // The pages of before know nothing of the session.
        await phone.ShouldComeToAsync($"async () => await ({PageStore.Key})() !== '{before}'", "nothing newer was kept");
        await phone.SleepAsync();
        phone.Host.Unplug();

        await phone.OpenAsync("/today");
        await phone.FollowAsync("How was your pain the morning after your session?");
        await phone.Page.Locator("#morningPain-3").TapAsync();
        await phone.ChooseAsync("Was it the session?", "No");
        await phone.TapAsync("Save");
        await phone.ShouldStandAsync("/today");

        var told = (await phone.JournalAfterAsync(phone.Host.Plug, "next-morning")).ShouldHaveSingleItem();
        told["pain"]!.GetValue<int>().ShouldBe(3);
        told["session"]!.GetValue<string>().ShouldBe(session);
    }

    [Fact]
    public async Task Something_found_on_the_feet_stops_the_day_at_once_and_the_next_ones_too()
    {
        await using var phone = await PhoneOf(People.Able);
        phone.Host.Unplug();
        await phone.OpenAsync("/foot-check?then=session");
        await phone.ChooseAsync("Who looked?", "I did");
        await phone.ChooseAsync("Is there anything new on the skin?", "I am not sure");
        await phone.ChooseAsync("Is one foot hotter than the other, or are both newly hot?", "No");
        await phone.ChooseAsync("Is a foot or ankle newly swollen?", "No");
        await phone.ChooseAsync("Is one calf newly swollen, sore to touch or warm?", "No");
        await phone.TapAsync("Save");

        await phone.ShouldShowAsync("Please have your feet looked at today");
        await phone.ShouldPassAxeAsync();
        await phone.SleepAsync(2);
        await phone.OpenAsync("/today");
        await phone.ShouldShowAsync("Please have your feet looked at today");
        await phone.OpenAsync("/session?before=3");
        await phone.ShouldShowAsync("Please have your feet looked at today");

        (await phone.JournalAfterAsync(phone.Host.Plug, "foot-check")).ShouldHaveSingleItem()["skin"]!.GetValue<string>().ShouldBe("mark", "not sure counts as a finding");
    }

    [Theory]
    [InlineData("sore", "Please call someone today")]
    [InlineData("emergency", "Call 112 or your local emergency number now and ask for an ambulance")]
    public async Task What_could_not_wait_before_is_still_said_without_a_connection(string who, string heading)
    {
        await using var phone = await Phone.OpenAsync(chromium);
        phone.ExpectNoConnection();
        await phone.KnowAsync(who == "sore" ? People.Able : People.Emergency);
        if (who == "sore")
        {
            await phone.PassAsync(TimeSpan.FromSeconds(1));
            await phone.WriteAsync("screening", new() { ["answers"] = new JsonObject { ["swollen-tender-calf"] = "yes" } });
        }

        await phone.OpenAsync("/urgent");
        await phone.ShouldBeKeptAsync();
        phone.Host.Unplug();
        await phone.OpenAsync("/today");
        await phone.ShouldShowAsync(heading);
    }

    [Fact]
    public async Task A_fall_is_kept_and_what_to_do_is_shown_and_a_form_left_empty_says_so()
    {
        await using var phone = await PhoneOf(People.Able);
        phone.Host.Unplug();
        await phone.OpenAsync("/event");
        await phone.TapAsync("Save, and see what to do");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose what happened.");
        await phone.ShouldPassAxeAsync();
        await phone.ChooseAsync("What happened?", "I fell");
        await phone.TapAsync("Save, and see what to do");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("First, see that you are all right");

        foreach (var path in (string[])["/urgent", "/danger/emergency", "/danger/same-day", "/exercises/ankle-pump", "/history", "/check-in", "/advice/dizzy"])
        {
            await phone.OpenAsync(path);
            await Assertions.Expect(phone.Page.GetByText("This page needs a connection")).ToBeHiddenAsync();
            phone.Path.ShouldBe(path);
        }

        await phone.OpenAsync("/settings");
        await phone.ShouldShowAsync("This page needs a connection");
        (await phone.JournalAfterAsync(phone.Host.Plug, "event")).ShouldHaveSingleItem()["what"]!.GetValue<string>().ShouldBe("fall");
    }

    [Fact]
    public async Task First_questions_show_danger_at_once()
    {
        await using var phone = await PhoneOf(People.Able);
        phone.Host.Unplug();
        await phone.SleepAsync(40);
        await phone.OpenAsync("/today");
        await phone.ShouldShowAsync("It is time for your safety questions");
        await phone.FollowAsync("Answer the questions now");
        await phone.ChooseAsync("Is one of your calves swollen, sore to touch or warm?", "I am not sure");
        await phone.TapAsync("Done");
        await phone.ShouldShowAsync("Please call someone today");
        await phone.OpenAsync("/danger/questions");
        await phone.ChooseAsync("Is one of your calves swollen, sore to touch or warm?", "Yes");
        await phone.ChooseAsync("Has a leg or foot suddenly become cold, pale or blue?", "Yes");
        await phone.TapAsync("Done");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Call 112 or your local emergency number now");
    }

    [Fact]
    public async Task All_safety_questions_are_answered_without_a_connection_and_judged_with_the_next()
    {
        await using var phone = await PhoneOf(People.Able);
        phone.Host.Unplug();
        await phone.SleepAsync(40);
        // A person who goes past the first questions is led back to them.
        await phone.OpenAsync("/danger/rest");
        await phone.TapAsync("Done");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Answer the first safety questions first.");
        await phone.OpenAsync("/today");
        await phone.FollowAsync("Answer the questions now");
        foreach (var (question, answer) in Journey.AllIsWell.Take(9))
        {
            await phone.ChooseAsync(question, answer!);
        }

        await phone.TapAsync("Done");
        await phone.ShouldShowAsync("The other safety questions");
        await phone.ShouldFitAsync();
        await phone.ShouldPassAxeAsync();
        await phone.TapAsync("Done");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Listitem)).Not.ToHaveCountAsync(0);
        (await phone.Page.GetByRole(AriaRole.Textbox, new() { Name = "How old are you?" }).InputValueAsync()).ShouldBe("66", "it is known");
        foreach (var (question, answer) in Journey.AllIsWell.Skip(9).Where(pair => pair.Answer is not null))
        {
            var number = phone.Page.GetByRole(AriaRole.Textbox, new() { Name = question, Exact = true });
            await (await number.CountAsync() == 1 ? number.FillAsync(answer!) : phone.ChooseAsync(question, answer!));
        }

        await phone.Page.GetByRole(AriaRole.Textbox, new() { Name = "How many times can you stand up from a chair in 30 seconds?" }).FillAsync("99");
        await phone.TapAsync("Done");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await phone.Page.GetByRole(AriaRole.Textbox, new() { Name = "How many times can you stand up from a chair in 30 seconds?" }).FillAsync("15");
        await phone.TapAsync("Done");
        await phone.ShouldShowAsync("Your answers are kept");
        await phone.OpenAsync("/today");
        await phone.ShouldShowAsync("No exercise from this device today");

        phone.Host.Plug();
        await phone.OpenAsync("/urgent");
        for (var waited = 0; (await phone.JournalAsync("screening")).Count < 2; waited += 100)
        {
            waited.ShouldBeLessThan(Chromium.PatienceMs, "the answers do not arrive");
            await Task.Delay(100);
        }

        var answers = (await phone.JournalAsync("screening"))[^1]["answers"]!.AsObject();
        answers.Count.ShouldBeGreaterThanOrEqualTo(29);
        ((string?)answers["swollen-tender-calf"], (int?)answers["chair-stands"], (int?)answers["touch-test"], (string?)answers["numb-feet"]).ShouldBe(("no", 15, 0, "no"));
        await phone.OpenAsync("/today");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Link, new() { Name = "Check my feet and start" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Lost_acknowledgements_errors_and_answers_given_twice_leave_each_entry_once()
    {
        await using var phone = await PhoneOf(People.Able);
        var requests = 0;
        phone.Host.Trouble = async (context, next) =>
        {
            if (context.Request.Path != "/api/journal" || context.Request.Method != "POST")
            {
                await next(context);
                return;
            }

            switch (++requests)
            {
                case 1:
                    context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                    return;
                case 2:
                    // Accepted, and the answer is lost on its way.
                    var there = context.Response.Body;
                    using (var nowhere = new MemoryStream())
                    {
                        context.Response.Body = nowhere;
                        await next(context);
                        context.Response.Body = there;
                    }

                    context.Abort();
                    return;
                default:
                    await next(context);
                    return;
            }
        };
        phone.Expect("500");
        phone.ExpectNoConnection();
        await phone.OpenAsync("/event");
        await phone.ChooseAsync("What happened?", "I had a cramp");
        await phone.TapAsync("Save, and see what to do");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("cramp");
        // The next page that is opened would break off what is on its way.
        for (var asked = 2; asked <= 3; asked++)
        {
            await phone.OpenAsync("/today");
            for (var waited = 0; requests < asked && waited < Chromium.PatienceMs; waited += 50)
            {
                await Task.Delay(50);
            }
        }

        (await phone.JournalAfterAsync(phone.Host.Plug, "event")).ShouldHaveSingleItem();
        requests.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Page_that_dies_in_the_middle_of_a_set_goes_on_there_without_a_connection_and_tells_each_set_once()
    {
        await using var phone = await PhoneOf(People.Numb);
        phone.Host.Unplug();
        await phone.OpenAsync("/foot-check?then=session");
        await phone.FindFeetWellAsync();
        await phone.ChooseAsync("How much do your feet hurt now?", "3");
        await phone.TapAsync("Start my session");
        var performance = await new Performance(phone).StandAsync();
        await performance.PerformAsync(seen => seen.Kind == "set" && seen.Count.StartsWith("5 of", StringComparison.Ordinal) && performance.Moments.Exists(past => past.Kind == "switch"));
        await phone.OpenAsync("about:blank");

        await phone.OpenAsync("/session?before=3");
        await phone.TapAsync("Go on");
        await performance.PerformToTheEndAsync();
        await phone.TellItWentWellAsync("Done for today");

        var session = (await phone.JournalAfterAsync(phone.Host.Plug, "session")).ShouldHaveSingleItem();
        var sets = await phone.JournalAsync("set");
        sets.ShouldAllBe(set => (string?)set["session"] == (string?)session["session"]);
        sets.Select(set => $"{set["exercise"]} {set["set"]} {set["side"]}").ShouldBeUnique();
        sets.ShouldAllBe(set => (int?)(set["reps"] ?? set["seconds"]) == (int?)set["target"]);
        session["done"]!.AsObject().ShouldAllBe(share => (int?)share.Value == 100);
    }

    [Fact]
    public async Task What_the_server_refuses_is_shown_to_be_looked_at_and_not_lost()
    {
        await using var phone = await PhoneOf(People.Able);
        // The device's clock is two days ahead: the server takes nothing from the future.
        await phone.Context.Clock.PauseAtAsync(phone.Host.Clock.GetUtcNow().UtcDateTime.AddDays(2));
        await phone.OpenAsync("/event");
        await phone.ChooseAsync("What happened?", "I had a cramp");
        await phone.TapAsync("Save, and see what to do");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("cramp");
        await phone.OpenAsync("/today");
        await phone.FollowAsync("Something could not be saved. Please have a look.");
        await phone.ShouldShowAsync("What could not be saved");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Listitem).GetByText("Something that happened")).ToBeVisibleAsync();
        await phone.ShouldPassAxeAsync();
        await phone.ShouldFitAsync("with something refused");
        (await phone.JournalAsync("event")).ShouldBeEmpty();

        phone.Host.Clock.Advance(TimeSpan.FromDays(2));
        await phone.TapAsync("Send it again");
        await Assertions.Expect(phone.Page.GetByText("Everything is saved.")).ToBeVisibleAsync();
        (await phone.JournalAfterAsync(phone.Host.Plug, "event")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Older_Footing_after_a_newer_one_still_keeps_and_sends()
    {
        await using var phone = await PhoneOf(People.Able);
        await phone.OpenAsync("/urgent");
        await phone.Page.EvaluateAsync("""
            () => new Promise((resolve, reject) => {
              const newer = indexedDB.open("footing", 99);
              newer.onupgradeneeded = () => newer.result.createObjectStore("of-a-newer-version");
              newer.onsuccess = () => { newer.result.close(); resolve(); };
              newer.onerror = () => reject(newer.error);
            })
            """);
        phone.Host.Unplug();
        await phone.OpenAsync("/event");
        await phone.ChooseAsync("What happened?", "I had a cramp");
        await phone.TapAsync("Save, and see what to do");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("cramp");

        (await phone.JournalAfterAsync(phone.Host.Plug, "event")).ShouldHaveSingleItem();
    }

    /// <summary>With and without a browser that clears by itself what the server asks it to.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_an_erasure_the_next_contact_forgets_all_that_the_device_keeps(bool clearsByItself)
    {
        await using var phone = await PhoneOf(People.Able);
        phone.Expect("410");
        // It has named the journal: the page that was opened first came before there was any.
        await phone.OpenAsync("/today");
        phone.Host.Unplug();
        await phone.OpenAsync("/event");
        await phone.ChooseAsync("What happened?", "I had a cramp");
        await phone.TapAsync("Save, and see what to do");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("cramp");
        await phone.Host.Services.GetRequiredService<IJournalStore>().EraseAsync(LocalPerson.Id);
        await phone.OpenAsync("/history");
        (await phone.Page.EvaluateAsync<bool>(Keeps)).ShouldBeTrue("until it has contact the device cannot know");

        phone.Host.Trouble = clearsByItself ? null : (context, next) =>
        {
            context.Response.OnStarting(() => Task.FromResult(context.Response.Headers.Remove("Clear-Site-Data")));
            return next(context);
        };
        await phone.OpenThroughClearingAsync("/");
        await phone.ShouldShowAsync("Foot exercises for neuropathy, at your pace");
        await phone.ShouldComeToAsync($"async () => !(await ({Keeps})())", "something is still kept");

        // What waited is gone as well, and a journal that begins now is kept as ever.
        await phone.OpenThroughClearingAsync("/about");
        (await phone.JournalAsync("event")).ShouldBeEmpty();
        await phone.KnowAsync(People.Able);
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        await phone.OpenAsync("/today");
        await phone.ShouldBeKeptAsync();
        phone.Host.Unplug();
        await phone.OpenAsync("/event");
        await phone.ChooseAsync("What happened?", "I had a cramp");
        await phone.TapAsync("Save, and see what to do");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("cramp");
        (await phone.JournalAfterAsync(phone.Host.Plug, "event")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Answers_that_only_the_server_judges_leave_nothing_to_do_until_it_was_asked()
    {
        await using var phone = await PhoneOf(People.Able);
        await phone.Page.EvaluateAsync("() => { document.body.insertAdjacentHTML('beforeend', '<iframe name=away hidden></iframe><form method=post action=/nowhere target=away><button>Send</button></form>'); }");
        phone.Host.Unplug();
        await phone.TapAsync("Send");
        await phone.OpenAsync("/today");
        await phone.ShouldShowAsync("Your plan is not on this device");

        phone.Host.Plug();
        await phone.OpenAsync("/urgent");
        await phone.ShouldBeKeptAsync();
        phone.Host.Unplug();
        await phone.OpenAsync("/today");
        await phone.ShouldShowAsync("Your exercises for today");
    }

    [Fact]
    public async Task What_is_kept_follows_the_language_and_the_skin_that_are_chosen()
    {
        await using var phone = await PhoneOf(People.Able);
        await phone.OpenAsync("/settings");
        await phone.Page.GetByRole(AriaRole.Radio, new() { Name = "Darkest" }).CheckAsync(new() { Force = true });
        // Each is waited for: the next page that is opened would break off what is on its way.
        await phone.TapAsync("Save the skin");
        await Assertions.Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("data-skin", "5");
        await phone.FollowAsync("Español (España)");
        await Assertions.Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "es-ES");
        await phone.OpenAsync("/today");
        await phone.ShouldComeToAsync("""
            async () => {
              const pages = await caches.open("footing-pages");
              const kept = await Promise.all(["/today", "/exercises/calf-raise"].map(async path => await (await pages.match(path))?.text() ?? ""));
              return kept.every(page => page.includes('<html lang="es-ES"') && page.includes('data-skin="5"'));
            }
            """, "the pages were not kept anew");
        phone.Host.Unplug();

        await phone.OpenAsync("/today");
        await Assertions.Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "es-ES");
        await Assertions.Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("data-skin", "5");
        await phone.ShouldPassAxeAsync();
    }

    /// <summary>Whether a page, an entry, a coming session or a setting is on the device.</summary>
    private const string Keeps = """
        async () => {
          for (const name of await caches.keys()) if (name === "footing-pages" && (await (await caches.open(name)).keys()).length > 0) return true;
          if (localStorage.length > 0) return true;
          if (!(await indexedDB.databases()).some(one => one.name === "footing")) return false;
          return await new Promise((resolve, reject) => {
            const request = indexedDB.open("footing");
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {
              const database = request.result;
              const names = [...database.objectStoreNames];
              if (names.length === 0) return database.close(), resolve(false);
              const work = database.transaction(names);
              let count = 0;
              // Asked again, the server gives no coming session.
              const isSome = (name, one) => name !== "held" || one.upcoming.dates.length > 0;
              for (const name of names) work.objectStore(name).getAll().onsuccess = event => count += event.target.result.filter(one => isSome(name, one)).length;
              work.oncomplete = () => { database.close(); resolve(count > 0); };
            };
          });
        }
        """;

    /// <summary>A phone that has been opened once with a connection.</summary>
    private async Task<Phone> PhoneOf(JsonObject answers)
    {
        var phone = await Phone.OpenAsync(chromium);
        phone.ExpectNoConnection();
        phone.Expect("Failed to fetch");
        await phone.KnowAsync(answers);
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        await phone.OpenAsync("/today");
        await phone.ShouldBeKeptAsync();
        return phone;
    }
}
