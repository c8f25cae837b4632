using System.CommandLine;
using Footing.Content;
using Footing.Journal;
using Footing.Simulation;
using Footing.Simulation.Demonstrations;
using Footing.Storage;
using Footing.Storage.Journals;
using Footing.Web;

namespace Footing.Cli;

/// <summary><c>footing demo DIR</c>: makes a data folder with a made-up person, to look at what Footing shows after some weeks.</summary>
internal static class DemoVerb
{
    private const int AtOnce = 1000;

    public static Command Command()
    {
        var folder = new Argument<string>("DIR") { Description = "The data folder to make; it must not be there yet, or be empty." };
        var weeks = Numbers.Option("--weeks", "How many weeks the person has exercised, 1 to 520.", "12");
        var seed = Numbers.Option("--seed", "Where chance begins; another seed gives other numbers.", "1");
        var command = new Command("demo", "Make a data folder with a made-up person, to look around.") { folder, weeks, seed };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(weeks), parsed.GetRequiredValue(seed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string weeks, string seed, CancellationToken cancellation)
    {
        if (Numbers.Whole("--weeks", weeks, 1, SimulationOptions.MostWeeks) is not { } length ||
            Numbers.Whole("--seed", seed, int.MinValue, int.MaxValue) is not { } start)
        {
            return Exit.BadInput;
        }

        if (File.Exists(folder))
        {
            Input.Say($"{folder}: is a file; a made-up person needs a folder. Name one that is not there yet.");
            return Exit.BadInput;
        }

        // Never beside what a person has recorded: a made-up day could open or close a real one.
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Input.Say($"{folder}: is not empty; a made-up person needs a folder of its own. Name one that is not there yet.");
            return Exit.BadInput;
        }

        var options = new SimulationOptions(ShippedProgramme.Load(), ShippedProgramme.Texts("en")) { Weeks = length, Seed = start };
        var yesterday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);
        var entries = Demonstration.Of(options, yesterday);
        return await Store.UseAsync(
            new StoreOptions { DataFolder = Path.GetFullPath(folder) },
            async store =>
            {
                foreach (var part in entries.Chunk(AtOnce))
                {
                    await store.AppendAsync(
                        LocalPerson.Id,
                        [.. part.Select(entry => new NewEntry(entry.Id, entry.At, EntryReader.KindOf(entry), EntryWriter.Write(entry)))],
                        cancellation);
                }

                Input.Say($"{folder} holds a made-up person of {Input.Count(length, "week", "weeks")}. Look around with: footing serve --data \"{folder}\"");
                return Exit.Done;
            },
            cancellation);
    }
}
