using Footing.Testing;

namespace Footing.Cli.Tests;

/// <summary>The store as the operator keeps it: saved, moved, checked, emptied.</summary>
public sealed class StoreTests : IDisposable
{
    private const string Entries =
        """
        {"id":"0190f000-0000-7000-8000-000000000001","at":"2026-01-04T08:00:00+01:00","kind":"song","bars":[1, 2]}
        {"id":"0190f000-0000-7000-8000-000000000002","at":"2026-01-05T08:00:00.000+01:00","kind":"check-in","pain":3}

        """;

    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task A_backup_and_the_keyring_s_save_bring_everything_back_on_another_machine()
    {
        await RunAsync(0, Entries, "import", "-");
        (await RunAsync(0, "", "backup", "journals.backup")).Error.ShouldContain("2 entries of 1 person written");
        (await RunAsync(0, "", "keyring", "keyring.saved")).Error.ShouldContain("keep that apart");
        Directory.GetFiles(_footing.Folder).Select(Path.GetFileName).ShouldBe(["journals.backup", "keyring.saved"], ignoreOrder: true);

        Directory.CreateDirectory(Path.Combine(_footing.Folder, "other", "keyring"));
        (await RunAsync(2, "", "restore", "journals.backup", "--data", "other")).Errors.ShouldHaveSingleItem().ShouldContain("keyring");
        Move("keyring.saved", "other/keyring/keyring.db");
        (await RunAsync(2, "", "restore", "journals.backup", "--data", "other")).Errors.ShouldHaveSingleItem().ShouldContain("installation key");
        (await RunAsync(0, "", "restore", "journals.backup", "--data", "other", "--installation-key", "data/keyring/installation.key"))
            .Error.ShouldContain("2 entries of 1 person restored");
        File.Copy(At("data/keyring/installation.key"), At("other/keyring/installation.key"));
        (await RunAsync(0, "", "export", "--data", "other")).Output.ShouldBe(Entries.TrimEnd('\n') + "\n");
        (await RunAsync(0, "", "check", "--data", "other")).Error.ShouldContain("0 findings");
        (await RunAsync(2, "", "restore", "journals.backup", "--data", "other")).Errors.ShouldHaveSingleItem().ShouldContain("empty folder");
    }

    [Fact]
    public async Task Who_is_erased_is_left_out_of_an_older_backup()
    {
        await RunAsync(0, Entries, "import", "-");
        await RunAsync(0, "", "backup", "older.backup");
        await RunAsync(0, "", "erase", "--yes");
        Directory.CreateDirectory(At("other"));
        CopyFolder("data/keyring", "other/keyring");

        (await RunAsync(0, "", "restore", "older.backup", "--data", "other")).Error.ShouldContain("1 person was erased since");
        (await RunAsync(0, "", "export", "--data", "other")).Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_erasure_names_a_save_of_the_keyring_that_it_could_not_reach()
    {
        await RunAsync(0, Entries, "import", "-");
        Directory.CreateDirectory(At("stick"));
        await RunAsync(0, "", "keyring", "stick/keyring.saved");
        Directory.Delete(At("stick"), recursive: true);

        var run = await RunAsync(1, "", "erase", "--yes");
        run.Errors.Count.ShouldBe(2);
        run.Errors[1].ShouldContain("keyring.saved, which cannot be reached");
    }

    [Trait("Category", "Slow")]
    [Fact]
    public async Task An_erasure_promises_nothing_of_a_save_that_is_away_and_catches_up_when_it_is_back()
    {
        await RunAsync(0, Entries, "import", "-");
        await RunAsync(0, "", "backup", "older.backup");
        Directory.CreateDirectory(At("stick"));
        await RunAsync(0, "", "keyring", "stick/keyring.saved");
        Directory.Move(At("stick"), At("away"));
        Directory.CreateDirectory(At("stick"));

        var run = await RunAsync(1, "", "erase", "--yes");
        run.Errors[0].ShouldSatisfyAllConditions(said => said.ShouldContain("not in backups yet"), said => said.ShouldContain("browser"));
        run.Errors[1].ShouldContain("footing check");
        (await RunAsync(1, "", "check")).Output.ShouldContain("keyring.saved was not reached");
        (await RunAsync(1, "", "erase", "--yes")).Errors.ShouldSatisfyAllConditions(said => said[0].ShouldContain("nothing to erase"), said => said[1].ShouldContain("keyring.saved"));

        Directory.Delete(At("stick"));
        Directory.Move(At("away"), At("stick"));
        (await RunAsync(0, "", "check")).Error.ShouldContain("is reached again");
        (await RunAsync(0, "", "check")).Error.ShouldNotContain("reached again");
        Directory.CreateDirectory(At("other/keyring"));
        File.Copy(At("stick/keyring.saved"), At("other/keyring/keyring.db"));
        (await RunAsync(0, "", "restore", "older.backup", "--data", "other", "--installation-key", "data/keyring/installation.key"))
            .Error.ShouldContain("1 person was erased since");
    }

    [Trait("Category", "Slow")]
    [Fact]
    public async Task An_erasure_brings_every_save_into_step_and_names_each_that_is_away_until_it_is_said_to_be_destroyed()
    {
        await RunAsync(0, Entries, "import", "-");
        await RunAsync(0, "", "backup", "older.backup");
        foreach (var stick in (string[])["lost", "here", "last"])
        {
            Directory.CreateDirectory(At(stick));
            await RunAsync(0, "", "keyring", stick + "/keyring.saved");
        }

        Directory.Delete(At("lost"), recursive: true);
        Directory.Move(At("last"), At("away"));
        var run = await RunAsync(1, "", "erase", "--yes");
        run.Errors.Count.ShouldBe(3);
        run.Errors[0].ShouldContain("not in backups yet");
        run.Errors[1].ShouldContain("last/keyring.saved, which cannot be reached");
        run.Errors[2].ShouldSatisfyAllConditions(said => said.ShouldContain("lost/keyring.saved, which"), said => said.ShouldContain("keyring --destroyed"));

        // With a save that an erasure reached, an older backup opens nobody who was erased.
        Directory.CreateDirectory(At("other/keyring"));
        File.Copy(At("here/keyring.saved"), At("other/keyring/keyring.db"));
        (await RunAsync(0, "", "restore", "older.backup", "--data", "other", "--installation-key", "data/keyring/installation.key"))
            .Error.ShouldContain("1 person was erased since");

        Directory.Move(At("away"), At("last"));
        (await RunAsync(1, "", "check")).ShouldSatisfyAllConditions(
            check => check.Error.ShouldContain("last/keyring.saved is reached again"), check => check.Output.ShouldContain("lost/keyring.saved was not reached"));
        (await RunAsync(2, "", "keyring", "--destroyed", "last/keyring.saved")).Errors.ShouldHaveSingleItem().ShouldContain("is there");
        (await RunAsync(1, "", "keyring", "--destroyed", "nowhere")).Errors.ShouldHaveSingleItem().ShouldContain("No save");
        (await RunAsync(0, "", "keyring", "--destroyed", "lost/keyring.saved")).Errors.ShouldHaveSingleItem().ShouldContain("not looked for");
        await RunAsync(0, "", "check");
    }

    [Fact]
    public async Task A_new_save_is_not_taken_for_the_one_that_lay_in_its_place()
    {
        await RunAsync(0, Entries, "import", "-");
        await RunAsync(0, "", "keyring", "keyring.saved");
        Move("keyring.saved", "away");
        await RunAsync(1, "", "erase", "--yes");

        (await RunAsync(0, "", "keyring", "keyring.saved")).Errors.ShouldSatisfyAllConditions(
            said => said.Count.ShouldBe(2), said => said[1].ShouldContain("elsewhere now"), said => said[1].ShouldNotContain("or destroy that file"));
    }

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData("--data")]
    [InlineData("--keyring")]
    [InlineData("--installation-key")]
    [InlineData("--postgres")]
    public async Task An_option_without_a_value_is_named(string option)
    {
        await RunAsync(0, Entries, "import", "-");
        foreach (var verb in (string[][])[["export"], ["import", "-"], ["erase", "--yes"], ["backup", "b"], ["restore", "b"], ["keyring", "k"], ["check"], ["serve"]])
        {
            (await RunAsync(2, "", [.. verb, option, ""])).Errors[0].ShouldStartWith($"{option} is empty");
        }

        (await RunAsync(0, "", "export")).Output.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_erasure_says_what_is_gone_and_what_browsers_still_keep()
    {
        await RunAsync(0, Entries, "import", "-");
        var never = await RunAsync(0, "", "erase", "--yes");
        never.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(said => said.ShouldContain("in backups too"), said => said.ShouldContain("A browser that has shown it"));

        await RunAsync(0, Entries, "import", "-");
        await RunAsync(0, "", "keyring", "keyring.saved");
        (await RunAsync(0, "", "erase", "--yes")).Errors.ShouldHaveSingleItem().ShouldContain("in backups too");
    }

    [Fact]
    public async Task Half_a_backup_a_file_that_is_none_and_a_place_that_cannot_be_written_are_named()
    {
        await RunAsync(0, Entries, "import", "-");
        await RunAsync(0, "", "backup", "whole");
        await File.WriteAllBytesAsync(At("half"), (await File.ReadAllBytesAsync(At("whole")))[..300]);
        CopyFolder("data/keyring", "other/keyring");

        (await RunAsync(2, "", "restore", "half", "--data", "other")).Errors.ShouldHaveSingleItem().ShouldContain("half");
        (await RunAsync(2, "", "restore", "none", "--data", "other")).Errors.ShouldHaveSingleItem().ShouldStartWith("none: there is no such file");
        (await RunAsync(2, "", "restore", _footing.Write("diary", "Dear diary"), "--data", "other")).Errors.ShouldHaveSingleItem().ShouldContain("no backup of Footing");
        (await RunAsync(2, "", "backup", "nowhere/b")).Errors.ShouldHaveSingleItem().ShouldContain("cannot be written");
        (await RunAsync(2, "", "keyring", "nowhere/k")).Errors.ShouldHaveSingleItem().ShouldContain("cannot be written");
        (await RunAsync(2, "", "backup", "b", "--data", "mistyped")).Errors.ShouldHaveSingleItem().ShouldContain("holds no data of Footing");
        Directory.GetFileSystemEntries(At("other")).ShouldHaveSingleItem("the keyring alone: nothing was touched");
        File.Exists(At("b")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_check_says_no_to_a_damaged_entry_and_names_it_and_an_export_has_all_the_others()
    {
        await RunAsync(0, Entries, "import", "-");
        await RunAsync(0, "", "export", "earlier.ndjson");
        SQLitePCL.Batteries_V2.Init();
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={At("data/footing.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var damage = connection.CreateCommand();
            damage.CommandText = "UPDATE entry SET at = at + 1 WHERE sequence = 2";
            await damage.ExecuteNonQueryAsync();
        }

        (await RunAsync(1, "", "check")).ShouldSatisfyAllConditions(
            run => run.Output.ShouldContain("0190f000-0000-7000-8000-000000000002"), run => run.Error.ShouldContain("1 finding."));
        var good = Entries.Split('\n')[0] + "\n";
        (await RunAsync(1, "", "export")).ShouldSatisfyAllConditions(
            run => run.Output.ShouldBe(good),
            run => run.Errors.Count.ShouldBe(2),
            run => run.Errors[0].ShouldStartWith("Entry 0190f000-0000-7000-8000-000000000002 is not among them: it cannot be read"),
            run => run.Errors[1].ShouldBe("1 entry written, 1 left out."));
        (await RunAsync(1, "", "export", "now.ndjson")).Errors.Count.ShouldBe(2);
        (await File.ReadAllTextAsync(At("now.ndjson"))).ShouldBe(good);
        // The earlier export is the last that has the damaged entry.
        (await RunAsync(2, "", "export", "--replace", "earlier.ndjson")).Errors.ShouldHaveSingleItem().ShouldContain("can no longer be read here");
        (await File.ReadAllTextAsync(At("earlier.ndjson"))).ShouldBe(Entries.TrimEnd('\n') + "\n");
    }

    [Fact]
    public async Task A_missing_key_and_a_connection_string_with_a_mistake_are_one_sentence()
    {
        await RunAsync(0, Entries, "import", "-");
        Move("data/keyring/installation.key", "key");

        foreach (var verb in (string[][])[["export"], ["backup", "b"], ["check"], ["serve", "--urls", "http://127.0.0.1:0"]])
        {
            (await RunAsync(2, "", verb)).Errors.ShouldHaveSingleItem().ShouldContain("installation.key is missing");
        }

        await RunAsync(0, "", "export", "--installation-key", "key");
        (await RunAsync(2, "", "serve", "--postgres", "Host=127.0.0.1;Pasword=plantedsecret", "--data", "pg")).Error.ShouldSatisfyAllConditions(
            error => error.ShouldContain("connection string"), error => error.ShouldNotContain("plantedsecret"));
    }

    [Trait("Category", "Slow")]
    [Fact]
    public async Task An_export_keeps_what_is_there_and_replaces_an_earlier_one_of_the_journal_alone_when_told()
    {
        await RunAsync(0, Entries, "import", "-");
        await RunAsync(0, "", "export", "journal.ndjson");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(At("journal.ndjson")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(At("data")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await RunAsync(0, Entries.Split('\n')[0].Replace("00000000001", "00000000003", StringComparison.Ordinal), "import", "-");
        (await RunAsync(2, "", "export", "journal.ndjson")).Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            error => error.ShouldStartWith("journal.ndjson: is there already"), error => error.ShouldContain("--replace"));
        (await File.ReadAllTextAsync(At("journal.ndjson"))).ShouldBe(Entries.TrimEnd('\n') + "\n");
        (await RunAsync(0, "", "export", "--replace", "journal.ndjson")).Error.ShouldContain("3 entries written");
        (await File.ReadAllLinesAsync(At("journal.ndjson"))).Length.ShouldBe(3);

        var key = await File.ReadAllTextAsync(At("data/keyring/installation.key"));
        _footing.Write("diary", "Dear diary");
        _footing.Write("another.ndjson", Entries.Replace("pain\":3", "pain\":4", StringComparison.Ordinal));
        foreach (var target in (string[])["data/keyring/installation.key", "data/keyring/keyring.db", "data/footing.db", "data", "diary", "another.ndjson"])
        {
            (await RunAsync(2, "", "export", "--replace", target)).Errors.ShouldHaveSingleItem().ShouldStartWith(target + ": is ");
        }

        (await File.ReadAllTextAsync(At("data/keyring/installation.key"))).ShouldBe(key);
        (await File.ReadAllTextAsync(At("diary"))).ShouldBe("Dear diary");
        (await File.ReadAllTextAsync(At("another.ndjson"))).ShouldContain("pain\":4");
        await RunAsync(0, "", "check");
    }

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData("backup")]
    [InlineData("keyring")]
    [InlineData("pack")]
    public async Task No_verb_writes_over_the_store(string verb)
    {
        await RunAsync(0, Entries, "import", "-");
        File.CreateSymbolicLink(At("link"), At("data/keyring/installation.key"));
        foreach (var target in (string[])["data/keyring/installation.key", "link", "data/keyring", "data/footing.db", ""])
        {
            (await RunAsync(2, "", verb, target)).Errors.ShouldHaveSingleItem();
        }

        Directory.GetFileSystemEntries(At("data/keyring")).Length.ShouldBe(2);
        (await RunAsync(0, "", "export")).Output.ShouldBe(Entries.TrimEnd('\n') + "\n");
    }

    [Trait("Category", "Slow")]
    [SmallDiskFact]
    public async Task A_full_disk_keeps_the_earlier_export_and_is_named()
    {
        using var disk = new SmallDisk();
        await RunAsync(0, Entries, "import", "-");
        var file = Path.Combine(disk.Folder, "journal.ndjson");
        await RunAsync(0, "", "export", file);
        disk.Fill();

        (await RunAsync(2, "", "export", "--replace", file)).Errors.ShouldHaveSingleItem().ShouldStartWith(file + ": there is no room left on its disk");
        (await File.ReadAllTextAsync(file)).ShouldBe(Entries.TrimEnd('\n') + "\n");
        (await RunAsync(2, "", "pack", Path.Combine(disk.Folder, "pack"))).Errors.ShouldHaveSingleItem().ShouldContain("no room left on its disk");
        Directory.GetFileSystemEntries(disk.Folder).Select(Path.GetFileName).ShouldBe(["journal.ndjson", "filler"], ignoreOrder: true);
    }

    [PostgresFact]
    [Trait("Category", "Slow")]
    public async Task Journals_move_to_PostgreSQL_and_are_served_from_there()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var database = await cluster.CreateDatabaseAsync();
        await RunAsync(0, Entries, "import", "-");
        await RunAsync(0, "", "backup", "journals.backup");

        (await RunAsync(0, "", "restore", "journals.backup", "--postgres", database)).Error.ShouldContain("2 entries of 1 person restored");
        (await RunAsync(0, "", "export", "--postgres", database)).Output.ShouldBe(Entries.TrimEnd('\n') + "\n");
        (await RunAsync(0, "", "check", "--postgres", database)).Error.ShouldContain("0 findings");
        using (var process = _footing.Start("serve", "--urls", "http://127.0.0.1:0", "--postgres", database))
        {
            try
            {
                var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
                using var http = new HttpClient();
                var address = line.ShouldNotBeNull()[line!.IndexOf("http", StringComparison.Ordinal)..];
                (await http.GetAsync(address + "/health/ready")).EnsureSuccessStatusCode();
                (await http.GetStringAsync(address + "/api/journal")).ShouldContain("\"pain\":3");
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }

        await RunAsync(0, "", "erase", "--yes", "--postgres", database);
        (await RunAsync(0, "", "export", "--postgres", database)).Output.ShouldBeEmpty();
        (await RunAsync(0, "", "export")).Output.ShouldBeEmpty("the same key sealed both: it is destroyed");
        await cluster.DropDatabaseAsync(database);
    }

    private string At(string path) => Path.Combine(_footing.Folder, path);

    private void Move(string from, string to) => File.Move(At(from), At(to));

    private void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(At(to));
        foreach (var file in Directory.GetFiles(At(from)))
        {
            File.Copy(file, Path.Combine(At(to), Path.GetFileName(file)));
        }
    }

    private async Task<Executable.Run> RunAsync(int exit, string input, params string[] arguments)
    {
        var run = await _footing.RunAsync(input, arguments);
        run.Exit.ShouldBe(exit, run.Error);
        return run;
    }
}
