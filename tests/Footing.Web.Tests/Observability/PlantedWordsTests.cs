using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Footing.Storage;
using Footing.Testing;
using Footing.Testing.Web;
using Footing.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Footing.Web.Tests.Observability;

/// <summary>
/// A whole story with a word planted wherever somebody may write one: no log and nothing that is sent to a collector
/// may hold it.
/// </summary>
public sealed class PlantedWordsTests
{
    /// <summary>Only letters, so that no encoding of URLs, JSON or HTML hides it.</summary>
    private const string Word = "zwetschge";

    /// <summary>An id that a caller would like its trace to have.</summary>
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    private static readonly Regex Line = new("^2026-03-04T[0-9:.]+Z (info|warn|error) [A-Za-z]", RegexOptions.CultureInvariant);
    private static readonly ActivitySource Source = new("Footing.Storage");
    private static readonly Meter Meter = new("Footing.Storage");
    private static readonly Counter<int> Faults = Meter.CreateCounter<int>("footing.storage.faults");
    private static readonly Counter<int> Entries = Meter.CreateCounter<int>("footing.append.entries");

    [Fact]
    public async Task No_word_of_a_persons_reaches_a_log_or_a_collector()
    {
        using var collector = new Collector();
        EverythingLogged logged = null!;
        ConsoleView console;
        await using (var host = await RunningHost.StartAsync(options => options with { Otlp = collector.Address }, builder =>
        {
            TroubledStore.Put(builder);
            ConsoleView.Put(builder);
            logged = EverythingLogged.Put(builder);
        }))
        {
            console = host.Services.GetRequiredService<ConsoleView>();
            var store = (TroubledStore)host.Services.GetRequiredService<IJournalStore>();
            store.OnAppend = LeakyAppend;
            using var visitor = new Visitor(host);

            await Forms(visitor);
            await Api(visitor);
            await Addresses(visitor);
            await Heads(visitor);
            await Wire(host.Address);
            // Connections of its own: the host closes them, and a later form must not meet one that is closing.
            using (var uploader = new Visitor(host))
            {
                await TooLarge(uploader);
            }

            await Faulty(visitor, store);
            // What the framework might warn of one day.
            LoggerMessage.Define<string>(LogLevel.Error, new EventId(7, "SomethingHappened"), "At {Path}")(
                host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Somewhere"),
                Planted("path"),
                new IOException(Planted("message"), new FormatException(Planted("cause"))));
            // No page erases or stops; the command line does.
            await host.Services.GetRequiredService<IJournalStore>().EraseAsync(LocalPerson.Id);
            // With time to arrive: at the stop the collector gets one second, and on a busy machine that may be too short.
            host.Services.GetRequiredService<TracerProvider>().ForceFlush(60_000);
            host.Services.GetRequiredService<MeterProvider>().ForceFlush(60_000);
            host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }

        // The word was there to be found: the framework says it where it is let.
        logged.Lines.ShouldContain(line => !line.IsOurs && Holds(line.All));

        logged.Lines.Where(line => line.IsOurs && Holds(line.All)).ShouldBeEmpty();
        console.All.Split('\n').Where(Holds).ShouldBeEmpty();
        collector.Deliveries.Where(delivery => Holds(delivery.Head) || Holds(Encoding.UTF8.GetString(delivery.Body.Span))).Select(delivery => delivery.Path).ShouldBeEmpty();

        collector.Deliveries.Where(delivery => Convert.ToHexStringLower(delivery.Body.Span).Contains(TraceId, StringComparison.Ordinal)).ShouldBeEmpty();
        logged.Lines.Where(line => line.IsOurs && line.All.Contains(TraceId, StringComparison.Ordinal)).ShouldBeEmpty();

        string[] events = ["started", "entries-appended", "journal-exported", "person-erased", "request-failed", "request-refused", "stopping"];
        // Whether the last delivery was in time is the machine's affair.
        logged.Lines.Where(line => line.IsOurs).Select(line => line.Event).Distinct().Except(["telemetry-refused", "telemetry-delivered"])
            .Order().ShouldBe(events.Order());
        foreach (var name in events)
        {
            console.All.ShouldContain($" {name}");
        }

        console.All.ShouldContain("error Microsoft.AspNetCore.Somewhere SomethingHappened IOException from FormatException\n");
        // Stack traces too are in one line.
        console.All.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => Line.IsMatch(line));

        Spans(collector);
        Metrics(collector);
    }

    private static void Spans(Collector collector)
    {
        var spans = collector.Spans;
        spans.SelectMany(span => span.Attributes.Keys).Distinct().Order().ShouldBe(
            ["error.type", "footing.entries", "footing.fault", "http.request.method", "http.response.status_code", "http.route"]);
        spans.ShouldAllBe(span => span.EventsAndLinks == 0 && !span.HasState);
        spans.ShouldContain(span => span.Name == "GET /screening/{id}" && span.Attributes["http.route"] == "/screening/{id}" && span.Attributes["http.response.status_code"] == "200");
        spans.ShouldContain(span => span.Name == "POST /api/journal" && span.Attributes["http.response.status_code"] == "503"
            && span.Attributes["error.type"] == typeof(StorageException).FullName);
        spans.ShouldContain(span => span.Name == "POST /background" && span.Attributes["http.response.status_code"] == "500"
            && span.Attributes["error.type"] == typeof(InvalidOperationException).FullName);
        spans.ShouldContain(span => span.Name == "_OTHER" || span.Name.StartsWith("_OTHER ", StringComparison.Ordinal));
        spans.ShouldContain(span => span.Name == "leaky-append" && span.Attributes["footing.entries"] == "3" && span.Attributes["footing.fault"] == "full");
        spans.ShouldNotContain(span => span.Name.Contains("/health", StringComparison.Ordinal));
    }

    private static void Metrics(Collector collector)
    {
        var metrics = collector.Metrics.ToDictionary(metric => metric.Name, metric => metric.Attributes);
        metrics["http.server.request.duration"].ShouldBe(["error.type", "http.request.method", "http.response.status_code", "http.route"]);
        collector.Metrics.Single(metric => metric.Name == "http.server.request.duration").Points.ShouldContain(point =>
            point.GetValueOrDefault("http.route") == "/background" && point["http.response.status_code"] == "500" && point.GetValueOrDefault("error.type") == typeof(InvalidOperationException).FullName);
        metrics["footing.storage.faults"].ShouldBe(["kind"]);
        metrics["footing.append.entries"].ShouldBe(["outcome"]);
        metrics.Keys.ShouldContain("dotnet.process.memory.working_set");
        metrics.Keys.ShouldAllBe(name => name == "http.server.request.duration" || name.StartsWith("footing.") || name.StartsWith("dotnet."));
    }

    /// <summary>A store that says far too much in its errors.</summary>
    private static void LeakyAppend()
    {
        using var span = Source.StartActivity("leaky-append");
        span.ShouldNotBeNull();
        span.DisplayName = Planted("display");
        span.SetTag("footing.entries", 3);
        span.SetTag("footing.fault", "full");
        span.SetTag("footing.note", Planted("note"));
        span.SetTag("db.statement", Planted("statement"));
        span.AddTag("http.response.status_code", Planted("status"));
        span.AddTag("url.path", Planted("path")).AddTag("url.path", Planted("twice"));
        span.AddBaggage("note", Planted("baggage"));
        span.TraceStateString = $"a={Word}";
        span.AddEvent(new(Planted("event"), tags: new() { ["note"] = Planted("tag") }));
        span.AddException(new InvalidOperationException(Planted("exception")));
        span.AddLink(new(new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None, $"a={Word}"), new() { ["note"] = Planted("link") }));
        span.SetStatus(ActivityStatusCode.Error, Planted("description"));
        Faults.Add(1, new("kind", "Full"), new("note", Planted("metric")));
        Entries.Add(1, new KeyValuePair<string, object?>("note", Planted("metric")));
    }

    private static async Task Forms(Visitor visitor)
    {
        await visitor.ToResult();
        await visitor.Open($"/screening/age?{Word}=1");
        await visitor.Submit(("age", Planted("age")));
        await visitor.Open("/background");
        await visitor.Send(("cause", "diabetes"), ("causeOther", Planted("cause")), ("since", Planted("since")), ("treatments", Planted("treatments")), ("medicines", Planted("medicines")));
        visitor.Page.QuerySelector("#medicines")!.TextContent.ShouldContain(Word);
        await visitor.Open("/where");
        await visitor.Submit(("country", Planted("country")));
        await visitor.Open("/schedule");
        await visitor.Post("/event", $"what={Word}&{Word}={Word}&token={Word}", "application/x-www-form-urlencoded");
        await visitor.Get("/history");
        (await visitor.Get("/export")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task Api(Visitor visitor)
    {
        string Entry(int number, string rest) => $$"""{"id":"01890000-0000-7000-8000-{{number:d12}}","at":"2026-03-04T08:00:00Z",{{rest}}}""";
        string[] bodies =
        [
            $"[{Entry(1, $"\"kind\":\"{Word}\",\"{Word}\":\"{Word}\",\"deep\":{{\"{Word}\":[\"{Word}\"]}}")}]",
            $"[{Entry(2, $"\"kind\":\"background\",\"medicines\":\"{Word}\",\"causesTold\":[\"{Word}\"],\"since\":\"{Word}\",\"treatments\":\"{Word}\",\"sites\":[\"{Word}\"]")}]",
            $"[{Entry(3, $"\"kind\":\"event\",\"what\":\"cramp\",\"note\":\"{Word}\",\"session\":\"{Word}\"")}]",
            $"[{Entry(3, $"\"kind\":\"event\",\"what\":\"fall\",\"note\":\"{Word} otherwise\"")}]",
            $"[{Entry(4, $"\"kind\":\"event\",\"what\":\"{Word}\"")}]",
            $"[{Entry(5, $"\"kind\":\"correction\",\"of\":\"01890000-0000-7000-8000-000000000003\",\"with\":\"void\",\"reason\":\"{Word}\"")}]",
            $"[{Entry(6, $"\"kind\":\"screening\",\"answers\":{{\"{Word}\":\"{Word}\",\"age\":\"{Word}\"}}")}]",
            $"[{Entry(7, $"\"kind\":\"set\",\"session\":\"{Word}\",\"exercise\":\"{Word}\",\"side\":\"{Word}\"")}]",
            $$"""[{"id":"{{Word}}","at":"{{Word}}","kind":"event","what":"cramp"},"{{Word}}",{"id":"\ud800{{Word}}"}]""",
            $"[{{\"{Word}\":",
            $"{{\"{Word}\":\"{Word}\"}}",
            Word,
        ];
        foreach (var body in bodies)
        {
            await visitor.Post($"/api/journal?{Word}={Word}", body);
        }

        await visitor.Post("/api/journal", $"[\"{Word}\"]", $"text/{Word}");
        (await visitor.Get("/api/journal")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.Get($"/api/journal?after={Word}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task Addresses(Visitor visitor)
    {
        foreach (var path in (string[])[
            "/{0}", "/api/{0}", "/assets/{0}.js", "/screening/{0}", "/exercises/{0}", "/history/{0}", "/history?month={0}", "/advice/{0}", "/session?session={0}",
            "/session/{0}", "/%7A{0}%00", "/{0}/%2e%2e/{0}?{0}={0}#{0}", "/health/{0}", "/health/ready?{0}", "/today?{0}={0}", "/.{0}"])
        {
            await visitor.Get(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Word));
        }
    }

    private static async Task Heads(Visitor visitor)
    {
        foreach (var (name, value) in ((string, string)[])[
            ("User-Agent", Word), ("Referer", $"http://127.0.0.1/{Word}"), ("Cookie", $"footing-form={Word}; {Word}={Word}"), ("X-Forwarded-For", Word), ("X-Request-Id", Word),
            ("traceparent", $"00-{Word}-{Word}-01"), ("Request-Id", $"|{Word}."), ("Correlation-Context", $"{Word}={Word}"), ("baggage", $"{Word}={Word}"),
            ("Host", Word), ("Origin", $"http://{Word}"), ("Sec-Fetch-Site", Word), ("Accept-Language", Word), ("If-None-Match", $"\"{Word}\""), ("Authorization", $"Basic {Word}")])
        {
            foreach (var path in (string[])["/today", "/api/journal", "/nowhere"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
                await visitor.SendAsync(request);
            }
        }

        using var traced = new HttpRequestMessage(HttpMethod.Get, "/today");
        traced.Headers.TryAddWithoutValidation("traceparent", $"00-{TraceId}-b7ad6b7169203331-01");
        traced.Headers.TryAddWithoutValidation("tracestate", $"a={Word}");
        await visitor.SendAsync(traced);
        using var method = new HttpRequestMessage(new HttpMethod(Word.ToUpperInvariant()), "/today");
        await visitor.SendAsync(method);
        using var token = new HttpRequestMessage(HttpMethod.Post, "/event") { Content = new FormUrlEncodedContent([new("token", Word), new("what", Word)]) };
        token.Headers.TryAddWithoutValidation("Cookie", $"footing-form={Word}");
        await visitor.SendAsync(token);
    }

    /// <summary>What no client library would send.</summary>
    private static async Task Wire(Uri host)
    {
        foreach (var text in (string[])[
            $"GET //{Word}//?{Word} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", $"GET http://{Word}/{Word} HTTP/1.1\r\nHost: {Word}\r\nConnection: close\r\n\r\n",
            $"GET /{Word} HTTP/{Word}\r\n\r\n", $"{Word}\r\n\r\n", $"GET /today HTTP/1.1\r\nHost: 127.0.0.1\r\n{Word}\r\n\r\n", $"GET /today HTTP/1.1\r\nHost: {Word} {Word}\r\n\r\n",
            $"POST /event HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {Word}\r\n\r\n", $"POST /event HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary={Word}\r\nContent-Length: 30\r\n\r\n--{Word}\r\n{Word}"])
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(host.Host, host.Port);
            await using var stream = socket.GetStream();
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
                socket.Client.Shutdown(SocketShutdown.Send);
                using var reader = new StreamReader(stream);
                await reader.ReadToEndAsync();
            }
            catch (Exception closed) when (closed is IOException or SocketException)
            {
                // The host hangs up on what is no request.
            }
        }
    }

    private static async Task TooLarge(Visitor visitor)
    {
        var large = string.Concat(Enumerable.Repeat(Word, 3 * 1024 * 1024 / Word.Length));
        foreach (var (path, type, body) in ((string, string, string)[])[
            ("/event", "application/x-www-form-urlencoded", $"what={large}"), ("/api/journal", "application/json", $"[\"{large}\"]"),
            ("/event", "application/x-www-form-urlencoded", $"what={large[..(1024 * 1024)]}"),
            ("/event", "application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 2000).Select(field => $"{Word}{field}={Word}")))])
        {
            try
            {
                await visitor.Post(path, body, type);
            }
            catch (HttpRequestException)
            {
                // The host may hang up on an upload that it will not take.
            }
        }
    }

    private static async Task Faulty(Visitor visitor, TroubledStore store)
    {
        await visitor.Open("/background");
        foreach (var fault in (Exception[])[
            new StorageException(StorageFault.Full, Planted("storage"), new IOException(Planted("cause"))),
            new InvalidOperationException(Planted("unexpected"), new ArgumentException(Planted("inner"), Planted("parameter"))),
            new AggregateException(Planted("many"), new FormatException(Planted("one"))),
            new BadHttpRequestExceptionOf(Planted("bad"))])
        {
            store.Fault = fault;
            await visitor.Post($"/api/journal?{Word}", $"[{{\"id\":\"01890000-0000-7000-8000-000000000009\",\"at\":\"2026-03-04T08:00:00Z\",\"kind\":\"{Word}\"}}]");
            await visitor.Get($"/today?{Word}");
            await visitor.Get("/health/ready");
            store.Fault = null;
            await visitor.Open("/background");
            store.Fault = fault;
            await visitor.Submit(("medicines", Planted("fault")));
        }

        store.Fault = null;
        store.FaultMidway = new InvalidOperationException(Planted("midway"));
        try
        {
            await visitor.Get("/api/journal");
        }
        catch (HttpRequestException)
        {
            // The answer breaks off.
        }

        store.FaultMidway = null;
    }

    private static string Planted(string where) => $"{Word} {where}";

    private static bool Holds(string text) => text.Contains(Word, StringComparison.OrdinalIgnoreCase);

    private sealed class BadHttpRequestExceptionOf(string message) : Microsoft.AspNetCore.Http.BadHttpRequestException(message);
}
