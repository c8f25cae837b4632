using Spectre.Console;

namespace Footing.Cli;

/// <summary>The progress of a simulation, on standard error: a bar on a terminal, otherwise some lines.</summary>
internal static class SimulateProgress
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(15);

    /// <summary>Runs it and shows how many people are done.</summary>
    /// <param name="people">How many there are.</param>
    /// <param name="run">Runs it; calls its argument after each person.</param>
    public static Task<T> ShowAsync<T>(int people, Func<Action, Task<T>> run) =>
        Console.IsErrorRedirected ? TellAsync(people, run) : DrawAsync(people, run);

    private static Task<T> DrawAsync<T>(int people, Func<Action, Task<T>> run)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("People", maxValue: people);
                return run(() => bar.Increment(1));
            });
    }

    private static async Task<T> TellAsync<T>(int people, Func<Action, Task<T>> run)
    {
        var lived = 0;
        await using var line = new Timer(_ => Input.Say($"{Volatile.Read(ref lived)} of {people} people"), null, BetweenLines, BetweenLines);
        return await run(() => Interlocked.Increment(ref lived));
    }
}
