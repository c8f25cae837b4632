using Footing.Storage.Engines;
using Footing.Storage.Journals;
using Footing.Testing;
using Npgsql;

namespace Footing.Storage.Tests.Postgres;

public sealed class PostgresDatabaseTests : IAsyncLifetime
{
    private static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));

    private StorePlace _place = null!;

    public async Task InitializeAsync()
    {
        if (PostgresPrograms.SkipReason is null)
        {
            _place = await StorePlace.OnPostgresAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_place is not null)
        {
            await _place.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task Processes_may_migrate_at_once()
    {
        var children = Enumerable.Range(0, 4).Select(_ => Child.Start("open", _place.Folder, _place.Postgres!)).ToArray();
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

        (await AskAsync<int>("SELECT version FROM footing.installation")).ShouldBe(MigrationScripts.Of("postgres").Length);
    }

    /// <summary>Each earlier version, as its migrations made it, with an entry of then.</summary>
    [PostgresFact]
    public async Task Each_earlier_version_is_brought_up_to_date_and_keeps_its_entries()
    {
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(Ada, [Entries.Valid(1)]);
        }

        var scripts = MigrationScripts.Of("postgres");
        for (var version = 1; version < scripts.Length; version++)
        {
            // What the earlier tables held is held by the later ones: go back, and forth again.
            await RunAsync("CREATE SCHEMA kept; CREATE TABLE kept.entry AS TABLE footing.entry; CREATE TABLE kept.journal AS TABLE footing.journal; "
                + "CREATE TABLE kept.installation AS TABLE footing.installation; DROP SCHEMA footing CASCADE; CREATE SCHEMA footing; "
                + "CREATE TABLE footing.installation (only_row boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_row), version integer NOT NULL, id uuid);"
                + string.Concat(scripts.Take(version))
                + $"INSERT INTO footing.installation SELECT only_row, {version}, id FROM kept.installation; INSERT INTO footing.journal SELECT journal, key, last_sequence, person FROM kept.journal; "
                + "INSERT INTO footing.entry SELECT * FROM kept.entry; DROP SCHEMA kept CASCADE");
            await using var again = await _place.OpenAsync();
            (await again.ReadAsync(Ada)).ShouldHaveSingleItem().Id.ShouldBe(Entries.Valid(1).Id);
            (await again.IdentifyAsync(Ada, null)).Id.ShouldNotBeNull();
        }

        await using var last = await _place.OpenAsync();
        (await StoreCheck.RunAsync(last)).Entries.ShouldBe(1);
        (await AskAsync<int>("SELECT version FROM footing.installation")).ShouldBe(scripts.Length);
    }

    [PostgresFact]
    public async Task A_newer_version_is_refused_and_left_as_it_is()
    {
        await (await _place.OpenAsync()).DisposeAsync();
        await RunAsync("UPDATE footing.installation SET version = 99");

        var fault = await Should.ThrowAsync<StorageException>(() => _place.OpenAsync());

        fault.Kind.ShouldBe(StorageFault.NewerVersion);
        fault.Message.ShouldContain("99");
        (await AskAsync<int>("SELECT version FROM footing.installation")).ShouldBe(99);
    }

    [PostgresTheory]
    [InlineData("CREATE TABLE recipe (name text)")]
    [InlineData("CREATE SCHEMA kitchen; CREATE VIEW kitchen.recipe AS SELECT 1")]
    [InlineData("CREATE SCHEMA footing")]
    public async Task A_database_of_another_program_is_refused_and_left_as_it_is(string sql)
    {
        await RunAsync(sql);

        var fault = await Should.ThrowAsync<StorageException>(() => _place.OpenAsync());

        fault.Kind.ShouldBe(StorageFault.NotOurs);
        fault.Message.ShouldContain("database of its own");
        (await AskAsync<bool>("SELECT to_regclass('footing.installation') IS NULL AND to_regclass('footing.entry') IS NULL")).ShouldBeTrue();
        Directory.GetFileSystemEntries(_place.Folder).ShouldBeEmpty();
    }

    [PostgresFact]
    public async Task A_keyring_of_another_installation_is_refused()
    {
        await (await _place.OpenAsync()).DisposeAsync();
        Directory.Delete(Path.Combine(_place.Folder, "keyring"), recursive: true);

        (await Should.ThrowAsync<StorageException>(() => _place.OpenAsync())).Kind.ShouldBe(StorageFault.Keys);
        Directory.Exists(Path.Combine(_place.Folder, "keyring")).ShouldBeFalse();

        await using (var other = StorePlace.OnSqlite())
        {
            await (await other.OpenAsync()).DisposeAsync();
            Directory.Move(Path.Combine(other.Folder, "keyring"), Path.Combine(_place.Folder, "keyring"));
        }

        (await Should.ThrowAsync<StorageException>(() => _place.OpenAsync())).Kind.ShouldBe(StorageFault.Keys);
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_place.Postgres) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
