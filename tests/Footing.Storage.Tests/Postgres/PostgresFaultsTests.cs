using System.Diagnostics;
using Footing.Storage.Journals;
using Footing.Testing;
using Npgsql;

namespace Footing.Storage.Tests.Postgres;

/// <summary>What happens to the server under a running store, really brought about, and what the connection string gets wrong.</summary>
public sealed class PostgresFaultsTests
{
    private static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));

    [PostgresFact]
    [Trait("Category", "Slow")]
    public async Task A_server_that_stops_and_comes_back_is_used_again_without_a_restart()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var folder = StorePlace.OnSqlite();
        await using var store = await JournalStore.OpenAsync(folder.Options() with { Postgres = await cluster.CreateDatabaseAsync() });
        await store.AppendAsync(Ada, [Entries.Valid(1)]);
        // Several connections in the pool, all of which break.
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => store.ReadAsync(Ada)));

        var id = 2;
        foreach (var immediate in (bool[])[false, true])
        {
            await cluster.StopAsync(immediate);
            (await FaultAsync(() => store.AppendAsync(Ada, [Entries.Valid(id)]))).Kind.ShouldBe(StorageFault.Gone);
            (await FaultAsync(() => store.ReadAsync(Ada))).Message.ShouldContain("does not answer");
            (await FaultAsync(() => store.CheckAsync())).Kind.ShouldBe(StorageFault.Gone);

            await cluster.StartAgainAsync();
            await store.CheckAsync();
            (await store.AppendAsync(Ada, [Entries.Valid(id)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
            (await store.ReadAsync(Ada)).Count.ShouldBe(id);
            id++;
        }

        // Between two calls nobody notices: broken connections are left behind by themselves.
        await cluster.StopAsync(immediate: true);
        await cluster.StartAgainAsync();
        (await store.AppendAsync(Ada, [Entries.Valid(id)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
        (await StoreCheck.RunAsync(store)).Findings.ShouldBeEmpty();
    }

    [PostgresFact]
    [Trait("Category", "Slow")]
    public async Task A_server_that_crashes_again_and_again_loses_nothing_that_was_acknowledged()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var folder = StorePlace.OnSqlite();
        await using var store = await JournalStore.OpenAsync(folder.Options() with { Postgres = await cluster.CreateDatabaseAsync() });
        var acknowledged = new List<Guid>();
        var next = 1;
        for (var crash = 0; crash < 4; crash++)
        {
            var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                while (true)
                {
                    var entry = Entries.Valid(Interlocked.Increment(ref next));
                    try
                    {
                        await store.AppendAsync(Ada, [entry]);
                    }
                    catch (StorageException)
                    {
                        return;
                    }

                    lock (acknowledged)
                    {
                        acknowledged.Add(entry.Id);
                    }
                }
            })).ToArray();
            // In the middle of appends, however slow the machine is.
            var enough = acknowledged.Count + 6;
            while (acknowledged.Count < enough && !writers.All(writer => writer.IsCompleted))
            {
                await Task.Delay(5);
            }

            await cluster.StopAsync(immediate: true);
            await Task.WhenAll(writers);
            await cluster.StartAgainAsync();
        }

        var kept = (await store.ReadAsync(Ada)).Select(entry => entry.Id).ToList();
        acknowledged.Count.ShouldBeGreaterThan(20);
        acknowledged.Except(kept).ShouldBeEmpty();
        kept.ShouldBeUnique();
        (await StoreCheck.RunAsync(store)).Findings.ShouldBeEmpty();
    }

    [SmallDiskFact]
    [Trait("Category", "Slow")]
    public async Task A_full_disk_refuses_loses_nothing_and_goes_on_when_there_is_room()
    {
        if (PostgresPrograms.Folder is null)
        {
            return;
        }

        using var disk = new SmallDisk(mebibytes: 24);
        await using var cluster = await PostgresCluster.StartAsync();
        using (var chown = Process.Start("chown", ["postgres", disk.Folder]))
        {
            await chown.WaitForExitAsync();
        }

        var small = await SmallDatabaseAsync(cluster, disk.Folder);
        await using var folder = StorePlace.OnSqlite();
        await using (var store = await JournalStore.OpenAsync(folder.Options() with { Postgres = small }))
        {
            await store.AppendAsync(Ada, [Entries.Valid(1)]);
            disk.Fill();
            var accepted = 1;
            var fault = await FaultAsync(async () =>
            {
                while (accepted < 5000)
                {
                    await store.AppendAsync(Ada, [.. Enumerable.Range(accepted + 1, 50).Select(id => Entries.Valid(id, new string('x', id)))]);
                    accepted += 50;
                }
            });

            fault.Kind.ShouldBe(StorageFault.Full);
            (await store.ReadAsync(Ada)).Count.ShouldBe(accepted);
            disk.MakeRoom();
            (await store.AppendAsync(Ada, [Entries.Valid(accepted + 1)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
            (await StoreCheck.RunAsync(store)).Findings.ShouldBeEmpty();
        }

        await cluster.DropDatabaseAsync(small);
    }

    [PostgresFact]
    public async Task A_standby_or_a_database_that_is_set_to_read_only_says_so_and_serves_when_it_can()
    {
        await using var place = await StorePlace.OnPostgresAsync();
        await (await place.OpenAsync()).DisposeAsync();
        var name = new NpgsqlConnectionStringBuilder(place.Postgres).Database;
        await RunAsync(place.Postgres!, $"ALTER DATABASE {name} SET default_transaction_read_only = on");
        var readOnly = place.Options() with { Postgres = place.Postgres + ";Application Name=other" };

        await using (var store = await JournalStore.OpenAsync(readOnly))
        {
            (await FaultAsync(() => store.CheckAsync())).Kind.ShouldBe(StorageFault.ReadOnly);
            (await FaultAsync(() => store.AppendAsync(Ada, [Entries.Valid(1)]))).Kind.ShouldBe(StorageFault.ReadOnly);
        }

        await RunAsync(place.Postgres + ";Options=-c default_transaction_read_only=off", $"ALTER DATABASE {name} RESET default_transaction_read_only");
        await using var again = await JournalStore.OpenAsync(place.Options() with { Postgres = place.Postgres + ";Application Name=again" });
        await again.CheckAsync();
    }

    [PostgresFact]
    public async Task A_role_or_database_that_does_not_wait_for_the_disk_is_made_to()
    {
        await using var place = await StorePlace.OnPostgresAsync();
        var name = new NpgsqlConnectionStringBuilder(place.Postgres).Database;
        await RunAsync(place.Postgres!, $"ALTER DATABASE {name} SET synchronous_commit = off");

        await using var store = await place.OpenAsync();

        (await ((Storage.Postgres.PostgresEngine)store.Engine).Database.DoAsync(
            async connection =>
            {
                await using var ask = new NpgsqlCommand("SELECT current_setting('synchronous_commit')", connection);
                return (string?)await ask.ExecuteScalarAsync();
            },
            default)).ShouldBe("on");
    }

    [Theory]
    [InlineData("this is no connection string", "cannot be read")]
    [InlineData("Host=127.0.0.1;Hort=1;Password=plantedsecret", "cannot be read")]
    [InlineData("Host=127.0.0.1;Port=many;Database=footing;Password=plantedsecret", "cannot be read")]
    [InlineData("Database=footing;Password=plantedsecret", "no host")]
    [InlineData("Host=127.0.0.1;Password=plantedsecret", "no database")]
    [InlineData("", "no host")]
    public async Task A_connection_string_with_a_mistake_is_refused_without_its_password(string connection, string says)
    {
        await using var place = StorePlace.OnSqlite();
        var fault = await FaultAsync(() => JournalStore.OpenAsync(place.Options() with { Postgres = connection }));

        fault.Kind.ShouldBe(StorageFault.Refused);
        fault.Message.ShouldContain(says);
        fault.ToString().ShouldNotContain("plantedsecret");
        Directory.GetFileSystemEntries(place.Folder).ShouldBeEmpty();
    }

    [PostgresFact]
    public async Task A_database_a_server_or_a_host_that_is_not_there_is_named_with_the_remedy()
    {
        var cluster = await PostgresCluster.SharedAsync();
        await RefusedAsync(cluster.ConnectionString("nowhere"), StorageFault.Refused, "no database \"nowhere\"");
        await RefusedAsync($"Host=127.0.0.1;Port=1;Database=footing;Password=plantedsecret", StorageFault.Gone, "footing on 127.0.0.1:1 does not answer");
        await RefusedAsync("Host=no.such.host.invalid;Database=footing;Password=plantedsecret", StorageFault.Refused, "no host");

        static async Task RefusedAsync(string connection, StorageFault kind, string says)
        {
            await using var place = StorePlace.OnSqlite();
            var fault = await FaultAsync(() => JournalStore.OpenAsync(place.Options() with { Postgres = connection }));
            fault.Message.ShouldContain(says);
            fault.Kind.ShouldBe(kind);
            fault.Message.ShouldNotContain("plantedsecret");
            Directory.GetFileSystemEntries(place.Folder).ShouldBeEmpty("no keyring is made for a database that is not there");
        }
    }

    private static async Task<StorageException> FaultAsync(Func<Task> call) => await Should.ThrowAsync<StorageException>(call);

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A database whose tables lie on the small disk, and the server's log elsewhere.</summary>
    private static async Task<string> SmallDatabaseAsync(PostgresCluster cluster, string folder)
    {
        await RunAsync(cluster.ConnectionString("postgres"), $"CREATE TABLESPACE small LOCATION '{folder}'");
        await RunAsync(cluster.ConnectionString("postgres"), "CREATE DATABASE small TABLESPACE small");
        return cluster.ConnectionString("small");
    }
}
