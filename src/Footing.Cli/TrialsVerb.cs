using System.CommandLine;
using Footing.Simulation.OutcomeTrials;

namespace Footing.Cli;

/// <summary><c>footing trials</c>: how often the outcomes' answers are right, on journals whose truth is known.</summary>
internal static class TrialsVerb
{
    public static Command Command()
    {
        var journals = Numbers.Option("--journals", "How many journals a row, 1 to 1000000.", "10000");
        var seed = Numbers.Option("--seed", "Where chance begins; the same seed gives the same table.", "1");
        var command = new Command("trials", "Try the answers about progress on simulated journals, and print how often they are right.") { journals, seed };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetRequiredValue(journals), parsed.GetRequiredValue(seed), cancellation)));
        return command;
    }

    private static int Run(string journals, string seed, CancellationToken cancellation)
    {
        if (Numbers.Whole("--journals", journals, 1, TrialGrid.MostJournals) is not { } count ||
            Numbers.Whole("--seed", seed, int.MinValue, int.MaxValue) is not { } start)
        {
            return Exit.BadInput;
        }

        try
        {
            var misses = TrialGrid.Write(Console.Out, count, start, isWhole: true, Environment.ProcessorCount, cancellation);
            foreach (var miss in misses)
            {
                Input.Say(miss);
            }

            return misses.IsEmpty ? Exit.Done : Exit.No;
        }
        catch (OperationCanceledException)
        {
            Input.Say("Stopped before the last row.");
            return Exit.No;
        }
    }
}
