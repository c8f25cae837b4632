using System.Collections.Immutable;
using Footing.Journal;
using Footing.Quantities;
using Footing.Web.Sync;

namespace Footing.Web.Session;

/// <summary>A session as far as its sets tell.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Exercises">The exercises with a set.</param>
/// <param name="Sets">Its sets, in the journal's order.</param>
/// <param name="Entry">How it was, as it counts; null while it is not told.</param>
/// <param name="IsTold">Whether it was ever told.</param>
internal sealed record Performed(Guid Id, ImmutableSortedSet<Exercise> Exercises, ImmutableArray<SetEntry> Sets, SessionEntry? Entry, bool IsTold)
{
    /// <summary>Null when the text is no id of a session.</summary>
    public static Performed? Of(Known known, string? id)
    {
        if (!Guid.TryParse(id, out var session))
        {
            return null;
        }

        var name = session.ToString();
        ImmutableArray<SetEntry> sets = [.. known.Counting.OfType<SetEntry>().Where(set => set.Session == name)];
        return new(
            session,
            [.. sets.Select(set => set.Exercise)],
            sets,
            known.Counting.OfType<SessionEntry>().FirstOrDefault(entry => entry.Session == name),
            known.Entries.OfType<SessionEntry>().Any(entry => entry.Session == name));
    }

    /// <summary>When it ended: now, or with its last set where that was on an earlier day.</summary>
    public DateTimeOffset EndOn(Known known) =>
        Sets.IsEmpty || Sets[^1].DateIn(known.Preference.Zone) == known.Today
            ? known.Now
            : TimeZoneInfo.ConvertTime(Sets[^1].At, known.Preference.Zone);
}
