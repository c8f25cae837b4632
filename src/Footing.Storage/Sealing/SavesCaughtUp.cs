namespace Footing.Storage.Sealing;

/// <summary>What became of the saves that still held keys of people who were erased.</summary>
/// <param name="Done">The paths of those that hold none of them any more.</param>
/// <param name="Missing">The path of the last save, when it was not reached and so still holds such a key; else null.</param>
internal sealed record SavesCaughtUp(IReadOnlyList<string> Done, string? Missing);
