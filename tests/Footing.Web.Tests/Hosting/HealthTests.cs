using System.Net;
using Footing.Storage;
using Footing.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.Hosting;

public sealed class HealthTests : VisitedTests
{
    private TroubledStore _store = null!;

    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync(configure: TroubledStore.Put);

    protected override Task ArriveAsync()
    {
        _store = (TroubledStore)Host.Services.GetRequiredService<IJournalStore>();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("/health/live", "live\n")]
    [InlineData("/health/ready", "ready\n")]
    public async Task Live_and_ready_say_so_in_a_word_that_no_cache_keeps(string path, string word)
    {
        var answer = await Visitor.Get(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        (await answer.Content.ReadAsStringAsync()).ShouldBe(word);
        (await Visitor.SendAsync(new(HttpMethod.Head, path))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(StorageFault.Full)]
    [InlineData(StorageFault.Locked)]
    [InlineData(StorageFault.Corrupt)]
    public async Task Ready_says_what_is_wrong_with_the_store_and_recovers_without_a_restart(StorageFault kind)
    {
        _store.Fault = new StorageException(kind, "The disk is full: make room.");

        var troubled = await Visitor.Get("/health/ready");

        troubled.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        troubled.Headers.CacheControl!.ToString().ShouldBe("no-store");
        (await troubled.Content.ReadAsStringAsync()).ShouldBe("The disk is full: make room.\n");
        (await Visitor.Get("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);

        _store.Fault = null;

        (await Visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ready_recovers_when_the_database_is_put_back()
    {
        var files = Directory.GetFiles(Host.Folder, "footing.db*");
        var away = Directory.CreateTempSubdirectory("footing-away-");
        try
        {
            foreach (var file in files)
            {
                File.Move(file, Path.Combine(away.FullName, Path.GetFileName(file)));
            }

            (await Visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            foreach (var file in files)
            {
                File.Move(Path.Combine(away.FullName, Path.GetFileName(file)), file);
            }

            (await Visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            away.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Ready_tells_the_fault_that_every_page_meets_until_a_read_succeeds()
    {
        (await Visitor.Post("/api/journal", """[{"id":"0190f000-0000-7000-8000-000000000001","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}]""")).EnsureSuccessStatusCode();
        (await Visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await RunAsync("UPDATE entry SET at = at + 1");

        (await Visitor.Open("/history")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        for (var probe = 0; probe < 2; probe++)
        {
            var troubled = await Visitor.Get("/health/ready");
            troubled.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await troubled.Content.ReadAsStringAsync()).ShouldContain("cannot be read");
        }

        await RunAsync("UPDATE entry SET at = at - 1");
        (await Visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Visitor.Open("/history")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/urgent", false, HttpStatusCode.OK)]
    [InlineData("/videos/none.mp4", true, HttpStatusCode.NotFound)]
    public async Task Ready_tells_a_fault_that_a_page_was_shown_without(string path, bool isOfTheStore, HttpStatusCode status)
    {
        (await Visitor.Post("/api/journal", """[{"id":"0190f000-0000-7000-8000-000000000001","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}]""")).EnsureSuccessStatusCode();
        (await Visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await RunAsync("UPDATE entry SET at = at + 1");
        _store.Fault = isOfTheStore ? new StorageException(StorageFault.Locked, "locked") : null;

        (await Visitor.Open(path)).Status.ShouldBe(status);
        _store.Fault = null;

        for (var probe = 0; probe < 2; probe++)
        {
            var troubled = await Visitor.Get("/health/ready");
            troubled.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await troubled.Content.ReadAsStringAsync()).ShouldContain("cannot be read");
        }

        await RunAsync("UPDATE entry SET at = at - 1");
        (await Visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_damaged_entry_that_is_sent_again_keeps_no_other_out_and_is_told_by_ready()
    {
        const string damaged = """{"id":"0190f000-0000-7000-8000-000000000001","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}""";
        (await Visitor.Post("/api/journal", $"[{damaged}]")).EnsureSuccessStatusCode();
        (await Visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await RunAsync("UPDATE entry SET at = at + 1");

        var answer = await Visitor.Post("/api/journal", $"[{damaged},{damaged.Replace("000000000001", "000000000002", StringComparison.Ordinal)}]");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var told = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        told.GetProperty("accepted")[0].GetString().ShouldBe("0190f000-0000-7000-8000-000000000002");
        told.GetProperty("rejected")[0].GetProperty("id").GetString().ShouldBe("0190f000-0000-7000-8000-000000000001");
        told.GetProperty("duplicates").GetArrayLength().ShouldBe(0);
        (await Visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Ready_reads_once_after_the_start_before_any_page_was_opened()
    {
        await using var other = await RunningHost.StartAsync();
        await other.Services.GetRequiredService<IJournalStore>().AppendAsync(
            LocalPerson.Id, [new(Guid.NewGuid(), other.Clock.GetUtcNow(), "event", """{"kind":"event","what":"cramp"}"""u8.ToArray())]);
        await RunAsync("UPDATE entry SET at = at + 1", other.Folder);

        using var visitor = new Visitor(other);
        (await visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Another_installation_s_keyring_acknowledges_nothing_and_is_not_ready()
    {
        await using var other = await RunningHost.StartAsync();
        var (keyring, aside) = (Path.Combine(Host.Folder, "keyring"), Path.Combine(Host.Folder, "aside"));
        Directory.Move(keyring, aside);
        Directory.CreateDirectory(keyring);
        foreach (var file in Directory.GetFiles(Path.Combine(other.Folder, "keyring")))
        {
            File.Copy(file, Path.Combine(keyring, Path.GetFileName(file)));
        }

        const string entry = """[{"id":"0190f000-0000-7000-8000-000000000001","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}]""";
        for (var attempt = 0; attempt < 3; attempt++)
        {
            (await Visitor.Post("/api/journal", entry)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        var ready = await Visitor.Get("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldContain("another installation");

        Directory.Delete(keyring, recursive: true);
        Directory.Move(aside, keyring);
        await Visitor.Get("/health/ready");
        (await Visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Visitor.Post("/api/journal", entry)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_probe_writes_nothing()
    {
        await Visitor.Get("/health/ready");
        var before = Written();

        for (var probe = 0; probe < 60; probe++)
        {
            (await Visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        Written().ShouldBe(before);
    }

    [Fact]
    public async Task Probes_that_come_while_the_store_is_slow_share_one_check()
    {
        _store.Gate = new();
        var before = _store.Checks;

        var first = Visitor.Get("/health/ready");
        for (var waits = 0; _store.Checks == before && waits < 600; waits++)
        {
            await Task.Delay(50);
        }

        var probes = Enumerable.Range(0, 9).Select(_ => Visitor.Get("/health/ready")).Append(first).ToArray();
        // Time for some of them to arrive, on any machine.
        await Task.Delay(1000);
        (_store.Checks - before).ShouldBe(1);
        _store.Gate.SetResult();
        foreach (var answer in await Task.WhenAll(probes))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    private Task RunAsync(string sql) => RunAsync(sql, Host.Folder);

    private static async Task RunAsync(string sql, string folder)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "footing.db")};Pooling=False");
        await connection.OpenAsync();
        await using var run = connection.CreateCommand();
        run.CommandText = sql;
        await run.ExecuteNonQueryAsync();
    }

    // Shared memory (-shm) is no file that is written to the disk.
    private string Written() => string.Join('\n', Directory.GetFiles(Host.Folder, "footing.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).Order()
        .Select(file => $"{file} {new FileInfo(file).Length} {File.GetLastWriteTimeUtc(file):O}"));
}
