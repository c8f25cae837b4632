using System.CommandLine;
using System.Globalization;

namespace Footing.Cli;

/// <summary>Options that are whole numbers.</summary>
internal static class Numbers
{
    /// <summary>An option with what it is when not given.</summary>
    public static Option<string> Option(string name, string description, string usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };

    /// <summary>The number; null after a sentence with what is wrong.</summary>
    public static int? Whole(string option, string text, int least, int most)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        var range = (least, most) switch
        {
            (int.MinValue, _) => "",
            (_, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $" of {least} or more"),
            _ => string.Create(CultureInfo.InvariantCulture, $" from {least} to {most}"),
        };
        Input.Say($"{option}: expected a whole number{range}, found {text}.");
        return null;
    }
}
