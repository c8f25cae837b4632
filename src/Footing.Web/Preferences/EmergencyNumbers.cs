using System.Collections.Immutable;
using System.Text.Json;

namespace Footing.Web.Preferences;

/// <summary>A country, and the numbers to call there.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 (<c>XK</c> for Kosovo).</param>
/// <param name="Zone">The zone that most of its people live in.</param>
/// <param name="Numbers">For an ambulance; the first is the one to show.</param>
/// <param name="Source">Where the numbers come from.</param>
public sealed record Country(string Code, string Zone, ImmutableArray<string> Numbers, string Source);

/// <summary>The numbers to call in an emergency, by country; from <c>texts/emergency-numbers.json</c>.</summary>
public sealed class EmergencyNumbers
{
    private readonly ImmutableDictionary<string, Country> _byCode;

    /// <summary>Reads the file that is embedded in the assembly.</summary>
    public EmergencyNumbers()
    {
        using var stream = typeof(EmergencyNumbers).Assembly.GetManifestResourceStream("texts/emergency-numbers.json")!;
        var file = JsonSerializer.Deserialize<NumbersFile>(stream, JsonSerializerOptions.Web)!;
        Fallback = file.Fallback;
        Countries = [.. file.Countries.Select(c => c with { Source = file.Sources[c.Source] })];
        _byCode = Countries.ToImmutableDictionary(c => c.Code);
    }

    /// <summary>The number that mobile phones connect in most countries.</summary>
    public string Fallback { get; }

    /// <summary>All countries, in the file's order.</summary>
    public ImmutableArray<Country> Countries { get; }

    /// <summary>The country with this code; null when there is none.</summary>
    public Country? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>The number to show in a country; the fallback when the country is not known.</summary>
    public string Of(string? code) => Find(code)?.Numbers[0] ?? Fallback;

    /// <summary>The number to show to a person; null when their country cannot be read.</summary>
    public string? Of(Preference? preference) => preference is null ? null : Of(preference.Country);

    private sealed record NumbersFile(Dictionary<string, string> Sources, string Fallback, ImmutableArray<Country> Countries);
}
