using Footing.Journal;
using Footing.Journal.Corrections;

namespace Footing.Programmes;

/// <summary>The programmes that people can follow here.</summary>
public sealed class ProgrammeLibrary
{
    /// <param name="programmes">At least one; the first is followed where a journal names none.</param>
    /// <exception cref="ArgumentException">There is none, or two have the same id and version.</exception>
    public ProgrammeLibrary(params ImmutableArray<Programme> programmes)
    {
        if (programmes.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A library has at least one programme.", nameof(programmes));
        }

        if (programmes.DistinctBy(programme => (programme.Id, programme.Version)).Count() < programmes.Length)
        {
            throw new ArgumentException("Two programmes have the same id and version.", nameof(programmes));
        }

        All = programmes;
    }

    /// <summary>All of them, in their order.</summary>
    public ImmutableArray<Programme> All { get; }

    /// <summary>What is followed where a journal names none.</summary>
    public Programme First => All[0];

    /// <summary>
    /// A programme: of this version, or else the last of its versions that is here, so that an improved programme reaches
    /// who follows it; null where it is not here.
    /// </summary>
    public Programme? Find(string id, string version) =>
        All.FirstOrDefault(programme => programme.Id == id && programme.Version == version) ?? All.LastOrDefault(programme => programme.Id == id);

    /// <summary>
    /// An entry as it can be used here: one that names a programme that is not here counts as one that cannot be read, so
    /// that nothing is offered from another programme in its place.
    /// </summary>
    public Entry Known(Entry entry) => entry is ProgrammeEntry named && Find(named.Programme, named.Version) is null
        ? new UnreadableEntry(
            named.Id,
            named.At,
            EntryReader.KindOf(named),
            [new("programme", $"the programme \"{named.Programme}\" is not here; here are {string.Join(", ", All.Select(programme => programme.Id).Distinct())}")])
        : entry;

    /// <summary>The programme that a journal names for a date.</summary>
    /// <param name="journal">The entries, in any order.</param>
    /// <param name="on">The date, in the person's zone; entries dated later are not read.</param>
    /// <param name="zone">The person's zone.</param>
    public Programme FollowedOn(IReadOnlyCollection<Entry> journal, DateOnly on, TimeZoneInfo zone) =>
        journal.Any(entry => entry is ProgrammeEntry)
            // Which correction is effective does not depend on a condition for this kind.
            && EffectiveEntries.Of(journal, First.Condition, zone, on).OfType<ProgrammeEntry>().LastOrDefault() is { } named
            && Find(named.Programme, named.Version) is { } followed
                ? followed
                : First;
}
