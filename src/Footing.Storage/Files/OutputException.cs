namespace Footing.Storage.Files;

/// <summary>
/// A file cannot be written as asked. What was there before is as it was. The message is one sentence with the file and
/// the remedy.
/// </summary>
public sealed class OutputException(string message, Exception? cause = null) : Exception(message, cause);
