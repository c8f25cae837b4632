using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Footing.Testing;

/// <summary>A collector of metrics and traces (OTLP over HTTP) that keeps what it is sent.</summary>
public sealed class Collector : IDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentQueue<Delivery> _deliveries = [];

    /// <summary>Listens on a free port of this machine.</summary>
    public Collector()
    {
        (_listener, Address) = Listen();
        _ = Receive();
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>The status it answers with.</summary>
    public int Status { get; set; } = 200;

    /// <summary>What was sent, unchanged.</summary>
    public IReadOnlyList<Delivery> Deliveries => [.. _deliveries];

    /// <summary>All that was sent, head and body, as text.</summary>
    public string All => string.Join('\n', _deliveries.Select(delivery => $"{delivery.Head}\n{Encoding.UTF8.GetString(delivery.Body.Span)}"));

    /// <summary>The spans that were sent.</summary>
    public IReadOnlyList<Span> Spans =>
    [
        .. from delivery in _deliveries
           where delivery.Path == "/v1/traces"
           from resource in Wire.Parts(delivery.Body, 1)
           from scope in Wire.Parts(resource, 2)
           from span in Wire.Parts(scope, 2)
           select new Span(
               Encoding.UTF8.GetString(Wire.Parts(span, 5).First().Span),
               Wire.Parts(span, 9).ToDictionary(Wire.Key, Wire.Value),
               Wire.Parts(span, 11).Count() + Wire.Parts(span, 13).Count(),
               Wire.Parts(span, 3).Any()),
    ];

    /// <summary>The metrics that were sent.</summary>
    public IReadOnlyList<Metric> Metrics =>
    [
        .. (from delivery in _deliveries
            where delivery.Path == "/v1/metrics"
            from resource in Wire.Parts(delivery.Body, 1)
            from scope in Wire.Parts(resource, 2)
            from metric in Wire.Parts(scope, 2)
            let points = new[] { 5, 7, 9 }.SelectMany(kind => Wire.Parts(metric, kind)).SelectMany(data => Wire.Parts(data, 1))
            let isHistogram = Wire.Parts(metric, 9).Any()
            from point in points
            select (Name: Encoding.UTF8.GetString(Wire.Parts(metric, 1).First().Span), Attributes: Wire.Parts(point, isHistogram ? 9 : 7).ToDictionary(Wire.Key, Wire.Value)))
        .GroupBy(point => point.Name, point => point.Attributes)
        .Select(metric => new Metric(metric.Key, [.. metric.SelectMany(point => point.Keys).Distinct().Order()], [.. metric])),
    ];

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private static (HttpListener Listener, string Address) Listen()
    {
        for (var tries = 0; ; tries++)
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            free.Stop();
            var listener = new HttpListener();
            try
            {
                listener.Prefixes.Add($"{address}/");
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (tries < 5)
            {
                // Another process took the port in between.
                listener.Close();
            }
            catch
            {
                listener.Close();
                throw;
            }
        }
    }

    private async Task Receive()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                var head = $"{context.Request.HttpMethod} {context.Request.RawUrl}\n{context.Request.Headers}";
                _deliveries.Enqueue(new(context.Request.Url!.AbsolutePath, head, body.ToArray()));
                context.Response.StatusCode = Status;
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or HttpListenerException)
        {
            // The test is over.
        }
    }

    /// <summary>One request.</summary>
    public sealed record Delivery(string Path, string Head, ReadOnlyMemory<byte> Body);

    /// <summary>A span: its name, attributes, number of events and links, and whether it has a trace state.</summary>
    public sealed record Span(string Name, IReadOnlyDictionary<string, string> Attributes, int EventsAndLinks, bool HasState);

    /// <summary>A metric, the names of its attributes, and its points by their attributes.</summary>
    public sealed record Metric(string Name, IReadOnlyList<string> Attributes, IReadOnlyList<IReadOnlyDictionary<string, string>> Points);

    /// <summary>Only as much of protobuf's wire format as is needed to find fields.</summary>
    private static class Wire
    {
        public static IEnumerable<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> message, int field)
        {
            for (var at = 0; at < message.Length;)
            {
                var tag = Number(message, ref at);
                var length = (tag & 7) switch
                {
                    0 => Skip(message, at),
                    1 => 8,
                    2 => (int)Number(message, ref at),
                    5 => 4,
                    _ => throw new InvalidDataException("no protobuf"),
                };
                if (tag >> 3 == (ulong)field)
                {
                    yield return message.Slice(at, length);
                }

                at += length;
            }
        }

        public static string Key(ReadOnlyMemory<byte> pair) => Encoding.UTF8.GetString(Parts(pair, 1).First().Span);

        /// <summary>The value of a pair: text as it is, a whole number in digits.</summary>
        public static string Value(ReadOnlyMemory<byte> pair)
        {
            var value = Parts(pair, 2).First();
            var at = 0;
            return Parts(value, 1).Any() ? Encoding.UTF8.GetString(Parts(value, 1).First().Span)
                : Parts(value, 3).Any() ? Number(Parts(value, 3).First(), ref at).ToString(System.Globalization.CultureInfo.InvariantCulture)
                : "";
        }

        private static ulong Number(ReadOnlyMemory<byte> message, ref int at)
        {
            ulong number = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = message.Span[at++];
                number |= (ulong)(part & 0x7f) << shift;
                if (part < 0x80)
                {
                    return number;
                }
            }
        }

        private static int Skip(ReadOnlyMemory<byte> message, int at)
        {
            var start = at;
            Number(message, ref at);
            return at - start;
        }
    }
}
