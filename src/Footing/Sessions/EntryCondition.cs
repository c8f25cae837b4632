using System.Text.Json;
using Footing.Journal;

namespace Footing.Sessions;

/// <summary>
/// What must not have happened meanwhile for a script to be valid: it is met when at least one entry made since the
/// script was compiled is of the kind, is not older than <paramref name="Since"/>, and has the field within the range.
/// It is data, so that a player without a connection judges nothing.
/// </summary>
/// <param name="Kind">The entry's kind.</param>
/// <param name="Field">
/// The field, with dots into objects (<c>effort.calf-raise</c>); of a list each member is tested. Null: any entry of
/// the kind.
/// </param>
/// <param name="Minus">A field to subtract from it first, such as pain before from pain after; null for none.</param>
/// <param name="Range">The values that meet it; null only without a field.</param>
/// <param name="Since">Entries before this instant do not meet it.</param>
public sealed record EntryCondition(string Kind, string? Field, string? Minus, ValueRange? Range, DateTimeOffset Since)
{
    /// <summary>Whether it is about something seen on the feet: then somebody must look before any exercise.</summary>
    public bool IsFinding { get; init; }

    /// <summary>
    /// Whether an entry meets it. A field that is missing, or of another type than the range, does not; a time that
    /// cannot be read is not too old.
    /// </summary>
    /// <param name="entry">The entry as it was written.</param>
    public bool IsMetBy(JsonElement entry)
    {
        if (LenientJson.Text(entry, "kind") != Kind || (LenientJson.Text(entry, "at") is { } at && Rfc3339.Find(at) < Since))
        {
            return false;
        }

        if (Field is null)
        {
            return true;
        }

        if (Find(entry, Field) is not { } value)
        {
            return false;
        }

        if (Minus is null)
        {
            return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Any(Range!.Holds) : Range!.Holds(value);
        }

        return ValueRange.Number(value) is { } number && Find(entry, Minus) is { } minus && ValueRange.Number(minus) is { } less &&
            Range!.Holds(number - less);
    }

    private static JsonElement? Find(JsonElement entry, string path)
    {
        JsonElement? found = entry;
        foreach (var name in path.Split('.'))
        {
            found = found is { } outer ? LenientJson.Member(outer, name) : null;
        }

        return found;
    }
}

/// <summary>Values that meet a condition: numbers from one to another, both included, or words.</summary>
/// <param name="From">The lowest number; null where words are expected.</param>
/// <param name="To">The highest number; null where words are expected.</param>
/// <param name="Words">The words; empty where numbers are expected.</param>
public sealed record ValueRange(decimal? From, decimal? To, ImmutableArray<string> Words)
{
    internal static ValueRange Between(decimal from, decimal to) => new(from, to, []);

    internal static ValueRange Of(params ReadOnlySpan<string> words) => new(null, null, [.. words]);

    internal bool Holds(decimal number) => From <= number && number <= To;

    internal bool Holds(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => Number(value) is { } number && Holds(number),
        JsonValueKind.String => LenientJson.Text(value) is { } word && Words.Contains(word),
        _ => false,
    };

    /// <summary>A number; null for anything else, and for one that no entry can hold.</summary>
    internal static decimal? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;
}
