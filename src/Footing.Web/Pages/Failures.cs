using System.Diagnostics;
using System.Text.Json;
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
    /// <summary>Handles any exception.</summary>
    public static async Task Handle(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (status, reason) = Reason(fault);
        if (fault is StorageException)
        {
            context.RequestServices.GetRequiredService<Readiness>().Failed();
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

        await Answer(context, status, reason);
    }

    /// <summary>Nothing is at this address.</summary>
    public static Task NotFound(HttpContext context) => Answer(context, StatusCodes.Status404NotFound, "not-found");

    /// <summary>Answers with the page or the problem for a reason.</summary>
    public static Task Answer(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        return context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? Problem(context, status, reason, $"failure.{reason}.title")
            : Show.Page<FailurePage>(new { Reason = reason }, status).ExecuteAsync(context);
    }

    /// <summary>Answers with problem details; the title is the text of a key.</summary>
    public static Task Problem(HttpContext context, int status, string reason, string title) => context.Response.WriteAsJsonAsync(
        new { type = "about:blank", title = context.RequestServices.GetRequiredService<Texts>()[title], status, reason },
        JsonSerializerOptions.Web, "application/problem+json", context.RequestAborted);

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
