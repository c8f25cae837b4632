using Footing.Storage.Sealing;
using Footing.Storage.Tests.Sqlite;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Tests.Sealing;

/// <summary>Keys that are missing, another's or of before: one sentence with the remedy, and nothing changed.</summary>
public sealed class KeyringTests : IAsyncLifetime
{
    private static readonly Guid Ada = Guid.Parse("0192f3a1-0000-7000-8000-00000000000a");
    private static readonly Guid Ben = Guid.Parse("0192f3a1-0000-7000-8000-00000000000b");

    private readonly StorePlace _place = StorePlace.OnSqlite();

    private string File => Path.Combine(_place.Folder, "keyring", "keyring.db");

    private string Key => Path.Combine(_place.Folder, "keyring", "installation.key");

    public async Task InitializeAsync()
    {
        await using var store = await _place.OpenAsync();
        await store.AppendAsync(Ada, [Entry(1)]);
    }

    public Task DisposeAsync() => _place.DisposeAsync().AsTask();

    [Fact]
    public async Task A_missing_keyring_is_no_reason_to_make_another() =>
        await RefusedAsync(() => System.IO.File.Delete(File), "keyring", "put it back");

    [Fact]
    public async Task A_missing_installation_key_is_no_reason_to_make_another() =>
        await RefusedAsync(() => System.IO.File.Delete(Key), "installation key", "put it back");

    [Fact]
    public async Task A_keyring_of_another_installation_is_refused()
    {
        await using var other = StorePlace.OnSqlite();
        await (await other.OpenAsync()).DisposeAsync();
        await RefusedAsync(
            () =>
            {
                foreach (var name in (string[])["keyring.db", "installation.key"])
                {
                    System.IO.File.Copy(Path.Combine(other.Folder, "keyring", name), Path.Combine(_place.Folder, "keyring", name), overwrite: true);
                }
            },
            "another installation");
    }

    [Fact]
    public async Task Another_installation_key_is_refused() => await RefusedAsync(
        () => System.IO.File.WriteAllText(Key, Convert.ToBase64String(new byte[32])), "not the key of the keyring");

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("c2hvcnQ=")]
    public async Task A_file_that_is_no_key_is_refused(string text) =>
        await RefusedAsync(() => System.IO.File.WriteAllText(Key, text), "no installation key");

    [Fact]
    public async Task An_empty_keyring_is_refused() => await RefusedAsync(() => System.IO.File.WriteAllBytes(File, []), "missing", "put it back");

    [Fact]
    public async Task A_database_in_the_keyring_s_place_is_refused()
    {
        System.IO.File.Copy(Path.Combine(_place.Folder, "footing.db"), File, overwrite: true);

        (await Should.ThrowAsync<StorageException>(() => _place.OpenAsync())).Kind.ShouldBe(StorageFault.NotOurs);
    }

    [Fact]
    public async Task A_keyring_from_before_a_person_came_says_so_and_loses_none_of_their_rows()
    {
        var before = await System.IO.File.ReadAllBytesAsync(File);
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(Ben, [Entry(1)]);
        }

        var after = await System.IO.File.ReadAllBytesAsync(File);
        await System.IO.File.WriteAllBytesAsync(File, before);
        await using (var store = await _place.OpenAsync())
        {
            (await Should.ThrowAsync<StorageException>(() => store.ReadAsync(Ben))).Kind.ShouldBe(StorageFault.Keys);
            (await Should.ThrowAsync<StorageException>(() => store.AppendAsync(Ben, [Entry(2)]))).Kind.ShouldBe(StorageFault.Keys);
            (await StoreCheck.RunAsync(store)).Findings.ShouldHaveSingleItem().ShouldContain("lacks their key");
            (await store.AppendAsync(Ada, [Entry(2)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted, "everybody else goes on");
        }

        await System.IO.File.WriteAllBytesAsync(File, after);
        await using var again = await _place.OpenAsync();
        (await again.ReadAsync(Ben)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_keyring_that_goes_away_under_a_running_store_is_told_and_used_again_when_it_is_back()
    {
        await using var store = await _place.OpenAsync();
        await store.CheckAsync();
        var (folder, aside) = (Path.GetDirectoryName(File)!, Path.Combine(_place.Folder, "aside"));
        Directory.Move(folder, aside);

        (await Should.ThrowAsync<StorageException>(() => store.CheckAsync())).Kind.ShouldBe(StorageFault.Gone);
        (await Should.ThrowAsync<StorageException>(() => store.AppendAsync(Ben, [Entry(1)]))).Kind.ShouldBe(StorageFault.Gone);
        Directory.Exists(folder).ShouldBeFalse("no other is begun");

        Directory.Move(aside, folder);
        await store.CheckAsync();
        (await store.AppendAsync(Ben, [Entry(1)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
        (await store.ReadAsync(Ada)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_damaged_key_is_told()
    {
        await using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var damage = connection.CreateCommand();
            damage.CommandText = "UPDATE person_key SET wrapped = zeroblob(61)";
            await damage.ExecuteNonQueryAsync();
        }

        await using var store = await _place.OpenAsync();
        (await Should.ThrowAsync<StorageException>(() => store.ReadAsync(Ada))).Kind.ShouldBe(StorageFault.Corrupt);
    }

    [Fact]
    public async Task Keyring_and_key_may_lie_outside_the_data_folder()
    {
        await using var elsewhere = StorePlace.OnSqlite();
        await using var data = StorePlace.OnSqlite();
        var options = data.Options() with { KeyringFolder = Path.Combine(elsewhere.Folder, "ring"), InstallationKeyFile = Path.Combine(elsewhere.Folder, "secret", "key") };
        await using (var store = await JournalStore.OpenAsync(options))
        {
            await store.AppendAsync(Ada, [Entry(1)]);
        }

        Directory.GetFileSystemEntries(data.Folder).Select(Path.GetFileName).ShouldBe(["footing.db"]);
        (await Should.ThrowAsync<StorageException>(() => data.OpenAsync())).Kind.ShouldBe(StorageFault.Keys);
        await using var again = await JournalStore.OpenAsync(options);
        (await again.ReadAsync(Ada)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_that_make_the_first_key_of_a_person_make_one()
    {
        await using var fresh = StorePlace.OnSqlite();
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => fresh.OpenAsync())));

        await Task.WhenAll(stores.Select((store, place) => store.AppendAsync(Ada, [Entry(place)])));

        foreach (var store in stores)
        {
            (await store.ReadAsync(Ada)).Count.ShouldBe(4);
            await store.DisposeAsync();
        }

        Directory.GetFiles(Path.Combine(fresh.Folder, "keyring"), ".*").ShouldBeEmpty("nothing half made is left");
    }

    [Fact]
    public void Only_their_owner_may_read_the_files()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var file in (string[])[File, Key, Path.Combine(_place.Folder, "footing.db")])
        {
            System.IO.File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    /// <summary>Refused with a sentence that says what to do, and every file as it was.</summary>
    private async Task RefusedAsync(Action change, params string[] says)
    {
        change();
        var before = Snapshot();

        var fault = await Should.ThrowAsync<StorageException>(() => _place.OpenAsync());

        fault.Kind.ShouldBe(StorageFault.Keys);
        says.ShouldAllBe(words => fault.Message.Contains(words));
        Snapshot().ShouldBe(before);
    }

    private Dictionary<string, string> Snapshot() => Directory.GetFiles(_place.Folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith("-wal", StringComparison.Ordinal))
        .ToDictionary(file => file, file => Convert.ToHexString(SqliteFile.Bytes(file)));

    private static NewEntry Entry(int id) => Entries.Valid(id);
}
