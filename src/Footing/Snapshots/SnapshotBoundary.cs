using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Footing.Journal;
using Footing.Plans;

namespace Footing.Snapshots;

/// <summary>
/// What entries after a snapshot's date say about sessions up to it. A later reading must give the same, or those
/// sessions would be judged differently.
/// </summary>
/// <param name="IsCheckedBehind">
/// Whether there is a clear foot check between the last session up to the date and the end of the date; true also where
/// there is no session.
/// </param>
/// <param name="IsChecked">The same up to the next session (P7).</param>
/// <param name="Later">
/// A digest of the later sets and answers that name a session up to the date; empty for none.
/// </param>
internal sealed record SnapshotBoundary(bool IsCheckedBehind, bool IsChecked, string Later)
{
    /// <summary>Looks across the boundary at a date.</summary>
    /// <param name="effective">The effective entries, in the journal's order.</param>
    /// <param name="facts">What they say about sessions.</param>
    /// <param name="after">The place of the first entry after the date.</param>
    /// <param name="closed">The sessions up to the date.</param>
    /// <param name="isCheckedBehind">See <see cref="IsCheckedBehind"/>.</param>
    public static SnapshotBoundary Of(
        ImmutableArray<Entry> effective, SessionFacts facts, int after, ClosedSessions closed, bool isCheckedBehind)
    {
        var known = new Dictionary<string, bool>();
        var later = new StringBuilder();
        foreach (var entry in effective.AsSpan()[after..])
        {
            if (ClosedSessions.NamedBy(entry) is not { } session)
            {
                continue;
            }

            if (!known.TryGetValue(session, out var isClosed))
            {
                known[session] = isClosed = closed.MightContain(session);
            }

            if (isClosed)
            {
                later.Append(Digest(entry)).Append('\n');
            }
        }

        return new(
            isCheckedBehind,
            isCheckedBehind || facts.HasClearCheck(after, facts.SessionFrom(after)),
            later.Length == 0 ? "" : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(later.ToString()))));
    }

    /// <summary>All that a session's judgement reads of an entry that names it.</summary>
    private static string Digest(Entry entry) => entry switch
    {
        SetEntry set => string.Create(
            CultureInfo.InvariantCulture,
            $"{set.Id} {JsonEncodedText.Encode(set.Session)} {set.Exercise} {set.Level} {set.Set} {set.Side} " +
            $"{set.Done} {set.InSeconds} {set.Target}"),
        NextMorningEntry morning => string.Create(
            CultureInfo.InvariantCulture, $"{morning.Id} {JsonEncodedText.Encode(morning.Session)} {morning.PainRaised} {morning.Pain} {morning.Because}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{entry.Id}"),
    };
}
