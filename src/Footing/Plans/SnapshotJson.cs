using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Footing.Journal;

namespace Footing.Plans;

/// <summary>
/// A snapshot as JSON. The outer object says by which format and build it was written and bears a digest of the inner
/// one, so that nothing else than what this build wrote is ever believed.
/// </summary>
internal static class SnapshotJson
{
    private const int Format = 1;

    public static byte[] Write(SnapshotContents snapshot)
    {
        var inner = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(inner))
        {
            WriteInner(json, snapshot);
        }

        var outer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(outer))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("build", SnapshotPrints.Build);
            json.WriteString("digest", SnapshotPrints.Digest(inner.WrittenSpan));
            json.WritePropertyName("snapshot");
            json.WriteRawValue(inner.WrittenSpan, skipInputValidation: true);
            json.WriteEndObject();
        }

        return outer.WrittenSpan.ToArray();
    }

    public static SnapshotContents? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var outer = document.RootElement;
            return outer.ValueKind == JsonValueKind.Object &&
                outer.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.Number &&
                format.TryGetInt32(out var number) && number == Format &&
                outer.TryGetProperty("build", out var build) && LenientJson.Text(build) == SnapshotPrints.Build &&
                outer.TryGetProperty("digest", out var digest) && outer.TryGetProperty("snapshot", out var inner) &&
                LenientJson.Text(digest) == SnapshotPrints.Digest(JsonMarshal.GetRawUtf8Value(inner))
                    ? ReadInner(inner)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void WriteInner(Utf8JsonWriter json, SnapshotContents snapshot)
    {
        json.WriteStartObject();
        json.WriteNumber("closedOn", snapshot.ClosedOn.DayNumber);
        json.WriteNumber("madeOn", snapshot.MadeOn.DayNumber);
        json.WriteString("zone", snapshot.Zone);
        json.WriteString("zonePrint", snapshot.ZonePrint);
        json.WriteString("programmePrint", snapshot.ProgrammePrint);
        json.WriteNumber("loadFrom", snapshot.LoadFrom);
        json.WriteNumber("knownTo", snapshot.KnownTo);
        json.WriteNumber("knownCount", snapshot.Known.Count);
        json.WriteString("knownIds", snapshot.Known.Ids);
        json.WriteBase64String("waiting", CareStateJson.Bytes(snapshot.Waiting));
        if (snapshot.ScreeningCorrectedAt is { } corrected)
        {
            json.WriteString("screeningCorrectedAt", corrected);
        }

        json.WriteBase64String("closed", snapshot.Closed.ToBytes());
        json.WriteBoolean("checkedBehind", snapshot.Border.IsCheckedBehind);
        json.WriteBoolean("checked", snapshot.Border.IsChecked);
        json.WriteString("later", snapshot.Border.Later);
        json.WritePropertyName("state");
        CareStateJson.Write(json, snapshot.State);
        json.WriteStartArray("carried");
        foreach (var accepted in snapshot.Carried)
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", accepted.Sequence);
            json.WritePropertyName("entry");
            json.WriteRawValue(accepted.Json.Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static SnapshotContents? ReadInner(JsonElement inner)
    {
        var carried = ImmutableArray.CreateBuilder<AcceptedEntry>();
        foreach (var item in inner.GetProperty("carried").EnumerateArray())
        {
            var json = item.GetProperty("entry");
            if (EntryReader.From(json.Clone()) is not { Succeeded: true, Value: var entry })
            {
                return null;
            }

            carried.Add(new(item.GetProperty("sequence").GetInt64(), entry, JsonMarshal.GetRawUtf8Value(json).ToArray()));
        }

        var closedOn = DateOnly.FromDayNumber(inner.GetProperty("closedOn").GetInt32());
        return new SnapshotContents
        {
            ClosedOn = closedOn,
            MadeOn = DateOnly.FromDayNumber(inner.GetProperty("madeOn").GetInt32()),
            Zone = inner.GetProperty("zone").GetString()!,
            ZonePrint = inner.GetProperty("zonePrint").GetString()!,
            ProgrammePrint = inner.GetProperty("programmePrint").GetString()!,
            LoadFrom = inner.GetProperty("loadFrom").GetInt64(),
            KnownTo = inner.GetProperty("knownTo").GetInt64(),
            Known = (inner.GetProperty("knownCount").GetInt32(), inner.GetProperty("knownIds").GetGuid()),
            Waiting = CareStateJson.ReadIds(inner.GetProperty("waiting")),
            ScreeningCorrectedAt = inner.TryGetProperty("screeningCorrectedAt", out var corrected) ? corrected.GetDateTimeOffset() : null,
            Closed = ClosedSessions.From(inner.GetProperty("closed").GetBytesFromBase64()),
            Border = new(
                inner.GetProperty("checkedBehind").GetBoolean(),
                inner.GetProperty("checked").GetBoolean(),
                inner.GetProperty("later").GetString()!),
            State = CareStateJson.Read(inner.GetProperty("state"), closedOn),
            Carried = carried.ToImmutable(),
        };
    }
}
