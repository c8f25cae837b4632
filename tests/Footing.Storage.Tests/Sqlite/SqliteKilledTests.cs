using Footing.Storage.Sqlite;

namespace Footing.Storage.Tests.Sqlite;

public sealed class SqliteKilledTests : IDisposable
{
    private static readonly Guid Ada = Guid.Parse("0192f3a1-0000-7000-8000-00000000000a");

    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public Task A_process_killed_while_appending_loses_nothing_that_it_acknowledged() => KillAsync(5);

    [Fact]
    [Trait("Category", "Long")]
    public Task A_process_killed_a_hundred_times_loses_nothing_that_it_acknowledged() => KillAsync(100);

    private async Task KillAsync(int kills)
    {
        var acknowledged = new HashSet<Guid>();
        var moments = new Random(20260302);
        for (var kill = 0; kill < kills; kill++)
        {
            foreach (var id in await AppendUntilKilledAsync(moments.Next(1, 60)))
            {
                acknowledged.Add(id).ShouldBeTrue();
            }

            await using var store = await SqliteJournal.OpenAsync(_file.Folder, TimeProvider.System);
            var kept = (await store.ReadAsync(Ada)).Select(entry => entry.Id).ToList();
            kept.ShouldBeUnique();
            acknowledged.Except(kept).ShouldBeEmpty();
            (await store.ReadPageAsync(Ada, null, int.MaxValue)).Entries.Select(entry => entry.Sequence)
                .ShouldBe(Enumerable.Range(1, kept.Count).Select(place => (long)place));
        }

        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(kills);
        _file.Ask<string>("PRAGMA integrity_check").ShouldBe("ok");
    }

    /// <summary>The ids that a process acknowledged, killed (SIGKILL) in the middle of going on after that many.</summary>
    private async Task<List<Guid>> AppendUntilKilledAsync(int after)
    {
        using var child = Child.Start("append", _file.Folder, Ada.ToString());
        var ids = new List<Guid>();
        while (ids.Count < after && await child.StandardOutput.ReadLineAsync() is { } line)
        {
            ids.Add(Guid.Parse(line));
        }

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
