using System.Globalization;

namespace Footing.Bench;

/// <summary>The measurements, as one Markdown table.</summary>
internal sealed class Table
{
    private readonly List<string> _lines = ["| | what | measured | aim | |", "|---|---|---|---|---|"];

    /// <summary>A figure without an aim.</summary>
    public void Add(string row, string what, string measured) => Line(row, what, measured, "", "");

    /// <summary>A figure with an aim, and whether it is reached.</summary>
    public void Add(string row, string what, string measured, string aim, bool isReached) =>
        Line(row, what, measured, aim, isReached ? "yes" : "**no**");

    public override string ToString() => string.Join('\n', _lines) + "\n";

    /// <summary>A figure with its significant digits only.</summary>
    public static string Figure(double value, string unit)
    {
        var format = value switch { >= 1000 => "#,0", >= 100 => "0", >= 10 => "0.0", _ => "0.00" };
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";
    }

    private void Line(string row, string what, string measured, string aim, string isReached)
    {
        _lines.Add($"| {row} | {what} | {measured} | {aim} | {isReached} |");
        Console.Error.WriteLine($"  {row}  {what}: {measured}");
    }
}
