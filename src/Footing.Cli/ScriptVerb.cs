using System.CommandLine;
using Footing.Content;
using Footing.Sessions;

namespace Footing.Cli;

/// <summary><c>footing script JOURNAL --on DATE</c>: the session script that the player performs.</summary>
internal static class ScriptVerb
{
    public static Command Command()
    {
        var (journal, on, zone) = (PlanVerb.JournalArgument(), PlanVerb.OnOption(), PlanVerb.ZoneOption());
        var language = new Option<string>("--language")
        {
            Description = "The language of what is said: en, es-ES or es-419; es is es-419.",
            DefaultValueFactory = _ => "en",
        };
        var command = new Command("script", "The script of a date's session, as one JSON object.") { journal, on, zone, language };
        command.SetAction(async (parsed, cancellation) =>
        {
            var tag = parsed.GetRequiredValue(language);
            if (ShippedTexts.Find(tag) is not { } known || PseudoLanguage.Is(known))
            {
                Input.Say($"--language: there are no texts in {tag}; give one of {string.Join(", ", ShippedTexts.Languages)}");
                return Exit.BadInput;
            }

            var plan = await PlanVerb.PlanAsync(
                parsed.GetRequiredValue(journal), parsed.GetRequiredValue(on), parsed.GetValue(zone), cancellation);
            if (plan is null)
            {
                return Exit.BadInput;
            }

            if (plan.Exercises.IsEmpty)
            {
                Input.Say($"Nothing may be done on {parsed.GetRequiredValue(on)}, so there is no script; footing plan says why.");
                return Exit.No;
            }

            await Input.WriteLineAsync(ScriptJson.Write(ScriptCompiler.Compile(plan, ShippedProgramme.Load(), ShippedProgramme.Texts(known))), cancellation);
            return Exit.Done;
        });
        return command;
    }
}
