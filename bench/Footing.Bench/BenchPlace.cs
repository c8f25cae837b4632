using Footing.Storage;
using Footing.Testing;

namespace Footing.Bench;

/// <summary>Where a store is while it is measured: a folder, and a database of a private PostgreSQL or none.</summary>
internal sealed class BenchPlace : IAsyncDisposable
{
    private readonly PostgresCluster? _cluster;

    private BenchPlace(PostgresCluster? cluster, string? postgres) => (_cluster, Postgres) = (cluster, postgres);

    public string Folder { get; } = Directory.CreateTempSubdirectory("footing-bench-").FullName;

    public string? Postgres { get; }

    public string Engine => Postgres is null ? "SQLite" : "PostgreSQL";

    public StoreOptions Options => new() { DataFolder = Folder, Postgres = Postgres };

    /// <summary>An empty place on SQLite, or on a cluster.</summary>
    public static async Task<BenchPlace> MakeAsync(PostgresCluster? cluster) =>
        new(cluster, cluster is null ? null : await cluster.CreateDatabaseAsync());

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DropDatabaseAsync(Postgres!);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
