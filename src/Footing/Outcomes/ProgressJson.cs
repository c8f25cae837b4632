using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Footing.Outcomes;

/// <summary>Progress as JSON, in the shape that other programs rely on.</summary>
public static class ProgressJson
{
    /// <summary>One JSON object on one line, UTF-8.</summary>
    public static byte[] Write(Progress progress) => JsonSerializer.SerializeToUtf8Bytes(Node(progress));

    /// <summary>The word of a verdict in data.</summary>
    public static string Word(OutcomeVerdict verdict) => verdict switch
    {
        OutcomeVerdict.TooEarly => "too-early",
        OutcomeVerdict.CannotTell => "cannot-tell",
        OutcomeVerdict.AboutTheSame => "about-the-same",
        OutcomeVerdict.Better => "better",
        OutcomeVerdict.ALittleBetter => "a-little-better",
        OutcomeVerdict.ALittleWorse => "a-little-worse",
        OutcomeVerdict.Worse => "worse",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>The word of a unit in data.</summary>
    public static string Word(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Points => "points",
        MeasureUnit.NightsAWeek => "nights-a-week",
        MeasureUnit.Minutes => "minutes",
        MeasureUnit.Rests => "rests",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    private static JsonObject Node(Progress progress) => new()
    {
        ["on"] = Date(progress.On),
        ["headline"] = new JsonObject
        {
            ["measure"] = progress.Headline.Measure?.Id,
            ["verdict"] = Word(progress.Headline.Verdict),
            ["look"] = Date(progress.Headline.Look),
        },
        ["measures"] = new JsonArray([.. progress.Measures.Select(Node)]),
    };

    private static JsonObject Node(MeasureOutcome outcome) => new()
    {
        ["id"] = outcome.Measure.Id,
        ["unit"] = Word(outcome.Measure.Unit),
        ["better"] = outcome.Measure.IsMoreBetter ? "higher" : "lower",
        ["entries"] = outcome.Series.Observations.Length,
        ["baseline"] = new JsonObject
        {
            ["from"] = Date(outcome.Series.First),
            ["to"] = Date(outcome.Series.BaselineEnd),
            ["value"] = Number(outcome.Series.BaselineMean),
            ["n"] = outcome.Series.Between(0, MeasureSeries.BaselineDays - 1).Length,
        },
        ["change"] = outcome.Change is { } change
            ? new JsonObject
            {
                ["value"] = Number(change.Estimate.Value),
                ["low"] = Number(change.Low),
                ["high"] = Number(change.High),
                ["percent"] = Number(change.Percent),
            }
            : null,
        ["verdict"] = Word(outcome.Verdict),
        ["look"] = Date(outcome.LastLook),
        ["next"] = Date(outcome.NextLook),
        ["looks"] = new JsonArray([.. outcome.Looks.Select(look => new JsonObject
        {
            ["on"] = Date(look.On),
            ["week"] = look.Look.Week,
            ["verdict"] = Word(look.Verdict),
        })]),
    };

    // To one decimal; adding 0 makes no number of minus nothing.
    private static double? Number(double? value) => value is { } number ? Math.Round(number, 1, MidpointRounding.AwayFromZero) + 0.0 : null;

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
