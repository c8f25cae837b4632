namespace Footing.Storage.Sealing;

/// <summary>The state of the saves that still held keys of erased people.</summary>
/// <param name="Done">The paths of those that hold none of them now.</param>
/// <param name="Missing">
/// The path of the last save, if not reached and still with such a key; otherwise null.
/// </param>
internal sealed record SavesCaughtUp(IReadOnlyList<string> Done, string? Missing);
