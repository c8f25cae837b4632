using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Screening;

namespace Footing.Forms;

/// <summary>
/// A form that makes an entry, described once: pages draw it, the server reads it, and the player reads the same
/// description from the page (<see cref="EntryFormJson"/>), so that both make the same entry of the same input.
/// <c>contract/golden/typed.ndjson</c> checks both.
/// </summary>
public sealed record EntryForm
{
    /// <summary>Describes a form.</summary>
    /// <param name="kind">The kind of the entry.</param>
    /// <param name="properties">The properties of the entry that the form writes, in the order in which they are written.</param>
    /// <param name="fields">The fields, in the order in which they are asked and in which problems are named.</param>
    /// <exception cref="ArgumentException">A field writes another property, or a condition names a field that is not there.</exception>
    public EntryForm(EntryKind kind, ImmutableArray<string> properties, ImmutableArray<FormField> fields)
    {
        (Kind, Properties) = (kind, properties);
        Fields = fields;
    }

    /// <summary>The kind of the entry.</summary>
    public EntryKind Kind { get; }

    /// <summary>The kind as written in data.</summary>
    public string KindId => Vocabulary.EntryKinds[Kind];

    /// <summary>The properties of the entry that the form writes, in the order in which they are written.</summary>
    public ImmutableArray<string> Properties { get; }

    /// <summary>The fields, in the order in which they are asked.</summary>
    /// <exception cref="ArgumentException">A field writes another property, or a condition names a field that is not there.</exception>
    public ImmutableArray<FormField> Fields
    {
        get;
        init
        {
            foreach (var asked in value)
            {
                if (!Properties.Contains(Top(asked.Path)))
                {
                    throw new ArgumentException($"\"{asked.Path}\" is none of the form's properties.", nameof(value));
                }

                foreach (var condition in new[] { asked.NeededIf, asked.NeededUnless, asked.DefaultIf }.OfType<FormCondition>())
                {
                    CheckNames(condition, value);
                }
            }

            field = value;
        }
    }

    /// <summary>What the page knows and does not ask, by path: a word, a whole number, or whether something is so.</summary>
    public ImmutableArray<(string Path, JsonValue Value)> Given { get; private init; } = [];

    /// <summary>What is said when no field is answered at all; null where that can be.</summary>
    public FormMessage? NothingError { get; init; }

    /// <summary>
    /// Whether it is only a part: an entry is made at once when an answer is urgent; otherwise the next page asks on.
    /// </summary>
    public bool IsPart { get; init; }

    /// <summary>The answers that need help at once, the most urgent disposition first.</summary>
    public ImmutableArray<(Disposition Disposition, FormCondition If)> Urgent { get; init; } = [];

    /// <summary>
    /// When a device does not add how much of each exercise was done (<c>done</c>); null for a form about no session.
    /// </summary>
    public FormCondition? OmitsDoneIf { get; init; }

    /// <summary>The field with a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FormField this[string name] =>
        Fields.FirstOrDefault(field => field.Name == name && !field.IsInAddress) ?? throw new ArgumentException($"The form has no field \"{name}\".", nameof(name));

    /// <summary>The same form, on a page that knows a property of the entry.</summary>
    /// <param name="path">The property's path.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">It is none of the form's properties.</exception>
    public EntryForm Knowing(string path, Answer value) =>
        Knowing(path, value.Number is { } number ? JsonValue.Create(number) : JsonValue.Create(value.Word!));

    /// <summary>The same form, on a page that knows whether something is so.</summary>
    /// <param name="path">The property's path.</param>
    /// <param name="value">Whether it is so.</param>
    /// <exception cref="ArgumentException">It is none of the form's properties.</exception>
    public EntryForm Knowing(string path, bool value) => Knowing(path, JsonValue.Create(value));

    private EntryForm Knowing(string path, JsonValue value) => Properties.Contains(Top(path))
        ? this with { Given = Given.Add((path, value)) }
        : throw new ArgumentException($"\"{path}\" is none of the form's properties.", nameof(path));

    /// <summary>Reads what was typed and chosen.</summary>
    /// <param name="values">What the controls hold.</param>
    /// <param name="address">What the page's address holds; nothing where the form reads nothing from it.</param>
    public FormReading Read(FormValues values, FormValues? address = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var problems = ImmutableArray.CreateBuilder<FormProblem>();
        List<(string Path, JsonNode Value)> written = [.. Given.Select(known => (known.Path, known.Value.DeepClone()))];
        var isAnswered = false;
        foreach (var field in Fields)
        {
            var (value, problem) = field.Kind is FieldKind.Degrees degrees
                ? DegreesOf(degrees, field, values)
                : Read(field, field.IsInAddress ? address ?? FormValues.Empty : values);
            // One sentence for all that is missing in the address.
            if (problem is not null && !(field.IsInAddress && problems.Contains(problem)))
            {
                problems.Add(problem);
            }

            if (value is not null)
            {
                isAnswered = true;
                Put(written, field, value);
            }
        }

        if (NothingError is { } nothing && !isAnswered && problems.Count == 0)
        {
            problems.Add(new(Fields[0].Target, nothing));
        }

        return new(Write(written), problems.ToImmutable());
    }

    /// <summary>The entry that the form makes.</summary>
    /// <param name="reading">What was read, without problems.</param>
    /// <param name="id">Its id.</param>
    /// <param name="at">Its instant, with the offset of where it happened.</param>
    /// <exception cref="ArgumentException">There are problems.</exception>
    public Entry Entry(FormReading reading, Guid id, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Succeeded
            ? EntryReader.Of(Kind, id, at, JsonSerializer.SerializeToElement(reading.Fields)).Value
            : throw new ArgumentException("The form has problems: ask for them first.", nameof(reading));
    }

    /// <summary>Writes the form's answers into the fields of an entry that is corrected.</summary>
    /// <param name="fields">
    /// The fields of the entry. Those that the form asks for are replaced, or removed when there is no answer; of a list,
    /// words that the form does not offer stay, such as an exercise that this version does not know.
    /// </param>
    /// <param name="values">What was typed and chosen.</param>
    /// <returns>What is wrong; the fields are not to be used then.</returns>
    public ImmutableArray<FormProblem> Amend(JsonObject fields, FormValues values)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var reading = Read(values);
        foreach (var field in Fields)
        {
            var old = Find(fields, field.Path);
            var value = Find(reading.Fields, field.Path)?.DeepClone();
            if (field.Kind is FieldKind.Several several && old is JsonArray list)
            {
                string[] kept = [.. list.Select(item => item?.ToString()).OfType<string>().Where(word => !several.Words.Contains(word))];
                value = (value as JsonArray ?? []) is var chosen && chosen.Count + kept.Length > 0
                    ? new JsonArray([.. chosen.Select(word => word!.DeepClone()), .. kept.Select(word => (JsonNode)word)])
                    : null;
            }

            Set(fields, field.Path, value);
        }

        return reading.Problems;
    }

    /// <summary>The answers that the fields of an entry give, as the form's controls hold them.</summary>
    public FormValues ValuesOf(JsonObject fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return FormValues.Of(Fields.SelectMany(field => Find(fields, field.Path) switch
        {
            JsonArray list when field.Kind is FieldKind.Text { IsItem: true } =>
                list.Select(item => item?.ToString() ?? "").Except(Fields.Where(one => one.Path == field.Path).SelectMany(one => (one.Kind as FieldKind.Several)?.Words ?? [])),
            JsonArray list => list.Select(item => item?.ToString() ?? ""),
            // 5.0 is the answer 5.
            JsonValue number when number.TryGetValue(out JsonElement json) && LenientJson.Whole(json) is { } whole => [whole.ToString(CultureInfo.InvariantCulture)],
            null => [(field.Kind as FieldKind.One)?.NoAnswer ?? ""],
            var value => [value.ToString()],
        }, (field, value) => (field.Name, value)));
    }

    /// <summary>The value at a path with dots; null for none.</summary>
    private static JsonNode? Find(JsonObject fields, string path) =>
        path.Split('.').Aggregate((JsonNode?)fields, (node, name) => (node as JsonObject)?[name]);

    private static (JsonNode? Value, FormProblem? Problem) Read(FormField field, FormValues values) => field.Kind switch
    {
        FieldKind.One one => OneOf(one, field, values),
        FieldKind.Several several => SeveralOf(several, field, values),
        FieldKind.Whole whole => WholeOf(whole, field, values),
        FieldKind.Text text => TextOf(text, field, values),
        FieldKind.Date date => DateOf(date, field, values),
        FieldKind.Degrees => throw new ArgumentException("Degrees are read together.", nameof(field)),
        _ => throw new ArgumentException($"{field.Kind.GetType().Name} cannot be read.", nameof(field)),
    };

    private static (JsonNode? Value, FormProblem? Problem) OneOf(FieldKind.One one, FormField field, FormValues values) => values[field.Name] switch
    {
        [] => Missing(field, values),
        [var word] when word == one.NoAnswer => Missing(field, values),
        [var word] when one.Words.Contains(word) => (one.Written.GetValueOrDefault(word, word), null),
        [var word] when one.Numbers.Contains(word) => (int.Parse(word, CultureInfo.InvariantCulture), null),
        _ => (null, Wrong(field)),
    };

    private static (JsonNode? Value, FormProblem? Problem) SeveralOf(FieldKind.Several several, FormField field, FormValues values)
    {
        var given = values[field.Name];
        string[] chosen = [.. several.Words.Where(given.Contains)];
        var isOffered = given.All(several.Words.Contains);
        var isCounted = several.Least is not null || several.Most is not null;
        return isCounted && (chosen.Length < several.Least || chosen.Length > several.Most || !isOffered) ? (null, Wrong(field, chosen.Length))
            : !isOffered ? (null, Wrong(field))
            : chosen.Length == 0 ? Missing(field, values)
            : (List(chosen), null);
    }

    private static (JsonNode? Value, FormProblem? Problem) WholeOf(FieldKind.Whole whole, FormField field, FormValues values)
    {
        var typed = values[field.Name];
        var isTicked = whole.Word is { } box && values[$"{field.Name}-{box}"].Contains(box);
        return (typed, isTicked) switch
        {
            ([], true) => (whole.Word, null),
            ([], false) => Missing(field, values),
            (_, true) => (null, new(field.Target, whole.BothError ?? field.Error)),
            ([var text], false) when TypedInput.Whole(text, whole.Least, whole.Most) is { } number => (number, null),
            _ => (null, Wrong(field)),
        };
    }

    private static (JsonNode? Value, FormProblem? Problem) TextOf(FieldKind.Text text, FormField field, FormValues values) => values[field.Name] switch
    {
        [] => Missing(field, values),
        [var typed] when TypedInput.Length(typed) <= text.Most => (text.IsItem ? List([typed]) : typed, null),
        [var typed] => (null, new(field.Target, text.LengthError is { } error ? error with { Most = text.Most, Count = TypedInput.Length(typed) } : field.Error)),
        _ => (null, Wrong(field)),
    };

    private static (JsonNode? Value, FormProblem? Problem) DateOf(FieldKind.Date date, FormField field, FormValues values) => values[field.Name] switch
    {
        [] => Missing(field, values),
        [var typed] when MeasuredDates.TryDate(typed, out var on) && on >= date.Least && on <= date.Most => (typed, null),
        _ => (null, Wrong(field)),
    };

    /// <summary>A field takes the place of what is given or was written at its path; an item goes to the end of the list there.</summary>
    private static void Put(List<(string Path, JsonNode Value)> written, FormField field, JsonNode value)
    {
        if (field.Kind is FieldKind.Text { IsItem: true } && written.Find(one => one.Path == field.Path).Value is JsonArray list)
        {
            list.Add(value[0]!.DeepClone());
            return;
        }

        written.RemoveAll(one => one.Path == field.Path);
        written.Add((field.Path, value));
    }

    /// <summary>The sum is written by the last of the fields that are added.</summary>
    private (JsonNode? Value, FormProblem? Problem) DegreesOf(FieldKind.Degrees degrees, FormField field, FormValues values)
    {
        var parts = Fields.Where(one => one.Kind is FieldKind.Degrees && one.Path == field.Path).ToList();
        if (parts.All(part => values[part.Name].IsEmpty))
        {
            return Missing(field, values);
        }

        if (Typed(field, degrees) is null)
        {
            return (null, Wrong(field));
        }

        // Of the typed values, never of rounded ones: a rule has a limit between two such differences. Whole hundredths
        // leave no zeros at the end, so that C# and the player write the same digits.
        var all = parts.Select(part => (Kind: (FieldKind.Degrees)part.Kind, Field: part)).Select(part => (part.Kind.Sign, Typed: Typed(part.Field, part.Kind))).ToList();
        return field == parts[^1] && all.All(part => part.Typed is not null)
            ? (decimal.ToInt32(all.Sum(part => part.Sign * part.Typed!.Value) * 100) / 100m, null)
            : (null, null);

        decimal? Typed(FormField part, FieldKind.Degrees kind) =>
            values[part.Name] is [var text] ? TypedInput.Degrees(text, kind.Least, kind.Most) : null;
    }

    private static (JsonNode? Value, FormProblem? Problem) Missing(FormField field, FormValues values) =>
        field.Default is { } otherwise && field.DefaultIf?.IsMet(values) != false
            ? (field.Kind is FieldKind.Several ? List([otherwise]) : otherwise, null)
            : (null, field.Needs(values) ? Wrong(field) : null);

    private static FormProblem Wrong(FormField field, int? count = null) => new(field.Target, field.Error with { Count = count ?? field.Error.Count });

    private static JsonArray List(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);

    private static string Top(string path) => path.Split('.')[0];

    private static void CheckNames(FormCondition condition, ImmutableArray<FormField> fields)
    {
        foreach (var (name, _) in condition.AnyOf)
        {
            if (fields.All(field => field.Name != name))
            {
                throw new ArgumentException($"A condition names \"{name}\", which the form does not ask.", nameof(fields));
            }
        }
    }

    private JsonObject Write(List<(string Path, JsonNode Value)> written)
    {
        var entry = new JsonObject();
        foreach (var property in Properties)
        {
            foreach (var (path, value) in written.Where(one => Top(one.Path) == property))
            {
                Set(entry, path, value);
            }
        }

        // A path that ends in a number writes an item of a list, such as peg.0.
        foreach (var (property, items) in entry.Where(one => one.Value is JsonObject inner && inner.All(item => int.TryParse(item.Key, CultureInfo.InvariantCulture, out _))).ToList())
        {
            entry[property] = new JsonArray([.. items!.AsObject().OrderBy(item => int.Parse(item.Key, CultureInfo.InvariantCulture)).Select(item => item.Value!.DeepClone())]);
        }

        return entry;
    }

    private static void Set(JsonObject fields, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var at = fields;
        foreach (var name in names[..^1])
        {
            if (at[name] is not JsonObject inner)
            {
                if (value is null)
                {
                    return;
                }

                at[name] = inner = [];
            }

            at = inner;
        }

        if (value is null)
        {
            at.Remove(names[^1]);
        }
        else
        {
            at[names[^1]] = value;
        }
    }
}
