using System.Text.Json;
using Footing.Plans;
using Footing.Programmes;
using Footing.Quantities;

namespace Footing.Web.Session;

/// <summary>The data that the player reads from its page.</summary>
internal static class SessionBlocks
{
    private const string PlayerWords = "player.";

    /// <summary>The script of a plan.</summary>
    public static string Script(Plan plan, Programme programme, Texts texts) => "null";

    /// <summary>The moving drawings that the script names, by movement.</summary>
    public static string Figures(Plan plan, Programme programme, Texts texts) => "{}";

    /// <summary>The words of the player's screen.</summary>
    public static string Words(Texts texts) => JsonSerializer.Serialize(
        texts.Keys.Where(key => key.StartsWith(PlayerWords, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToDictionary(key => key[PlayerWords.Length..], key => texts[key]));
}
