using System.Collections.Frozen;

namespace Footing.Storage;

/// <summary>
/// The number of an entry's kind in the database. A number is never used again for another kind. A kind without a
/// number is 0: its name may be personal text, so it is only in the sealed part.
/// </summary>
internal static class EntryKinds
{
    internal const short Other = 0;

    private static readonly FrozenDictionary<string, short> Numbers = new Dictionary<string, short>
    {
        ["screening"] = 1,
        ["foot-check"] = 2,
        ["set"] = 3,
        ["session"] = 4,
        ["next-morning"] = 5,
        ["check-in"] = 6,
        ["background"] = 7,
        ["event"] = 8,
        ["schedule"] = 9,
        ["clearance"] = 10,
        ["adjustment"] = 11,
        ["correction"] = 12,
        ["preference"] = 13,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<short, string> Names = Numbers.ToFrozenDictionary(kind => kind.Value, kind => kind.Key);

    /// <summary>The kind's number; <see cref="Other"/> for a kind without one.</summary>
    internal static short NumberOf(string kind) => Numbers.GetValueOrDefault(kind, Other);

    /// <summary>The kind; null for <see cref="Other"/>, and for a number from a newer Footing.</summary>
    internal static string? NameOf(short number) => Names.GetValueOrDefault(number);
}
