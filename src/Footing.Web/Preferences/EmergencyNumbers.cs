using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Footing.Wording;

namespace Footing.Web.Preferences;

/// <summary>The numbers to call, by country; from <c>texts/emergency-numbers.json</c>.</summary>
public sealed class EmergencyNumbers
{
    private readonly ImmutableDictionary<string, Country> _byCode;

    /// <summary>Reads the file that is embedded in the assembly.</summary>
    public EmergencyNumbers()
    {
        using var stream = typeof(EmergencyNumbers).Assembly.GetManifestResourceStream("texts/emergency-numbers.json")!;
        var file = JsonSerializer.Deserialize<NumbersFile>(stream, JsonSerializerOptions.Web)!;
        Fallback = file.Fallback;
        Countries = file.Countries;
        _byCode = Countries.ToImmutableDictionary(c => c.Code);
    }

    /// <summary>The number that mobile phones connect in most countries.</summary>
    public string Fallback { get; }

    /// <summary>All countries, in the file's order.</summary>
    public ImmutableArray<Country> Countries { get; }

    /// <summary>The country with this code; null when there is none.</summary>
    public Country? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>What to call in a country; the fallback when the country, or a number of it, is not known.</summary>
    public LocalHelp Of(string? code) => Of(Find(code));

    /// <summary>What to call in a country; the fallback when no number of it is known.</summary>
    public LocalHelp Of(Country? country) => country is { Numbers: [{ } first, .. var others] }
        ? new(first.Number, true, others, country.SameDay)
        : new(Fallback, false, [], country?.SameDay);

    /// <summary>What a person calls; null when their country cannot be read.</summary>
    public LocalHelp? Of(Preference? preference) => preference is null ? null : Of(preference.Country);

    private sealed record NumbersFile(string Fallback, ImmutableArray<Country> Countries);
}

/// <summary>A country, and the numbers to call there.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 (<c>XK</c> for Kosovo).</param>
/// <param name="Zone">The zone that most of its people live in.</param>
/// <param name="Numbers">For an ambulance; the first is the one to show. Empty when none is known.</param>
/// <param name="SameDay">The line for medical advice the same day; null where the country has none that is known.</param>
public sealed record Country(string Code, string Zone, ImmutableArray<EmergencyNumber> Numbers, SameDayLine? SameDay = null);

/// <summary>A number that brings an ambulance.</summary>
/// <param name="Number">What to dial.</param>
/// <param name="AnsweredBy">Who answers.</param>
/// <param name="Source">Who says so, and of when.</param>
/// <param name="Checked">The day on which somebody looked.</param>
/// <param name="Read">Whether a text that says so was read.</param>
/// <param name="Link">That text.</param>
/// <param name="Partly">Whether it answers only in a part of the country, for some people or from some phones.</param>
public sealed record EmergencyNumber(string Number, AnsweredBy AnsweredBy, string Source, DateOnly Checked, bool Read, Uri? Link = null, bool Partly = false);

/// <summary>A line for medical advice the same day.</summary>
/// <param name="Name">Its name, in its country's words.</param>
/// <param name="Number">What to dial, with spaces as it is written there.</param>
/// <param name="Source">Who says so, and of when.</param>
/// <param name="Checked">The day on which somebody looked.</param>
/// <param name="Read">Whether a text that says so was read.</param>
/// <param name="Link">That text.</param>
/// <param name="Partly">Whether it answers only in a part of the country.</param>
public sealed record SameDayLine(string Name, string Number, string Source, DateOnly Checked, bool Read, Uri? Link = null, bool Partly = false)
{
    /// <summary>What a link dials.</summary>
    public string Digits => Number.Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>Who answers an emergency number.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnsweredBy>))]
public enum AnsweredBy
{
    /// <summary>The ambulance service itself.</summary>
    Ambulance,

    /// <summary>A control room for all services.</summary>
    All,

    /// <summary>The police.</summary>
    Police,

    /// <summary>The fire brigade.</summary>
    Fire,
}

/// <summary>What a person calls where they live.</summary>
/// <param name="Number">In an emergency.</param>
/// <param name="IsOfCountry">Whether the number is the country's; otherwise it is the one that most mobile phones connect.</param>
/// <param name="Others">Other numbers that bring an ambulance.</param>
/// <param name="SameDay">For advice the same day; null for none.</param>
public sealed record LocalHelp(string Number, bool IsOfCountry, ImmutableArray<EmergencyNumber> Others, SameDayLine? SameDay);

/// <summary>Says what to call.</summary>
public static class LocalHelpWords
{
    /// <summary>The number in words that fit after “Call”; without a known country it names the local number too.</summary>
    /// <param name="help">Null when the person's country cannot be read.</param>
    /// <param name="texts">The words.</param>
    public static string Words(this LocalHelp? help, Texts texts) => help switch
    {
        null => texts["urgent.local"],
        { IsOfCountry: true } => help.Number,
        _ => texts.Say("urgent.or-local", ("number", help.Number)),
    };
}
