using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using Footing.Journal;
using Footing.Plans;

namespace Footing.Snapshots;

/// <summary>
/// The dates of the entries that a state names: a plan's reasons say when something was found, long after its entry was
/// read for the last time.
/// </summary>
internal static class EntryDates
{
    /// <summary>The dates of the entries that a state names, except of sessions that it names with their dates.</summary>
    /// <param name="state">The state.</param>
    /// <param name="before">The dates that the snapshot before has; null for a whole journal.</param>
    /// <param name="effective">The effective entries that were read.</param>
    /// <param name="zone">The person's zone.</param>
    public static ImmutableDictionary<Guid, DateOnly> Of(
        CareState state, ImmutableDictionary<Guid, DateOnly>? before, ImmutableArray<Entry> effective, TimeZoneInfo zone)
    {
        var named = Named(state).ToHashSet();
        var dates = (before ?? ImmutableDictionary<Guid, DateOnly>.Empty).Where(known => named.Contains(known.Key)).ToImmutableDictionary().ToBuilder();
        foreach (var entry in effective)
        {
            if (named.Contains(entry.Id))
            {
                dates[entry.Id] = entry.DateIn(zone);
            }
        }

        return dates.ToImmutable();
    }

    /// <summary>The sessions that a state names with their dates: some add up for years, and are not written twice.</summary>
    public static IEnumerable<SessionReference> Sessions(CareState state)
    {
        foreach (var progress in state.Progress.Values)
        {
            foreach (var session in progress.QualifyingSessions)
            {
                yield return session;
            }
        }
    }

    private static IEnumerable<Guid> Named(CareState state) =>
    [
        .. state.Screening is { } screening ? [screening.Id] : Array.Empty<Guid>(),
        .. state.Progress.Values.SelectMany(Named),
        .. state.Findings.Concat(state.BalanceConcerns).SelectMany(found => found.Entries),
        .. new[] { state.LastMeasured, state.MeasuredBefore, state.Restart }.SelectMany(found => found?.Entries ?? []),
        .. new[] { state.AsymmetricCheck, state.LastSession?.Entry, state.Reports.First?.Id, state.Reports.Latest?.Id, state.Reports.FirstUp?.Entry }.OfType<Guid>(),
        .. state.Reports.Worse?.Entries ?? [],
    ];

    private static IEnumerable<Guid> Named(ExerciseProgress progress) =>
    [
        .. progress.Why?.Entries ?? [],
        .. new[] { progress.Cap?.By, progress.DeferredLevel?.By, progress.LastSession?.Entry }.OfType<Guid>(),
    ];
}

/// <summary>Dates of entries as 20 bytes each (date, id), together in Base64.</summary>
internal sealed class EntryDatesConverter : JsonConverter<ImmutableDictionary<Guid, DateOnly>>
{
    private const int Size = sizeof(int) + 16;

    public override ImmutableDictionary<Guid, DateOnly> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var bytes = reader.GetBytesFromBase64();
        var dates = ImmutableDictionary.CreateBuilder<Guid, DateOnly>();
        for (var at = 0; at < bytes.Length; at += Size)
        {
            dates[new(bytes.AsSpan(at + sizeof(int), Size - sizeof(int)))] = DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at)));
        }

        return dates.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableDictionary<Guid, DateOnly> value, JsonSerializerOptions options)
    {
        var bytes = new byte[value.Count * Size];
        var at = 0;
        foreach (var (id, on) in value)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), on.DayNumber);
            id.TryWriteBytes(bytes.AsSpan(at + sizeof(int)));
            at += Size;
        }

        writer.WriteBase64StringValue(bytes);
    }
}
