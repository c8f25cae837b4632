using System.CommandLine;

namespace Footing.Cli;

/// <summary><c>footing keyring FILE</c>: saves the keyring, in place of the save before it; or forgets a save that was destroyed.</summary>
internal static class KeyringVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "Where to save; best on another disk, and not beside the backups." };
        var destroyed = new Option<bool>("--destroyed") { Description = "FILE is a save that you have destroyed: it is not looked for any more. Nothing is saved." };
        var command = new Command("keyring", "Save the keyring to a file, in place of the save before it. Keep the installation key in a third place.") { file, destroyed };
        var place = Store.AddTo(command);
        command.SetAction((parsed, cancellation) => place.UseExistingAsync(
            parsed,
            async store =>
            {
                var path = parsed.GetRequiredValue(file);
                if (parsed.GetValue(destroyed))
                {
                    var was = await store.ForgetKeyringSaveAsync(path);
                    Input.Say(was
                        ? $"The save of the keyring at {Path.GetFullPath(path)} is not looked for any more."
                        : $"No save of the keyring is known at {Path.GetFullPath(path)}: give its path as erase and check name it.");
                    return was ? Exit.Done : Exit.No;
                }

                var behind = await store.SaveKeyringAsync(path, cancellation);
                Input.Say($"The keyring is saved to {Path.GetFullPath(path)}, and is kept in step there when somebody is erased. "
                    + $"It opens with {place.InstallationKey(parsed)}, which is not in it: keep that apart. Destroy older copies.");
                foreach (var save in behind)
                {
                    // The new save must not be mistaken for the earlier one in its place.
                    Input.Say(save == Path.GetFullPath(path)
                        ? $"The save that lay at {save} before is elsewhere now and still holds keys of people who were erased: destroy it there, then say {Destroyed(save)}."
                        : $"An earlier save, {save}, was not reached and still holds keys of people who were erased. When it is back in its place run footing check, "
                            + $"which destroys the keys there too; or destroy that file, then say {Destroyed(save)}.");
                }

                return Exit.Done;
            },
            cancellation));
        return command;
    }

    /// <summary>How to say that a save was destroyed.</summary>
    public static string Destroyed(string save) => $"footing keyring --destroyed \"{save}\"";
}
