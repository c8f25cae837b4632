using System.Net;
using Footing.Storage;
using Footing.Testing.Web;
using Footing.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.UrgentHelp;

/// <summary>Pages that are shown in danger need no store: they are there whatever is broken.</summary>
public sealed class DangerReadingTests : VisitedTests
{
    private const string General = "your local emergency number";

    private TroubledStore Store => (TroubledStore)Host.Services.GetRequiredService<IJournalStore>();

    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync(options => options with { Country = "GB" }, TroubledStore.Put);

    protected override void Leave() => Store.Hold?.Set();

    public static TheoryData<string> Troubles => ["folder", "database", "fault", "unexpected", "hangs"];

    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Signs_and_number_are_there_with_all_that_their_pages_load(string trouble)
    {
        Break(trouble);

        foreach (var (path, words) in ((string, string)[])[
            ("/urgent", $"Call {General} at once if"), ("/danger/emergency", $"Call {General} now"), ("/danger/same-day", $"Call {General} at once if"),
            ("/danger/questions", "cold"), ("/danger/rest", ""), ("/advice/fall", $"Call {General} at once if"), ("/event", ""), ("/home-tests/chair-stands/stop", "call your local")])
        {
            await Visitor.Open(path);

            Visitor.Status.ShouldBe(HttpStatusCode.OK, path);
            Words.ShouldContain(words, Case.Sensitive, path);
            if (words.Contains(General, StringComparison.Ordinal))
            {
                Visitor.Page.QuerySelector("a[href='tel:112']").ShouldNotBeNull(path);
                Words.ShouldContain("From most mobile phones");
            }

            foreach (var loaded in Visitor.Page.QuerySelectorAll("link[href], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
            {
                (await Visitor.Get(loaded)).StatusCode.ShouldBe(HttpStatusCode.OK, loaded);
            }
        }

        Host.Log.All.ShouldContain("shown-without-journal");
    }

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData("cold-pale-limb", "yes", "Call your local emergency number now")]
    [InlineData("broken-skin", "yes", "Please call someone today")]
    [InlineData("cold-pale-limb", "unsure", "Please call someone today")]
    public async Task Sign_of_danger_that_cannot_be_saved_is_answered_all_the_same(string question, string answer, string title)
    {
        foreach (var trouble in (string[])["fault", "hangs"])
        {
            await Visitor.Open($"/screening/{question}");
            Break(trouble);

            await Visitor.Send((question, answer));

            Visitor.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            Visitor.Heading.ShouldStartWith(title);
            Words.ShouldContain("could not be saved");
            Mend();
        }
    }

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData("/event", "what", "fall", "First, see that you are all right", "Do this first. Then send it again")]
    [InlineData("/event", "what", "skin-change", "Please call someone today", "Get help first. Then send it again")]
    [InlineData("/foot-check", "skin", "wound", "Please call someone today", "Get help first. Then send it again")]
    public async Task What_happened_is_answered_even_if_it_cannot_be_saved(string page, string field, string answer, string title, string unsaved)
    {
        await Visitor.Screened(Host);
        foreach (var trouble in (string[])["fault", "hangs"])
        {
            await Visitor.Open(page);
            Break(trouble);

            (string, string)[] form = page == "/event" ? [(field, answer)] : [(field, answer), ("heat", "no"), ("swelling", "no"), ("calf", "no"), ("looked", "self")];
            await Visitor.Send(form);

            Visitor.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            Visitor.Heading.ShouldStartWith(title);
            Words.ShouldContain("could not be saved");
            Words.ShouldContain(unsaved);
            Mend();
        }
    }

    [Theory]
    [InlineData("/event", "fall")]
    [InlineData("/event", "skin-change")]
    [InlineData("/foot-check", "wound")]
    public async Task What_could_not_be_saved_is_sent_again_from_the_page_that_says_so(string page, string answer)
    {
        await Visitor.Screened(Host);
        await Visitor.Open(page);
        Break("fault");
        await Visitor.Submit(page == "/event" ? [("what", answer)] : [("skin", answer), ("heat", "no"), ("swelling", "no"), ("calf", "no"), ("looked", "self")]);
        var id = Visitor.Page.QuerySelector("form[data-send-again] input[name='entry-id']")!.GetAttribute("value");
        await Visitor.Submit();
        Visitor.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, "while the store fails the same page comes again");
        Mend();

        await Visitor.Submit();

        Visitor.Status.ShouldBe(HttpStatusCode.OK);
        var entry = (await Visitor.Journal())[^1];
        entry.GetProperty("id").GetString().ShouldBe(id);
        entry.ToString().ShouldContain($"\"{answer}\"");
        (await Visitor.Journal()).Count.ShouldBe(2, "the screening, and what happened once");
    }

    [Theory]
    [InlineData("dizzy", "Sit or lie down now")]
    [InlineData("skin", "Please call someone today")]
    public async Task Stop_that_cannot_be_saved_is_answered_all_the_same(string stop, string title)
    {
        await Visitor.Screened(Host);
        await Visitor.Open($"/session/questions?session={Guid.CreateVersion7()}&before=2&stop=1");
        Break("fault");

        await Visitor.Send(("stop", stop));

        Visitor.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Visitor.Heading.ShouldStartWith(title);
        Visitor.Page.QuerySelector("form[data-send-again] input[name=stop]")!.GetAttribute("value").ShouldBe(stop);
    }

    [Fact]
    public async Task What_happened_is_saved_again_once_the_store_answers()
    {
        await Visitor.Screened(Host);
        await Visitor.Open("/event");
        Break("fault");
        await Visitor.Send(("what", "fall"));
        Mend();

        await Visitor.Open("/event");
        await Visitor.Send(("what", "fall"));

        Visitor.Heading.ShouldBe("First, see that you are all right");
        Visitor.Page.QuerySelector("[role=alert]").ShouldBeNull();
        (await Visitor.Journal()).Count(entry => entry.GetProperty("kind").GetString() == "event").ShouldBe(1);
    }

    [Fact]
    public async Task Result_that_cannot_be_read_gives_way_to_the_signs()
    {
        await Visitor.Screened(Host, ("cold-pale-limb", "yes"));
        Break("fault");

        await Visitor.Open("/screening/result");

        Visitor.Status.ShouldBe(HttpStatusCode.InternalServerError);
        Words.ShouldContain($"Call {General} at once if");
    }

    [Fact]
    public async Task Failure_of_ours_leads_to_urgent_help()
    {
        Break("unexpected");

        await Visitor.Open("/today");

        Visitor.Page.QuerySelector("main a[href='/urgent']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Country_and_answers_are_there_again_once_the_store_answers()
    {
        await Visitor.Screened(Host, ("blood-thinner-or-easy-bruising", "yes"));
        Break("hangs");
        await Visitor.Open("/urgent");
        Words.ShouldNotContain("My answers");

        Mend();
        await Task.Delay(200);
        await Visitor.Open("/urgent");

        Words.ShouldContain("Call 999 at once if");
        Words.ShouldContain("My answers");
    }

    private void Break(string trouble)
    {
        switch (trouble)
        {
            case "folder":
                foreach (var file in Directory.GetFileSystemEntries(Host.Folder))
                {
                    Directory.Move(file, file + ".away");
                }

                Store.Fault = new StorageException(StorageFault.Gone, "gone");
                break;
            case "database":
                foreach (var file in Directory.GetFiles(Host.Folder, "footing.db*"))
                {
                    File.Delete(file);
                }

                break;
            case "fault":
                Store.Fault = new StorageException(StorageFault.Locked, "locked");
                break;
            case "unexpected":
                Store.Fault = new InvalidOperationException("a preference that cannot be read");
                break;
            default:
                Store.Hold = new();
                break;
        }
    }

    private void Mend()
    {
        Store.Fault = null;
        Store.Hold?.Set();
        Store.Hold = null;
    }
}
