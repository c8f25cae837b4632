using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Footing.Programmes;

namespace Footing.Snapshots;

/// <summary>Fingerprints of what a snapshot depends on, to check that it is still the same.</summary>
internal static class SnapshotFingerprints
{
    /// <summary>
    /// The build: another version of the rules is another build, and the compiler gives each its own number. Nobody
    /// needs to remember to raise a version.
    /// </summary>
    public static string Build { get; } = typeof(SnapshotFingerprints).Module.ModuleVersionId.ToString("N");

    /// <summary>What the projection reads of a programme.</summary>
    public static string Of(Programme programme)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{programme.Id}\n{programme.Version}\n{programme.Condition.Id}\n{programme.MinutesLimit}");
        foreach (var weekday in programme.Weekdays)
        {
            text.Append(CultureInfo.InvariantCulture, $" {(int)weekday}");
        }

        foreach (var exercise in programme.Exercises)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{exercise.Id} {(int)exercise.Traits} {exercise.JoinsAfter}");
            foreach (var level in exercise.Levels)
            {
                var (dose, tempo) = (level.Dose, level.Tempo);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"/{dose.Sets} {dose.Reps} {dose.Seconds} {dose.PerSide} {tempo.UpMs} {tempo.HoldMs} {tempo.DownMs} {level.RestSeconds}");
            }
        }

        text.AppendJoin(' ', programme.Progression);
        return Digest(MemoryMarshal.AsBytes(text.ToString().AsSpan()));
    }

    /// <summary>
    /// A zone's offsets in the year before a date, week by week: a government that changes the clocks at short notice
    /// changes closed dates.
    /// </summary>
    public static string Of(TimeZoneInfo zone, DateOnly closedOn)
    {
        const int weeks = 53;
        var noon = closedOn.ToDateTime(new(12, 0), DateTimeKind.Utc);
        Span<long> offsets = stackalloc long[weeks];
        for (var week = 0; week < weeks; week++)
        {
            offsets[week] = zone.GetUtcOffset(noon.AddDays(-7 * week)).Ticks;
        }

        return Digest(MemoryMarshal.AsBytes(offsets));
    }

    /// <summary>
    /// How many entries there are from one sequence to another, and their ids combined, whatever their order.
    /// </summary>
    public static (int Count, Guid Ids) Of(ImmutableArray<AcceptedEntry> entries, long from, long to)
    {
        Span<byte> ids = stackalloc byte[16];
        Span<byte> id = stackalloc byte[16];
        ids.Clear();
        var count = 0;
        foreach (var entry in entries)
        {
            if (entry.Sequence < from || entry.Sequence > to)
            {
                continue;
            }

            count++;
            entry.Entry.Id.TryWriteBytes(id);
            for (var i = 0; i < id.Length; i++)
            {
                ids[i] ^= id[i];
            }
        }

        return (count, new Guid(ids));
    }

    /// <summary>SHA-256 as text.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(SHA256.HashData(bytes));
}
