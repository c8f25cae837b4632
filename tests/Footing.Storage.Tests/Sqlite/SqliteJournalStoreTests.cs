using Footing.Storage.Sqlite;

namespace Footing.Storage.Tests.Sqlite;

public sealed class SqliteJournalStoreTests : JournalStoreTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("footing-store-").FullName;

    protected override IDraftStore Drafts => ((SqliteJournal)Store).Drafts;

    protected override async Task<IJournalStore> OpenEmptyAsync() => await OpenAgainAsync(Clock);

    protected override async Task<IJournalStore> OpenAgainAsync(TimeProvider clock) => await SqliteJournal.OpenAsync(_folder, clock);

    protected override Task DropAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
