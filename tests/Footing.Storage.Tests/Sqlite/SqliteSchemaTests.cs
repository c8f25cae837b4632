using System.Text;
using Dapper;
using Footing.Storage.Journals;

namespace Footing.Storage.Tests.Sqlite;

public sealed class SqliteSchemaTests : IDisposable
{
    /// <summary>The last version that held entries in the clear.</summary>
    private const int LastInTheClear = 2;

    private static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));

    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_new_database_bears_our_mark_and_the_last_migration_s_number()
    {
        await OpenAndCloseAsync();

        _file.Ask<long>("PRAGMA application_id").ShouldBe(0x466F6F74);
        _file.Ask<long>("PRAGMA user_version").ShouldBe(Scripts().Count);
        Directory.GetFiles(_file.Folder).ShouldBe([_file.Name]);
    }

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        await OpenAndCloseAsync();
        var before = _file.Snapshot();

        await OpenAndCloseAsync();

        _file.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task Each_earlier_version_is_brought_up_to_date_keeps_its_entries_and_seals_them()
    {
        for (var version = 1; version <= LastInTheClear; version++)
        {
            using var old = new SqliteFile();
            old.Run(string.Concat(Scripts().Take(version)) + $$"""
                ;PRAGMA application_id = {{0x466F6F74}}; PRAGMA user_version = {{version}};
                INSERT INTO journal (person, journal, last_sequence) VALUES (x'{{Ada.Value:N}}', 5, 2);
                INSERT INTO entry (person, sequence, id, at, kind, json) VALUES
                  (x'{{Ada.Value:N}}', 1, x'{{Ada.Value:N}}', {{DateTimeOffset.UnixEpoch.UtcTicks}}, 'event', CAST('{"plantedword":1}' AS BLOB)),
                  (x'{{Ada.Value:N}}', 2, x'{{Guid.Empty:N}}', {{DateTimeOffset.UnixEpoch.UtcTicks + 1}}, 'plantedkind', CAST('{"kind":"plantedkind"}' AS BLOB));
                """);
            if (version >= 2)
            {
                old.Run($$"""INSERT INTO draft (person, kind, expires_at, json) VALUES (x'{{Ada.Value:N}}', 'screening', {{DateTimeOffset.MaxValue.UtcTicks}}, CAST('"plantedword"' AS BLOB))""");
            }

            Everything(old).ShouldContain("planted");

            await using (var store = await OpenAsync(old))
            {
                var entries = await store.ReadAsync(Ada);
                entries.Select(entry => (entry.Id, entry.At.UtcTicks, entry.Kind, Encoding.UTF8.GetString(entry.Json.Span))).ShouldBe(
                [
                    (Ada.Value, DateTimeOffset.UnixEpoch.UtcTicks, "event", """{"plantedword":1}"""),
                    (Guid.Empty, DateTimeOffset.UnixEpoch.UtcTicks + 1, "plantedkind", """{"kind":"plantedkind"}"""),
                ]);
                (await store.Drafts.LoadAsync(Ada, "screening")).HasValue.ShouldBe(version >= 2);
                (await store.ReadPageAsync(Ada, new(5, 1), 10)).Entries.ShouldHaveSingleItem("a cursor from before still holds").Sequence.ShouldBe(2);
                old.Ask<long>("PRAGMA user_version").ShouldBe(Scripts().Count);
                old.Ask<long>("SELECT count(*) FROM sqlite_schema WHERE name LIKE '%plain%'").ShouldBe(0);
                Everything(old).ShouldNotContain("planted");
            }

            (await (await OpenAsync(old)).ReadAsync(Ada)).Count.ShouldBe(2);
        }

        static string Everything(SqliteFile file) => string.Concat(Directory.GetFiles(file.Folder).Select(path => Encoding.Latin1.GetString(SqliteFile.Bytes(path))));
    }

    [Fact]
    public async Task A_sealed_journal_of_an_earlier_version_keeps_its_entries_and_gets_an_id_of_its_own()
    {
        await using (var store = await OpenAsync(_file))
        {
            await store.AppendAsync(Ada, [Entries.Valid(1)]);
        }

        _file.Run("""
            CREATE TABLE old (person BLOB NOT NULL PRIMARY KEY CHECK (length(person) = 16), journal INTEGER NOT NULL, key INTEGER NOT NULL,
              last_sequence INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            INSERT INTO old SELECT person, journal, key, last_sequence FROM journal;
            DROP TABLE journal; ALTER TABLE old RENAME TO journal; DROP TABLE erased_journal; PRAGMA user_version = 3;
            """);

        Guid? id;
        await using (var store = await OpenAsync(_file))
        {
            (await store.ReadAsync(Ada)).ShouldHaveSingleItem().Id.ShouldBe(Entries.Valid(1).Id);
            id = (await store.IdentifyAsync(Ada, null)).Id.ShouldNotBeNull();
            (await StoreCheck.RunAsync(store)).Findings.ShouldBeEmpty();
        }

        await using var again = await OpenAsync(_file);
        (await again.IdentifyAsync(Ada, null)).Id.ShouldBe(id, "drawn once");
    }

    [Fact]
    public async Task An_old_database_is_sealed_by_one_of_two_processes_that_open_it_at_once()
    {
        _file.Run(string.Concat(Scripts().Take(2)) + $$"""
            ;PRAGMA application_id = {{0x466F6F74}}; PRAGMA user_version = 2;
            INSERT INTO journal (person, journal, last_sequence) VALUES (x'{{Ada.Value:N}}', 5, 1);
            INSERT INTO entry (person, sequence, id, at, kind, json) VALUES (x'{{Ada.Value:N}}', 1, x'{{Ada.Value:N}}', 0, 'event', CAST('{"what":"fall"}' AS BLOB));
            """);

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => OpenAsync(_file))));

        foreach (var store in stores)
        {
            (await store.ReadAsync(Ada)).ShouldHaveSingleItem().Id.ShouldBe(Ada.Value);
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Two_processes_may_migrate_at_once()
    {
        var children = Enumerable.Range(0, 4).Select(_ => Child.Start("open", _file.Folder)).ToArray();
        foreach (var child in children)
        {
            await child.StandardInput.WriteLineAsync();
        }

        foreach (var child in children)
        {
            var said = await child.StandardOutput.ReadToEndAsync();
            var complained = await child.StandardError.ReadToEndAsync();
            await child.WaitForExitAsync();
            complained.ShouldBeEmpty();
            said.Trim().ShouldBe("open");
            child.Dispose();
        }

        _file.Ask<long>("PRAGMA user_version").ShouldBe(Scripts().Count);
        _file.Ask<string>("PRAGMA integrity_check").ShouldBe("ok");
    }

    [Fact]
    public async Task Many_stores_of_one_process_may_migrate_at_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => OpenAsync(_file))));

        foreach (var store in stores)
        {
            (await store.ReadAsync(Ada)).ShouldBeEmpty();
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_from_a_newer_version_is_refused_and_left_as_it_is()
    {
        await OpenAndCloseAsync();
        _file.Run("PRAGMA user_version = 99");
        var before = _file.Snapshot();

        var fault = await Should.ThrowAsync<StorageException>(OpenAndCloseAsync);

        fault.Kind.ShouldBe(StorageFault.NewerVersion);
        fault.Message.ShouldContain("99");
        fault.Message.ShouldContain("newer Footing");
        _file.Snapshot().ShouldBe(before);
    }

    [Theory]
    [InlineData("PRAGMA journal_mode = DELETE; CREATE TABLE recipe (name)")]
    [InlineData("PRAGMA journal_mode = WAL; CREATE TABLE recipe (name)")]
    [InlineData("PRAGMA application_id = 7")]
    [InlineData("PRAGMA user_version = 1")]
    public async Task A_database_of_another_program_is_refused_and_left_as_it_is(string sql)
    {
        _file.Run(sql);
        var before = _file.Snapshot();

        (await Should.ThrowAsync<StorageException>(OpenAndCloseAsync)).Kind.ShouldBe(StorageFault.NotOurs);

        _file.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task Another_program_s_unfolded_log_is_left_as_it_is()
    {
        using var theirs = new SqliteFile();
        await using (var connection = theirs.Open())
        {
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL; CREATE TABLE recipe (name)");
            foreach (var file in Directory.GetFiles(theirs.Folder))
            {
                // As a crash leaves them: the index is made again by the next process.
                if (!file.EndsWith("-shm", StringComparison.Ordinal))
                {
                    await File.WriteAllBytesAsync(Path.Combine(_file.Folder, Path.GetFileName(file)), SqliteFile.Bytes(file));
                }
            }
        }

        var before = _file.Snapshot();
        before.Keys.ShouldContain("footing.db-wal");

        (await Should.ThrowAsync<StorageException>(OpenAndCloseAsync)).Kind.ShouldBe(StorageFault.NotOurs);

        var after = _file.Snapshot();
        after.Remove("footing.db-shm");
        after.ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        await File.WriteAllTextAsync(_file.Name, string.Concat(Enumerable.Repeat("Dear diary, today I raised my heels. ", 100)));
        var before = _file.Snapshot();

        (await Should.ThrowAsync<StorageException>(OpenAndCloseAsync)).Kind.ShouldBe(StorageFault.NotOurs);

        _file.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task An_empty_file_becomes_a_new_database()
    {
        await File.WriteAllBytesAsync(_file.Name, []);

        await OpenAndCloseAsync();

        _file.Ask<long>("PRAGMA user_version").ShouldBe(Scripts().Count);
    }

    private async Task OpenAndCloseAsync() =>
        await (await OpenAsync(_file)).DisposeAsync();

    private static Task<JournalStore> OpenAsync(SqliteFile file) => JournalStore.OpenAsync(new() { DataFolder = file.Folder });

    private static List<string> Scripts()
    {
        var assembly = typeof(JournalStore).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("migrations/sqlite/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            })];
    }
}
