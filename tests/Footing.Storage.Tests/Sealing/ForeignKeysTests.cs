using Footing.Storage.Journals;
using Footing.Testing;
using Npgsql;

namespace Footing.Storage.Tests.Sealing;

/// <summary>
/// Another installation's keyring or database is put in place under a running store: nothing is acknowledged that could
/// not be opened again. One subclass an engine.
/// </summary>
public abstract class ForeignKeysTests : IAsyncLifetime
{
    private static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));
    private static readonly PersonId Ben = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000b"));

    private readonly StorePlace _other = StorePlace.OnSqlite();

    private protected StorePlace Place { get; private set; } = null!;

    private string Keyring => Path.Combine(Place.Folder, "keyring");

    private string Aside => Path.Combine(Place.Folder, "aside");

    public async Task InitializeAsync()
    {
        Place = await MakeAsync();
        await (await _other.OpenAsync()).DisposeAsync();
    }

    public async Task DisposeAsync()
    {
        await _other.DisposeAsync();
        await Place.DisposeAsync();
    }

    [EngineFact]
    public async Task An_append_with_another_installation_s_keyring_is_refused_and_goes_on_with_the_right_one()
    {
        await using var store = await Place.OpenAsync();
        await store.AppendAsync(Ada, [Entries.Valid(1)]);
        Directory.Move(Keyring, Aside);
        Copy(Path.Combine(_other.Folder, "keyring"), Keyring);
        var before = Bytes(Keyring);

        await RefusedAsync(store);

        Bytes(Keyring).ShouldBe(before, "the other installation's keyring is left as it is");
        Directory.Delete(Keyring, recursive: true);
        Directory.Move(Aside, Keyring);
        await GoesOnAsync(store);
    }

    [EngineFact]
    public async Task An_append_to_another_installation_s_database_is_refused_and_goes_on_with_the_right_one()
    {
        await using var store = await Place.OpenAsync();
        await store.AppendAsync(Ada, [Entries.Valid(1)]);
        await PutOtherDatabaseAsync(_other.Folder);

        await RefusedAsync(store);

        await PutBackAsync();
        await GoesOnAsync(store);
    }

    private protected abstract Task<StorePlace> MakeAsync();

    private protected abstract Task PutOtherDatabaseAsync(string other);

    private protected abstract Task PutBackAsync();

    private protected static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static async Task RefusedAsync(JournalStore store)
    {
        // The first finds that the file is not the one it was; from then on it is known what is there instead.
        (await Should.ThrowAsync<StorageException>(() => store.AppendAsync(Ben, [Entries.Valid(1)]))).Kind.ShouldBeOneOf(StorageFault.Gone, StorageFault.Keys);
        foreach (var person in (PersonId[])[Ben, Ada, Ben, Ada])
        {
            var fault = await Should.ThrowAsync<StorageException>(() => store.AppendAsync(person, [Entries.Valid(2)]));
            fault.Kind.ShouldBe(StorageFault.Keys);
            fault.Message.ShouldContain("another installation");
        }

        (await Should.ThrowAsync<StorageException>(() => store.CheckAsync())).Kind.ShouldBe(StorageFault.Keys);
        (await Should.ThrowAsync<StorageException>(() => store.Drafts.SaveAsync(Ben, "screening", "1"u8.ToArray(), DateTimeOffset.MaxValue))).Kind.ShouldBe(StorageFault.Keys);
        (await Should.ThrowAsync<StorageException>(() => store.EraseAsync(Ada))).Kind.ShouldBe(StorageFault.Keys);
    }

    private protected virtual async Task GoesOnAsync(JournalStore store)
    {
        await AgainAsync(() => store.CheckAsync());
        (await store.AppendAsync(Ben, [Entries.Valid(1)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
        (await store.ReadAsync(Ben)).ShouldHaveSingleItem();
        (await StoreCheck.RunAsync(store)).People.ShouldBeGreaterThan(0);
    }

    /// <summary>Once or twice: the first may only find that the file has been changed.</summary>
    private static async Task AgainAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StorageException)
        {
            await work();
        }
    }

    private static string Bytes(string folder) => string.Join(' ', Directory.GetFiles(folder).Order()
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith("-wal", StringComparison.Ordinal))
        .Select(file => Convert.ToHexString(SqliteFile.Bytes(file))));
}

public sealed class SqliteForeignKeysTests : ForeignKeysTests
{
    private string Aside => Path.Combine(Place.Folder, "aside");

    private protected override Task<StorePlace> MakeAsync() => Task.FromResult(StorePlace.OnSqlite());

    private protected override Task PutOtherDatabaseAsync(string other)
    {
        Directory.CreateDirectory(Aside);
        foreach (var file in Directory.GetFiles(Place.Folder))
        {
            File.Move(file, Path.Combine(Aside, Path.GetFileName(file)));
        }

        File.Copy(Path.Combine(other, "footing.db"), Path.Combine(Place.Folder, "footing.db"));
        return Task.CompletedTask;
    }

    private protected override Task PutBackAsync()
    {
        foreach (var file in Directory.GetFiles(Place.Folder))
        {
            File.Delete(file);
        }

        foreach (var file in Directory.GetFiles(Aside))
        {
            File.Move(file, Path.Combine(Place.Folder, Path.GetFileName(file)));
        }

        return Task.CompletedTask;
    }
}

[NeedsPostgres]
public sealed class PostgresForeignKeysTests : ForeignKeysTests
{
    private Guid _installation;

    private protected override Task<StorePlace> MakeAsync() => StorePlace.OnPostgresAsync();

    // As when a dump of another installation is restored over it, while connections go on.
    private protected override async Task PutOtherDatabaseAsync(string other)
    {
        await using var connection = new NpgsqlConnection(Place.Postgres);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("SELECT id FROM footing.installation", connection);
        _installation = (Guid)(await ask.ExecuteScalarAsync())!;
        await SetAsync(Guid.NewGuid());
    }

    private protected override Task PutBackAsync() => SetAsync(_installation);

    private async Task SetAsync(Guid installation)
    {
        await using var connection = new NpgsqlConnection(Place.Postgres);
        await connection.OpenAsync();
        await using var set = new NpgsqlCommand("UPDATE footing.installation SET id = $1", connection) { Parameters = { new() { Value = installation } } };
        await set.ExecuteNonQueryAsync();
    }
}
