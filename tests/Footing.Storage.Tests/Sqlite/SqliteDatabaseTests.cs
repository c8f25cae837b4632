using Footing.Storage.Sqlite;

namespace Footing.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    /// <summary>A killed process cannot show this; only a power cut could.</summary>
    [Theory]
    [InlineData("PRAGMA synchronous", 2)]
    [InlineData("PRAGMA fullfsync", 1)]
    [InlineData("PRAGMA secure_delete", 1)]
    public async Task The_writer_waits_for_the_disk_and_overwrites_what_it_deletes(string setting, long expected)
    {
        await using var database = new SqliteDatabase(_file.Name, TimeSpan.FromSeconds(1), SqliteSchema.Journals);

        (await database.WriteAsync(connection => connection.Ask(setting), default)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_transaction_that_was_left_open_does_not_outlive_its_call()
    {
        await using var database = new SqliteDatabase(_file.Name, TimeSpan.FromSeconds(1), SqliteSchema.Journals);
        await database.WriteAsync(
            connection =>
            {
                connection.Run("BEGIN IMMEDIATE; INSERT INTO journal VALUES (zeroblob(16), 1, 1, 1, zeroblob(16))");
                return true;
            },
            default);

        (await database.WriteAsync(connection => connection.Ask("SELECT count(*) FROM journal"), default)).ShouldBe(0);
        (await database.WriteAsync(connection => connection.Transact(() => true), default)).ShouldBeTrue();
    }
}
