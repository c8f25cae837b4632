using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Footing.Storage;
using Footing.Web.Observability;
using Footing.Wording;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Footing.Web.Pages;

/// <summary>
/// What people and programs see when something fails: a page that says plainly how to continue, or problem details (RFC
/// 9457) under <c>/api</c>. Logs get the fault's type and stack, never its message: it may quote an answer.
/// </summary>
internal static class Failures
{
    private static readonly JsonSerializerOptions Details = new(JsonSerializerOptions.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Handles any exception.</summary>
    public static async Task Handle(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (status, reason) = Reason(fault);
        if (fault is StorageException)
        {
            context.RequestServices.GetRequiredService<StoreFaults>().Add();
        }

        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Footing");
        var trace = Activity.Current?.TraceId.ToHexString();
        if (status < StatusCodes.Status500InternalServerError)
        {
            // The sender's fault: where the code noticed it helps nobody.
            Events.RequestRefused(log, Name(fault), Telemetry.Route(context), reason, trace);
        }
        else
        {
            Events.RequestFailed(log, Name(fault), Telemetry.Route(context), reason, trace, fault is null ? null : EventLines.Trail(fault));
        }

        // A body that an endpoint has the framework read, whatever endpoint it is.
        await (fault is BadHttpRequestException { InnerException: JsonException json } && IsForPrograms(context)
            ? NotJson(context, json)
            : Answer(context, status, reason));
    }

    /// <summary>Nothing is at this address.</summary>
    public static Task NotFound(HttpContext context) => Answer(context, StatusCodes.Status404NotFound, "not-found");

    /// <summary>Answers with the page or the problem for a reason.</summary>
    public static Task Answer(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        var texts = context.RequestServices.GetRequiredService<Texts>();
        return IsForPrograms(context)
            ? Problem(
                context, status, reason, texts[$"failure.{reason}.title"],
                texts.Has($"failure.{reason}.detail") ? texts[$"failure.{reason}.detail"] : string.Join(' ', texts.List($"failure.{reason}.text")))
            : Show.Page<FailurePage>(new { Reason = reason }, status).ExecuteAsync(context);
    }

    /// <summary>Answers to a body that is not JSON: with the place at which it stops being so, and what to do.</summary>
    public static Task NotJson(HttpContext context, JsonException fault)
    {
        const string Reason = "bad-json";
        var texts = context.RequestServices.GetRequiredService<Texts>();
        // Both count from nought.
        var (line, column) = ((fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Problem(
            context, StatusCodes.Status400BadRequest, Reason, texts[$"failure.{Reason}.title"],
            texts.Say($"failure.{Reason}.detail", ("line", line.ToString(CultureInfo.InvariantCulture)), ("byte", column.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>Answers with problem details.</summary>
    public static Task Problem(HttpContext context, int status, string reason, string title, string? detail) => context.Response.WriteAsJsonAsync(
        new { type = "about:blank", title, status, detail, reason }, Details, "application/problem+json", context.RequestAborted);

    private static bool IsForPrograms(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static (int Status, string Reason) Reason(Exception? fault) => fault switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, "too-large"),
        AntiforgeryValidationException { InnerException: { } cause } => cause is BadHttpRequestException ? Reason(cause) : (StatusCodes.Status400BadRequest, "unreadable"),
        // The server throws this for a chunk whose size is too large a number.
        IOException { InnerException: OverflowException } => (StatusCodes.Status400BadRequest, "unreadable"),
        BadHttpRequestException or InvalidDataException => (StatusCodes.Status400BadRequest, "unreadable"),
        StorageException storage => (StatusCodes.Status503ServiceUnavailable, storage.Kind switch
        {
            StorageFault.Full => "storage-full",
            StorageFault.Locked => "storage-locked",
            StorageFault.Gone => "storage-gone",
            StorageFault.ReadOnly => "storage-read-only",
            StorageFault.NewerVersion => "storage-newer",
            StorageFault.NotOurs => "storage-not-ours",
            StorageFault.Corrupt => "storage-corrupt",
            StorageFault.Keys => "storage-keys",
            StorageFault.Refused => "storage-refused",
        }),
        _ => (StatusCodes.Status500InternalServerError, "unexpected"),
    };

    /// <summary>The log's name of a fault: for a fault of the store its kind; /health/ready has its text.</summary>
    public static string? Name(Exception? fault) => fault is StorageException storage ? $"StorageException {storage.Kind}" : fault?.GetType().Name;
}
