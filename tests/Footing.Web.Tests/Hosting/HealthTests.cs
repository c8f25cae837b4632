using System.Net;
using Footing.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.Hosting;

public sealed class HealthTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _visitor = null!;
    private TroubledStore _store = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync(configure: TroubledStore.Put);
        _visitor = new(_host);
        _store = (TroubledStore)_host.Services.GetRequiredService<IJournalStore>();
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("/health/live", "live\n")]
    [InlineData("/health/ready", "ready\n")]
    public async Task Live_and_ready_say_so_in_a_word_that_no_cache_keeps(string path, string word)
    {
        var answer = await _visitor.Get(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        (await answer.Content.ReadAsStringAsync()).ShouldBe(word);
        (await _visitor.SendAsync(new(HttpMethod.Head, path))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(StorageFault.Full)]
    [InlineData(StorageFault.Locked)]
    [InlineData(StorageFault.Corrupt)]
    public async Task Ready_says_what_is_wrong_with_the_store_and_recovers_without_a_restart(StorageFault kind)
    {
        _store.Fault = new StorageException(kind, "The disk is full: make room.");

        var troubled = await _visitor.Get("/health/ready");

        troubled.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        troubled.Headers.CacheControl!.ToString().ShouldBe("no-store");
        (await troubled.Content.ReadAsStringAsync()).ShouldBe("The disk is full: make room.\n");
        (await _visitor.Get("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);

        _store.Fault = null;

        (await _visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ready_recovers_when_the_database_is_put_back()
    {
        var files = Directory.GetFiles(_host.Folder, "footing.db*");
        var away = Directory.CreateTempSubdirectory("footing-away-");
        try
        {
            foreach (var file in files)
            {
                File.Move(file, Path.Combine(away.FullName, Path.GetFileName(file)));
            }

            (await _visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            foreach (var file in files)
            {
                File.Move(Path.Combine(away.FullName, Path.GetFileName(file)), file);
            }

            (await _visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            away.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_probe_writes_nothing()
    {
        await _visitor.Get("/health/ready");
        var before = Written();

        for (var probe = 0; probe < 60; probe++)
        {
            (await _visitor.Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        Written().ShouldBe(before);
    }

    [Fact]
    public async Task Probes_that_come_while_the_store_is_slow_share_one_check()
    {
        _store.Gate = new();
        var before = _store.Checks;

        var first = _visitor.Get("/health/ready");
        for (var waits = 0; _store.Checks == before && waits < 600; waits++)
        {
            await Task.Delay(50);
        }

        var probes = Enumerable.Range(0, 9).Select(_ => _visitor.Get("/health/ready")).Append(first).ToArray();
        // Time for some of them to arrive, on any machine.
        await Task.Delay(1000);
        (_store.Checks - before).ShouldBe(1);
        _store.Gate.SetResult();
        foreach (var answer in await Task.WhenAll(probes))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    // Shared memory (-shm) is no file that is written to the disk.
    private string Written() => string.Join('\n', Directory.GetFiles(_host.Folder, "footing.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).Order()
        .Select(file => $"{file} {new FileInfo(file).Length} {File.GetLastWriteTimeUtc(file):O}"));
}
