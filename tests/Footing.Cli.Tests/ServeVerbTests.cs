namespace Footing.Cli.Tests;

public sealed class ServeVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task Serve_prints_its_address_answers_and_stops_when_told()
    {
        using var process = _footing.Start("serve", "--urls", "http://127.0.0.1:0");
        try
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
            line.ShouldNotBeNull().ShouldStartWith("Footing is ready at http://127.0.0.1:");
            using var http = new HttpClient();
            (await http.GetAsync(line[line.IndexOf("http", StringComparison.Ordinal)..] + "/health/ready")).EnsureSuccessStatusCode();
            Directory.GetFiles(Path.Combine(_footing.Folder, "data")).ShouldContain(file => file.EndsWith("footing.db"));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task Serve_with_a_lock_prints_a_link_that_is_the_same_after_a_restart()
    {
        var links = new List<string>();
        for (var start = 0; start < 2; start++)
        {
            using var process = _footing.Start("serve", "--lock", "--urls", "http://127.0.0.1:0");
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
                var ready = (await process.StandardOutput.ReadLineAsync(patience.Token)).ShouldNotBeNull();
                var printed = (await process.StandardOutput.ReadLineAsync(patience.Token)).ShouldNotBeNull();
                var address = ready[ready.IndexOf("http", StringComparison.Ordinal)..];
                var link = printed[printed.IndexOf("http", StringComparison.Ordinal)..];
                link.ShouldStartWith(address + "/unlock?key=");
                links.Add(link[address.Length..]);

                using var stranger = new HttpClient();
                (await stranger.GetAsync(address + "/api/journal")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
                (await stranger.GetAsync(address + "/urgent")).EnsureSuccessStatusCode();
                using var person = new HttpClient();
                (await person.GetAsync(link)).EnsureSuccessStatusCode();
                (await person.GetAsync(address + "/api/journal")).EnsureSuccessStatusCode();
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }

        links[1].ShouldBe(links[0]);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData("nonsense")]
    public async Task Serve_will_not_listen_where_others_could_reach_it(string url)
    {
        var run = await _footing.RunAsync("", "serve", "--urls", url);

        run.Exit.ShouldBe(2);
        run.Errors.Count.ShouldBe(1);
    }
}
