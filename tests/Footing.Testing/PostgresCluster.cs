using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Footing.Testing;

/// <summary>
/// A real PostgreSQL with its own folder and loopback port, which flushes to disk as in production. A shell runs it
/// (postgres-keeper.sh): it holds a pipe to this process, and when the pipe closes, because the cluster was disposed of
/// or because this process died, it stops the server and deletes the folder.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly Lazy<Task<PostgresCluster>> Shared = new(StartSharedAsync);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly StringBuilder _complaints = new();
    private readonly Process _keeper;
    private bool _isShared;

    private PostgresCluster(string programs)
    {
        // Short, because the path of a socket in it may have only about a hundred characters.
        Folder = Path.Combine(Path.GetTempPath(), $"footing-pg-{Guid.NewGuid().ToString("N")[..12]}");
        _keeper = Process.Start(new ProcessStartInfo(
            "sh", [Repository.Find("tests", "Footing.Testing", "postgres-keeper.sh"), programs, Folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _keeper.ErrorDataReceived += (_, line) =>
        {
            lock (_complaints)
            {
                _complaints.AppendLine(line.Data);
            }
        };
        _keeper.BeginErrorReadLine();
    }

    /// <summary>The folder of its data, its socket and its log (<c>server.log</c>) until it is disposed of.</summary>
    public string Folder { get; }

    /// <summary>The loopback port; the same after stopping and starting again.</summary>
    public int Port { get; private set; }

    /// <summary>The process of the server that runs now, or ran last.</summary>
    public int ProcessId { get; private set; }

    /// <summary>
    /// The cluster that all tests of this process share, started at the first request and removed when the process
    /// ends. It cannot be stopped or disposed of: a test that needs that starts its own.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no PostgreSQL here, or it does not start.</exception>
    public static Task<PostgresCluster> SharedAsync() => Shared.Value;

    /// <summary>A cluster only for the caller, with nothing in it.</summary>
    /// <exception cref="InvalidOperationException">There is no PostgreSQL here, or it does not start.</exception>
    public static async Task<PostgresCluster> StartAsync()
    {
        var cluster = new PostgresCluster(PostgresPrograms.Folder ?? throw new InvalidOperationException(PostgresPrograms.Missing));
        try
        {
            await cluster.AskAsync("make");
            for (var attempt = 1; ; attempt++)
            {
                cluster.Port = FreePort();
                try
                {
                    await cluster.StartAgainAsync();
                    return cluster;
                }
                catch (InvalidOperationException) when (attempt < 3)
                {
                    // Another process took the port in the meantime.
                }
            }
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>How to reach a database as the superuser. Connections are pooled; a stop ends the pool.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = IPAddress.Loopback.ToString(),
        Port = Port,
        Username = "postgres",
        Database = database,
        // Neither exists here, and detecting that costs a round trip for each.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>Makes an empty database with a new name.</summary>
    /// <returns>How to reach it.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    /// <summary>Drops what <see cref="CreateDatabaseAsync"/> made, even if connections to it are open.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        await using (var pooled = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        var name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await RunAsync($"""DROP DATABASE IF EXISTS "{name}" WITH (FORCE)""");
    }

    /// <summary>
    /// Stops the server, and returns when it has ended. Open connections break in both cases; an immediate stop is like
    /// a crash: nothing more is written, and the next start recovers from the log.
    /// </summary>
    public Task StopAsync(bool immediate)
    {
        RefuseShared();
        return AskAsync(immediate ? "stop QUIT" : "stop INT");
    }

    /// <summary>Starts it after <see cref="StopAsync"/>, on the same port and with the same data.</summary>
    public async Task StartAgainAsync() =>
        ProcessId = int.Parse(await AskAsync($"start {Port}"), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        RefuseShared();
        await Task.Run(End);
        _keeper.Dispose();
        _turn.Dispose();
    }

    private static async Task<PostgresCluster> StartSharedAsync()
    {
        var cluster = await StartAsync();
        cluster._isShared = true;
        // The keeper would do it by itself, but then the tests could be over before the folder is deleted.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.End();
        return cluster;
    }

    /// <summary>A port that nothing listens on, below those that the system uses for outgoing connections.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
            }
        }
    }

    private async Task<string> AskAsync(string word)
    {
        await _turn.WaitAsync();
        try
        {
            await _keeper.StandardInput.WriteLineAsync(word);
            await _keeper.StandardInput.FlushAsync();
            var answer = await _keeper.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            return answer is ['o', 'k', ..] ? answer[2..] : throw new InvalidOperationException($"PostgreSQL did not {word}: {Complaints()}");
        }
        catch (IOException broken)
        {
            throw new InvalidOperationException($"PostgreSQL did not {word}, since its keeper is gone: {Complaints()}", broken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private string Complaints()
    {
        lock (_complaints)
        {
            return _complaints.ToString();
        }
    }

    private async Task RunAsync(string command)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
        await using var run = new NpgsqlCommand(command, connection);
        await run.ExecuteNonQueryAsync();
    }

    private void RefuseShared()
    {
        if (_isShared)
        {
            throw new InvalidOperationException("Other tests use this cluster: start one of your own to stop it.");
        }
    }

    private void End()
    {
        try
        {
            _keeper.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was killed, and its server stopped with it.
        }

        if (!_keeper.WaitForExit(Patience))
        {
            _keeper.Kill();
        }

        // It still exists only if the keeper was killed; its server may be ending at this moment.
        for (var attempt = 0; Directory.Exists(Folder); attempt++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException) when (attempt < 50)
            {
                Thread.Sleep(100);
            }
        }
    }
}
