using System.CommandLine;
using Footing.Content;

namespace Footing.Cli;

/// <summary><c>footing lint DIR</c>: checks a programme's files.</summary>
internal static class LintVerb
{
    public static Command Command()
    {
        var directory = new Argument<string>("DIR") { Description = "A programme's folder." };
        var command = new Command("lint", "Check a programme's files; one line a finding.") { directory };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(directory)));
        return command;
    }

    private static int Run(string directory)
    {
        if (!Directory.Exists(directory))
        {
            Input.Say($"{directory}: there is no such folder; check the path");
            return Exit.BadInput;
        }

        var findings = Lint.Run(directory);
        foreach (var finding in findings)
        {
            Console.Out.WriteLine(finding);
        }

        return findings.IsEmpty ? Exit.Done : Exit.No;
    }
}
