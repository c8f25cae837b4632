using System.Net;
using System.Net.Sockets;

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

    [Fact]
    public async Task Serve_tells_a_port_that_is_taken_from_a_place_in_the_data_folder_that_cannot_be_used()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var run = await _footing.RunAsync("", "serve", "--urls", $"http://{taken.LocalEndpoint}");
        run.Exit.ShouldBe(2);
        run.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(said => said.ShouldStartWith("Cannot listen on"), said => said.ShouldContain("Stop the other program"));

        Directory.CreateDirectory(Path.Combine(_footing.Folder, "other"));
        _footing.Write("other/keys", "a file, where a folder of Footing's belongs");
        run = await _footing.RunAsync("", "serve", "--urls", "http://127.0.0.1:0", "--data", "other");
        run.Exit.ShouldBe(2);
        run.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            said => said.ShouldContain(Path.Combine(_footing.Folder, "other", "keys")), said => said.ShouldContain("--data"),
            said => said.ShouldNotContain("listen"), said => said.ShouldNotContain("Stop the other program"));
    }

    [Fact]
    public void Serve_says_that_an_address_may_not_be_used_or_is_not_there()
    {
        foreach (var error in (SocketError[])[SocketError.AccessDenied, SocketError.AddressNotAvailable])
        {
            ServeVerb.WhyNotServed(new SocketException((int)error), new() { DataFolder = "data", Urls = ["http://127.0.0.1:80"] }).ShouldSatisfyAllConditions(
                said => said.ShouldStartWith("Cannot listen on http://127.0.0.1:80: "), said => said.ShouldNotContain("other program"), said => said.ShouldContain("--urls"));
        }
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
