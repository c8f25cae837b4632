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
                var path = parsed.GetRequiredValue(file);
                var behind = await store.SaveKeyringAsync(path, cancellation);
                Input.Say($"The keyring is saved to {Path.GetFullPath(path)}, and is kept in step there when somebody is erased. "
                    + $"It opens with {place.InstallationKey(parsed)}, which is not in it: keep that apart. Destroy older copies.");
                foreach (var save in behind)
                {
                    // The new save must not be mistaken for the earlier one in its place.
                    Input.Say(save == Path.GetFullPath(path)
                        ? $"The save that lay at {save} before is elsewhere now and still holds keys of people who were erased: destroy it there."
                        : $"The save before, {save}, was not reached and still holds keys of people who were erased: destroy that file.");
                }

                return Exit.Done;
            },
            cancellation));
        return command;
    }
}
