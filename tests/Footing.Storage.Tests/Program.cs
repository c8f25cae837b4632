using System.Text;
using Footing.Storage;
using Footing.Storage.Sqlite;
using Footing.Testing;

// A process of its own, for the tests that kill one or start two at once (see Child.cs):
//   append FOLDER PERSON   appends without end, printing each id once it is acknowledged
//   open FOLDER            waits for a line, opens the store, prints "open"
//   cluster                starts a PostgreSQL, prints its folder and process id, and waits
var verb = args[0];
if (verb == "cluster")
{
    var cluster = await PostgresCluster.StartAsync();
    Console.WriteLine($"{cluster.Folder} {cluster.ProcessId}");
    await Task.Delay(Timeout.Infinite);
}

var folder = args[1];
if (verb == "open")
{
    await Console.In.ReadLineAsync();
}

await using var store = await SqliteJournal.OpenAsync(folder, TimeProvider.System, TimeSpan.FromSeconds(20));
if (verb == "open")
{
    Console.WriteLine("open");
    return;
}

var person = Guid.Parse(args[2]);
await Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
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

        lock (Console.Out)
        {
            Console.Out.Write(acknowledged);
            Console.Out.Flush();
        }
    }
}));

static NewEntry Make()
{
    var id = Guid.CreateVersion7();
    return new NewEntry(id, DateTimeOffset.UtcNow, "check-in", Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","pain":3}"""));
}
