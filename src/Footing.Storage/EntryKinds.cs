using System.Collections.Frozen;
using Footing.Journal;

namespace Footing.Storage;

/// <summary>
/// The number of an entry's kind in the database. A number is never used again for another kind. A kind without a
/// number is 0: its name may be personal text, so it is only in the sealed part.
/// </summary>
internal static class EntryKinds
{
    internal const short Other = 0;

    private static readonly FrozenDictionary<string, short> Numbers = new Dictionary<EntryKind, short>
    {
        [EntryKind.Screening] = 1,
        [EntryKind.FootCheck] = 2,
        [EntryKind.Set] = 3,
        [EntryKind.Session] = 4,
        [EntryKind.NextMorning] = 5,
        [EntryKind.CheckIn] = 6,
        [EntryKind.Background] = 7,
        [EntryKind.Event] = 8,
        [EntryKind.Schedule] = 9,
        [EntryKind.Clearance] = 10,
        [EntryKind.Adjustment] = 11,
        [EntryKind.Correction] = 12,
        [EntryKind.Preference] = 13,
        [EntryKind.Programme] = 14,
        [EntryKind.LeaveOut] = 15,
    }.ToFrozenDictionary(kind => Vocabulary.EntryKinds[kind.Key], kind => kind.Value);

    private static readonly FrozenDictionary<short, string> Names = Numbers.ToFrozenDictionary(kind => kind.Value, kind => kind.Key);

    /// <summary>The kind's number; <see cref="Other"/> for a kind without one.</summary>
    internal static short NumberOf(string kind) => Numbers.GetValueOrDefault(kind, Other);

    /// <summary>The kind; null for <see cref="Other"/>, and for a number from a newer Footing.</summary>
    internal static string? NameOf(short number) => Names.GetValueOrDefault(number);
}
