using System.Text;
using Footing.Storage.Backups;
using Footing.Storage.Journals;
using Footing.Testing;

namespace Footing.Storage.Tests.Sealing;

/// <summary>What is left of a person who was erased: nothing that anybody can read. One subclass an engine.</summary>
public abstract class ErasureTests : IAsyncLifetime
{
    private static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));
    private static readonly PersonId Ben = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000b"));

    private StorePlace _place = null!;

    public async Task InitializeAsync() => _place = await MakeAsync();

    public Task DisposeAsync() => _place.DisposeAsync().AsTask();

    [EngineFact]
    public async Task An_older_backup_yields_everything_before_an_erasure_and_nothing_of_the_person_after()
    {
        var backup = Path.Combine(_place.Folder, "older.backup");
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(Ada, [Entries.Valid(1), Entries.Valid(2)]);
            await store.AppendAsync(Ben, [Entries.Valid(1), Entries.Valid(3), Entries.Valid(4)]);
            await BackUpAsync(store, backup);

            var (before, everything) = await RestoreAsync(backup);
            everything.ShouldBe(new RestoreCount(new(2, 5), 0));
            before.ShouldBe((2, 3));

            await store.EraseAsync(Ada);
        }

        var (after, some) = await RestoreAsync(backup);
        some.ShouldBe(new RestoreCount(new(1, 3), 1));
        after.ShouldBe((0, 3));
    }

    [EngineFact]
    public async Task Nobody_finds_a_planted_word_in_any_file_not_even_before_the_erasure()
    {
        var backup = Path.Combine(_place.Folder, "older.backup");
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(Ada, [Entries.Valid(1, "plantedword"), Entries.Of(2, "plantedkind"), Entries.Of(3, "clearance", "plantedname")]);
            await store.Drafts.SaveAsync(Ada, "screening", "\"planteddraft\""u8.ToArray(), DateTimeOffset.MaxValue);
            var journal = (await store.ReadRecentAsync(Ada)).Journal!.Value;
            await store.SaveSnapshotAsync(Ada, new(journal, 3, 1, "\"plantedsnapshot\""u8.ToArray()));
            await BackUpAsync(store, backup);
            (await EverythingAsync()).ShouldNotContain("planted");

            await store.EraseAsync(Ada);
            (await EverythingAsync()).ShouldNotContain("planted");
        }

        (await EverythingAsync()).ShouldNotContain("planted");
    }

    [EngineFact]
    public async Task An_erased_person_may_begin_anew_and_the_old_backup_has_only_nobody_s_entries_of_then()
    {
        var backup = Path.Combine(_place.Folder, "older.backup");
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(Ada, [Entries.Valid(1)]);
            await BackUpAsync(store, backup);
            await store.EraseAsync(Ada);
            (await store.AppendAsync(Ada, [Entries.Valid(1, "anew")]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
            (await store.ReadAsync(Ada)).ShouldHaveSingleItem();
            await store.Drafts.SaveAsync(Ada, "screening", "1"u8.ToArray(), DateTimeOffset.MaxValue);
        }

        (await RestoreAsync(backup)).Read.ShouldBe((0, 0));
        await using var again = await _place.OpenAsync();
        Encoding.UTF8.GetString((await again.ReadAsync(Ada)).ShouldHaveSingleItem().Json.Span).ShouldContain("anew");
        (await again.Drafts.LoadAsync(Ada, "screening")).ShouldNotBeNull();
    }

    [EngineFact]
    public async Task A_second_process_that_knew_the_key_does_not_write_with_it_after_the_erasure()
    {
        await using var store = await _place.OpenAsync();
        await using var other = await _place.OpenAsync();
        await store.AppendAsync(Ada, [Entries.Valid(1)]);
        (await other.ReadAsync(Ada)).ShouldHaveSingleItem();
        await other.Drafts.SaveAsync(Ada, "screening", "1"u8.ToArray(), DateTimeOffset.MaxValue);

        await store.EraseAsync(Ada);

        (await other.ReadAsync(Ada)).ShouldBeEmpty();
        (await other.Drafts.LoadAsync(Ada, "screening")).ShouldBeNull();
        await other.AppendAsync(Ada, [Entries.Valid(2)]);
        (await store.ReadAsync(Ada)).ShouldHaveSingleItem().Id.ShouldBe(Entries.Valid(2).Id);
        (await other.ReadAsync(Ada)).ShouldHaveSingleItem();
        (await StoreCheck.RunAsync(store)).Findings.ShouldBeEmpty();
    }

    [EngineFact]
    public async Task An_erasure_that_was_killed_after_the_key_was_destroyed_is_finished_by_the_next_append()
    {
        await using var store = await _place.OpenAsync();
        await store.AppendAsync(Ada, [Entries.Valid(1)]);
        var id = (await store.IdentifyAsync(Ada, null)).Id;
        await store.Keyring.DestroyAsync(Ada);

        (await store.ReadAsync(Ada)).ShouldBeEmpty();
        (await store.IdentifyAsync(Ada, id)).ShouldBe(new JournalIdentity(null, true));
        (await store.ReadPageAsync(Ada, null, 10)).Entries.ShouldBeEmpty();
        (await store.ReadRecentAsync(Ada)).Entries.ShouldBeEmpty();
        (await StoreCheck.RunAsync(store)).Findings.ShouldHaveSingleItem().ShouldContain("was erased");
        (await store.AppendAsync(Ada, [Entries.Valid(1, "anew")]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
        (await store.ReadAsync(Ada)).ShouldHaveSingleItem();
        (await StoreCheck.RunAsync(store)).Findings.ShouldBeEmpty();
    }

    [EngineFact]
    public async Task An_erased_journal_is_known_by_its_id_and_no_other_is_taken_for_one()
    {
        var backup = Path.Combine(_place.Folder, "older.backup");
        await using var store = await _place.OpenAsync();
        (await store.IdentifyAsync(Ada, null)).ShouldBe(new JournalIdentity(null, false));
        await store.AppendAsync(Ada, [Entries.Valid(1)]);
        await store.AppendAsync(Ben, [Entries.Valid(1)]);
        var ada = (await store.IdentifyAsync(Ada, null)).Id.ShouldNotBeNull();
        (await store.IdentifyAsync(Ada, ada)).ShouldBe(new JournalIdentity(ada, false));
        (await store.IdentifyAsync(Ada, Guid.NewGuid())).ShouldBe(new JournalIdentity(ada, false), "another journal is not an erased one");
        (await store.IdentifyAsync(Ben, null)).Id.ShouldNotBe(ada);

        await store.EraseAsync(Ada);

        (await store.IdentifyAsync(Ada, ada)).ShouldBe(new JournalIdentity(null, true));
        (await store.IdentifyAsync(Ada, null)).ShouldBe(new JournalIdentity(null, false));
        await store.AppendAsync(Ada, [Entries.Valid(2)]);
        (await store.IdentifyAsync(Ada, ada)).IsErased.ShouldBeTrue();
        var next = (await store.IdentifyAsync(Ada, ada)).Id.ShouldNotBeNull();
        next.ShouldNotBe(ada);
        (await store.IdentifyAsync(Ada, next)).IsErased.ShouldBeFalse();

        await BackUpAsync(store, backup);
        await using var place = StorePlace.OnSqlite();
        Copy(Path.Combine(_place.Folder, "keyring"), Path.Combine(place.Folder, "keyring"));
        await Backup.RestoreAsync(place.Options(), backup);
        await using var restored = await place.OpenAsync();
        (await restored.IdentifyAsync(Ada, ada)).ShouldBe(new JournalIdentity(next, true), "a backup has the id and what was erased");
    }

    [EngineFact]
    public async Task A_journal_that_comes_back_from_a_backup_is_the_same_and_not_an_erased_one()
    {
        var backup = Path.Combine(_place.Folder, "older.backup");
        Guid? ada;
        await using var place = StorePlace.OnSqlite();
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(Ada, [Entries.Valid(1)]);
            ada = (await store.IdentifyAsync(Ada, null)).Id;
            await BackUpAsync(store, backup);
            // As it was before the erasure, which this undoes.
            Copy(Path.Combine(_place.Folder, "keyring"), Path.Combine(place.Folder, "keyring"));
            await store.EraseAsync(Ada);
        }

        await Backup.RestoreAsync(place.Options(), backup);
        await using (var restored = await place.OpenAsync())
        {
            (await restored.IdentifyAsync(Ada, ada)).ShouldBe(new JournalIdentity(ada, false));
        }
    }

    [EngineFact]
    public async Task A_save_that_is_away_while_its_folder_is_left_is_not_reached_and_is_caught_up_with_when_it_is_back()
    {
        var (stick, away) = (Path.Combine(_place.Folder, "stick"), Path.Combine(_place.Folder, "away"));
        var save = Path.Combine(Directory.CreateDirectory(stick).FullName, "keyring.saved");
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(Ada, [Entries.Valid(1)]);
            await store.SaveKeyringAsync(save);
            Directory.Move(stick, away);
            Directory.CreateDirectory(stick);

            await store.EraseAsync(Ada);

            store.StaleKeyringSaves.ShouldBe([save]);
            Directory.GetFileSystemEntries(stick).ShouldBeEmpty("another file in its place would hide that it was not reached");
            (await StoreCheck.RunAsync(store)).Findings.ShouldHaveSingleItem().ShouldContain(save);
        }

        await using (var still = await _place.OpenAsync())
        {
            still.StaleKeyringSaves.ShouldBe([save]);
            still.CaughtUpKeyringSaves.ShouldBeEmpty();
        }

        Directory.Delete(stick);
        Directory.Move(away, stick);
        (await KeysAsync(save))[Ada].ShouldBeTrue();
        await using (var store = await _place.OpenAsync())
        {
            store.CaughtUpKeyringSaves.ShouldBe([save]);
            store.StaleKeyringSaves.ShouldBeEmpty();
            (await StoreCheck.RunAsync(store)).Findings.ShouldBeEmpty();
        }

        (await KeysAsync(save))[Ada].ShouldBeFalse();
        await using (var after = await _place.OpenAsync())
        {
            after.CaughtUpKeyringSaves.ShouldBeEmpty("it is said once");
        }

        // Put in the keyring's place, the save still knows the file that it was, and owes it nothing.
        File.Copy(save, Path.Combine(_place.Folder, "keyring", "keyring.db"), overwrite: true);
        await using var restored = await _place.OpenAsync();
        restored.CaughtUpKeyringSaves.ShouldBeEmpty();
        restored.StaleKeyringSaves.ShouldBeEmpty();
        await restored.AppendAsync(Ben, [Entries.Valid(1)]);
        await restored.EraseAsync(Ben);
        (await KeysAsync(save)).Values.ShouldBe([false, false]);
    }

    [EngineFact]
    public async Task Another_file_at_the_path_of_a_save_is_not_taken_for_it()
    {
        var (save, older) = (Path.Combine(_place.Folder, "keyring.saved"), Path.Combine(_place.Folder, "older"));
        await using var other = StorePlace.OnSqlite();
        await (await other.OpenAsync()).DisposeAsync();
        await using var store = await _place.OpenAsync();
        await store.AppendAsync(Ada, [Entries.Valid(1)]);
        await store.SaveKeyringAsync(save);
        File.Move(save, older);
        await store.SaveKeyringAsync(save);

        foreach (var wrong in (byte[][])[SqliteFile.Bytes(Path.Combine(other.Folder, "keyring", "keyring.db")), "Dear diary"u8.ToArray()])
        {
            await File.WriteAllBytesAsync(save, wrong);
            await store.EraseAsync(Ada);
            store.StaleKeyringSaves.ShouldBe([save]);
            (await File.ReadAllBytesAsync(save)).ShouldBe(wrong, "it is left as it is");
        }

        // Put back, the earlier save is known by its id; the later one is away.
        File.Move(older, save, overwrite: true);
        await store.EraseAsync(Ada);
        (await KeysAsync(save))[Ada].ShouldBeFalse();
        store.StaleKeyringSaves.ShouldBe([save]);

        // A save again is in step; the one that is away is named.
        var elsewhere = Path.Combine(_place.Folder, "elsewhere");
        (await store.SaveKeyringAsync(elsewhere)).ShouldBe([save]);
        store.StaleKeyringSaves.ShouldBe([save]);
        (await KeysAsync(elsewhere))[Ada].ShouldBeFalse();
    }

    [EngineFact]
    public async Task Every_save_that_was_made_is_kept_in_step_by_each_erasure_not_only_the_last()
    {
        string[] saves = [Path.Combine(_place.Folder, "first"), Path.Combine(_place.Folder, "second"), Path.Combine(_place.Folder, "third")];
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(Ada, [Entries.Valid(1)]);
            await store.AppendAsync(Ben, [Entries.Valid(1)]);
            foreach (var save in saves)
            {
                (await store.SaveKeyringAsync(save)).ShouldBeEmpty();
            }

            await store.EraseAsync(Ada);

            store.StaleKeyringSaves.ShouldBeEmpty();
            foreach (var save in saves)
            {
                (await KeysAsync(save)).ShouldBe(new Dictionary<PersonId, bool> { [Ada] = false, [Ben] = true }, ignoreOrder: true, save);
            }

            await store.EraseAsync(Ben);
            foreach (var save in saves)
            {
                (await KeysAsync(save)).Values.ShouldAllBe(isThere => !isThere, save);
            }
        }

        // A save that is put to use knows the other ones as well.
        File.Copy(saves[1], Path.Combine(_place.Folder, "keyring", "keyring.db"), overwrite: true);
        await using var restored = await _place.OpenAsync();
        await restored.AppendAsync(Ada, [Entries.Valid(2)]);
        foreach (var save in saves)
        {
            File.Delete(save);
        }

        await restored.EraseAsync(Ada);
        restored.StaleKeyringSaves.ShouldBe([saves[1], saves[0], saves[2]]);
    }

    [EngineFact]
    public async Task Every_save_that_is_away_is_named_until_it_is_back_or_is_said_to_be_destroyed()
    {
        var (first, second, third) = (Stick("first"), Stick("second"), Path.Combine(_place.Folder, "third"));
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(Ada, [Entries.Valid(1)]);
            await store.AppendAsync(Ben, [Entries.Valid(1)]);
            await store.SaveKeyringAsync(first);
            await store.SaveKeyringAsync(second);
            TakeAway("first");
            TakeAway("second");

            await store.EraseAsync(Ada);

            store.StaleKeyringSaves.ShouldBe([second, first]);
            (await StoreCheck.RunAsync(store)).Findings.Count.ShouldBe(2);
            (await store.SaveKeyringAsync(third)).ShouldBe([first, second]);
            store.StaleKeyringSaves.ShouldBe([first, second], "they are away whatever else was saved");
            BringBack("first");
        }

        await using var again = await _place.OpenAsync();
        again.CaughtUpKeyringSaves.ShouldBe([first]);
        again.StaleKeyringSaves.ShouldBe([second]);
        (await KeysAsync(first))[Ada].ShouldBeFalse();
        (await Should.ThrowAsync<Storage.Files.OutputException>(() => again.ForgetKeyringSaveAsync(first))).Message.ShouldContain("is there");
        (await again.ForgetKeyringSaveAsync(second)).ShouldBeTrue();
        again.StaleKeyringSaves.ShouldBeEmpty();
        (await again.ForgetKeyringSaveAsync(second)).ShouldBeFalse();
        await again.EraseAsync(Ben);
        again.StaleKeyringSaves.ShouldBeEmpty();
        (await KeysAsync(first)).Values.ShouldAllBe(isThere => !isThere, "it is kept in step after it was away, too");

        string Stick(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(_place.Folder, name + "-stick")).FullName, "keyring.saved");

        // The folder that it was mounted at is left.
        void TakeAway(string name)
        {
            Directory.Move(Path.Combine(_place.Folder, name + "-stick"), Path.Combine(_place.Folder, name + "-away"));
            Directory.CreateDirectory(Path.Combine(_place.Folder, name + "-stick"));
        }

        void BringBack(string name)
        {
            Directory.Delete(Path.Combine(_place.Folder, name + "-stick"));
            Directory.Move(Path.Combine(_place.Folder, name + "-away"), Path.Combine(_place.Folder, name + "-stick"));
        }
    }

    [EngineFact]
    public async Task A_save_of_the_version_before_is_known_by_its_installation_and_caught_up_with()
    {
        var save = Path.Combine(_place.Folder, "keyring.saved");
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(Ada, [Entries.Valid(1)]);
            await store.SaveKeyringAsync(save);
            await store.Keyring.DestroyAsync(Ada);
        }

        foreach (var file in (string[])[save, Path.Combine(_place.Folder, "keyring", "keyring.db")])
        {
            await RunAsync(file, $"""
                CREATE TABLE saved (only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1), path TEXT NOT NULL) STRICT;
                INSERT INTO saved VALUES (1, '{save}'); DROP TABLE save; DROP TABLE this_save; PRAGMA user_version = 1;
                """);
        }

        await using var again = await _place.OpenAsync();
        again.CaughtUpKeyringSaves.ShouldBe([save]);
        (await KeysAsync(save))[Ada].ShouldBeFalse();
    }

    [EngineFact]
    public async Task The_save_of_the_keyring_is_kept_in_step_and_one_that_cannot_be_reached_is_named()
    {
        var save = Path.Combine(Directory.CreateDirectory(Path.Combine(_place.Folder, "stick")).FullName, "keyring.saved");
        await using var store = await _place.OpenAsync();
        await store.AppendAsync(Ada, [Entries.Valid(1)]);
        await store.AppendAsync(Ben, [Entries.Valid(1)]);
        await store.SaveKeyringAsync(save);
        var held = await KeysAsync(save);
        held.Values.ShouldBe([true, true]);

        await store.EraseAsync(Ada);

        store.StaleKeyringSaves.ShouldBeEmpty();
        (await KeysAsync(save)).ShouldBe(new Dictionary<PersonId, bool> { [Ada] = false, [Ben] = true }, ignoreOrder: true);

        Directory.Delete(Path.GetDirectoryName(save)!, recursive: true);
        await store.EraseAsync(Ben);
        store.StaleKeyringSaves.ShouldBe([save]);
    }

    private protected abstract Task<StorePlace> MakeAsync();

    /// <summary>Every byte of the data folder and, where there is one, of the database server.</summary>
    private async Task<string> EverythingAsync()
    {
        var text = _place.Everything();
        if (_place.Postgres is not null)
        {
            var cluster = await PostgresCluster.SharedAsync();
            foreach (var file in Directory.EnumerateFiles(cluster.Folder, "*", new EnumerationOptions { RecurseSubdirectories = true }))
            {
                try
                {
                    text += Planted(await File.ReadAllBytesAsync(file));
                }
                catch (IOException)
                {
                    // The server removed it meanwhile.
                }
            }
        }

        return text;

        static string Planted(ReadOnlySpan<byte> bytes) => bytes.IndexOf("planted"u8) < 0 ? "" : "planted";
    }

    /// <summary>Restores on SQLite, with all that the installation still holds, and reads Ada's and Ben's journals.</summary>
    private async Task<((int Ada, int Ben) Read, RestoreCount Count)> RestoreAsync(string backup)
    {
        await using var place = StorePlace.OnSqlite();
        Copy(Path.Combine(_place.Folder, "keyring"), Path.Combine(place.Folder, "keyring"));
        var count = await Backup.RestoreAsync(place.Options(), backup);
        await using var store = await place.OpenAsync();
        (await StoreCheck.RunAsync(store)).Findings.ShouldBeEmpty();
        return (((await store.ReadAsync(Ada)).Count, (await store.ReadAsync(Ben)).Count), count);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.WriteAllBytes(Path.Combine(to, Path.GetFileName(file)), SqliteFile.Bytes(file));
        }
    }

    private static async Task BackUpAsync(JournalStore store, string file)
    {
        await using var output = File.Create(file);
        await Backup.WriteAsync(store, output);
    }

    private static async Task RunAsync(string file, string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var run = connection.CreateCommand();
        run.CommandText = sql;
        await run.ExecuteNonQueryAsync();
    }

    private static async Task<Dictionary<PersonId, bool>> KeysAsync(string file)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        await using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT person, wrapped IS NOT NULL FROM person_key";
        await using var reader = await ask.ExecuteReaderAsync();
        var keys = new Dictionary<PersonId, bool>();
        while (await reader.ReadAsync())
        {
            keys.Add(new PersonId(new Guid((byte[])reader.GetValue(0), bigEndian: true)), reader.GetBoolean(1));
        }

        return keys;
    }
}

public sealed class SqliteErasureTests : ErasureTests
{
    private protected override Task<StorePlace> MakeAsync() => Task.FromResult(StorePlace.OnSqlite());
}

[NeedsPostgres]
public sealed class PostgresErasureTests : ErasureTests
{
    private protected override Task<StorePlace> MakeAsync() => StorePlace.OnPostgresAsync();
}
