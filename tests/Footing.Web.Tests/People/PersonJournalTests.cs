using System.Net;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Snapshots;
using Footing.Storage;
using Footing.Storage.Journals;
using Footing.Testing;
using Footing.Testing.Web;
using Footing.Web.People;
using Footing.Web.Today;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.People;

/// <summary>The day read from a snapshot and what is new is the day read from everything.</summary>
public sealed class PersonJournalTests : IAsyncLifetime
{
    private static readonly DateOnly First = new(2026, 3, 4);

    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Day_after_day_both_are_the_same_and_soon_few_entries_are_read()
    {
        var fewest = int.MaxValue;
        var story = new Story();
        for (var day = 0; day < 45; day++)
        {
            await TellAsync(story, day);
            await SameAsync(day);
            var recent = await Store.ReadRecentAsync(LocalPerson.Id);
            fewest = Math.Min(fewest, recent.Snapshot is null ? int.MaxValue : recent.Entries.Count);
            _host.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await Store.ReadAsync(LocalPerson.Id)).Count.ShouldBeGreaterThan(150);
        fewest.ShouldBeLessThan(40);
    }

    [Fact]
    public async Task What_comes_late_is_seen_though_a_snapshot_stands()
    {
        var story = new Story();
        for (var day = 0; day < 20; day++)
        {
            await TellAsync(story, day);
            await SameAsync(day);
            _host.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await Store.ReadRecentAsync(LocalPerson.Id)).Snapshot.ShouldNotBeNull();
        (await BarAsync()).ShouldBe(Blocker.None);

        // A second phone that was offline for some days.
        await new Story().Skip(5000).FootCheck(Name(15), "wound", "18:00").TellAsync(_host);

        (await BarAsync()).ShouldBe(Blocker.Finding);
        await SameAsync(20);
    }

    [Fact]
    public async Task Morning_after_a_session_is_asked_though_a_later_session_had_no_set()
    {
        var story = await LiveAsync(15);

        // Stopped before the first set, and then a journey: the snapshot of the new zone closes the day of the last session.
        await story.Next()
            .Add(Name(15), "08:00", "session", new() { ["session"] = "stopped", ["stopReason"] = "tired" })
            .Add(Name(15), "08:30", "preference", new() { ["zone"] = "Europe/Madrid" })
            .TellAsync(_host);
        for (var day = 15; day < 19; day++)
        {
            await SameAsync(day);
            (await ClosedAsync()).ShouldBe(First.AddDays(14));
            await OpensAsync("/today", day);
            _host.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public async Task Finding_is_shown_long_after_its_day()
    {
        var story = await LiveAsync(15);
        await story.Next().Add(Name(14), "12:00", "event", new() { ["what"] = "skin-change" }).FootCheck(Name(14), "mark", "13:00").FootCheck(Name(14), time: "13:30").TellAsync(_host);
        for (var day = 15; day < 40; day++)
        {
            if (day == 31)
            {
                // A journey: the snapshot of the new zone closes the day of the finding.
                await story.Next().Add(Name(day), "08:30", "preference", new() { ["zone"] = "Europe/Madrid" }).TellAsync(_host);
            }

            await SameAsync(day);
            await OpensAsync("/today", day);
            _host.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await ClosedAsync()).ShouldBe(First.AddDays(16));
    }

    [Fact]
    public async Task Finding_whose_feet_may_feel_by_later_answers_is_still_shown()
    {
        // All three at one time: they count in the order of their ids.
        await new Story().Screening(Name(0), ("numb-feet", "yes"), ("touch-test", "not-done"))
            .Add(Name(0), "07:00", "foot-check", new() { ["skin"] = "clear", ["heat"] = "no", ["swelling"] = "no", ["looked"] = "nobody" })
            .Screening(Name(0)).TellAsync(_host);

        (await BarAsync()).ShouldBe(Blocker.Finding);
        await OpensAsync("/today", 0);
    }

    [Fact]
    public async Task Session_that_was_never_reported_is_asked_for_though_one_after_it_was()
    {
        var story = await LiveAsync(15);
        await story.Next()
            .Add(Name(14), "20:00", "set", new() { ["session"] = "unreported", ["exercise"] = "ankle-pump", ["level"] = 1, ["set"] = 1, ["side"] = "both", ["reps"] = 10 })
            .Session(Name(15), FootExercises.AnklePump)
            .Add(Name(15), "08:30", "preference", new() { ["zone"] = "Europe/Madrid" })
            .TellAsync(_host);
        for (var day = 15; day < 24; day++)
        {
            await SameAsync(day);
            await OpensAsync("/today", day);
            _host.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await ClosedAsync()).ShouldBe(First.AddDays(14));
    }

    [Fact]
    public async Task Snapshot_that_the_former_version_kept_is_made_again()
    {
        await LiveAsync(15);
        var former = await File.ReadAllBytesAsync(Repository.Find("tests/Footing.Testing/snapshot-format-1.json"));
        await Store.SaveSnapshotAsync(LocalPerson.Id, new((await Store.ReadRecentAsync(LocalPerson.Id)).Journal!.Value, 54, 44, former));

        await SameAsync(15);
        (await ClosedAsync()).ShouldBe(First.AddDays(13));
        await OpensAsync("/today", 15);
    }

    [Fact]
    public async Task What_pages_and_devices_wrote_passes_the_check_of_the_store_and_lies_there_with_the_time_that_it_says()
    {
        await TellAsync(new Story(), 0);
        _host.Clock.Advance(TimeSpan.FromTicks(4567));
        using (var scope = _host.Services.CreateScope())
        {
            var journal = scope.ServiceProvider.GetRequiredService<PersonJournal>();
            var now = _host.Clock.GetUtcNow();
            await journal.AppendAsync(new AdverseEventEntry(Guid.CreateVersion7(now), now, AdverseEvent.Cramp));
        }

        await using var store = await JournalStore.OpenAsync(new() { DataFolder = _host.Folder });
        (await StoreCheck.RunAsync(store)).Findings.ShouldBeEmpty();
        (await store.ReadAsync(LocalPerson.Id)).ShouldAllBe(entry =>
            EntryReader.From(entry.Json).Value.At.UtcTicks == entry.At.UtcTicks);
    }

    /// <summary>Some days with enough entries for a snapshot.</summary>
    private async Task<Story> LiveAsync(int days)
    {
        var story = new Story();
        for (var day = 0; day < days; day++)
        {
            await TellAsync(story, day);
            await story.Next().Add(Name(day), "06:00", "habit", new JsonObject { ["text"] = "walked" }).Add(Name(day), "06:30", "habit").TellAsync(_host);
            _host.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await Store.ReadAsync(LocalPerson.Id)).Count.ShouldBeGreaterThan(60);
        return story;
    }

    private async Task<DateOnly> ClosedAsync() =>
        PlanSnapshot.From((await Store.ReadRecentAsync(LocalPerson.Id)).Snapshot.ShouldNotBeNull().Json).ShouldNotBeNull().ClosedOn;

    private async Task OpensAsync(string page, int day)
    {
        using var visitor = new Visitor(_host);
        await visitor.Open(page);
        visitor.Status.ShouldBe(HttpStatusCode.OK, $"{page} of day {day}");
    }

    private async Task<Blocker> BarAsync()
    {
        using var scope = _host.Services.CreateScope();
        var known = await scope.ServiceProvider.GetRequiredService<PersonJournal>().ReadTodayAsync();
        return TodayView.Of(known).Blocker;
    }

    private IJournalStore Store => _host.Services.GetRequiredService<IJournalStore>();

    private static string Name(int day) => First.AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task TellAsync(Story told, int day)
    {
        var story = told.Next();
        var name = Name(day);
        if (day % 13 == 0)
        {
            story.Screening(name);
        }

        if (day % 7 is 0 or 2 or 5)
        {
            story.Session(name, FootExercises.AnklePump);
        }
        else if (day % 7 == 3)
        {
            story.Add(name, "07:00", "next-morning", new() { ["session"] = Name(day - 1), ["painRaised"] = day % 2 == 0 ? "yes" : "no" });
        }
        else if (day % 7 == 4)
        {
            story.Add(name, "08:00", "check-in", new() { ["pain"] = day % 5 });
        }

        if (day == 17)
        {
            story.Add(name, "08:30", "event", new() { ["what"] = "near-fall" });
        }

        if (story.IsEmpty)
        {
            return;
        }

        await story.TellAsync(_host);
    }

    private async Task SameAsync(int day)
    {
        using var scope = _host.Services.CreateScope();
        var journal = scope.ServiceProvider.GetRequiredService<PersonJournal>();
        var (whole, today) = (await journal.ReadAsync(), await journal.ReadTodayAsync());

        DayData.Of(today).ShouldBe(DayData.Of(whole), $"day {day}");
    }
}
