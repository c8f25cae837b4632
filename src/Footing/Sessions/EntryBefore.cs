using Footing.Journal;
using Footing.Programmes;

namespace Footing.Sessions;

/// <summary>
/// What must be entered on a date before its session is performed. It is data, so that a player without a connection
/// judges nothing.
/// </summary>
/// <param name="Kind">The kind of an entry that must be made on the date.</param>
/// <param name="Until">The kind of an entry after which another one must be made.</param>
public sealed record EntryBefore(string Kind, string Until)
{
    /// <summary>What a programme requires, the same that <c>DueReports.AreFeetChecked</c> tests; null for nothing.</summary>
    /// <param name="programme">The programme.</param>
    public static EntryBefore? Of(Programme programme) => programme.Condition.ChecksFeet
        ? new(Vocabulary.EntryKinds[EntryKind.FootCheck], Vocabulary.EntryKinds[EntryKind.Session])
        : null;
}
