using System.Diagnostics;
using System.Globalization;
using Footing.Testing;
using Npgsql;

namespace Footing.Storage.Tests.Postgres;

/// <summary>What the tests of the PostgreSQL engine rest on.</summary>
[Trait("Category", "Slow")]
public sealed class PostgresClusterTests
{
    [PostgresFact]
    public async Task A_test_gets_an_empty_database_of_the_shared_cluster()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var first = await cluster.CreateDatabaseAsync();
        var second = await cluster.CreateDatabaseAsync();
        await KeepAsync(first, 1);

        (await AskAsync<string>(first, "SELECT string_agg(concat_ws('=', name, setting), ' ' ORDER BY name) FROM pg_settings " +
            "WHERE name IN ('fsync', 'full_page_writes', 'listen_addresses', 'synchronous_commit', 'server_encoding', 'lc_collate')"))
            .ShouldBe("fsync=on full_page_writes=on lc_collate=C listen_addresses=127.0.0.1 server_encoding=UTF8 synchronous_commit=on");
        (await AskAsync<bool>(second, "SELECT to_regclass('kept') IS NULL")).ShouldBeTrue();

        await using var open = new NpgsqlConnection(first);
        await open.OpenAsync();
        await cluster.DropDatabaseAsync(first);
        await cluster.DropDatabaseAsync(second);
        (await AskAsync<long>(cluster.ConnectionString("postgres"), "SELECT count(*) FROM pg_database WHERE datname = " + Name(first) + " OR datname = " + Name(second))).ShouldBe(0);
    }

    [PostgresFact]
    public async Task The_shared_cluster_cannot_be_stopped()
    {
        var cluster = await PostgresCluster.SharedAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => cluster.StopAsync(immediate: false));
        await Should.ThrowAsync<InvalidOperationException>(() => cluster.DisposeAsync().AsTask());

        (await AskAsync<int>(cluster.ConnectionString("postgres"), "SELECT 1")).ShouldBe(1);
    }

    [PostgresFact]
    public async Task Stopped_and_started_again_it_keeps_its_port_and_what_was_committed()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        var database = await cluster.CreateDatabaseAsync();
        var port = cluster.Port;

        foreach (var immediate in new[] { false, true })
        {
            await KeepAsync(database, 200);
            // Under way, and never committed.
            await using var open = new NpgsqlConnection(database);
            await open.OpenAsync();
            await using var begun = await open.BeginTransactionAsync();
            await using (var insert = new NpgsqlCommand("INSERT INTO kept SELECT generate_series(1, 9)", open, begun))
            {
                await insert.ExecuteNonQueryAsync();
            }

            var server = cluster.ProcessId;
            await cluster.StopAsync(immediate);
            Runs(server).ShouldBeFalse();
            await Should.ThrowAsync<NpgsqlException>(() => AskAsync<int>(database, "SELECT 1"));
            await cluster.StartAgainAsync();

            cluster.Port.ShouldBe(port);
            (await AskAsync<long>(database, "SELECT count(*) FROM kept")).ShouldBe(immediate ? 400 : 200);
        }

        var log = await File.ReadAllTextAsync(Path.Combine(cluster.Folder, "server.log"));
        log.ShouldContain("database system was not properly shut down");
    }

    [PostgresFact]
    public async Task Two_know_nothing_of_each_other_and_nothing_is_left_of_one_that_is_disposed_of()
    {
        await using var stays = await PostgresCluster.StartAsync();
        var goes = await PostgresCluster.StartAsync();
        await KeepAsync(stays.ConnectionString("postgres"), 1);
        await using var open = new NpgsqlConnection(goes.ConnectionString("postgres"));
        await open.OpenAsync();
        (await AskAsync<bool>(goes.ConnectionString("postgres"), "SELECT to_regclass('kept') IS NULL")).ShouldBeTrue();
        Runs(goes.ProcessId).ShouldBeTrue();
        Directory.Exists(goes.Folder).ShouldBeTrue();

        await goes.DisposeAsync();

        Runs(goes.ProcessId).ShouldBeFalse();
        Directory.Exists(goes.Folder).ShouldBeFalse();
        (await AskAsync<long>(stays.ConnectionString("postgres"), "SELECT count(*) FROM kept")).ShouldBe(1);
    }

    [PostgresFact]
    public async Task Nothing_is_left_when_the_tests_are_killed()
    {
        using var child = Child.Start("cluster");
        var said = (await child.StandardOutput.ReadLineAsync())?.Split(' ') ?? throw new InvalidOperationException(await child.StandardError.ReadToEndAsync());
        var (folder, server) = (said[0], int.Parse(said[1], CultureInfo.InvariantCulture));
        Runs(server).ShouldBeTrue();

        child.Kill();
        await child.WaitForExitAsync();

        await SoonAsync(() => !Runs(server) && !Directory.Exists(folder));
    }

    [PostgresFact]
    public async Task A_killed_keeper_takes_its_server_with_it()
    {
        var cluster = await PostgresCluster.StartAsync();
        if (OperatingSystem.IsLinux())
        {
            using var keeper = Process.GetProcessById(int.Parse(Stat(cluster.ProcessId)[1], CultureInfo.InvariantCulture));
            keeper.Kill();
            await SoonAsync(() => !Runs(cluster.ProcessId));
        }

        await cluster.DisposeAsync();
        Directory.Exists(cluster.Folder).ShouldBeFalse();
    }

    private static async Task KeepAsync(string database, int rows)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var keep = new NpgsqlCommand($"CREATE TABLE IF NOT EXISTS kept (n int); INSERT INTO kept SELECT generate_series(1, {rows})", connection);
        await keep.ExecuteNonQueryAsync();
    }

    private static async Task<T> AskAsync<T>(string database, string question)
    {
        // Not pooled: a pool would hold on to what a stop has broken.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand(question, connection);
        return (T)(await ask.ExecuteScalarAsync())!;
    }

    private static string Name(string database) => $"'{new NpgsqlConnectionStringBuilder(database).Database}'";

    private static async Task SoonAsync(Func<bool> holds)
    {
        for (var clock = Stopwatch.StartNew(); !holds(); await Task.Delay(50))
        {
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        }
    }

    private static bool Runs(int process)
    {
        if (OperatingSystem.IsLinux())
        {
            // Z: it has ended, and only waits for its parent to ask how.
            return Stat(process) is [not "Z", ..];
        }

        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A process's state, its parent and so on, as Linux gives them after its name; empty when there is none.</summary>
    private static string[] Stat(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
