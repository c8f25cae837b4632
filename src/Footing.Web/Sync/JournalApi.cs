using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Programmes;
using Footing.Reading;
using Footing.Storage;
using Footing.Web.Observability;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Footing.Web.Sync;

/// <summary>
/// Accepts and returns entries, as the outbox of a device sends and reads them. A retry is harmless: an entry that was
/// already there is a duplicate.
/// </summary>
internal static class JournalApi
{
    private const int MostEntries = 1000;
    private const int MostBytes = 1024 * 1024;
    private const int PageSize = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/journal", Append);
        routes.MapGet("/api/journal", Page);
    }

    private static async Task Append(HttpContext context, CurrentPerson current, IJournalStore store, ProgrammeLibrary library)
    {
        if (!context.Request.HasJsonContentType())
        {
            await Failures.Answer(context, StatusCodes.Status415UnsupportedMediaType, "not-json");
            return;
        }

        if (await Body(context) is not { } body)
        {
            await Failures.Answer(context, StatusCodes.Status413PayloadTooLarge, "too-large");
            return;
        }

        using var document = Parse(Encodings.WithoutMark(body), out var fault);
        if (document is null)
        {
            await Failures.NotJson(context, fault!);
            return;
        }

        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            await Failures.Answer(context, StatusCodes.Status400BadRequest, "not-an-array");
            return;
        }

        if (document.RootElement.GetArrayLength() > MostEntries)
        {
            await Failures.Answer(context, StatusCodes.Status413PayloadTooLarge, "too-many");
            return;
        }

        var rejected = new JsonArray();
        var valid = new List<NewEntry>();
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var problems = Read(item, library, valid);
            if (problems.Count > 0)
            {
                rejected.Add(Rejected(IdOf(item), problems));
            }
        }

        JsonArray accepted = [], duplicates = [];
        foreach (var appended in await store.AppendAsync(current.Person, valid, context.RequestAborted))
        {
            if (appended.Problem is { } problem)
            {
                rejected.Add(Rejected(appended.Id.ToString(), [problem]));
            }
            else
            {
                (appended.Outcome == AppendOutcome.Accepted ? accepted : duplicates).Add(appended.Id.ToString());
            }
        }

        await context.Response.WriteAsJsonAsync(
            new JsonObject { ["accepted"] = accepted, ["duplicates"] = duplicates, ["rejected"] = rejected }, context.RequestAborted);
    }

    private static async Task Page(HttpContext context, CurrentPerson current, IJournalStore store, ILoggerFactory logs, string? after = null)
    {
        var cursor = JournalCursor.Find(after);
        if (after is { Length: > 0 } && cursor is null)
        {
            await Failures.Answer(context, StatusCodes.Status400BadRequest, "no-cursor");
            return;
        }

        var page = await store.ReadPageAsync(current.Person, cursor, PageSize, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartArray("entries");
        foreach (var entry in page.Entries)
        {
            json.WriteRawValue(entry.Json.Span, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteString("next", page.Next?.ToString());
        json.WriteEndObject();
        var log = logs.CreateLogger("Footing");
        Events.JournalExported(log, page.Entries.Count, current.Person);
    }

    /// <summary>Adds the entry to the valid ones, or reports what is wrong with it.</summary>
    private static IReadOnlyList<Problem> Read(JsonElement item, ProgrammeLibrary library, List<NewEntry> valid)
    {
        ReadOnlyMemory<byte> bytes = JsonMarshal.GetRawUtf8Value(item).ToArray();
        var read = EntryReader.From(bytes);
        if (!read.Succeeded)
        {
            return read.Problems;
        }

        if (Acceptance.Judge(read.Value, library).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        valid.Add(new(read.Value.Id, read.Value.At, EntryReader.KindOf(read.Value), bytes));
        return [];
    }

    private static JsonObject Rejected(string? id, IReadOnlyList<Problem> problems) => new()
    {
        ["id"] = id,
        ["problems"] = new JsonArray([.. problems.Select(p => new JsonObject { ["field"] = p.Field, ["message"] = p.Message })]),
    };

    /// <summary>The id as it was sent; null when it is no id, or no text.</summary>
    private static string? IdOf(JsonElement item) => LenientJson.Text(item, "id");

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body, out JsonException? fault)
    {
        fault = null;
        try
        {
            // However deep an entry is nested, only that entry is refused.
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MostBytes });
        }
        catch (JsonException problem)
        {
            fault = problem;
            return null;
        }
    }

    /// <summary>The body, or null when it exceeds the limit.</summary>
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpContext context)
    {
        if (context.Request.ContentLength > MostBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var piece = new byte[32 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(piece, context.RequestAborted)) > 0)
        {
            await body.WriteAsync(piece.AsMemory(0, read), context.RequestAborted);
            if (body.Length > MostBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }
}
