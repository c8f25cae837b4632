using System.Text.RegularExpressions;
using Footing.Exercises;
using Footing.Journal;
using Footing.Snapshots;
using Footing.Storage;
using Footing.Testing;
using Footing.Testing.Web;
using Footing.Web.Pages;
using Footing.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Footing.Web.Tests.People;

/// <summary>Every page of a day is the same, to the letter, whether a snapshot was read or the whole journal.</summary>
public sealed partial class SnapshotPagesTests
{
    private static readonly string[] Pages =
    [
        "/", "/today", "/today?kept=1", "/today/later", "/plan", "/history", "/progress", "/letter", "/schedule", "/settings", "/background", "/home-tests", "/sheet",
        "/screening", "/screening/result", "/foot-check", "/foot-check/next?then=session", "/session", "/session?before=2", "/session?kept=1",
        "/session/before", "/session/sugar", "/session/done", "/event", "/check-in", "/urgent", "/danger/emergency", "/danger/rest",
        "/home-tests/chair-stands/stop", "/api/kept", "/api/sessions/upcoming?days=3",
        .. new[] { "dizzy", "near-fall", "fall", "cramp", "pain" }.Select(what => $"/advice/{what}"),
        .. FootExercises.All.Select(exercise => $"/exercises/{exercise.Id()}"),
    ];

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Pages_are_the_same(int seed)
    {
        var random = RandomJournal.Of(seed, 40);
        var clock = new FakeTimeProvider(new DateTimeOffset(JournalBuilder.Monday, new(22, 0), default));
        await using var host = await RunningHost.StartAsync(options => options with { Clock = clock, Country = "GB" }, TroubledStore.Put);
        var store = (TroubledStore)host.Services.GetRequiredService<IJournalStore>();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        var waiting = new Queue<AcceptedEntry>(RandomArrivals.Any(random, seed));
        int asked = 0, snapshots = 0;
        for (var day = 0; day < random.Days + 30; day++)
        {
            var now = new List<NewEntry>();
            while (waiting.TryPeek(out var next) && next.Entry.At <= clock.GetUtcNow())
            {
                now.Add(new(next.Entry.Id, next.Entry.At, EntryReader.KindOf(next.Entry), waiting.Dequeue().Json));
            }

            await store.AppendAsync(LocalPerson.Id, now);
            if (day % 6 == 5)
            {
                store.HidesSnapshots = true;
                var months = Month().Matches(await PageAsync(http, "/history")).Select(month => month.Value);
                foreach (var page in Pages.Concat(months))
                {
                    store.HidesSnapshots = false;
                    var read = await PageAsync(http, page);
                    store.HidesSnapshots = true;
                    read.ShouldBe(await PageAsync(http, page), $"{page} of day {day}");
                    asked++;
                }

                store.HidesSnapshots = false;
                snapshots += (await store.ReadRecentAsync(LocalPerson.Id)).Snapshot is null ? 0 : 1;
            }

            clock.Advance(TimeSpan.FromDays(1));
        }

        waiting.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(400);
        snapshots.ShouldBeGreaterThan(3);
    }

    private static async Task<string> PageAsync(HttpClient http, string page)
    {
        using var answer = await http.GetAsync(page);
        ((int)answer.StatusCode).ShouldBeLessThan(400, page);
        return $"{answer.StatusCode} {answer.Headers.Location}\n{Once().Replace(await answer.Content.ReadAsStringAsync(), "")}";
    }

    [GeneratedRegex(@"/history\?month=[0-9-]+")]
    private static partial Regex Month();

    /// <summary>What a page has of its own each time it is asked for: the form's token and the id of a new session.</summary>
    [GeneratedRegex(@"(?<=name=""token"" value="")[^""]+|\b01[0-9a-f]{6}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b")]
    private static partial Regex Once();
}
