namespace Footing.Storage;

/// <summary>
/// An entry to be stored, accepted as valid by the domain's reader. The store reads the JSON
/// only to compare two contents of one id.
/// </summary>
/// <param name="Id">The entry's <c>id</c>, created where the entry was made.</param>
/// <param name="At">The entry's <c>at</c>, when it happened; compared as an instant, exact to 100 ns.</param>
/// <param name="Kind">The entry's <c>kind</c>, known or unknown.</param>
/// <param name="Json">
/// The whole entry as UTF-8 JSON. These bytes are stored unchanged, except that line breaks between its
/// parts become spaces: an exported entry is one line.
/// </param>
public sealed record NewEntry(Guid Id, DateTimeOffset At, string Kind, ReadOnlyMemory<byte> Json);
