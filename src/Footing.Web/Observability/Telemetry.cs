using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Footing.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Footing.Web.Observability;

/// <summary>
/// Metrics and traces, sent by OTLP over HTTP to the collector that the operator has named. Only a white list is sent:
/// route templates, methods, status codes, names of exception types, and the numbers of the store.
/// </summary>
/// <remarks>
/// The framework makes the spans and the metrics itself. The usual instrumentation package would first add paths,
/// queries and user agents, which we would then have to remove.
/// </remarks>
internal static class Telemetry
{
    /// <summary>The name of the meter and of the source of spans that the store writes to.</summary>
    private const string Store = "Footing.Storage";

    private const string Requests = "Microsoft.AspNetCore";
    private const string Traces = "traces";
    private const string Metrics = "metrics";
    private const int PatienceMilliseconds = 2000;

    // A process that is asked to stop has two seconds, and the store must be closed within them too.
    private static readonly TimeSpan PatienceWhenStopping = TimeSpan.FromSeconds(1);

    /// <summary>The collector that a URL names; null when none is named.</summary>
    /// <exception cref="HostingException">It is not a plain URL.</exception>
    public static Uri? Collector(string? url)
    {
        if (url is null)
        {
            return null;
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri is { Host.Length: > 0, Query: "", Fragment: "", UserInfo: "" }
            ? new Uri(uri.AbsoluteUri.TrimEnd('/') + "/")
            : throw new HostingException($"Cannot send metrics and traces to \"{url}\": give the address of a collector for OTLP over HTTP, such as http://127.0.0.1:4318.");
    }

    /// <summary>Sends metrics and traces to the collector; without one, nothing of OpenTelemetry is loaded.</summary>
    public static void Add(WebApplicationBuilder builder, Uri? collector)
    {
        // Always: the log contains the trace id, and a header must not choose it.
        builder.Services.AddSingleton<DistributedContextPropagator>(new NoPropagator());
        if (collector is not null)
        {
            Send(builder, collector);
        }
    }

    /// <summary>Gives each request's span its few attributes; must run before all other middleware.</summary>
    public static void Use(WebApplication app, Uri? collector)
    {
        if (collector is not null)
        {
            app.Use(Describe);
        }
    }

    private static void Send(WebApplicationBuilder builder, Uri collector)
    {
        Forget();
        // Span events and links cannot be removed from a span, so none are sent: an exception's event has its message.
        builder.Configuration.AddInMemoryCollection([new("OTEL_SPAN_EVENT_COUNT_LIMIT", "0"), new("OTEL_SPAN_LINK_COUNT_LIMIT", "0")]);
        Target(Traces);
        Target(Metrics);

        // Empty: the usual builder adds names from the environment.
        var resource = ResourceBuilder.CreateEmpty().AddService(
            "footing", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3), autoGenerateServiceInstanceId: false);
        builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces
                .SetResourceBuilder(resource)
                .SetSampler(new ParentBasedSampler(new AlwaysOnSampler()))
                .AddSource(Requests, Store)
                .AddProcessor(new OnlyKnown())
                .AddOtlpExporter(Traces, configure: null))
            .WithMetrics(metrics => metrics
                .SetResourceBuilder(resource)
                .SetExemplarFilter(ExemplarFilterType.AlwaysOff)
                .AddMeter("Microsoft.AspNetCore.Hosting", "System.Runtime", Store)
                .AddView(View)
                .AddOtlpExporter(Metrics, (_, reader) =>
                {
                    reader.TemporalityPreference = MetricReaderTemporalityPreference.Cumulative;
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = 15_000;
                    reader.PeriodicExportingMetricReaderOptions.ExportTimeoutMilliseconds = PatienceMilliseconds;
                }));

        void Target(string signal) => builder.Services.AddOptions<OtlpExporterOptions>(signal).Configure<ILoggerFactory, IHostApplicationLifetime>((otlp, logs, lifetime) =>
        {
            otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
            otlp.Endpoint = new Uri(collector, $"v1/{signal}");
            otlp.Headers = "";
            otlp.TimeoutMilliseconds = PatienceMilliseconds;
            otlp.BatchExportProcessorOptions = new()
            {
                MaxQueueSize = 2048,
                MaxExportBatchSize = 512,
                ScheduledDelayMilliseconds = 5000,
                ExporterTimeoutMilliseconds = PatienceMilliseconds,
            };
            var delivery = new Delivery(signal, logs.CreateLogger("Footing"), lifetime);
            otlp.HttpClientFactory = () => new HttpClient(delivery, disposeHandler: false) { Timeout = TimeSpan.FromMilliseconds(PatienceMilliseconds) };
        });
    }

    /// <summary>
    /// OpenTelemetry reads environment variables that redirect it or make it send more. It asks the host's
    /// configuration for them, which does not read the environment; they are removed as well, because some of its
    /// types read the environment directly, and a later version might use those.
    /// </summary>
    private static void Forget()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.OfType<string>().Where(name => name.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    /// <summary>The metrics that are sent, each with the attributes that it may keep; all others are dropped.</summary>
    private static MetricStreamConfiguration View(Instrument instrument) => (instrument.Meter.Name, instrument.Name) switch
    {
        (_, "http.server.request.duration") => new() { TagKeys = [Attribute.Method, Attribute.Route, Attribute.Status, Attribute.Fault] },
        ("System.Runtime", _) => new() { TagKeys = [Attribute.Fault, "cpu.mode", "gc.heap.generation"] },
        (Store, _) => new() { TagKeys = ["kind", "outcome"] },
        _ => MetricStreamConfiguration.Drop,
    };

    private static async Task Describe(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { } span)
        {
            await next(context);
            return;
        }

        if (context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            // A probe each second would hide all other traces; the store's spans for it are left out too.
            span.IsAllDataRequested = false;
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }

        Exception? fault = null;
        try
        {
            await next(context);
        }
        catch (Exception thrown)
        {
            fault = thrown;
            throw;
        }
        finally
        {
            var shown = context.Features.Get<IExceptionHandlerFeature>()?.Error;
            Describe(span, context, fault ?? shown);
            if (fault is null && shown is not null)
            {
                // The framework adds an exception to its metrics only if nobody has handled it.
                context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new(Attribute.Fault, shown.GetType().FullName));
            }
        }
    }

    private static void Describe(Activity span, HttpContext context, Exception? fault)
    {
        var method = Method(context.Request.Method);
        var route = Route(context);
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag(Attribute.Method, method);
        span.SetTag(Attribute.Route, route);
        span.SetTag(Attribute.Status, context.Response.StatusCode);
        span.SetTag(Attribute.Fault, fault?.GetType().FullName);
        span.SetStatus(context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
    }

    /// <summary>The template of the route that a request matched, such as <c>/session/{id}</c>; null if none.</summary>
    public static string? Route(HttpContext context) =>
        // After a fault the exception handler has removed the endpoint from the request.
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route;

    // A client may send any word as a method.
    private static string Method(string method) =>
        method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "OPTIONS" or "PATCH" or "TRACE" or "CONNECT" ? method : "_OTHER";

    /// <summary>Names of attributes, from OpenTelemetry's semantic conventions.</summary>
    private static class Attribute
    {
        public const string Method = "http.request.method";
        public const string Route = "http.route";
        public const string Status = "http.response.status_code";
        public const string Fault = "error.type";
    }

    /// <summary>Removes everything that is not on the white list from a span, no matter who added it.</summary>
    private sealed class OnlyKnown : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var name in data.TagObjects.Where(tag => !IsKnown(tag.Key, tag.Value)).Select(tag => tag.Key).Distinct().ToArray())
            {
                do
                {
                    data.SetTag(name, null);
                }
                while (data.GetTagItem(name) is not null);
            }

            data.TraceStateString = null;
            // Without the description, which may quote a message.
            data.SetStatus(data.Status);
            if (data.Source.Name == Store)
            {
                data.DisplayName = data.OperationName;
            }
        }

        private static bool IsKnown(string name, object? value) => name switch
        {
            Attribute.Method or Attribute.Route or Attribute.Fault => value is string,
            Attribute.Status => value is int,
            // Of the store only numbers, and which fault it was.
            _ => name.StartsWith("footing.", StringComparison.Ordinal)
                && (value is int or long or double or bool or StorageFault || (value is string kind && Enum.GetNames<StorageFault>().Contains(kind, StringComparer.OrdinalIgnoreCase))),
        };
    }

    /// <summary>Each request starts its own trace: a caller's ids, state and baggage are text from outside.</summary>
    private sealed class NoPropagator : DistributedContextPropagator
    {
        public override IReadOnlyCollection<string> Fields { get; } = [];

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
        {
        }

        public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
            (traceId, traceState) = (null, null);

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
    }

    /// <summary>
    /// Delivers to the collector and nowhere else: it uses no proxy from the environment and follows no redirect. Logs
    /// once when the collector does not accept the data, and once when it does again.
    /// </summary>
    private sealed class Delivery : DelegatingHandler
    {
        private readonly string _signal;
        private readonly ILogger _log;
        [SuppressMessage("Usage", "CA2213", Justification = "It is needed as long as the host runs: its clients share it, and none disposes of it.")]
        private readonly CancellationTokenSource _end = new();
        private int _refused;

        public Delivery(string signal, ILogger log, IHostApplicationLifetime lifetime)
        {
            InnerHandler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null };
            (_signal, _log) = (signal, log);
            lifetime.ApplicationStopping.Register(() => _end.CancelAfter(PatienceWhenStopping));
        }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _end.Token);
            try
            {
                return Heed(base.Send(request, either.Token));
            }
            catch (Exception fault)
            {
                Refused(fault.GetType().Name);
                throw;
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _end.Token);
            try
            {
                return Heed(await base.SendAsync(request, either.Token));
            }
            catch (Exception fault)
            {
                Refused(fault.GetType().Name);
                throw;
            }
        }

        private HttpResponseMessage Heed(HttpResponseMessage answer)
        {
            if (!answer.IsSuccessStatusCode)
            {
                Refused(((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            else if (Interlocked.Exchange(ref _refused, 0) == 1)
            {
                Events.TelemetryDelivered(_log, _signal);
            }

            return answer;
        }

        private void Refused(string why)
        {
            if (Interlocked.Exchange(ref _refused, 1) == 0)
            {
                Events.TelemetryRefused(_log, _signal, why);
            }
        }
    }
}
