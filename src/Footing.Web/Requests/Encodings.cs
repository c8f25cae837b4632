using Footing.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Footing.Web.Requests;

/// <summary>How a body may be encoded: in UTF-8, and not compressed.</summary>
internal static class Encodings
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Answers 415 to any other body, at every address.</summary>
    public static Task Refuse(HttpContext context, RequestDelegate next) =>
        context.Request.Headers.ContentEncoding.ToString() is not ("" or "identity")
            ? Failures.Answer(context, StatusCodes.Status415UnsupportedMediaType, "compressed")
            : !IsUtf8(context.Request) ? Failures.Answer(context, StatusCodes.Status415UnsupportedMediaType, "not-utf-8")
            : next(context);

    /// <summary>A body without the byte order mark that some programs write first.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith(Mark) ? body[Mark.Length..] : body;

    // A body that names no encoding is UTF-8. Some names must not even be looked up: that of UTF-7 throws.
    private static bool IsUtf8(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Charset).ToString().ToUpperInvariant() is "" or "UTF-8" or "US-ASCII";
}
