using System.CommandLine;

namespace Footing.Cli;

/// <summary><c>footing keyring FILE</c>: saves the keyring, in place of the save before it.</summary>
internal static class KeyringVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "Where to save; best on another disk, and not beside the backups." };
        var command = new Command("keyring", "Save the keyring to a file, in place of the save before it. Keep the installation key in a third place.") { file };
        var place = Store.AddTo(command);
        command.SetAction((parsed, cancellation) => place.UseExistingAsync(
            parsed,
            async store =>
            {
                var path = Path.GetFullPath(parsed.GetRequiredValue(file));
                IReadOnlyList<string> behind;
                try
                {
                    behind = await store.SaveKeyringAsync(path, cancellation);
                }
                catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
                {
                    throw Output.Unwritable(path);
                }

                Input.Say($"The keyring is saved to {path}, and is kept in step there when somebody is erased. "
                    + $"It opens with {place.InstallationKey(parsed)}, which is not in it: keep that apart. Destroy older copies.");
                foreach (var save in behind)
                {
                    Input.Say($"The save before, {save}, was not reached and still holds keys of people who were erased: destroy that file.");
                }

                return Exit.Done;
            },
            cancellation));
        return command;
    }
}
