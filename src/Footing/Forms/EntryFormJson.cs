using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Screening;

namespace Footing.Forms;

/// <summary>
/// A form's description as JSON, for the player (<c>player/src/form/description.ts</c>). What is as usual is left out: a
/// path that equals the name, and whatever is null, false or empty.
/// </summary>
public static class EntryFormJson
{
    /// <summary>How descriptions are written: letters of all languages without escapes.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Describes a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="say">The sentence of a message, in the language of the page.</param>
    /// <exception cref="ArgumentException">A field is in the person's own words: only the server reads such a form.</exception>
    public static JsonObject Write(EntryForm form, Func<FormMessage, string> say)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(say);
        var json = new JsonObject
        {
            ["kind"] = form.KindId,
            ["properties"] = List(form.Properties),
        };
        if (!form.Given.IsEmpty)
        {
            json["given"] = new JsonArray([.. form.Given.Select(known => (JsonNode)new JsonArray(known.Path, known.Value.DeepClone()))]);
        }

        json["fields"] = new JsonArray([.. form.Fields.Select(field => (JsonNode)Field(field, say))]);
        Add(json, "nothing", form.NothingError is { } nothing ? say(nothing) : null);
        Add(json, "part", Flag(form.IsPart));
        if (!form.Urgent.IsEmpty)
        {
            json["urgent"] = new JsonArray(
                [.. form.Urgent.Select(urgent => (JsonNode)new JsonObject { ["to"] = urgent.Disposition.Id(), ["if"] = Condition(urgent.If) })]);
        }

        Add(json, "omitsDoneIf", Condition(form.OmitsDoneIf));
        return json;
    }

    private static JsonObject Field(FormField field, Func<FormMessage, string> say)
    {
        var json = new JsonObject { ["name"] = field.Name };
        Add(json, "path", field.Path == field.Name ? null : field.Path);
        switch (field.Kind)
        {
            case FieldKind.One one:
                json["type"] = "one";
                Add(json, "words", one.Words.IsDefaultOrEmpty ? null : List(one.Words));
                Add(json, "least", one.Least);
                Add(json, "most", one.Most);
                Add(json, "written", one.Written.IsEmpty ? null : new JsonObject(one.Written.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))));
                Add(json, "noAnswer", one.NoAnswer);
                break;
            case FieldKind.Several several:
                json["type"] = "several";
                json["words"] = List(several.Words);
                Add(json, "least", several.Least);
                Add(json, "most", several.Most);
                break;
            case FieldKind.Whole whole:
                (json["type"], json["least"], json["most"]) = ("whole", whole.Least, whole.Most);
                Add(json, "word", whole.Word);
                Add(json, "both", whole.BothError is { } both ? say(both) : null);
                break;
            case FieldKind.Degrees degrees:
                (json["type"], json["least"], json["most"], json["sign"]) = ("degrees", degrees.Least, degrees.Most, degrees.Sign);
                break;
            case FieldKind.Text { IsItem: false, LengthError: null } text:
                (json["type"], json["most"]) = ("text", text.Most);
                break;
            default:
                throw new ArgumentException($"{field.Kind.GetType().Name} has no JSON.", nameof(field));
        }

        Add(json, "needed", Flag(field.IsNeeded));
        Add(json, "if", Condition(field.NeededIf));
        Add(json, "unless", Condition(field.NeededUnless));
        Add(json, "default", field.Default);
        Add(json, "defaultIf", Condition(field.DefaultIf));
        Add(json, "address", Flag(field.IsInAddress));
        json["error"] = say(field.Error);
        return json;
    }

    private static JsonObject? Condition(FormCondition? condition) => condition is null
        ? null
        : new(condition.AnyOf.Select(answer => KeyValuePair.Create(answer.Field, (JsonNode?)List(answer.Words))));

    private static JsonArray List(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);

    private static JsonNode? Flag(bool isOn) => isOn ? true : null;

    private static void Add(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
