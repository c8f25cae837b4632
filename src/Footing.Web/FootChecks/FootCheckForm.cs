using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Reading;
using Footing.Wording;
using Microsoft.AspNetCore.Http;

namespace Footing.Web.FootChecks;

/// <summary>A foot check as filled in; "not sure" counts as a finding.</summary>
/// <param name="Values">What was chosen or typed, by field.</param>
public sealed record FootCheckForm(IReadOnlyDictionary<string, string> Values)
{
    internal static readonly ImmutableArray<string> Skins = [.. Vocabulary.SkinFindings.Words, "unsure"];

    /// <summary>The lowest accepted temperature of a foot, in degrees Celsius.</summary>
    internal const int LeastDegrees = 15;

    /// <summary>The highest accepted temperature.</summary>
    internal const int MostDegrees = 45;

    private static readonly string[] Fields = ["looked", "skin", "heat", "swelling", "left", "right"];

    internal static FootCheckForm Empty { get; } = new(new Dictionary<string, string>());

    internal static FootCheckForm Of(IFormCollection form) =>
        new(Fields.Select(field => (Field: field, Value: TypedInput.Normalize(form[field].ToString()))).Where(typed => typed.Value.Length > 0).ToDictionary(typed => typed.Field, typed => typed.Value));

    /// <summary>An earlier check, to be corrected.</summary>
    internal static FootCheckForm Of(FootCheckEntry check)
    {
        var values = new Dictionary<string, string>();
        Add("looked", check.ObservedBy is { } observer ? Vocabulary.Observers[observer] : null);
        if (check.ObservedBy != Observer.Nobody)
        {
            Add("skin", Vocabulary.SkinFindings[check.Skin]);
            Add("heat", Word(check.Heat));
            Add("swelling", Word(check.Swelling));
        }

        return new(values);

        void Add(string field, string? value)
        {
            if (value is not null)
            {
                values[field] = value;
            }
        }

        static string? Word(YesNoUnsure? answer) => answer is { } given ? Vocabulary.YesNoUnsure[given] : null;
    }

    /// <summary>The fields of the entry, or what is wrong with the input.</summary>
    internal (JsonObject? Entry, IReadOnlyList<Problem> Problems) Read(Texts texts)
    {
        List<Problem> problems = [];
        var isUnseen = Values.GetValueOrDefault("looked") == "nobody";
        var entry = new JsonObject();
        var looked = Choose("looked", Vocabulary.Observers.Words, false);
        // If nobody could look, nothing is known about the skin; the rules handle that.
        var skin = Choose("skin", Skins, isUnseen);
        var heat = Choose("heat", Vocabulary.YesNoUnsure.Words, isUnseen);
        var swelling = Choose("swelling", Vocabulary.YesNoUnsure.Words, isUnseen);
        entry["skin"] = skin switch { null => "clear", "unsure" => "mark", _ => skin };
        Add("heat", heat);
        Add("swelling", swelling);
        Add("looked", looked);
        if (Values.ContainsKey("left") || Values.ContainsKey("right"))
        {
            var (left, right) = (Warmth("left"), Warmth("right"));
            if (left is not null && right is not null)
            {
                // From the typed values, not rounded: a rule has a limit between two such differences. Whole hundredths
                // avoid trailing zeros, so that C# and the player write the same digits.
                entry["sideDifferenceC"] = decimal.ToInt32((left.Value - right.Value) * 100) / 100m;
            }
        }

        return problems.Count > 0 ? (null, problems) : (entry, []);

        void Add(string field, string? value)
        {
            if (value is not null)
            {
                entry[field] = value;
            }
        }

        string? Choose(string field, IReadOnlyList<string> words, bool mayLack)
        {
            var chosen = Values.GetValueOrDefault(field);
            if (words.Contains(chosen))
            {
                return chosen;
            }

            if (!mayLack)
            {
                problems.Add(new(field, texts[$"foot-check.{field}.error"]));
            }

            return null;
        }

        decimal? Warmth(string field)
        {
            var degrees = TypedInput.Degrees(Values.GetValueOrDefault(field, ""), LeastDegrees, MostDegrees);
            if (degrees is null)
            {
                problems.Add(new(field, texts[$"foot-check.warmth.{field}-error"]));
            }

            return degrees;
        }
    }
}
