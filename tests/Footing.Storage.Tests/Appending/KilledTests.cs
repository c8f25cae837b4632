using Footing.Storage.Journals;
using Footing.Testing;

namespace Footing.Storage.Tests.Appending;

/// <summary>A process that appends, killed (SIGKILL) at any moment. One subclass an engine.</summary>
public abstract class KilledTests
{
    private static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));

    [EngineFact]
    [Trait("Category", "Slow")]
    public Task A_process_killed_thirty_times_while_appending_loses_nothing_that_it_acknowledged() => KillAsync(30);

    [EngineFact]
    [Trait("Category", "Long")]
    public Task A_process_killed_a_thousand_times_while_appending_loses_nothing_that_it_acknowledged() => KillAsync(1000);

    private protected abstract Task<StorePlace> MakeAsync();

    private async Task KillAsync(int kills)
    {
        await using var place = await MakeAsync();
        var acknowledged = new HashSet<Guid>();
        var moments = new Random(20260302);
        var spare = Start(place);
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                var child = spare;
                var ids = AppendUntilKilledAsync(child, moments.Next(1, 60), moments.Next(0, 4));
                // The next one gets ready meanwhile: starting a process takes longer than killing it.
                spare = Start(place);
                foreach (var id in await ids)
                {
                    acknowledged.Add(id).ShouldBeTrue();
                }

                // Reading all of a long journal each time would be most of the test.
                if (kill % 25 == 24 || kill == kills - 1)
                {
                    await ProveAsync(place, acknowledged);
                }
            }
        }
        finally
        {
            // Also where it fails: it would append for ever.
            spare.Kill();
            await spare.WaitForExitAsync();
            spare.Dispose();
        }

        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(kills);
        await using var store = await place.OpenAsync();
        (await StoreCheck.RunAsync(store)).Findings.Take(3).ShouldBeEmpty();
    }

    /// <summary>Nothing lost, nothing twice, the order of acceptance without a gap.</summary>
    private static async Task ProveAsync(StorePlace place, HashSet<Guid> acknowledged)
    {
        await using var store = await place.OpenAsync();
        var kept = await store.ReadAsync(Ada);
        kept.Select(entry => entry.Id).ShouldBeUnique();
        acknowledged.Except(kept.Select(entry => entry.Id)).ShouldBeEmpty();
        kept.Select(entry => entry.Sequence).Order().ShouldBe(Enumerable.Range(1, kept.Count).Select(place => (long)place));
    }

    private static System.Diagnostics.Process Start(StorePlace place) =>
        Child.Start(["append", Ada.ToString(), place.Folder, .. place.Postgres is { } postgres ? [postgres] : Array.Empty<string>()]);

    /// <summary>The ids that a process acknowledged, killed in the middle of going on after that many and some milliseconds.</summary>
    private static async Task<List<Guid>> AppendUntilKilledAsync(System.Diagnostics.Process child, int after, int milliseconds)
    {
        using (child)
        {
            var ids = new List<Guid>();
            while (ids.Count < after && await child.StandardOutput.ReadLineAsync() is { } line)
            {
                ids.Add(Guid.Parse(line));
            }

            await Task.Delay(milliseconds);
            child.Kill();
            // What it still said before it died; the last line may be cut.
            while (await child.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Length == Ada.ToString().Length)
                {
                    ids.Add(Guid.Parse(line));
                }
            }

            await child.WaitForExitAsync();
            ids.Count.ShouldBeGreaterThanOrEqualTo(after, await child.StandardError.ReadToEndAsync());
            return ids;
        }
    }
}

public sealed class SqliteKilledTests : KilledTests
{
    private protected override Task<StorePlace> MakeAsync() => Task.FromResult(StorePlace.OnSqlite());
}

[NeedsPostgres]
public sealed class PostgresKilledTests : KilledTests
{
    private protected override Task<StorePlace> MakeAsync() => StorePlace.OnPostgresAsync();
}
