using System.CommandLine;
using Footing.Web.Hosting;

namespace Footing.Cli;

/// <summary><c>footing erase --yes</c>: the person's journal and drafts gone from the store.</summary>
internal static class EraseVerb
{
    public static Command Command()
    {
        var yes = new Option<bool>("--yes") { Description = "Says that you mean it: there is no way back." };
        var data = Store.DataOption();
        var command = new Command("erase", "Erase the person's journal from the store. Export it first if you may want it.") { yes, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!parsed.GetValue(yes))
            {
                Input.Say("Nothing was erased. There is no way back: export first, then say footing erase --yes.");
                return Exit.BadInput;
            }

            return await Store.UseExistingAsync(
                parsed.GetValue(data),
                async store =>
                {
                    var was = await store.EraseAsync(LocalPerson.Id, cancellation);
                    Input.Say(was ? "Everything about the person is erased." : "There was nothing to erase.");
                    return was ? Exit.Done : Exit.No;
                },
                cancellation);
        });
        return command;
    }
}
