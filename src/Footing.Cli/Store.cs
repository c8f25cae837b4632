using System.CommandLine;
using Footing.Storage;
using Footing.Storage.Sqlite;

namespace Footing.Cli;

/// <summary>The store in a data folder, for the verbs that read and write it.</summary>
internal static class Store
{
    /// <summary>The data folder where none is given.</summary>
    public const string UsualFolder = "data";

    public static Option<string?> DataOption() =>
        new("--data") { Description = $"The data folder; ./{UsualFolder} if absent." };

    /// <summary>Opens the store that is there and uses it; that there is none is one line on standard error.</summary>
    public static Task<int> UseExistingAsync(string? folder, Func<IJournalStore, Task<int>> use, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(folder ?? UsualFolder);
        if (File.Exists(Path.Combine(path, "footing.db")))
        {
            return UseAsync(path, use, cancellation);
        }

        Input.Say($"{path}: holds no data of Footing; name its data folder with --data.");
        return Task.FromResult(Exit.BadInput);
    }

    /// <summary>Opens or makes the store and uses it; a fault of the store is one line on standard error.</summary>
    public static async Task<int> UseAsync(string? folder, Func<IJournalStore, Task<int>> use, CancellationToken cancellation)
    {
        try
        {
            var path = Path.GetFullPath(folder ?? UsualFolder);
            Directory.CreateDirectory(path);
            await using var store = await SqliteJournal.OpenAsync(path, TimeProvider.System, cancellation: cancellation);
            return await use(store);
        }
        catch (UnwritableException problem)
        {
            Input.Say(problem.Message);
            return Exit.BadInput;
        }
        catch (StorageException problem)
        {
            Input.Say(problem.Message);
            return Exit.BadInput;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Input.Say($"{problem.Message} Give another folder with --data.");
            return Exit.BadInput;
        }
    }
}

/// <summary>A file that was to be written cannot be; the message is one sentence with the remedy.</summary>
internal sealed class UnwritableException(string message) : Exception(message);
