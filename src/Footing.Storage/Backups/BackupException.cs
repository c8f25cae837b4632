namespace Footing.Storage.Backups;

/// <summary>
/// A backup cannot be restored as requested; nothing was changed. The message gives the place and the remedy.
/// </summary>
public sealed class BackupException(string message) : Exception(message);

/// <summary>What a backup holds.</summary>
/// <param name="People">How many people have a journal in it.</param>
/// <param name="Entries">How many entries there are in all.</param>
public readonly record struct BackupCount(long People, long Entries);

/// <summary>What a restore did.</summary>
/// <param name="Restored">What is in the store now.</param>
/// <param name="Erased">How many people of the backup were erased since, and so were left out.</param>
public readonly record struct RestoreCount(BackupCount Restored, long Erased);
