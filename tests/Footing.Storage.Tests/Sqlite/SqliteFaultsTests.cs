using System.Text;
using Dapper;
using Footing.Storage.Journals;
using Footing.Testing;

namespace Footing.Storage.Tests.Sqlite;

/// <summary>What happens to the disk and the file under a running store, really brought about.</summary>
public sealed class SqliteFaultsTests : IDisposable
{
    private static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));
    private static readonly TimeSpan Briefly = TimeSpan.FromMilliseconds(50);

    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [SmallDiskFact]
    public async Task A_full_disk_refuses_loses_nothing_and_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk();
        await using var store = await OpenAsync(disk.Folder);
        await store.AppendAsync(Ada, [Entry(0)]);
        disk.Fill();

        var accepted = 1;
        var fault = await Should.ThrowAsync<StorageException>(async () =>
        {
            while (accepted < 1000)
            {
                await store.AppendAsync(Ada, [Entry(accepted)]);
                accepted++;
            }
        });

        fault.Kind.ShouldBe(StorageFault.Full);
        fault.Message.ShouldContain("no room");
        (await store.ReadAsync(Ada)).Count.ShouldBe(accepted);
        (await FaultAsync(() => store.AppendAsync(Ada, [Entry(accepted)]))).ShouldBe(StorageFault.Full);

        disk.MakeRoom();
        (await store.AppendAsync(Ada, [Entry(accepted)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
        (await store.ReadAsync(Ada)).Count.ShouldBe(accepted + 1);
    }

    [SmallDiskFact]
    public async Task A_disk_that_is_full_at_the_start_says_so()
    {
        using var disk = new SmallDisk();
        disk.Fill();

        (await FaultAsync(() => OpenAsync(disk.Folder))).ShouldBe(StorageFault.Full);

        disk.MakeRoom();
        await using var store = await OpenAsync(disk.Folder);
        (await store.AppendAsync(Ada, [Entry(1)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
    }

    [SmallDiskFact]
    public async Task A_folder_that_cannot_be_written_says_so_and_serves_when_it_can()
    {
        using var disk = new SmallDisk();
        await using (var store = await OpenAsync(disk.Folder))
        {
            await store.AppendAsync(Ada, [Entry(1)]);
        }

        var before = SqliteFile.Snapshot(disk.Folder);
        disk.ForbidWriting();
        (await FaultAsync(() => OpenAsync(disk.Folder))).ShouldBe(StorageFault.ReadOnly);
        (await FaultAsync(() => OpenAsync(Path.Combine(disk.Folder, "new")))).ShouldBe(StorageFault.ReadOnly);
        SqliteFile.Snapshot(disk.Folder).ShouldBe(before);

        disk.AllowWriting();
        await using var again = await OpenAsync(disk.Folder);
        (await again.ReadAsync(Ada)).Count.ShouldBe(1);
    }

    [SmallDiskFact]
    public async Task An_empty_folder_that_cannot_be_written_says_so()
    {
        using var disk = new SmallDisk();
        disk.ForbidWriting();

        (await FaultAsync(() => OpenAsync(disk.Folder))).ShouldBe(StorageFault.ReadOnly);
    }

    [Fact]
    public async Task A_lock_held_by_another_program_refuses_writing_until_it_goes()
    {
        await using var store = await OpenAsync(_file.Folder);
        await store.AppendAsync(Ada, [Entry(1)]);
        using (var other = _file.Open())
        {
            await other.ExecuteAsync("BEGIN IMMEDIATE");

            (await FaultAsync(() => store.AppendAsync(Ada, [Entry(2)]))).ShouldBe(StorageFault.Locked);
            (await FaultAsync(() => store.CheckAsync())).ShouldBe(StorageFault.Locked);
            (await store.ReadAsync(Ada)).Count.ShouldBe(1, "reading goes on beside a writer");
            await other.ExecuteAsync("ROLLBACK");
        }

        (await store.AppendAsync(Ada, [Entry(2)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
    }

    [Fact]
    public async Task A_database_held_by_another_program_does_not_open_until_it_goes()
    {
        await (await OpenAsync(_file.Folder)).DisposeAsync();
        using (var other = _file.Open())
        {
            await other.ExecuteAsync("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE t (c); ROLLBACK");
            (await FaultAsync(() => OpenAsync(_file.Folder))).ShouldBe(StorageFault.Locked);
        }

        await (await OpenAsync(_file.Folder)).DisposeAsync();
    }

    [Fact]
    public async Task A_folder_deleted_under_the_store_acknowledges_nothing_and_starts_no_empty_one()
    {
        await using var store = await OpenAsync(_file.Folder);
        await store.AppendAsync(Ada, [Entry(1)]);
        await store.ReadAsync(Ada);
        Directory.Delete(_file.Folder, recursive: true);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await FaultAsync(() => store.AppendAsync(Ada, [Entry(2)]))).ShouldBe(StorageFault.Gone);
            (await FaultAsync(() => store.ReadAsync(Ada))).ShouldBe(StorageFault.Gone);
            (await FaultAsync(() => store.CheckAsync())).ShouldBe(StorageFault.Gone);
        }

        Directory.Exists(_file.Folder).ShouldBeFalse();
        Directory.CreateDirectory(_file.Folder);
        (await FaultAsync(() => store.AppendAsync(Ada, [Entry(2)]))).ShouldBe(StorageFault.Gone);
        File.Exists(_file.Name).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_went_away_and_came_back_is_used_again()
    {
        var aside = _file.Folder + "-aside";
        await using var store = await OpenAsync(_file.Folder);
        await store.AppendAsync(Ada, [Entry(1)]);
        Directory.Move(_file.Folder, aside);
        (await FaultAsync(() => store.AppendAsync(Ada, [Entry(2)]))).ShouldBe(StorageFault.Gone);

        Directory.Move(aside, _file.Folder);

        (await store.ReadAsync(Ada)).ShouldHaveSingleItem().Id.ShouldBe(Entry(1).Id);
        (await store.AppendAsync(Ada, [Entry(2)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
        _file.Ask<long>("SELECT count(*) FROM entry").ShouldBe(2);
    }

    [Fact]
    public async Task An_earlier_copy_put_in_its_place_is_used_from_then_on()
    {
        var copy = Path.Combine(_file.Folder, "copy");
        await using (var before = await OpenAsync(_file.Folder))
        {
            await before.AppendAsync(Ada, [Entry(7)]);
        }

        File.Copy(_file.Name, copy);
        await using var store = await OpenAsync(_file.Folder);
        await store.AppendAsync(Ada, [Entry(1)]);
        File.Move(copy, _file.Name, overwrite: true);
        File.Delete(_file.Name + "-wal");
        File.Delete(_file.Name + "-shm");
        // Somebody looks into it, so a log lies beside it as well: only the file itself shows that it is another.
        using var reader = _file.Open();
        (await reader.ExecuteScalarAsync<long>("SELECT count(*) FROM entry")).ShouldBe(1);
        File.Exists(_file.Name + "-wal").ShouldBeTrue();

        (await FaultAsync(() => store.AppendAsync(Ada, [Entry(2)]))).ShouldBe(StorageFault.Gone, "the old file is the one that was open");
        (await store.AppendAsync(Ada, [Entry(2)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
        (await store.ReadAsync(Ada)).Select(entry => entry.Id).ShouldBe([Entry(2).Id, Entry(7).Id]);
    }

    [Fact]
    public async Task A_file_of_another_installation_put_in_its_place_is_refused_and_left_as_it_is()
    {
        using var other = new SqliteFile();
        await using (var theirs = await OpenAsync(other.Folder))
        {
            await theirs.AppendAsync(Ada, [Entry(7)]);
        }

        await using var store = await OpenAsync(_file.Folder);
        await store.AppendAsync(Ada, [Entry(1)]);
        foreach (var file in Directory.GetFiles(_file.Folder))
        {
            File.Delete(file);
        }

        File.Copy(other.Name, _file.Name);
        await FaultAsync(() => store.AppendAsync(Ada, [Entry(2)]));

        (await FaultAsync(() => store.AppendAsync(Ada, [Entry(2)]))).ShouldBe(StorageFault.Keys);
        (await FaultAsync(() => store.ReadAsync(Ada))).ShouldBe(StorageFault.Keys);
        await store.DisposeAsync();
        (await FaultAsync(() => OpenAsync(_file.Folder))).ShouldBe(StorageFault.Keys);
        _file.Ask<long>("SELECT count(*) FROM entry").ShouldBe(1);
    }

    [Fact]
    public async Task A_damaged_file_says_so_and_a_whole_one_in_its_place_is_used()
    {
        await using (var store = await OpenAsync(_file.Folder))
        {
            await store.AppendAsync(Ada, [.. Enumerable.Range(0, 200).Select(Entry)]);
        }

        var whole = await File.ReadAllBytesAsync(_file.Name);
        var damaged = whole.ToArray();
        // All pages but the first, which holds the schema.
        damaged.AsSpan(4096).Fill(0x5a);
        await File.WriteAllBytesAsync(_file.Name, damaged);

        // Opening looks at the first pages only, or it would take longer the longer a journal is.
        (await FaultAsync(async () =>
        {
            await using var store = await OpenAsync(_file.Folder);
            await store.ReadAsync(Ada);
        })).ShouldBe(StorageFault.Corrupt);

        await File.WriteAllBytesAsync(_file.Name, whole);
        await using var again = await OpenAsync(_file.Folder);
        (await again.ReadAsync(Ada)).Count.ShouldBe(200);
    }

    [Fact]
    public async Task Damage_under_a_running_store_is_told_and_mended_without_a_restart()
    {
        await using var store = await OpenAsync(_file.Folder);
        await store.AppendAsync(Ada, [.. Enumerable.Range(0, 200).Select(Entry)]);
        _file.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        var backup = Path.Combine(_file.Folder, "backup");
        File.Copy(_file.Name, backup);
        await using (var raw = new FileStream(_file.Name, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            raw.Position = 4096;
            raw.Write(Enumerable.Repeat((byte)0x5a, (int)raw.Length - 4096).ToArray());
        }

        (await FaultAsync(() => store.ReadAsync(Ada))).ShouldBe(StorageFault.Corrupt);

        File.Move(backup, _file.Name, overwrite: true);
        (await store.ReadAsync(Ada)).Count.ShouldBe(200);
        (await store.AppendAsync(Ada, [Entry(200)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
    }

    [Fact]
    public async Task A_closed_store_says_that_it_is_closed()
    {
        var store = await OpenAsync(_file.Folder);
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => store.AppendAsync(Ada, [Entry(1)]));
        await Should.ThrowAsync<ObjectDisposedException>(() => store.ReadAsync(Ada));
    }

    private static Task<JournalStore> OpenAsync(string folder) => JournalStore.OpenAsync(new() { DataFolder = folder, BusyTimeout = Briefly });

    private static async Task<StorageFault> FaultAsync(Func<Task> call) =>
        (await Should.ThrowAsync<StorageException>(call)).Kind;

    private static NewEntry Entry(int id) => new(
        Guid.Parse($"00000000-0000-0000-0000-{id:x12}"), DateTimeOffset.UnixEpoch, "check-in", Encoding.UTF8.GetBytes($$"""{"pain":{{id}}}"""));
}
