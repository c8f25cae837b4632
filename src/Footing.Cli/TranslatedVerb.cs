using System.CommandLine;
using Footing.Content;

namespace Footing.Cli;

/// <summary><c>footing translated DIR LANGUAGE [KEY...]</c>: records that a translation is up to date.</summary>
internal static class TranslatedVerb
{
    public static Command Command()
    {
        var directory = new Argument<string>("DIR") { Description = "A programme's folder, or the folder of the pages' texts." };
        var language = new Argument<string>("LANGUAGE") { Description = "The language of the translation, such as es." };
        var keys = new Argument<string[]>("KEY") { Description = "These texts alone; all of them when none is named.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("translated", "Write down that a translation fits the English texts as they are now.") { directory, language, keys };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(directory), parsed.GetRequiredValue(language), parsed.GetValue(keys) ?? []));
        return command;
    }

    private static int Run(string directory, string language, string[] keys)
    {
        if (!Directory.Exists(directory))
        {
            Input.Say($"{directory}: there is no such folder; check the path");
            return Exit.BadInput;
        }

        try
        {
            var written = Translations.Record(directory, language, keys);
            Input.Say($"{Input.Count(written, "mark", "marks")} written.");
            return Exit.Done;
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Input.Say(e.Message);
            return Exit.BadInput;
        }
    }
}
