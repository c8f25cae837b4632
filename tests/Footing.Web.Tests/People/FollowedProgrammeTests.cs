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
public sealed class FollowedProgrammeTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await StartAsync(both: true);
        _visitor = new(_host);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Every_page_has_its_exercises_and_its_words()
    {
        await _visitor.Screened(_host);
        await _visitor.Open("/plan");
        Words().ShouldContain("Calf raise");

        await FollowAsync("balance");

        foreach (var path in (string[])["/today", "/plan", "/sheet", "/exercises/weight-shift", "/screening/result", "/sources"])
        {
            await _visitor.Open(path);
            _visitor.Status.ShouldBe(HttpStatusCode.OK, path);
            Words().ShouldContain("Weight shift", Case.Insensitive, path);
            // A study behind the rules may have tried any exercise.
            Words().Contains("Calf raise", StringComparison.OrdinalIgnoreCase).ShouldBe(path == "/sources", path);
        }

        await _visitor.Open("/plan");
        Words().ShouldContain("You can do it once you have reached level 2 of this exercise: Heel-to-toe stand.");
        await _visitor.Open("/exercises/calf-raise");
        _visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await _visitor.Get("/api/sessions/upcoming")).Content.ReadAsStringAsync()).ShouldContain("\"weight-shift\"");
        (await (await _visitor.Get("/api/kept")).Content.ReadAsStringAsync()).ShouldContain("/exercises/tandem-stand");
        await _visitor.Open("/language/es");
        await _visitor.Open("/today");
        Words().ShouldContain("Pasar el peso");
    }

    [Fact]
    public async Task A_session_goes_from_today_to_what_it_changed()
    {
        await _visitor.Screened(_host);
        await FollowAsync("balance");

        await _visitor.IntoSession();
        _visitor.Page.QuerySelectorAll("main h2").Select(Visitor.Text).ShouldContain("Weight shift");
        await _visitor.DoEverything();
        await _visitor.Answer(3);

        _visitor.Path.ShouldBe("/session/after");
        var told = (SessionEntry)EntryReader.From(Encoding.UTF8.GetBytes((await _visitor.Journal()).Of("session").Single().GetRawText())).Value;
        told.Edition.ShouldNotBeNull().Programme.ShouldBe("balance");
        told.Effort.Keys.Select(exercise => exercise.ToString()).ShouldBe(["weight-shift", "tandem-stand"]);

        // Back in the other programme, the history still names what was done.
        _host.Clock.Advance(TimeSpan.FromMinutes(5));
        await FollowAsync("neuropathic-foot");
        await _visitor.Open("/history");
        Words().ShouldContain("Weight shift");
        Words().ShouldContain("Exercises for neuropathy: painful or numb feet");
        await _visitor.Open("/today");
        Words().ShouldContain("Toe lift");
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
            (await (await _visitor.Post("/api/journal", $"[{string.Join(',', lines)}]")).Content.ReadAsStringAsync()).ShouldContain("\"rejected\":[]");
        }

        _host.Clock.SetUtcNow(new(2026, 3, 5, 10, 0, 0, TimeSpan.Zero));
        for (var times = 0; times < 3; times++)
        {
            await _visitor.Open("/today");
            Words().ShouldContain("Weight shift");
        }

        var recent = await _host.Services.GetRequiredService<IJournalStore>().ReadRecentAsync(LocalPerson.Id);
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
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _visitor.Tell(_host, "programme", new JsonObject { ["programme"] = programme, ["version"] = "1" });
    }

    private string Words() => Visitor.Text(_visitor.Page.QuerySelector("main")!);
}
