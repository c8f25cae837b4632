using System.CommandLine;
using Footing.Storage;
using Footing.Storage.Files;
using Footing.Storage.Journals;

namespace Footing.Cli;

/// <summary>Where the store is: the same four command-line options for every verb that uses it.</summary>
internal sealed class Store
{
    /// <summary>The default data folder.</summary>
    public const string UsualFolder = "data";

    private readonly Option<string?> _data =
        new("--data") { Description = $"The data folder; ./{UsualFolder} if absent.", HelpName = "DIR" };

    private readonly Option<string?> _postgres = new("--postgres")
    {
        Description = "Keep journals in this PostgreSQL database instead of the data folder, such as \"Host=127.0.0.1;Database=footing;Username=footing\".",
        HelpName = "CONNECTION",
    };

    private readonly Option<string?> _keyring =
        new("--keyring") { Description = "The keyring's folder; keyring in the data folder if absent.", HelpName = "DIR" };

    private readonly Option<string?> _key = new("--installation-key")
    {
        Description = "The file of the key that opens the keyring; in the keyring's folder if absent.",
        HelpName = "FILE",
    };

    /// <summary>Adds the options to a verb.</summary>
    public static Store AddTo(Command command)
    {
        var store = new Store();
        foreach (var option in (Option<string?>[])[store._data, store._postgres, store._keyring, store._key])
        {
            // A script passes an empty value when its variable is not set.
            option.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: "" }])
                {
                    result.AddError($"{option.Name} is empty: give it a value, or leave the option out.");
                }
            });
            command.Add(option);
        }

        return store;
    }

    /// <summary>The options of a store in the default folder.</summary>
    public static StoreOptions Usual => new() { DataFolder = Path.GetFullPath(UsualFolder) };

    /// <summary>The values from the command line.</summary>
    public StoreOptions Of(ParseResult parsed) => new()
    {
        DataFolder = Path.GetFullPath(parsed.GetValue(_data) ?? UsualFolder),
        Postgres = parsed.GetValue(_postgres),
        KeyringFolder = parsed.GetValue(_keyring) is { } keyring ? Path.GetFullPath(keyring) : null,
        InstallationKeyFile = parsed.GetValue(_key) is { } key ? Path.GetFullPath(key) : null,
    };

    /// <summary>The file of the installation key.</summary>
    public string InstallationKey(ParseResult parsed) => Of(parsed).InstallationKey;

    /// <summary>Opens the existing store and uses it; a missing store is one line on standard error.</summary>
    public Task<int> UseExistingAsync(ParseResult parsed, Func<JournalStore, Task<int>> use, CancellationToken cancellation)
    {
        var options = Of(parsed);
        if (options.Postgres is not null || File.Exists(Path.Combine(options.DataFolder, "footing.db")))
        {
            return UseAsync(options, use, cancellation);
        }

        Input.Say($"{options.DataFolder}: holds no data of Footing; name its data folder with --data.");
        return Task.FromResult(Exit.BadInput);
    }

    /// <summary>Opens or creates the store and uses it; a fault of the store is one line on standard error.</summary>
    public static Task<int> UseAsync(StoreOptions options, Func<JournalStore, Task<int>> use, CancellationToken cancellation) => GuardAsync(async () =>
    {
        Folders.Make(options.DataFolder);
        await using var store = await JournalStore.OpenAsync(options, cancellation);
        foreach (var save in store.CaughtUpKeyringSaves)
        {
            Input.Say($"The saved keyring {save} is reached again: the keys of people who were erased meanwhile are destroyed there too.");
        }

        return await use(store);
    });

    /// <summary>Does work with a store; a fault of the store is one line on standard error.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OutputException problem)
        {
            Input.Say(problem.Message);
        }
        catch (StorageException problem)
        {
            Input.Say(problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Input.Say($"{problem.Message} Give another folder with --data.");
        }

        return Exit.BadInput;
    }
}
