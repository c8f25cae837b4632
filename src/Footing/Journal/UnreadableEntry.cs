using System.Text.Json;

namespace Footing.Journal;

/// <summary>
/// An entry that was accepted once and cannot be read here: damaged, or written by a newer version with unknown words.
/// It stays in its place in the journal, so that nothing is planned as if it were not there.
/// </summary>
/// <param name="Id">See <see cref="Entry"/>; as the journal's home keeps it beside the content.</param>
/// <param name="At">See <see cref="Entry"/>; as for the id.</param>
/// <param name="Kind">The entry's kind; as for the id.</param>
/// <param name="Problems">Why it cannot be read, each with its field.</param>
public sealed record UnreadableEntry(Guid Id, DateTimeOffset At, string Kind, ImmutableArray<Problem> Problems) : Entry(Id, At)
{
    private static readonly string Correction = Vocabulary.EntryKinds[EntryKind.Correction];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Of a correction: the id of the entry that it corrects; null where that cannot be read either.</summary>
    public Guid? Of { get; init; }

    /// <summary>The session that it names; null where it names none or that cannot be read either.</summary>
    public string? Session { get; init; }

    /// <summary>
    /// The kind and id of the entry that it is about: itself, or the entry that it corrects at the end of a chain of
    /// corrections. Null for a correction until the journal was searched for that entry, and where it is not in the
    /// journal.
    /// </summary>
    public (string Kind, Guid Id)? About { get; init; } = Kind == Correction ? null : (Kind, Id);

    /// <summary>
    /// Whether it may contain something that forbids exercise: a screening, a foot check, an event, a session, a programme
    /// that is gentler than the one before, or a correction of one of these or of an unknown entry.
    /// </summary>
    public bool MayForbid => MayBeAbout(EntryKind.Screening, EntryKind.FootCheck, EntryKind.Event, EntryKind.Session, EntryKind.Programme);

    /// <summary>Whether the entry that it is about is of one of these kinds, or is not known.</summary>
    public bool MayBeAbout(params ReadOnlySpan<EntryKind> kinds) =>
        About is not { } about || (Vocabulary.EntryKinds.Find(about.Kind) is { } kind && kinds.Contains(kind));

    /// <summary>Reads an entry whose id, time and kind are known beside its content.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="at">Its instant; used only where the content cannot be read.</param>
    /// <param name="kind">Its kind; as for the instant.</param>
    /// <param name="utf8">Its content: one JSON object.</param>
    /// <returns>The entry, or an <see cref="UnreadableEntry"/> in its place.</returns>
    public static Entry ReadOrKeep(Guid id, DateTimeOffset at, string kind, ReadOnlyMemory<byte> utf8)
    {
        var read = EntryReader.From(utf8);
        return read.Succeeded
            ? read.Value
            : new UnreadableEntry(id, at, kind, [.. read.Problems])
            {
                Of = kind == Correction && Guid.TryParse(TextOf(utf8, "of"), out var of) ? of : null,
                Session = TextOf(utf8, "session"),
            };
    }

    private static string? TextOf(ReadOnlyMemory<byte> utf8, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value)
                ? LenientJson.Text(value)
                : null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The second is thrown for a name that holds half of a surrogate pair.
            return null;
        }
    }
}
