using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Footing.Storage.Backups;

namespace Footing.Storage.Tests.Backups;

/// <summary>Backups that were changed by accident or on purpose, many of them with a sum that fits again.</summary>
public sealed class BackupReaderTests : IAsyncLifetime
{
    private const int Mutations = 3000;

    private static readonly PersonId[] People = [.. Enumerable.Range(1, 3).Select(number => new PersonId(Guid.Parse($"0192f3a1-0000-7000-8000-{number:x12}")))];

    /// <summary>What is put where something else is due.</summary>
    private static readonly string[] Values =
    [
        "1", "-1", "0", "1.5", "1e400", "99999999999999999999", "9223372036854775807", "3155378975999999999", "3155378976000000000", "32768",
        "null", "true", "\"\"", "\"x\"", "\"\\ud800\"", "\"AQID\"", "[]", "{}", "[[[[[1]]]]]", "\"00000000-0000-0000-0000-000000000001\"",
        "\"0192f3a1-0000-7000-8000-000000000001\"",
    ];

    private readonly StorePlace _from = StorePlace.OnSqlite();
    private readonly StorePlace _to = StorePlace.OnSqlite();
    private readonly string _file;
    private string _whole = "";

    public BackupReaderTests() => _file = Path.Combine(_from.Folder, "backup");

    public async Task InitializeAsync()
    {
        await using (var store = await _from.OpenAsync())
        {
            foreach (var (person, place) in People.Select((person, place) => (person, place)))
            {
                await store.AppendAsync(person, [.. Enumerable.Range(1, 1 + place).Select(id => Entries.Valid(id, $"words {place}"))]);
            }

            await store.EraseAsync(People[2]);
            await store.AppendAsync(People[2], [Entries.Valid(9)]);
            await Backup.WriteAsync(store, _file);
        }

        _whole = await File.ReadAllTextAsync(_file);
        var folder = Directory.CreateDirectory(Path.Combine(_to.Folder, "keyring")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(_from.Folder, "keyring")))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, Path.GetFileName(file)), SqliteFile.Bytes(file));
        }
    }

    public async Task DisposeAsync()
    {
        await _from.DisposeAsync();
        await _to.DisposeAsync();
    }

    [Theory]
    [InlineData("{\"footing\":1,", "no backup")]
    [InlineData("{\"footing\":null,", "no backup")]
    [InlineData("[", "no backup")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "no backup")]
    [InlineData("{\"footing\":\"backup\",\"footing\":\"backup\",", "no backup")]
    [InlineData("{\"\\ud800\":1,", "no backup")]
    public async Task A_first_line_that_says_something_else_is_no_backup(string start, string says)
    {
        await File.WriteAllTextAsync(_file, start + _whole[1..]);

        (await Should.ThrowAsync<BackupException>(() => Backup.RestoreAsync(_to.Options(), _file))).Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("\"sha256\":\"", "\"sha256\":1,\"x\":\"", "damaged")]
    [InlineData("\"version\":1", "\"version\":\"1\"", "damaged")]
    [InlineData("\"version\":1", "\"version\":0", "damaged")]
    [InlineData("\"version\":1", "\"version\":2", "newer Footing")]
    [InlineData("\"kind\":", "\"kind\":99999,\"x\":", "damaged")]
    [InlineData("\"at\":63", "\"at\":9163", "damaged")]
    [InlineData("\"lastSequence\":2", "\"lastSequence\":1", "damaged")]
    [InlineData("\"sequence\":2", "\"sequence\":1", "damaged")]
    [InlineData("\"sequence\":2", "\"sequence\":2,\"sequence\":2", "damaged")]
    [InlineData("\"journal\":\"", "\"journal\":\"x", "damaged")]
    [InlineData("\"journal\":\"", "\"journal\":1,\"x\":\"", "damaged")]
    [InlineData("\"erased\":[", "\"erased\":{},\"x\":[", "damaged")]
    [InlineData("\"erased\":[", "\"erased\":null,\"x\":[", "damaged")]
    [InlineData("\"erased\":[", "\"erased\":[1,", "damaged")]
    [InlineData("\"erased\":[", "\"erased\":[{},", "damaged")]
    [InlineData("\"on\":\"", "\"on\":\"x", "damaged")]
    [InlineData("\"on\":\"", "\"on\":1,\"x\":\"", "damaged")]
    [InlineData("0192f3a1-0000-7000-8000-000000000002", "0192f3a1-0000-7000-8000-000000000001", "damaged")]
    public async Task Content_of_another_kind_is_damaged_though_the_sum_fits(string part, string instead, string says)
    {
        _whole.ShouldContain(part);
        await File.WriteAllTextAsync(_file, Sum(_whole.Replace(part, instead, StringComparison.Ordinal)));

        (await Should.ThrowAsync<BackupException>(() => Backup.RestoreAsync(_to.Options(), _file))).Message.ShouldContain(says);
        Directory.GetFiles(_to.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_journals_of_one_id_are_damaged_and_a_backup_from_before_ids_is_not()
    {
        var lines = _whole.Split('\n');
        var journal = new Regex("\"journal\":\"[-0-9a-f]*\",");
        var first = journal.Match(lines.First(line => line.StartsWith("{\"person\"", StringComparison.Ordinal))).Value;
        await File.WriteAllTextAsync(_file, Sum(string.Join('\n', lines.Select(line => line.StartsWith("{\"person\"", StringComparison.Ordinal) ? journal.Replace(line, first) : line))));
        (await Should.ThrowAsync<BackupException>(() => Backup.RestoreAsync(_to.Options(), _file))).Message.ShouldContain("damaged");

        lines[0] = new Regex(",\"erased\":\\[.*\\]").Replace(lines[0], "");
        await File.WriteAllTextAsync(_file, Sum(string.Join('\n', lines.Select(line => journal.Replace(line, "")))));
        (await File.ReadAllTextAsync(_file)).ShouldSatisfyAllConditions(text => text.ShouldNotContain("journal"), text => text.ShouldNotContain("erased"));
        (await Backup.RestoreAsync(_to.Options(), _file)).Restored.People.ShouldBe(3);
    }

    [Fact]
    public async Task An_entry_that_its_key_does_not_open_is_the_backup_s_damage()
    {
        var lines = _whole.Split('\n');
        var (one, other) = (Array.FindIndex(lines, line => line.Contains("\"body\"", StringComparison.Ordinal)), Array.FindLastIndex(lines, line => line.Contains("\"body\"", StringComparison.Ordinal)));
        (lines[one], lines[other]) = (lines[other], lines[one]);
        await File.WriteAllTextAsync(_file, Sum(string.Join('\n', lines).Replace("\"sequence\":2", "\"sequence\":1", StringComparison.Ordinal)));

        (await Should.ThrowAsync<BackupException>(() => Backup.RestoreAsync(_to.Options(), _file))).Message.ShouldContain("damaged");
    }

    [Fact]
    public async Task A_file_without_an_end_of_line_is_no_backup_however_long_it_is()
    {
        await using (var file = File.Create(_file))
        {
            file.SetLength(5L << 30);
        }

        (await Should.ThrowAsync<BackupException>(() => Backup.RestoreAsync(_to.Options(), _file))).Message.ShouldContain("no backup");
    }

    [Trait("Category", "Slow")]
    [Fact]
    public async Task Whatever_is_changed_in_a_backup_is_refused_in_words_or_restores()
    {
        var chance = new Random(20260401);
        var restored = 0;
        for (var number = 0; number < Mutations; number++)
        {
            var text = Change(_whole, chance);
            for (var more = chance.Next(3); more > 0; more--)
            {
                text = Change(text, chance);
            }

            await File.WriteAllBytesAsync(_file, Encoding.Latin1.GetBytes(chance.Next(3) == 0 ? text : Sum(text)));
            try
            {
                await Backup.RestoreAsync(_to.Options(), _file);
                restored++;
                // Harmless, such as another time of the backup. The next one needs an empty place again.
                foreach (var file in Directory.GetFiles(_to.Folder))
                {
                    File.Delete(file);
                }
            }
            catch (BackupException problem)
            {
                problem.Message.ShouldContain("backup", Case.Insensitive);
                Directory.GetFiles(_to.Folder).ShouldBeEmpty(string.Create(CultureInfo.InvariantCulture, $"mutation {number}: nothing is touched"));
            }
            catch (StorageException fault)
            {
                fault.Kind.ShouldBe(StorageFault.Keys, "a key that this keyring does not know");
                Directory.GetFiles(_to.Folder).ShouldBeEmpty(string.Create(CultureInfo.InvariantCulture, $"mutation {number}: nothing is touched"));
            }
        }

        restored.ShouldBeInRange(1, Mutations / 2);
    }

    private static string Change(string text, Random chance)
    {
        var lines = text.Split('\n').ToList();
        var at = chance.Next(lines.Count);
        switch (chance.Next(9))
        {
            case 0:
                return text.Length == 0 ? text : text[..chance.Next(text.Length)];
            case 1:
                var letters = text.ToCharArray();
                for (var count = chance.Next(1, 4); count > 0 && letters.Length > 0; count--)
                {
                    letters[chance.Next(letters.Length)] = (char)chance.Next(256);
                }

                return new(letters);
            case 2:
                lines.RemoveAt(at);
                break;
            case 3:
                lines.Insert(at, lines[chance.Next(lines.Count)]);
                break;
            case 4:
                var other = chance.Next(lines.Count);
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 5:
                lines[at] += new string(chance.Next(2) == 0 ? ' ' : 'x', chance.Next(200_000));
                break;
            case 6:
                var members = lines[at].Trim('{', '}').Split(',');
                lines[at] = "{" + string.Join(',', members.Append(members[chance.Next(members.Length)])) + "}";
                break;
            default:
                // Most often: another value for one member.
                var parts = lines[at].Trim('{', '}').Split(',');
                var part = chance.Next(parts.Length);
                parts[part] = parts[part].Split(':')[0] + ":" + Values[chance.Next(Values.Length)];
                lines[at] = "{" + string.Join(',', parts) + "}";
                break;
        }

        return string.Join('\n', lines);
    }

    /// <summary>The same with the counts and the sum that fit it, as somebody who knows the form would write them.</summary>
    private static string Sum(string text)
    {
        var lines = text.Split('\n').Where(line => line.Length > 0 && !line.Contains("\"sha256\":\"", StringComparison.Ordinal)).ToList();
        var before = string.Concat(lines.Select(line => line + "\n"));
        var sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(before)));
        var (people, entries) = (lines.Count(line => line.Contains("\"person\"", StringComparison.Ordinal)), lines.Count(line => line.Contains("\"sequence\"", StringComparison.Ordinal)));
        return string.Create(CultureInfo.InvariantCulture, $"{before}{{\"people\":{people},\"entries\":{entries},\"sha256\":\"{sum}\"}}\n");
    }
}
