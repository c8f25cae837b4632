namespace Footing.Storage;

/// <summary>
/// An entry on its way into the store, found valid by the domain's reader. The store looks into the JSON
/// only to tell whether two contents of one id are the same.
/// </summary>
/// <param name="Id">The entry's <c>id</c>, made where the entry was made.</param>
/// <param name="At">The entry's <c>at</c>, when it happened; ordered as an instant, exact to 100 ns.</param>
/// <param name="Kind">The entry's <c>kind</c>, known or unknown.</param>
/// <param name="Json">
/// The whole entry as UTF-8 JSON. These bytes are kept as they are, but that line breaks between its parts
/// become spaces: an exported entry is a line.
/// </param>
public sealed record NewEntry(Guid Id, DateTimeOffset At, string Kind, ReadOnlyMemory<byte> Json);
