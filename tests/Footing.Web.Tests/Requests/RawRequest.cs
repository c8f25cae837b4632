using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Footing.Web.Tests.Requests;

/// <summary>Requests byte for byte, as no client library would send them.</summary>
internal static class RawRequest
{
    /// <summary>Sends a text as Latin-1 and reads until the server closes.</summary>
    /// <returns>The status, 0 for no answer; the headers by lower-case name; the body as it came.</returns>
    public static async Task<(int Status, Dictionary<string, string> Headers, string Body)> SendAsync(Uri host, string text)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Host, host.Port);
        await using var stream = socket.GetStream();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text), patience.Token);
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // The server closed before all was read: what it said before counts.
        }

        var parts = Encoding.UTF8.GetString(answer.ToArray()).Split("\r\n\r\n", 2);
        var lines = parts[0].Split("\r\n");
        var headers = new Dictionary<string, string>();
        foreach (var line in lines.Skip(1))
        {
            var name = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..name].ToLowerInvariant()] = line[(name + 1)..].Trim();
        }

        var status = lines[0].Split(' ') is [_, var code, ..] ? int.Parse(code, CultureInfo.InvariantCulture) : 0;
        return (status, headers, parts.Length > 1 ? parts[1] : "");
    }
}
