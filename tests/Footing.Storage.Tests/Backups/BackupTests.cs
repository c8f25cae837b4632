using System.Text;
using Footing.Storage.Backups;
using Footing.Storage.Journals;
using Footing.Testing;

namespace Footing.Storage.Tests.Backups;

/// <summary>The whole store out of one engine and into either. One subclass for each from and to.</summary>
public abstract class BackupTests : IAsyncLifetime
{
    private static readonly PersonId[] People = [.. Enumerable.Range(1, 7).Select(number => new PersonId(Guid.Parse($"0192f3a1-0000-7000-8000-{number:x12}")))];

    private StorePlace _from = null!;
    private StorePlace _to = null!;

    private string File => Path.Combine(_from.Folder, "backup");

    public async Task InitializeAsync() => (_from, _to) = (await FromAsync(), await ToAsync());

    public async Task DisposeAsync()
    {
        await _from.DisposeAsync();
        await _to.DisposeAsync();
    }

    [EngineFact]
    public async Task A_backup_taken_while_serving_is_restored_entry_by_entry()
    {
        var expected = new Dictionary<PersonId, List<string>>();
        await using (var store = await _from.OpenAsync())
        {
            foreach (var (person, place) in People.Select((person, place) => (person, place)))
            {
                // Late ones too: acceptance is not the journal's order. More than is written at once.
                await store.AppendAsync(person, [.. Enumerable.Range(1, 300 * place).Reverse().Select(id => Entries.Valid(id, $"words of {place}"))]);
                expected[person] = await LinesAsync(store, person);
            }

            using var stop = new CancellationTokenSource();
            var busy = Task.Run(async () =>
            {
                for (var id = 10_000; !stop.IsCancellationRequested; id++)
                {
                    await store.AppendAsync(People[1], [Entries.Valid(id)]);
                }
            });
            var count = await BackUpAsync(store);
            await stop.CancelAsync();
            await busy;
            count.People.ShouldBe(6);
            count.Entries.ShouldBeGreaterThanOrEqualTo(300 * 21);
        }

        Keys(_from, _to);
        var restored = await Backup.RestoreAsync(_to.Options(), File);

        restored.Erased.ShouldBe(0);
        await using var other = await _to.OpenAsync();
        (await StoreCheck.RunAsync(other)).Findings.ShouldBeEmpty();
        foreach (var person in People.Where(person => person != People[1]))
        {
            (await LinesAsync(other, person)).ShouldBe(expected[person]);
        }

        var followed = await LinesAsync(other, People[1]);
        followed.Take(expected[People[1]].Count).ShouldBe(expected[People[1]]);
        restored.Restored.Entries.ShouldBe(expected.Where(person => person.Key != People[1]).Sum(person => person.Value.Count) + followed.Count);
        (await other.AppendAsync(People[1], [Entries.Valid(1, "words of 1"), Entries.Valid(99_999)])).Select(answer => answer.Outcome)
            .ShouldBe([AppendOutcome.Duplicate, AppendOutcome.Accepted]);
    }

    [EngineFact]
    public async Task A_cursor_from_before_a_restore_skips_nothing()
    {
        JournalCursor? cursor;
        await using (var store = await _from.OpenAsync())
        {
            await store.AppendAsync(People[0], [.. Enumerable.Range(1, 3).Select(id => Entries.Valid(id))]);
            await BackUpAsync(store);
            await store.AppendAsync(People[0], [.. Enumerable.Range(4, 3).Select(id => Entries.Valid(id))]);
            cursor = (await store.ReadPageAsync(People[0], null, 5)).Next;
        }

        Keys(_from, _to);
        await Backup.RestoreAsync(_to.Options(), File);
        await using var other = await _to.OpenAsync();
        await other.AppendAsync(People[0], [.. Enumerable.Range(7, 5).Select(id => Entries.Valid(id))]);
        (await other.ReadPageAsync(People[0], cursor, 100)).Entries.Count.ShouldBe(8);
    }

    [EngineFact]
    public async Task Half_a_backup_or_a_changed_one_is_refused_before_anything_is_touched()
    {
        await using (var store = await _from.OpenAsync())
        {
            await store.AppendAsync(People[0], [.. Enumerable.Range(1, 20).Select(id => Entries.Valid(id))]);
            await store.AppendAsync(People[1], [Entries.Valid(1)]);
            await BackUpAsync(store);
        }

        Keys(_from, _to);
        var whole = await System.IO.File.ReadAllBytesAsync(File);
        var before = Snapshot();
        var chance = new Random(20260302);
        string[] lines = [.. Encoding.UTF8.GetString(whole).Split('\n')];
        List<byte[]> damaged =
        [
            [],
            "Dear diary"u8.ToArray(),
            "{}\n"u8.ToArray(),
            Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, place) => place != 4))),
            Encoding.UTF8.GetBytes(string.Join('\n', lines.Append(lines[2]))),
            Encoding.UTF8.GetBytes(string.Join('\n', lines.Take(1).Concat(lines.Skip(2)))),
            Encoding.UTF8.GetBytes(lines[0].Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal) + "\n"),
        ];
        damaged.AddRange(Enumerable.Range(0, 12).Select(_ => whole[..chance.Next(1, whole.Length - 1)]));
        damaged.AddRange(Enumerable.Range(0, 12).Select(_ =>
        {
            var changed = whole.ToArray();
            changed[chance.Next(changed.Length - 1)] ^= 0x15;
            return changed;
        }));
        foreach (var bytes in damaged)
        {
            await System.IO.File.WriteAllBytesAsync(File, bytes);
            var problem = await Should.ThrowAsync<BackupException>(() => Backup.RestoreAsync(_to.Options(), File));
            problem.Message.ShouldContain("backup");
        }

        Snapshot().ShouldBe(before);
        await System.IO.File.WriteAllBytesAsync(File, whole);
        (await Backup.RestoreAsync(_to.Options(), File)).Restored.ShouldBe(new BackupCount(2, 21));
    }

    [EngineFact]
    public async Task A_store_that_holds_journals_is_not_restored_over()
    {
        await using (var store = await _from.OpenAsync())
        {
            await store.AppendAsync(People[0], [Entries.Valid(1)]);
            await BackUpAsync(store);
        }

        Keys(_from, _to);
        await Backup.RestoreAsync(_to.Options(), File);

        (await Should.ThrowAsync<BackupException>(() => Backup.RestoreAsync(_to.Options(), File))).Message.ShouldContain("empty");
        await using var other = await _to.OpenAsync();
        (await other.ReadAsync(People[0])).ShouldHaveSingleItem();
    }

    [EngineFact]
    public async Task Without_its_own_keyring_a_backup_is_refused_and_no_other_is_made()
    {
        await using (var store = await _from.OpenAsync())
        {
            await store.AppendAsync(People[0], [Entries.Valid(1)]);
            await BackUpAsync(store);
        }

        (await Should.ThrowAsync<BackupException>(() => Backup.RestoreAsync(_to.Options(), File))).Message.ShouldContain("keyring");
        Directory.GetFileSystemEntries(_to.Folder).ShouldBeEmpty();

        await using var stranger = StorePlace.OnSqlite();
        await (await stranger.OpenAsync()).DisposeAsync();
        Keys(stranger, _to);
        (await Should.ThrowAsync<BackupException>(() => Backup.RestoreAsync(_to.Options(), File))).Message.ShouldContain("another installation");
    }

    [EngineFact]
    public async Task An_empty_store_is_backed_up_as_well()
    {
        await using (var store = await _from.OpenAsync())
        {
            (await BackUpAsync(store)).ShouldBe(new BackupCount(0, 0));
        }

        Keys(_from, _to);
        (await Backup.RestoreAsync(_to.Options(), File)).Restored.ShouldBe(new BackupCount(0, 0));
        await using var other = await _to.OpenAsync();
        (await other.ReadAsync(People[0])).ShouldBeEmpty();
    }

    private protected abstract Task<StorePlace> FromAsync();

    private protected abstract Task<StorePlace> ToAsync();

    private Dictionary<string, string> Snapshot() =>
        Directory.GetFiles(_to.Folder).ToDictionary(file => file, file => Convert.ToHexString(SqliteFile.Bytes(file)));

    private static async Task<List<string>> LinesAsync(JournalStore store, PersonId person) =>
        [.. (await store.ReadAsync(person)).Select(entry => $"{entry.Sequence} {Encoding.UTF8.GetString(entry.Json.Span)}")];

    private async Task<BackupCount> BackUpAsync(JournalStore store)
    {
        await using var output = System.IO.File.Create(File);
        return await Backup.WriteAsync(store, output);
    }

    private static void Keys(StorePlace from, StorePlace to)
    {
        var folder = Directory.CreateDirectory(Path.Combine(to.Folder, "keyring")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(from.Folder, "keyring")))
        {
            System.IO.File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(file)), SqliteFile.Bytes(file));
        }
    }
}

public sealed class SqliteToSqliteBackupTests : BackupTests
{
    private protected override Task<StorePlace> FromAsync() => Task.FromResult(StorePlace.OnSqlite());

    private protected override Task<StorePlace> ToAsync() => FromAsync();
}

[NeedsPostgres]
public sealed class SqliteToPostgresBackupTests : BackupTests
{
    private protected override Task<StorePlace> FromAsync() => Task.FromResult(StorePlace.OnSqlite());

    private protected override Task<StorePlace> ToAsync() => StorePlace.OnPostgresAsync();
}

[NeedsPostgres]
public sealed class PostgresToSqliteBackupTests : BackupTests
{
    private protected override Task<StorePlace> FromAsync() => StorePlace.OnPostgresAsync();

    private protected override Task<StorePlace> ToAsync() => Task.FromResult(StorePlace.OnSqlite());
}

[NeedsPostgres]
public sealed class PostgresToPostgresBackupTests : BackupTests
{
    private protected override Task<StorePlace> FromAsync() => StorePlace.OnPostgresAsync();

    private protected override Task<StorePlace> ToAsync() => FromAsync();
}
