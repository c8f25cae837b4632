using System.CommandLine;
using Footing.Content;

namespace Footing.Cli;

/// <summary><c>footing pack DIR</c>: writes the programme as a folder for others to use.</summary>
internal static class PackVerb
{
    public static Command Command()
    {
        var directory = new Argument<string>("DIR") { Description = "A folder that is new or empty." };
        var command = new Command("pack", $"Write exercises, movements, cautions, sources and texts as a folder that others may use ({ProgrammeExport.License}).") { directory };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(directory)));
        return command;
    }

    private static int Run(string directory)
    {
        try
        {
            Input.Say($"{Input.Count(ProgrammeExport.Write(directory), "file", "files")} written.");
            return Exit.Done;
        }
        catch (ArgumentException)
        {
            Input.Say("There is no folder without a name; name a new one.");
            return Exit.BadInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Input.Say(e.Message);
            return Exit.BadInput;
        }
    }
}
