using System.CommandLine;
using Footing.Storage.Journals;

namespace Footing.Cli;

/// <summary><c>footing check</c>: reads everything that is stored and reports what is wrong.</summary>
internal static class CheckVerb
{
    public static Command Command()
    {
        var command = new Command("check", "Read everything that is stored and say what is wrong; one line a finding.");
        var place = Store.AddTo(command);
        command.SetAction((parsed, cancellation) => place.UseExistingAsync(
            parsed,
            async store =>
            {
                var report = await StoreCheck.RunAsync(store, cancellation);
                foreach (var finding in report.Findings)
                {
                    await Console.Out.WriteLineAsync(finding);
                }

                Input.Say($"{Input.Count(report.Entries, "entry", "entries")} of {Input.Count(report.People, "person", "people")} read; {Input.Count(report.Findings.Count, "finding", "findings")}.");
                return report.Findings.Count == 0 ? Exit.Done : Exit.No;
            },
            cancellation));
        return command;
    }
}
