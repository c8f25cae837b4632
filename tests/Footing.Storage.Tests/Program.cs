using System.Text;
using Footing.Storage;
using Footing.Storage.Journals;
using Footing.Testing;

// A process of its own, for the tests that kill one or start two at once (see Child.cs):
//   append PERSON FOLDER [CONNECTION]   appends without end, printing each id once it is acknowledged
//   open FOLDER [CONNECTION]            waits for a line, opens the store, prints "open"
//   cluster                             starts a PostgreSQL, prints its folder and process id, and waits
switch (args)
{
    case ["cluster"]:
        var cluster = await PostgresCluster.StartAsync();
        Console.WriteLine($"{cluster.Folder} {cluster.ProcessId}");
        await Task.Delay(Timeout.Infinite);
        break;
    case ["open", .. var place]:
        await Console.In.ReadLineAsync();
        await using (await OpenAsync(place))
        {
            Console.WriteLine("open");
        }

        break;
    case ["append", var person, .. var place]:
        await AppendAsync(await OpenAsync(place), new PersonId(Guid.Parse(person)));
        break;
}

static Task<JournalStore> OpenAsync(string[] place) => JournalStore.OpenAsync(new()
{
    DataFolder = place[0],
    Postgres = place.ElementAtOrDefault(1),
    BusyTimeout = TimeSpan.FromSeconds(20),
});

static Task AppendAsync(JournalStore store, PersonId person) => Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
{
    while (true)
    {
        NewEntry[] batch = [.. Enumerable.Range(0, 1 + writer).Select(_ => Make())];
        var answers = await store.AppendAsync(person, batch);
        var acknowledged = new StringBuilder();
        foreach (var answer in answers)
        {
            acknowledged.Append(answer.Id).Append('\n');
        }

        // One text at a time, and flushed: the console sees to both.
        await Console.Out.WriteAsync(acknowledged.ToString());
    }
}));

static NewEntry Make()
{
    var id = Guid.CreateVersion7();
    var at = DateTimeOffset.UtcNow;
    return new NewEntry(id, at, "check-in", Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","at":"{{at:O}}","kind":"check-in","pain":3}"""));
}
