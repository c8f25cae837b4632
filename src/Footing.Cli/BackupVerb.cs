using System.CommandLine;
using Footing.Storage.Backups;

namespace Footing.Cli;

/// <summary><c>footing backup FILE</c>: writes the whole store to a file, while it serves. No key is in it.</summary>
internal static class BackupVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write; an earlier backup of this installation is replaced once the new one is whole." };
        var command = new Command("backup", "Write every journal to a file, sealed, as of one moment. The keyring is saved apart: footing keyring.") { file };
        var place = Store.AddTo(command);
        command.SetAction((parsed, cancellation) => place.UseExistingAsync(
            parsed,
            async store =>
            {
                var path = parsed.GetRequiredValue(file);
                var count = await Backup.WriteAsync(store, path, cancellation);
                Input.Say($"{Input.Count(count.Entries, "entry", "entries")} of {Input.Count(count.People, "person", "people")} written to {Path.GetFullPath(path)}. "
                    + "It opens with the keyring alone, which is not in it: save that elsewhere with footing keyring FILE.");
                return Exit.Done;
            },
            cancellation));
        return command;
    }
}
