using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Footing.Content;
using Footing.Journal;
using Footing.Storage;
using Footing.Testing;
using Footing.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.People;

/// <summary>A host with two programmes: each page has the exercises and the words of the one that the person follows.</summary>
public sealed class FollowedProgrammeTests : VisitedTests
{
    protected override Task<RunningHost> StartAsync() => StartAsync(both: true);

    [Fact]
    public async Task Every_page_has_its_exercises_and_its_words()
    {
        await Visitor.Screened(Host);
        await Visitor.Open("/plan");
        PageWords().ShouldContain("Calf raise");

        await FollowAsync("balance");

        foreach (var path in (string[])["/today", "/plan", "/sheet", "/exercises/weight-shift", "/screening/result", "/sources"])
        {
            await Visitor.Open(path);
            Visitor.Status.ShouldBe(HttpStatusCode.OK, path);
            PageWords().ShouldContain("Weight shift", Case.Insensitive, path);
            // A study behind the rules may have tried any exercise.
            PageWords().Contains("Calf raise", StringComparison.OrdinalIgnoreCase).ShouldBe(path == "/sources", path);
        }

        await Visitor.Open("/plan");
        PageWords().ShouldContain("You can do it once you have reached level 2 of this exercise: Heel-to-toe stand.");
        await Visitor.Open("/exercises/calf-raise");
        Visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await Visitor.Get("/api/sessions/upcoming")).Content.ReadAsStringAsync()).ShouldContain("\"weight-shift\"");
        (await (await Visitor.Get("/api/kept")).Content.ReadAsStringAsync()).ShouldContain("/exercises/tandem-stand");
        await Visitor.Open("/language/es");
        await Visitor.Open("/today");
        PageWords().ShouldContain("Pasar el peso");
    }

    [Fact]
    public async Task A_session_goes_from_today_to_what_it_changed()
    {
        await Visitor.Screened(Host);
        await FollowAsync("balance");

        await Visitor.IntoSession();
        Visitor.Page.QuerySelectorAll("main h2").Select(Visitor.Text).ShouldContain("Weight shift");
        await Visitor.DoEverything();
        await Visitor.Answer(3);

        Visitor.Path.ShouldBe("/session/after");
        var told = (SessionEntry)EntryReader.From(Encoding.UTF8.GetBytes((await Visitor.Journal()).Of("session").Single().GetRawText())).Value;
        told.Edition.ShouldNotBeNull().Programme.ShouldBe("balance");
        told.Effort.Keys.Select(exercise => exercise.ToString()).ShouldBe(["weight-shift", "tandem-stand"]);

        // Back in the other programme, the history still names what was done.
        Host.Clock.Advance(TimeSpan.FromMinutes(5));
        await FollowAsync("neuropathic-foot");
        await Visitor.Open("/history");
        PageWords().ShouldContain("Weight shift");
        PageWords().ShouldContain("Exercises for neuropathy: painful or numb feet");
        await Visitor.Open("/today");
        PageWords().ShouldContain("Toe lift");
    }

    [Fact]
    public async Task A_programme_that_is_not_here_is_said_and_nothing_is_offered_in_its_place()
    {
        await using var alone = await StartAsync(both: false);
        using var visitor = new Visitor(alone);
        await visitor.Screened(alone);
        alone.Clock.Advance(TimeSpan.FromMinutes(1));
        await visitor.Tell(alone, "programme", new() { ["programme"] = "balance", ["version"] = "1" });

        await visitor.Open("/today");
        visitor.Page.QuerySelector("[data-exercise]").ShouldBeNull();
        Visitor.Text(visitor.Page.QuerySelector("main")!).ShouldContain("The exercises that you follow");
        await visitor.Open("/needs-look");
        Visitor.Text(visitor.Page.QuerySelector("main")!).ShouldContain("The exercises that you follow");
    }

    /// <summary>The entry is far behind what a page of the day reads: the snapshot keeps it.</summary>
    [Fact]
    public async Task After_months_it_is_still_known()
    {
        var journal = JournalBuilder.Of(BalanceProgramme.Load()).Follows(0, "balance", "1");
        for (var day = 0; day < 56; day++)
        {
            if (day % 21 == 0)
            {
                journal.Screened(day);
            }

            if (day % 7 is 1 or 3 or 5)
            {
                journal.FootCheck(day).Session(day);
            }
        }

        foreach (var lines in journal.Lines.Chunk(200))
        {
            (await (await Visitor.Post("/api/journal", $"[{string.Join(',', lines)}]")).Content.ReadAsStringAsync()).ShouldContain("\"rejected\":[]");
        }

        Host.Clock.SetUtcNow(new(2026, 3, 5, 10, 0, 0, TimeSpan.Zero));
        for (var times = 0; times < 3; times++)
        {
            await Visitor.Open("/today");
            PageWords().ShouldContain("Weight shift");
        }

        var recent = await Host.Services.GetRequiredService<IJournalStore>().ReadRecentAsync(LocalPerson.Id);
        recent.Snapshot.ShouldNotBeNull();
        recent.Entries.ShouldNotContain(entry => entry.Kind == "programme", "then the test shows nothing");
    }

    private static Task<RunningHost> StartAsync(bool both) => RunningHost.StartAsync(options => options with
    {
        Programmes =
        [
            (ShippedProgramme.Load(), ShippedProgramme.Texts),
            .. both ? [(BalanceProgramme.Load(), BalanceProgramme.TextsIn)] : Array.Empty<(Footing.Programmes.Programme, Func<string, Footing.Wording.Texts>)>(),
        ],
    });

    private async Task FollowAsync(string programme)
    {
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Visitor.Tell(Host, "programme", new JsonObject { ["programme"] = programme, ["version"] = "1" });
    }

    private string PageWords() => Visitor.Text(Visitor.Page.QuerySelector("main")!);
}
