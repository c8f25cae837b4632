using Footing.Storage.Journals;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Tests.Sealing;

/// <summary>Keys that are missing, another's or of before: one sentence with the remedy, and nothing changed.</summary>
public sealed class KeyringTests : IAsyncLifetime
{
    private static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));
    private static readonly PersonId Ben = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000b"));

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

    [Fact]
    public async Task What_everybody_might_read_is_the_owner_s_alone_once_it_was_opened()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        const UnixFileMode everybody = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode entering = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        string[] files = [File, Key, Path.Combine(_place.Folder, "footing.db")];
        string[] folders = [_place.Folder, Path.GetDirectoryName(File)!];
        var video = Path.Combine(Directory.CreateDirectory(Path.Combine(_place.Folder, "videos")).FullName, "calf-raise.mp4");
        await System.IO.File.WriteAllTextAsync(video, "");
        foreach (var file in files.Append(video))
        {
            System.IO.File.SetUnixFileMode(file, owner | everybody);
        }

        foreach (var folder in folders)
        {
            System.IO.File.SetUnixFileMode(folder, owner | everybody | entering);
        }

        await using var store = await _place.OpenAsync();
        await store.AppendAsync(Ada, [Entry(2)]);

        foreach (var file in files.Concat(Directory.GetFiles(_place.Folder, "*.db-*", SearchOption.AllDirectories)))
        {
            System.IO.File.GetUnixFileMode(file).ShouldBe(owner, file);
        }

        foreach (var folder in folders)
        {
            System.IO.File.GetUnixFileMode(folder).ShouldBe(owner | UnixFileMode.UserExecute, folder);
        }

        System.IO.File.GetUnixFileMode(video).ShouldBe(owner | everybody);
    }

    [Fact]
    public async Task A_folder_that_is_shared_with_something_else_keeps_its_rights()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode everybody = (UnixFileMode)0b111_101_101;
        Directory.CreateDirectory(Path.Combine(_place.Folder, "music"));
        System.IO.File.SetUnixFileMode(_place.Folder, everybody);

        await (await _place.OpenAsync()).DisposeAsync();

        System.IO.File.GetUnixFileMode(_place.Folder).ShouldBe(everybody);
    }

    [Theory]
    [InlineData("DROP TABLE person_key")]
    [InlineData("DROP TABLE installation")]
    [InlineData("PRAGMA user_version = 0")]
    [InlineData("PRAGMA user_version = -1")]
    [InlineData("DROP TABLE installation; CREATE TABLE installation (only INTEGER, id TEXT, mark TEXT); INSERT INTO installation VALUES (1, 'x', 'y')")]
    [InlineData("DROP TABLE installation; CREATE TABLE installation (only INTEGER, id BLOB, mark BLOB); INSERT INTO installation VALUES (1, x'0102', x'01')")]
    [InlineData("DROP TABLE person_key; CREATE TABLE person_key (person BLOB, key TEXT, wrapped TEXT); INSERT INTO person_key VALUES (x'01', 'x', 'y')")]
    public async Task A_keyring_whose_tables_are_others_is_damaged(string damage)
    {
        await using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = damage;
            await command.ExecuteNonQueryAsync();
        }

        var fault = await Should.ThrowAsync<StorageException>(async () =>
        {
            await using var store = await _place.OpenAsync();
            await StoreCheck.RunAsync(store);
        });
        fault.Kind.ShouldBe(StorageFault.Corrupt);
        fault.Message.ShouldContain("is damaged");
    }

    [Fact]
    public async Task Whatever_is_changed_in_a_keyring_is_told_in_words()
    {
        const int mutations = 300;
        var whole = await System.IO.File.ReadAllBytesAsync(File);
        var chance = new Random(20260402);
        for (var number = 0; number < mutations; number++)
        {
            var changed = whole[..(chance.Next(4) == 0 ? chance.Next(whole.Length) : whole.Length)];
            for (var count = chance.Next(1, 40); count > 0 && changed.Length > 0; count--)
            {
                // Often in the first page, which says what tables there are.
                changed[chance.Next(chance.Next(2) == 0 ? Math.Min(4096, changed.Length) : changed.Length)] = (byte)chance.Next(256);
            }

            foreach (var beside in Directory.GetFiles(Path.GetDirectoryName(File)!, "keyring.db-*"))
            {
                System.IO.File.Delete(beside);
            }

            await System.IO.File.WriteAllBytesAsync(File, changed);
            try
            {
                await using var store = await _place.OpenAsync();
                await StoreCheck.RunAsync(store);
                await store.ReadAsync(Ada);
            }
            catch (StorageException fault)
            {
                fault.Message.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public async Task A_damaged_draft_is_none_and_a_damaged_snapshot_is_read_past()
    {
        await using var store = await _place.OpenAsync();
        var journal = (await store.ReadRecentAsync(Ada)).Journal!.Value;
        foreach (var damage in (string[])["zeroblob(0)", "zeroblob(1)", "x'01'", "zeroblob(28)", "zeroblob(29)", "randomblob(500)", "body || x'00'"])
        {
            await store.Drafts.SaveAsync(Ada, "screening", "{\"page\":1}"u8.ToArray(), DateTimeOffset.MaxValue);
            await store.SaveSnapshotAsync(Ada, new(journal, 1, 1, "{}"u8.ToArray()));
            (await store.ReadRecentAsync(Ada)).Snapshot.ShouldNotBeNull();
            await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_place.Folder, "footing.db")};Pooling=False"))
            {
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = $"UPDATE draft SET body = CAST({damage} AS BLOB); UPDATE snapshot SET body = CAST({damage} AS BLOB)";
                await command.ExecuteNonQueryAsync();
            }

            (await store.Drafts.LoadAsync(Ada, "screening")).ShouldBeNull(damage);
            var recent = await store.ReadRecentAsync(Ada);
            recent.Snapshot.ShouldBeNull(damage);
            recent.Entries.ShouldHaveSingleItem();
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public async Task An_entry_with_a_time_that_there_is_not_is_damaged(long at)
    {
        await using var store = await _place.OpenAsync();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_place.Folder, "footing.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"UPDATE entry SET at = {at}";
            await command.ExecuteNonQueryAsync();
        }

        (await Should.ThrowAsync<StorageException>(() => store.ReadAsync(Ada))).Kind.ShouldBe(StorageFault.Corrupt);
        (await StoreCheck.RunAsync(store)).Findings.ShouldHaveSingleItem().ShouldContain("cannot be read");
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
