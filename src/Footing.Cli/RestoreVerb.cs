using System.CommandLine;
using Footing.Storage.Backups;

namespace Footing.Cli;

/// <summary><c>footing restore FILE</c>: a backup into an empty folder or database. All of it or nothing.</summary>
internal static class RestoreVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "A backup, from either engine." };
        var command = new Command("restore", "Read a backup into an empty folder or database; whoever was erased since is left out.") { file };
        var place = Store.AddTo(command);
        command.SetAction((parsed, cancellation) => Store.GuardAsync(async () =>
        {
            try
            {
                var count = await Backup.RestoreAsync(place.Of(parsed), parsed.GetRequiredValue(file), cancellation);
                Input.Say($"{Input.Count(count.Restored.Entries, "entry", "entries")} of {Input.Count(count.Restored.People, "person", "people")} restored."
                    + (count.Erased == 0 ? "" : $" {Input.Count(count.Erased, "person was", "people were")} erased since this backup, and left out."));
                return Exit.Done;
            }
            catch (BackupException problem)
            {
                Input.Say(problem.Message);
                return Exit.BadInput;
            }
        }));
        return command;
    }
}
