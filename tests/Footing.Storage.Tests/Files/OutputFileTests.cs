using System.Diagnostics;
using Footing.Storage.Backups;
using Footing.Storage.Files;
using Footing.Storage.Journals;
using Footing.Storage.Sealing;
using Footing.Testing;

namespace Footing.Storage.Tests.Files;

/// <summary>Backups and saves of the keyring never cost what is there already, least of all the store itself.</summary>
public sealed class OutputFileTests : IAsyncLifetime
{
    private static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));

    private readonly StorePlace _place = StorePlace.OnSqlite();
    private readonly StorePlace _other = StorePlace.OnSqlite();
    private JournalStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await _place.OpenAsync();
        await _store.AppendAsync(Ada, [Entries.Valid(1)]);
        await using var other = await _other.OpenAsync();
        await other.AppendAsync(Ada, [Entries.Valid(1)]);
        await Backup.WriteAsync(other, Path.Combine(_other.Folder, "backup"));
        await other.SaveKeyringAsync(Path.Combine(_other.Folder, "saved"));
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _place.DisposeAsync();
        await _other.DisposeAsync();
    }

    public static TheoryData<string> Treasures =>
    [
        "footing.db", "footing.db-wal", "footing.db-shm", "footing.db-journal", "keyring", "keyring/keyring.db", "keyring/keyring.db-wal",
        "keyring/keyring.db-shm", "keyring/installation.key", "./keyring/../keyring/keyring.db", "FOOTING.DB", "Keyring/Keyring.db", "notes.txt",
        ".", "", "nul\0", "OTHER/keyring/keyring.db", "OTHER/keyring/installation.key", "OTHER/footing.db", "OTHER/footing.db-wal", "OTHER/backup",
        "OTHER/saved",
    ];

    [Theory]
    [MemberData(nameof(Treasures))]
    public async Task What_is_there_and_is_no_earlier_one_is_left_as_it_is(string treasure)
    {
        await File.WriteAllTextAsync(Path.Combine(_place.Folder, "notes.txt"), "notes");
        var target = treasure.Length == 0 ? "" : Path.Combine(_place.Folder, treasure).Replace(_place.Folder + "/OTHER", _other.Folder, StringComparison.Ordinal);

        await RefusedAsync(target);
    }

    [Theory]
    [InlineData("footing.db")]
    [InlineData("keyring/keyring.db")]
    [InlineData("keyring/keyring.db-wal")]
    [InlineData("keyring/installation.key")]
    public async Task By_another_name_it_is_the_same_file(string treasure)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var links = StorePlace.OnSqlite();
        var (soft, hard, folder) = (Path.Combine(links.Folder, "soft"), Path.Combine(links.Folder, "hard"), Path.Combine(links.Folder, "folder"));
        File.CreateSymbolicLink(soft, Path.Combine(_place.Folder, treasure));
        File.CreateSymbolicLink(folder, _place.Folder);
        await Process.Start("ln", [Path.Combine(_place.Folder, treasure), hard]).WaitForExitAsync();
        File.Exists(hard).ShouldBeTrue();

        await RefusedAsync(soft);
        await RefusedAsync(hard);
        await RefusedAsync(Path.Combine(folder, treasure));
    }

    [Fact]
    public async Task A_pipe_and_a_circle_of_links_are_refused_without_waiting()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var (pipe, circle) = (Path.Combine(_other.Folder, "pipe"), Path.Combine(_other.Folder, "circle"));
        await Process.Start("mkfifo", [pipe]).WaitForExitAsync();
        File.CreateSymbolicLink(circle, circle);

        foreach (var target in (string[])[pipe, circle])
        {
            await Should.ThrowAsync<OutputException>(() => Backup.WriteAsync(_store, target)).WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public async Task An_earlier_one_is_replaced_by_the_path_and_by_a_link_to_it()
    {
        var (backup, saved, link) = (Path.Combine(_place.Folder, "backup"), Path.Combine(_place.Folder, "saved"), Path.Combine(_place.Folder, "latest"));
        File.CreateSymbolicLink(link, backup);
        for (var id = 2; id < 4; id++)
        {
            await Backup.WriteAsync(_store, id == 2 ? backup : link);
            await _store.SaveKeyringAsync(saved);
            await _store.AppendAsync(new PersonId(Guid.Parse($"0192f3a1-0000-7000-8000-{id:x12}")), [Entries.Valid(id)]);
        }

        (await Backup.WriteAsync(_store, backup)).People.ShouldBe(3);
        await _store.SaveKeyringAsync(saved);
        new FileInfo(link).LinkTarget.ShouldBe(backup);
        Directory.GetFiles(_place.Folder, "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_keyring_with_a_key_that_is_not_here_is_no_earlier_save()
    {
        // The same installation on two machines, each with people of its own since.
        await using var twin = StorePlace.OnSqlite();
        Directory.CreateDirectory(Path.Combine(twin.Folder, "keyring"));
        await _store.SaveKeyringAsync(Path.Combine(twin.Folder, "keyring", "keyring.db"));
        File.Copy(Path.Combine(_place.Folder, "keyring", "installation.key"), Path.Combine(twin.Folder, "keyring", "installation.key"));
        await Backup.WriteAsync(_store, Path.Combine(twin.Folder, "backup"));
        await Backup.RestoreAsync(twin.Options(), Path.Combine(twin.Folder, "backup"));
        await using (var second = await twin.OpenAsync())
        {
            await RefusedAsync(Path.Combine(twin.Folder, "keyring", "keyring.db"));
            await second.AppendAsync(new PersonId(Guid.Parse("0192f3a1-0000-7000-8000-00000000000b")), [Entries.Valid(1)]);
        }

        await RefusedAsync(Path.Combine(twin.Folder, "keyring", "keyring.db"));
        await _store.EraseAsync(Ada);
        _store.StaleKeyringSaves.ShouldBe([Path.Combine(twin.Folder, "keyring", "keyring.db")], "it is left, and named");
        await using var again = await twin.OpenAsync();
        (await again.ReadAsync(new PersonId(Guid.Parse("0192f3a1-0000-7000-8000-00000000000b")))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_save_that_still_holds_a_key_that_was_destroyed_here_is_an_earlier_one()
    {
        var (saved, away) = (Path.Combine(_place.Folder, "saved"), Path.Combine(_place.Folder, "away"));
        await _store.SaveKeyringAsync(saved);
        File.Move(saved, away);
        await _store.EraseAsync(Ada);
        _store.StaleKeyringSaves.ShouldBe([saved]);
        File.Move(away, saved);

        (await _store.SaveKeyringAsync(saved)).ShouldBeEmpty();

        _store.StaleKeyringSaves.ShouldBeEmpty();
        KeyringSave.Read(saved)!.Destroyed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_save_that_knows_an_erasure_that_is_not_known_here_is_no_earlier_one()
    {
        // The keyring as it was before the erasure, put back: its save would undo the erasure.
        var saved = Path.Combine(_other.Folder, "kept");
        var keyring = Path.Combine(_place.Folder, "keyring", "keyring.db");
        await _store.SaveKeyringAsync(saved);
        await _store.DisposeAsync();
        var before = await File.ReadAllBytesAsync(keyring);
        _store = await _place.OpenAsync();
        await _store.EraseAsync(Ada);
        await _store.DisposeAsync();
        await File.WriteAllBytesAsync(keyring, before);
        _store = await _place.OpenAsync();

        await RefusedAsync(saved);
    }

    [Fact]
    public async Task A_save_that_was_put_to_use_is_the_keyring_itself_and_is_not_missing()
    {
        await using var twin = StorePlace.OnSqlite();
        Directory.CreateDirectory(Path.Combine(twin.Folder, "keyring"));
        await _store.SaveKeyringAsync(Path.Combine(twin.Folder, "keyring", "keyring.db"));
        File.Copy(Path.Combine(_place.Folder, "keyring", "installation.key"), Path.Combine(twin.Folder, "keyring", "installation.key"));
        await using var second = await twin.OpenAsync();
        await second.AppendAsync(Ada, [Entries.Valid(1)]);

        await second.EraseAsync(Ada);

        second.StaleKeyringSaves.ShouldBeEmpty();
        await second.CheckAsync();
        (await second.AppendAsync(Ada, [Entries.Valid(2)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted);
    }

    [Fact]
    public async Task A_save_through_a_link_replaces_the_note_of_the_file_that_it_leads_to()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var (saved, link, away) = (Path.Combine(_place.Folder, "saved"), Path.Combine(_place.Folder, "latest"), Path.Combine(_place.Folder, "away"));
        File.CreateSymbolicLink(link, saved);
        await _store.SaveKeyringAsync(saved);
        File.Move(saved, away);
        await _store.EraseAsync(Ada);
        File.Move(away, saved);

        (await _store.SaveKeyringAsync(link)).ShouldBeEmpty("there is no other file that still holds the key");
        new FileInfo(link).LinkTarget.ShouldBe(saved);
    }

    [SmallDiskFact]
    public async Task A_full_disk_is_named_and_the_earlier_file_stays()
    {
        using var disk = new SmallDisk();
        var (backup, saved) = (Path.Combine(disk.Folder, "backup"), Path.Combine(disk.Folder, "saved"));
        await Backup.WriteAsync(_store, backup);
        await _store.SaveKeyringAsync(saved);
        disk.Fill();
        var before = (SqliteFile.Bytes(backup), SqliteFile.Bytes(saved));

        foreach (var (file, write) in ((string, Func<Task>)[])[(backup, () => Backup.WriteAsync(_store, backup)), (saved, () => _store.SaveKeyringAsync(saved))])
        {
            var problem = await Should.ThrowAsync<OutputException>(write);
            problem.Message.ShouldStartWith(file + ": there is no room left on its disk");
        }

        SqliteFile.Bytes(backup).ShouldBe(before.Item1);
        SqliteFile.Bytes(saved).ShouldBe(before.Item2);
        Directory.GetFiles(disk.Folder).Select(Path.GetFileName).ShouldBe(["backup", "saved", "filler"], ignoreOrder: true);
        (await _store.AppendAsync(Ada, [Entries.Valid(2)]))[0].Outcome.ShouldBe(AppendOutcome.Accepted, "the store's own disk has room");
    }

    [Fact]
    public async Task A_save_that_fails_leaves_the_one_before_kept_in_step()
    {
        var saved = Path.Combine(_other.Folder, "kept");
        await _store.SaveKeyringAsync(saved);
        await Should.ThrowAsync<OutputException>(() => _store.SaveKeyringAsync(Path.Combine(_other.Folder, "nowhere", "saved")));
        var before = SqliteFile.Bytes(saved);

        await _store.EraseAsync(Ada);

        _store.StaleKeyringSaves.ShouldBeEmpty();
        SqliteFile.Bytes(saved).ShouldNotBe(before);
    }

    [Fact]
    public async Task Its_owner_alone_may_read_it_from_its_first_byte_on()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = OutputFile.At(Path.Combine(_place.Folder, "words"), _place.Options());
        await file.WriteAsync(stream =>
        {
            var part = Directory.GetFiles(_place.Folder, "*.part").ShouldHaveSingleItem();
            (OperatingSystem.IsWindows() ? owner : File.GetUnixFileMode(part)).ShouldBe(owner);
            return Task.CompletedTask;
        });
        File.GetUnixFileMode(file.Path).ShouldBe(owner);

        var backup = Path.Combine(_place.Folder, "backup");
        await Backup.WriteAsync(_store, backup);
        File.SetUnixFileMode(backup, owner | UnixFileMode.OtherRead);
        await Backup.WriteAsync(_store, backup);
        File.GetUnixFileMode(backup).ShouldBe(owner);
    }

    /// <summary>Neither a backup nor the keyring is written there, and no file of either installation changes.</summary>
    private async Task RefusedAsync(string target)
    {
        var before = Files();
        await Should.ThrowAsync<OutputException>(() => Backup.WriteAsync(_store, target), target);
        await Should.ThrowAsync<OutputException>(() => _store.SaveKeyringAsync(target), target);
        Files().ShouldBe(before, ignoreOrder: true);
    }

    private List<string> Files() =>
        [.. ((string[])[_place.Folder, _other.Folder]).SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            // In its index of the log SQLite notes who reads.
            .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal))
            .Select(file => file + " " + Convert.ToHexString(SqliteFile.Bytes(file)))];
}
