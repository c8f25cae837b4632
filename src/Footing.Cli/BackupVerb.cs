using System.CommandLine;
using Footing.Storage.Backups;

namespace Footing.Cli;

/// <summary><c>footing backup FILE</c>: the whole store out, while it serves. No key is in it.</summary>
internal static class BackupVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write; a file that is there is replaced once the new one is whole." };
        var command = new Command("backup", "Write every journal to a file, sealed, as of one moment. The keyring is saved apart: footing keyring.") { file };
        var place = Store.AddTo(command);
        command.SetAction((parsed, cancellation) => place.UseExistingAsync(
            parsed,
            async store =>
            {
                var path = Path.GetFullPath(parsed.GetRequiredValue(file));
                var part = path + ".part";
                try
                {
                    BackupCount count;
                    await using (var output = Output.Create(part))
                    {
                        count = await Backup.WriteAsync(store, output, cancellation);
                        output.Flush(flushToDisk: true);
                    }

                    File.Move(part, path, overwrite: true);
                    Input.Say($"{Input.Count(count.Entries, "entry", "entries")} of {Input.Count(count.People, "person", "people")} written to {path}. It opens with the keyring alone, which is not in it: "
                        + "save that elsewhere with footing keyring FILE.");
                    return Exit.Done;
                }
                catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
                {
                    throw Output.Unwritable(path);
                }
                finally
                {
                    if (File.Exists(part))
                    {
                        File.Delete(part);
                    }
                }
            },
            cancellation));
        return command;
    }
}
