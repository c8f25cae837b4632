namespace Footing.Storage.Sealing;

/// <summary>The state of the saves that still held keys of erased people.</summary>
/// <param name="Done">The paths of those that hold none of them now.</param>
/// <param name="Missing">The paths of those that were not reached, each once, the last save's first.</param>
internal sealed record SavesCaughtUp(IReadOnlyList<string> Done, IReadOnlyList<string> Missing);
