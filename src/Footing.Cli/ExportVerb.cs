using System.CommandLine;
using Footing.Web.Hosting;

namespace Footing.Cli;

/// <summary><c>footing export</c>: the person's journal out, as NDJSON, each entry's bytes as first accepted.</summary>
internal static class ExportVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Where to write; - or nothing is standard output.",
            DefaultValueFactory = _ => Input.Standard,
        };
        var command = new Command("export", "Write the journal, one entry a line, in the journal's order.") { file };
        var place = Store.AddTo(command);
        command.SetAction((parsed, cancellation) => place.UseExistingAsync(
            parsed,
            async store =>
            {
                var entries = await store.ReadAsync(LocalPerson.Id, cancellation);
                var path = parsed.GetRequiredValue(file);
                await using (var output = path == Input.Standard ? Console.OpenStandardOutput() : Output.Create(path))
                {
                    foreach (var entry in entries)
                    {
                        await output.WriteAsync(entry.Json, cancellation);
                        output.WriteByte((byte)'\n');
                    }
                }

                Input.Say($"{Input.Count(entries.Count, "entry", "entries")} written.");
                return Exit.Done;
            },
            cancellation));
        return command;
    }
}
