using System.Text.Json;
using System.Text.Json.Serialization;

namespace Footing.Snapshots;

/// <summary>
/// Which months up to a snapshot's date have items, and which entries each needs to be shown: a page of one month reads
/// these by their sequence, and no other month.
/// </summary>
internal sealed class ClosedMonths
{
    private ClosedMonths(bool isKnown, ImmutableSortedDictionary<int, ClosedMonth> byNumber) => (IsKnown, ByNumber) = (isKnown, byNumber);

    /// <summary>No month.</summary>
    public static ClosedMonths None { get; } = Of([]);

    /// <summary>For a journal of which this cannot be said without reading all of it again.</summary>
    public static ClosedMonths Unknown { get; } = new(false, ImmutableSortedDictionary<int, ClosedMonth>.Empty);

    /// <summary>Whether the months are known.</summary>
    public bool IsKnown { get; }

    /// <summary>The months, by the number that <see cref="NumberOf"/> gives.</summary>
    public ImmutableSortedDictionary<int, ClosedMonth> ByNumber { get; }

    /// <summary>The first days of the months with items, the newest first.</summary>
    public IEnumerable<DateOnly> WithItems => ByNumber.Where(month => month.Value.HasItems).Select(month => FirstDayOf(month.Key)).Reverse();

    /// <summary>Known months.</summary>
    public static ClosedMonths Of(IEnumerable<KeyValuePair<int, ClosedMonth>> months) => new(true, ImmutableSortedDictionary.CreateRange(months));

    /// <summary>Months since the year 0.</summary>
    public static int NumberOf(DateOnly date) => (date.Year * 12) + date.Month - 1;

    /// <summary>The entries that a month needs, by sequence; empty for none.</summary>
    public ImmutableArray<SequenceRange> NeededFor(DateOnly month) => ByNumber.TryGetValue(NumberOf(month), out var found) ? found.Needed : [];

    /// <summary>About 8 bytes a month: most months need one stretch of the journal.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(IsKnown);
        foreach (var (number, month) in ByNumber)
        {
            writer.Write7BitEncodedInt(number);
            writer.Write(month.HasItems);
            writer.Write7BitEncodedInt(month.Needed.Length);
            foreach (var range in month.Needed)
            {
                writer.Write7BitEncodedInt64(range.From);
                writer.Write7BitEncodedInt64(range.To - range.From);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static ClosedMonths From(byte[] written)
    {
        using var bytes = new MemoryStream(written);
        using var reader = new BinaryReader(bytes);
        if (!reader.ReadBoolean())
        {
            return Unknown;
        }

        var months = ImmutableSortedDictionary.CreateBuilder<int, ClosedMonth>();
        while (bytes.Position < bytes.Length)
        {
            var number = reader.Read7BitEncodedInt();
            var hasItems = reader.ReadBoolean();
            var needed = new SequenceRange[reader.Read7BitEncodedInt()];
            for (var place = 0; place < needed.Length; place++)
            {
                var from = reader.Read7BitEncodedInt64();
                needed[place] = new(from, from + reader.Read7BitEncodedInt64());
            }

            months.Add(number, new(hasItems, [.. needed]));
        }

        return new(true, months.ToImmutable());
    }

    private static DateOnly FirstDayOf(int number) => new(number / 12, (number % 12) + 1, 1);
}

/// <summary>What a snapshot knows of a month.</summary>
/// <param name="HasItems">Whether an entry up to the snapshot's date is shown in it.</param>
/// <param name="Needed">The entries that it takes to show them, in order.</param>
internal readonly record struct ClosedMonth(bool HasItems, ImmutableArray<SequenceRange> Needed)
{
    /// <summary>With fewer entries between them, two ranges are read as one.</summary>
    private const int SmallestGap = 32;

    /// <summary>The month with more items, or with more entries that it needs.</summary>
    /// <param name="hasItems">Whether it has items.</param>
    /// <param name="sequences">Entries that it needs.</param>
    public ClosedMonth With(bool hasItems, IEnumerable<long> sequences)
    {
        var known = Needed.IsDefault ? [] : Needed;
        var ranges = new List<SequenceRange>();
        foreach (var range in known.Concat(sequences.Select(sequence => new SequenceRange(sequence, sequence))).OrderBy(range => range.From))
        {
            if (ranges.Count > 0 && range.From - ranges[^1].To <= SmallestGap)
            {
                ranges[^1] = ranges[^1] with { To = Math.Max(ranges[^1].To, range.To) };
            }
            else
            {
                ranges.Add(range);
            }
        }

        return new(HasItems || hasItems, [.. ranges]);
    }
}

/// <summary>A stretch of a journal in the order of acceptance.</summary>
/// <param name="From">The first sequence.</param>
/// <param name="To">The last sequence.</param>
public readonly record struct SequenceRange(long From, long To);

/// <summary>The months as their bytes in Base64.</summary>
internal sealed class ClosedMonthsConverter : JsonConverter<ClosedMonths>
{
    public override ClosedMonths Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ClosedMonths.From(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, ClosedMonths value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.ToBytes());
}
