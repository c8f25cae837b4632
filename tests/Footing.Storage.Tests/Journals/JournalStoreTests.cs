using System.Text;
using Footing.Storage.Journals;
using Footing.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Footing.Storage.Tests.Journals;

/// <summary>What every engine does alike. One subclass an engine says how to open a fresh, empty store.</summary>
public abstract partial class JournalStoreTests : IAsyncLifetime
{
    protected static readonly PersonId Ada = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));
    protected static readonly PersonId Ben = new(Guid.Parse("0192f3a1-0000-7000-8000-00000000000b"));
    protected static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    protected FakeTimeProvider Clock { get; } = new(Noon);

    /// <summary>The store under test, empty at the start of each test.</summary>
    protected JournalStore Store { get; private set; } = null!;

    protected IDraftStore Drafts => Store.Drafts;

    private protected StorePlace Place { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Place = await MakeAsync();
        Store = await OpenAgainAsync(Clock);
    }

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        await Place.DisposeAsync();
    }

    /// <summary>Where there is no store yet.</summary>
    private protected abstract Task<StorePlace> MakeAsync();

    /// <summary>Opens the store once more, beside the one under test or after it.</summary>
    protected Task<JournalStore> OpenAgainAsync(TimeProvider clock) => Place.OpenAsync(clock);

    [EngineFact]
    public async Task An_accepted_entry_comes_back_byte_for_byte()
    {
        var entry = Entry(1, Noon, """{ "id":"00000000-0000-0000-0000-000000000001",  "at":"2026-03-02T13:00:00+01:00","kind":"event","what":"cr\u0061mp","é":1.0}""");

        (await Store.AppendAsync(Ada, [entry])).ShouldBe([new Appended(entry.Id, AppendOutcome.Accepted)]);

        var kept = (await Store.ReadAsync(Ada)).ShouldHaveSingleItem();
        Text(kept.Json).ShouldBe(Text(entry.Json));
        (kept.Id, kept.At, kept.Kind, kept.Sequence).ShouldBe((entry.Id, entry.At, entry.Kind, 1L));
    }

    [EngineFact]
    public async Task An_entry_written_over_many_lines_is_kept_on_one()
    {
        var entry = Entry(1, Noon, "{\r\n  \"pain\": 3\n}");
        await Store.AppendAsync(Ada, [entry]);

        Text((await Store.ReadAsync(Ada)).ShouldHaveSingleItem().Json).ShouldBe("{    \"pain\": 3 }");
        Outcomes(await Store.AppendAsync(Ada, [entry])).ShouldBe([AppendOutcome.Duplicate]);
    }

    [EngineFact]
    public async Task Nothing_appended_is_nothing_done()
    {
        (await Store.AppendAsync(Ada, [])).ShouldBeEmpty();
        (await Store.ReadAsync(Ada)).ShouldBeEmpty();
    }

    [EngineFact]
    public async Task A_retry_is_a_duplicate_and_keeps_the_first_bytes()
    {
        var first = Entry(1, Noon, """{"pain":3,"rests":1.0}""");
        var retry = Entry(1, Noon, """{ "rests" : 1, "pain" : 3 }""");
        await Store.AppendAsync(Ada, [first]);

        Outcomes(await Store.AppendAsync(Ada, [retry, first])).ShouldBe([AppendOutcome.Duplicate, AppendOutcome.Duplicate]);

        Text((await Store.ReadAsync(Ada)).ShouldHaveSingleItem().Json).ShouldBe(Text(first.Json));
    }

    [EngineFact]
    public async Task Other_content_for_a_kept_id_is_rejected_and_the_first_stays()
    {
        var first = Entry(1, Noon, """{"pain":3}""");
        await Store.AppendAsync(Ada, [first]);

        var answers = await Store.AppendAsync(Ada, [Entry(1, Noon, """{"pain":4}"""), Entry(2, Noon, """{"pain":5}""")]);

        Outcomes(answers).ShouldBe([AppendOutcome.Conflict, AppendOutcome.Accepted]);
        answers[0].Problem!.Value.Field.ShouldBe("id");
        answers[1].Problem.ShouldBeNull();
        (await Store.ReadAsync(Ada)).Select(entry => Text(entry.Json)).ShouldBe(["""{"pain":3}""", """{"pain":5}"""]);
    }

    [EngineFact]
    public async Task An_id_twice_in_one_append_counts_once()
    {
        var one = Entry(1, Noon, """{"pain":3}""");

        Outcomes(await Store.AppendAsync(Ada, [one, one, Entry(1, Noon, """{"pain":4}""")]))
            .ShouldBe([AppendOutcome.Accepted, AppendOutcome.Duplicate, AppendOutcome.Conflict]);

        Text((await Store.ReadAsync(Ada)).ShouldHaveSingleItem().Json).ShouldBe("""{"pain":3}""");
    }

    [EngineFact]
    public async Task A_time_more_than_a_day_ahead_of_the_clock_is_refused()
    {
        var justWithin = Entry(1, Noon.AddHours(24));
        var beyond = Entry(2, Noon.AddHours(24).AddTicks(1));

        var answers = await Store.AppendAsync(Ada, [justWithin, beyond]);

        Outcomes(answers).ShouldBe([AppendOutcome.Accepted, AppendOutcome.TooFarAhead]);
        answers[1].Problem!.Value.Field.ShouldBe("at");
        (await Store.ReadAsync(Ada)).ShouldHaveSingleItem().Id.ShouldBe(justWithin.Id);

        Clock.Advance(TimeSpan.FromTicks(1));
        Outcomes(await Store.AppendAsync(Ada, [beyond])).ShouldBe([AppendOutcome.Accepted]);
    }

    [EngineFact]
    public async Task A_retry_gets_the_first_answer_though_the_clock_went_back()
    {
        var entry = Entry(1, Noon.AddHours(20));
        await Store.AppendAsync(Ada, [entry]);

        await using var later = await OpenAgainAsync(new FakeTimeProvider(Noon.AddDays(-30)));

        Outcomes(await later.AppendAsync(Ada, [entry])).ShouldBe([AppendOutcome.Duplicate]);
    }

    [EngineFact]
    public async Task A_clock_that_jumps_years_ahead_and_back_loses_nothing_and_doubles_nothing()
    {
        await Store.AppendAsync(Ada, [Entry(1)]);
        Clock.Advance(TimeSpan.FromDays(3650));
        var ahead = Entry(2, Clock.GetUtcNow());
        Outcomes(await Store.AppendAsync(Ada, [ahead])).ShouldBe([AppendOutcome.Accepted]);

        await using var back = await OpenAgainAsync(new FakeTimeProvider(Noon.AddHours(1)));
        Outcomes(await back.AppendAsync(Ada, [ahead, Entry(1), Entry(3)])).ShouldBe([AppendOutcome.Duplicate, AppendOutcome.Duplicate, AppendOutcome.Accepted]);
        var refused = (await back.AppendAsync(Ada, [Entry(4, ahead.At)])).ShouldHaveSingleItem();
        refused.Problem.ShouldNotBeNull().Message.ShouldContain("check the clock");

        (await back.ReadAsync(Ada)).Select(entry => entry.Id).ShouldBe([Entry(1).Id, Entry(3).Id, ahead.Id]);
        (await back.ReadPageAsync(Ada, null, 9)).Entries.Select(entry => entry.Sequence).ShouldBe([1, 2, 3], "the order of acceptance asks no clock");
    }

    [EngineFact]
    public async Task A_second_person_sees_nothing_of_the_first()
    {
        var entry = Entry(1, Noon, """{"pain":3}""");
        await Store.AppendAsync(Ada, [entry]);
        await Drafts.SaveAsync(Ada, "screening", entry.Json, Noon.AddDays(1));

        (await Store.ReadAsync(Ben)).ShouldBeEmpty();
        (await Store.ReadPageAsync(Ben, null, 10)).Entries.ShouldBeEmpty();
        (await Drafts.LoadAsync(Ben, "screening")).ShouldBeNull();
        (await Store.EraseAsync(Ben)).ShouldBeFalse();
        Outcomes(await Store.AppendAsync(Ben, [Entry(1, Noon, """{"pain":9}""")])).ShouldBe([AppendOutcome.Accepted]);
        Text((await Store.ReadAsync(Ada)).ShouldHaveSingleItem().Json).ShouldBe("""{"pain":3}""");
    }

    [EngineFact]
    public async Task Erasing_removes_one_person_and_nobody_else()
    {
        await Store.AppendAsync(Ada, [Entry(1), Entry(2)]);
        await Store.AppendAsync(Ben, [Entry(1)]);
        await Drafts.SaveAsync(Ada, "screening", Bytes("{}"), Noon.AddDays(1));
        await Drafts.SaveAsync(Ben, "screening", Bytes("{}"), Noon.AddDays(1));

        (await Store.EraseAsync(Ada)).ShouldBeTrue();

        (await Store.ReadAsync(Ada)).ShouldBeEmpty();
        (await Drafts.LoadAsync(Ada, "screening")).ShouldBeNull();
        (await Store.ReadAsync(Ben)).Count.ShouldBe(1);
        (await Drafts.LoadAsync(Ben, "screening")).ShouldNotBeNull();
        (await Store.EraseAsync(Ada)).ShouldBeFalse();
    }

    [EngineFact]
    public async Task What_was_accepted_is_there_after_opening_again()
    {
        await Store.AppendAsync(Ada, [Entry(1), Entry(2)]);
        await Store.DisposeAsync();

        await using var again = await OpenAgainAsync(Clock);

        (await again.ReadAsync(Ada)).Count.ShouldBe(2);
    }

    [EngineFact]
    public async Task Two_stores_on_one_database_see_each_other_s_entries()
    {
        await using var other = await OpenAgainAsync(Clock);

        await Store.AppendAsync(Ada, [Entry(1)]);
        Outcomes(await other.AppendAsync(Ada, [Entry(1), Entry(2)]))
            .ShouldBe([AppendOutcome.Duplicate, AppendOutcome.Accepted]);

        (await Store.ReadAsync(Ada)).Count.ShouldBe(2);
        await other.CheckAsync();
    }

    protected static NewEntry Entry(int id, DateTimeOffset? at = null, string json = """{"pain":1}""") =>
        new(Guid.Parse($"00000000-0000-0000-0000-{id:x12}"), at ?? Noon, "check-in", Bytes(json));

    protected static ReadOnlyMemory<byte> Bytes(string json) => Encoding.UTF8.GetBytes(json);

    protected static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    protected static AppendOutcome[] Outcomes(IReadOnlyList<Appended> answers) => [.. answers.Select(answer => answer.Outcome)];
}

public sealed class SqliteJournalStoreTests : JournalStoreTests
{
    private protected override Task<StorePlace> MakeAsync() => Task.FromResult(StorePlace.OnSqlite());
}

[NeedsPostgres]
public sealed class PostgresJournalStoreTests : JournalStoreTests
{
    private protected override Task<StorePlace> MakeAsync() => StorePlace.OnPostgresAsync();
}

/// <summary>The same tables split by person, as an operator of a large installation would split them: nothing else changes.</summary>
[NeedsPostgres]
public sealed class PartitionedPostgresJournalStoreTests : JournalStoreTests
{
    private protected override async Task<StorePlace> MakeAsync()
    {
        var place = await StorePlace.OnPostgresAsync();
        await (await place.OpenAsync()).DisposeAsync();
        await using var connection = new Npgsql.NpgsqlConnection(place.Postgres);
        await connection.OpenAsync();
        foreach (var table in (string[])["journal", "entry", "draft", "snapshot"])
        {
            await using var split = new Npgsql.NpgsqlCommand(
                $"""
                ALTER TABLE footing.{table} RENAME TO {table}_whole;
                CREATE TABLE footing.{table} (LIKE footing.{table}_whole INCLUDING ALL) PARTITION BY HASH (person);
                DROP TABLE footing.{table}_whole;
                """
                + string.Concat(Enumerable.Range(0, 4).Select(part =>
                    $"CREATE TABLE footing.{table}_{part} PARTITION OF footing.{table} FOR VALUES WITH (MODULUS 4, REMAINDER {part});")),
                connection);
            await split.ExecuteNonQueryAsync();
        }

        return place;
    }
}
