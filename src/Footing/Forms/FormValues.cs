namespace Footing.Forms;

/// <summary>What was typed and chosen in a form, by the name of the control, as <see cref="TypedInput.Normalize"/> gives it.</summary>
public sealed class FormValues
{
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _values;

    private FormValues(ImmutableDictionary<string, ImmutableArray<string>> values) => _values = values;

    /// <summary>A form without any answer.</summary>
    public static FormValues Empty { get; } = new(ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    /// <summary>What a form sends.</summary>
    /// <param name="sent">Each control with its value; a control may come several times.</param>
    public static FormValues Of(IEnumerable<(string Name, string Value)> sent) => new(sent
        .Select(pair => (pair.Name, Value: TypedInput.Normalize(pair.Value)))
        .Where(pair => pair.Value.Length > 0)
        .GroupBy(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal)
        .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal));

    /// <summary>The values of a control, none of them empty; none when it was left out.</summary>
    public ImmutableArray<string> this[string name] => _values.GetValueOrDefault(name, []);

    /// <summary>The first value of a control; null for none.</summary>
    public string? First(string name) => this[name] is [var first, ..] ? first : null;
}
