using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Journal;
using Footing.Programmes;
using Footing.Web.People;

namespace Footing.Web.Sessions;

/// <summary>A session as recorded in its sets.</summary>
/// <param name="Id">The session's id: usually a UUID, but a journal from elsewhere may have other ids.</param>
/// <param name="Exercises">The exercises with a set, in the order in which they were begun.</param>
/// <param name="Sets">Its sets, in the journal's order.</param>
/// <param name="Entry">How it was, from the effective entry; null while it is not reported.</param>
/// <param name="HasReport">Whether it was ever reported.</param>
internal sealed record ReportedSession(string Id, ImmutableArray<ExerciseId> Exercises, ImmutableArray<SetEntry> Sets, SessionEntry? Entry, bool HasReport)
{
    /// <summary>Null when the text is not the id of a session: neither a UUID nor the id in any set.</summary>
    /// <param name="view">The journal.</param>
    /// <param name="id">The text.</param>
    /// <param name="view.Programme">The programme: sets of exercises that it lacks make no session.</param>
    public static ReportedSession? Of(JournalView view, string? id)
    {
        var isOurs = Guid.TryParse(id, out var session);
        // A device may have written its UUID in capitals; its sets have it as written.
        var name = isOurs && !view.Effective.Any(entry => entry is SetEntry set && set.Session == id) ? session.ToString() : id;
        ImmutableArray<SetEntry> sets = [.. view.Effective.OfType<SetEntry>().Where(set => set.Session == name && view.Programme.Has(set.Exercise))];
        return name is null || (!isOurs && sets.IsEmpty) ? null : new(
            name,
            [.. view.Programme.InOrder(sets.Select(set => set.Exercise)).OrderBy(exercise => sets.Where(set => set.Exercise == exercise).Min(set => set.At))],
            sets,
            view.Effective.OfType<SessionEntry>().FirstOrDefault(entry => entry.Session == name),
            view.IsTold(name));
    }

    /// <summary>The id as it is in an address.</summary>
    public string Query => Uri.EscapeDataString(Id);

    /// <summary>When it ended: now, or at its last set if that was on an earlier day.</summary>
    public DateTimeOffset EndOn(JournalView view) =>
        Sets.IsEmpty || Sets[^1].DateIn(view.Preference.Zone) == view.Today
            ? view.Now
            : TimeZoneInfo.ConvertTime(Sets[^1].At, view.Preference.Zone);
}
