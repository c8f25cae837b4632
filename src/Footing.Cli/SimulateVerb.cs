using System.CommandLine;
using Footing.Content;
using Footing.Journal;
using Footing.Programmes;
using Footing.Simulation;
using Footing.Simulation.Cohorts;
using Footing.Simulation.Reporting;
using Footing.Wording;

namespace Footing.Cli;

/// <summary><c>footing simulate</c>: simulates people who follow the rules, and checks what they are offered.</summary>
internal static class SimulateVerb
{
    public static Command Command()
    {
        var people = Numbers.Option("--people", "How many people, 1 to 1000000.", "1000");
        var weeks = Numbers.Option("--weeks", "For how many weeks, 1 to 520.", "26");
        var seed = Numbers.Option("--seed", "Where chance begins; the same seed gives the same table.", "1");
        var person = new Option<string?>("--person") { Description = "Write this person's journal instead, by number." };
        var programme = new Option<string?>("--programme") { Description = "A programme's folder; the shipped one if absent." };
        var command = new Command("simulate", "Try the rules on virtual people, and check what they are offered.")
        {
            people, weeks, seed, person, programme,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(people),
            parsed.GetRequiredValue(weeks),
            parsed.GetRequiredValue(seed),
            parsed.GetValue(person),
            parsed.GetValue(programme),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string people, string weeks, string seed, string? person, string? directory, CancellationToken cancellation)
    {
        if (Numbers.Whole("--people", people, 1, SimulationOptions.MostPeople) is not { } count ||
            Numbers.Whole("--weeks", weeks, 1, SimulationOptions.MostWeeks) is not { } length ||
            Numbers.Whole("--seed", seed, int.MinValue, int.MaxValue) is not { } start ||
            Numbers.Whole("--person", person ?? "1", 1, int.MaxValue) is not { } number ||
            Read(directory) is not { } read)
        {
            return Exit.BadInput;
        }

        var options = new SimulationOptions(read.Programme, read.Texts) { People = count, Weeks = length, Seed = start };
        if (person is not null)
        {
            foreach (var arrival in Cohort.Person(options, number).Arrivals)
            {
                await Input.WriteLineAsync(EntryWriter.Write(arrival.Entry), cancellation);
            }

            return Exit.Done;
        }

        try
        {
            var result = await SimulateProgress.ShowAsync(count, lived => Cohort.RunAsync(options, lived, cancellation: cancellation));
            CohortTable.Write(Console.Out, result);
            return result.Violations.Any() ? Exit.No : Exit.Done;
        }
        catch (OperationCanceledException)
        {
            Input.Say("Stopped before everybody had lived; there is no table.");
            return Exit.No;
        }
    }

    /// <summary>The programme with its texts; null after a sentence with what is wrong.</summary>
    private static (Programme Programme, Texts Texts)? Read(string? directory)
    {
        const string language = "en";
        if (directory is null)
        {
            return (ShippedProgramme.Load(), ShippedProgramme.Texts(language));
        }

        if (!Directory.Exists(directory))
        {
            Input.Say($"{directory}: there is no such folder; check the path.");
            return null;
        }

        var findings = Lint.Run(directory);
        if (!findings.IsEmpty)
        {
            var count = Input.Count(findings.Length, "finding", "findings");
            Input.Say($"{directory}: the programme has {count}, listed by footing lint {directory}; the first is {findings[0]}");
            return null;
        }

        return (
            ProgrammeReader.Read(directory).ValueOrThrow(),
            TextsReader.Read(ContentFiles.Below(directory), "texts/" + language).ValueOrThrow());
    }
}
