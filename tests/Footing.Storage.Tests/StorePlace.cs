using Footing.Storage.Journals;
using Footing.Testing;

namespace Footing.Storage.Tests;

/// <summary>Where a store of one test lies: a folder of its own, and for PostgreSQL an empty database too.</summary>
internal sealed class StorePlace : IAsyncDisposable
{
    private StorePlace(string? postgres) => Postgres = postgres;

    public string Folder { get; } = Directory.CreateTempSubdirectory("footing-store-").FullName;

    public string? Postgres { get; }

    public static StorePlace OnSqlite() => new(null);

    public static async Task<StorePlace> OnPostgresAsync() => new(await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync());

    public StoreOptions Options(TimeProvider? clock = null) => new()
    {
        DataFolder = Folder,
        Postgres = Postgres,
        Clock = clock ?? TimeProvider.System,
        BusyTimeout = TimeSpan.FromSeconds(20),
    };

    public Task<JournalStore> OpenAsync(TimeProvider? clock = null) => JournalStore.OpenAsync(Options(clock));

    /// <summary>Every byte of every file in the folder, as text that any planted word would be found in.</summary>
    public string Everything() => string.Concat(
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(file => System.Text.Encoding.Latin1.GetString(SqliteFile.Bytes(file))));

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        if (Postgres is not null)
        {
            await (await PostgresCluster.SharedAsync()).DropDatabaseAsync(Postgres);
        }
    }
}
