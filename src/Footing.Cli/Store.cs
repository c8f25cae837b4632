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

    /// <summary>Opens the store and uses it; a fault of the store is one line on standard error.</summary>
    public static async Task<int> UseAsync(string? folder, Func<IJournalStore, Task<int>> use, CancellationToken cancellation)
    {
        try
        {
            var path = Path.GetFullPath(folder ?? UsualFolder);
            Directory.CreateDirectory(path);
            await using var store = await SqliteJournal.OpenAsync(path, TimeProvider.System, cancellation: cancellation);
            return await use(store);
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
