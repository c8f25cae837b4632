namespace Footing.Storage.Files;

/// <summary>
/// A file cannot be written as requested. What was there before is unchanged. The message is one sentence with the file
/// and the remedy.
/// </summary>
public sealed class OutputException(string message, Exception? cause = null) : Exception(message, cause);
