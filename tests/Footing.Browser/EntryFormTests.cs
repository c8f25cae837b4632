using Footing.Exercises;
using Footing.Testing.Web;
using Footing.Testing;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>Forms that a script turns into entries, where the device, the connection or a second tap is in the way.</summary>
[Collection(OfPages.Name)]
public sealed class EntryFormTests(Chromium chromium)
{
    private const string Fallen = "First, see that you are all right";

    private const string Marked = """
        [...document.querySelectorAll(".wrong")].flatMap(wrong => [wrong, ...wrong.querySelectorAll("*")])
          .map(e => [e.localName, e.id, e.className, e.getAttribute("aria-describedby"), e.localName === "p" ? e.textContent.replace(/\s+/g, " ").trim() : ""].join("|"))
        """;

    [Fact]
    public async Task The_morning_after_is_kept_where_the_browser_forbids_its_store()
    {
        await using var phone = await MorningAsync();
        await TellMorningAsync(phone);

        await Assertions.Expect(Thanks(phone)).ToBeVisibleAsync();
        (await phone.JournalAsync("next-morning")).ShouldHaveSingleItem()["because"]!.GetValue<string>().ShouldBe("yes");
    }

    [Fact]
    public async Task Nobody_is_thanked_for_what_is_nowhere_yet_and_it_is_sent_when_it_can_be()
    {
        await using var phone = await MorningAsync();
        phone.ExpectNoConnection();
        phone.Host.Unplug();
        await TellMorningAsync(phone);

        await UntilAsync(phone, phone.Page.GetByText("Keep this page open until it is sent."));
        await Assertions.Expect(Thanks(phone)).ToHaveCountAsync(0);
        await phone.ShouldPassAxeAsync();
        phone.Host.Plug();
        await UntilAsync(phone, Thanks(phone));
        (await phone.JournalAsync("next-morning")).ShouldHaveSingleItem()["because"]!.GetValue<string>().ShouldBe("yes");
    }

    [Theory]
    [InlineData(Devices.Unanswering)]
    [InlineData(Devices.Unconfirming)]
    public async Task A_store_that_never_answers_holds_no_form_back(string device)
    {
        await using var phone = await Phone.OpenAsync(chromium, scripts: device);
        await phone.KnowAsync(People.Able);
        await phone.OpenAsync("/event");
        await phone.ChooseAsync("What happened?", "I fell");
        await phone.TapAsync("Save, and see what to do");

        await UntilAsync(phone, Heading(phone, Fallen));
        (await phone.JournalAsync("event")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_store_that_an_old_tab_blocks_holds_no_form_back()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.KnowAsync(People.Able);
        phone.Expect("favicon.ico");
        await phone.OpenAsync("/health/live");
        await phone.Page.EvaluateAsync("new Promise(resolve => { const old = indexedDB.open('footing', 1); old.onsuccess = () => { window.old = old.result; resolve(); }; })");
        await phone.OpenTabAsync();
        await phone.OpenAsync("/check-in");
        await phone.ChooseAsync("How bad was your foot pain this week, most of the time?", "4");
        await phone.TapAsync("Save");

        await UntilAsync(phone, Thanks(phone));
        (await phone.JournalAsync("check-in")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Three_taps_while_the_next_page_is_slow_are_one_entry_and_another_answer_is_another()
    {
        // A worker would show what is kept once the next page is slow for long.
        await using var phone = await Phone.OpenAsync(chromium, options => options.ServiceWorkers = ServiceWorkerPolicy.Block);
        await phone.KnowAsync(People.Able);
        await phone.OpenAsync("/event");
        var id = await phone.Page.GetAttributeAsync("main form input[name=entry-id]", "value");
        var slow = new TaskCompletionSource();
        phone.Host.Trouble = async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/advice", StringComparison.OrdinalIgnoreCase))
            {
                await slow.Task;
            }

            await next(context);
        };
        await phone.ChooseAsync("What happened?", "I fell");
        // Within the page, whose next page is on its way all the while.
        await phone.Page.EvaluateAsync("""
            async () => {
              const form = document.querySelector("main form");
              const sent = async () => (await (await fetch("/api/journal")).json()).entries.filter(entry => entry.kind === "event").length;
              const send = async count => {
                form.requestSubmit();
                form.requestSubmit();
                while (await sent() < count);
                for (let turn = 0; turn < 5; turn++) await sent();
                form.requestSubmit();
                for (let turn = 0; turn < 5; turn++) await sent();
              };
              await send(1);
              form.querySelector("[name=what][value=cramp]").checked = true;
              await send(2);
            }
            """);
        slow.SetResult();
        await phone.ShouldShowAsync("A cramp passes");
        await Assertions.Expect(phone.Page.GetByText("You had sent this before, with other answers.")).ToBeVisibleAsync();
        var events = await phone.JournalAsync("event");
        events.Select(entry => (string?)entry["what"]).ShouldBe(["fall", "cramp"], ignoreOrder: true);
        events.ShouldContain(entry => (string?)entry["id"] == id && (string?)entry["what"] == "fall");
    }

    [Theory]
    [InlineData("/event", "")]
    [InlineData("/check-in", "")]
    [InlineData("/foot-check", "left=99")]
    [InlineData("/session/questions", "")]
    public async Task Errors_stand_as_without_script(string path, string typed)
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.KnowAsync(People.Able);
        if (path == "/session/questions")
        {
            path += $"?session={await phone.WriteSessionAsync()}&before=3";
        }

        using var visitor = new Visitor(phone.Host);
        await visitor.Open(path);
        await visitor.Send([.. typed.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))]);
        await phone.OpenAsync(path);
        var title = await phone.Page.TitleAsync();
        if (typed.Length > 0)
        {
            await phone.Page.EvaluateAsync("document.getElementById('left').value = '99'");
        }

        for (var tap = 0; tap < 2; tap++)
        {
            await SubmitAsync(phone);
            await Assertions.Expect(phone.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
            (await phone.Page.TitleAsync()).ShouldBe(visitor.Page.Title);
            (await phone.Page.TitleAsync()).ShouldBe("Error: " + title);
            var marked = await phone.Page.EvaluateAsync<string[]>(Marked);
            marked.ShouldNotBeEmpty();
            marked.ShouldBe(visitor.Page.QuerySelectorAll(".wrong").SelectMany(wrong => wrong.QuerySelectorAll("*").Prepend(wrong)).Select(e => string.Join(
                '|', e.LocalName, e.Id ?? "", (e.ClassName ?? "").Trim(), e.GetAttribute("aria-describedby") ?? "", e.LocalName == "p" ? Visitor.Text(e) : "")));
        }

        await phone.ShouldPassAxeAsync();
    }

    /// <summary>Pain that the session raised.</summary>
    private static async Task TellMorningAsync(Phone phone)
    {
        await phone.Page.Locator("form[data-entry=next-morning] input[name=morningPain][value='6']").CheckAsync(new() { Force = true });
        await phone.Page.Locator("form[data-entry=next-morning] input[name=because][value=yes]").CheckAsync(new() { Force = true });
        await phone.Page.Locator("form[data-entry=next-morning] button[type=submit]").ClickAsync();
    }

    /// <summary>A phone on today's page, the morning after a session, in a browser that lets no page keep anything.</summary>
    private async Task<Phone> MorningAsync()
    {
        var phone = await Phone.OpenAsync(chromium, scripts: Devices.Forbidding);
        phone.Expect("forbidden");
        await new Story().Screening("2026-03-03").Session("2026-03-03", FootExercises.ToeLift).TellAsync(phone.Host);
        await phone.OpenAsync("/today");
        return phone;
    }

    /// <summary>Sends the form as a tap on its button does, and lets what follows begin.</summary>
    private static async Task SubmitAsync(Phone phone)
    {
        await phone.Page.EvaluateAsync("document.querySelector('main form').requestSubmit()");
        await Task.Delay(500);
    }

    /// <summary>Time passes until something is seen.</summary>
    private static async Task UntilAsync(Phone phone, ILocator seen)
    {
        for (var waited = 0; !await seen.IsVisibleAsync(); waited++)
        {
            waited.ShouldBeLessThan(60, "it does not come");
            await phone.PassAsync(TimeSpan.FromSeconds(1));
            await Task.Delay(100);
        }
    }

    private static ILocator Heading(Phone phone, string words) => phone.Page.GetByRole(AriaRole.Heading, new() { Name = words, Level = 1, Exact = true });

    private static ILocator Thanks(Phone phone) => phone.Page.GetByText("Thank you. It is saved.");
}
