using System.CommandLine;
using Footing.Web;

namespace Footing.Cli;

/// <summary><c>footing erase --yes</c>: removes the person's journal, drafts and key from the store.</summary>
internal static class EraseVerb
{
    public static Command Command()
    {
        var yes = new Option<bool>("--yes") { Description = "Says that you mean it: there is no way back." };
        var command = new Command("erase", "Erase the person's journal from the store. Export it first if you may want it.") { yes };
        var place = Store.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!parsed.GetValue(yes))
            {
                Input.Say("Nothing was erased. There is no way back: export first, then say footing erase --yes.");
                return Exit.BadInput;
            }

            return await place.UseExistingAsync(
                parsed,
                async store =>
                {
                    var was = await store.EraseAsync(LocalPerson.Id, cancellation);
                    var away = store.StaleKeyringSaves;
                    Input.Say(!was ? "There was nothing to erase."
                        : (away.Count == 0
                            ? "Everything about the person is erased, in backups too: their key is destroyed, here and in every save of the keyring that Footing made. A copy of such a file, or one that was moved, still holds it: destroy those. "
                            : "Everything about the person is erased here, but not in backups yet. ")
                        + "A browser that has shown it keeps pages and entries of it until it next opens Footing here, and then forgets them; "
                        + "not to wait for that, clear the browser's data of Footing's address.");
                    foreach (var save in away)
                    {
                        Input.Say($"The keyring was saved to {save}, which cannot be reached now and still holds the key: with it a backup can still be read. "
                            + "When it is back in its place run footing check, which destroys the key there too (so does the next start of Footing); "
                            + $"or destroy that file, then say {KeyringVerb.Destroyed(save)}.");
                    }

                    if (away.Count > 0)
                    {
                        return Exit.No;
                    }

                    return was ? Exit.Done : Exit.No;
                },
                cancellation);
        });
        return command;
    }
}
