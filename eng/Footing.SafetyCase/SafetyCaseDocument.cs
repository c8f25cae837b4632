using System.Globalization;
using System.Text;

namespace Footing.SafetyCase;

/// <summary>The safety case as people read it: the intended purpose, then the hazards with their controls.</summary>
public static class SafetyCaseDocument
{
    /// <summary>The whole document, as Markdown.</summary>
    /// <param name="purpose">The text before the hazards: purpose, limits, who reviews what, regulation.</param>
    /// <param name="hazards">The hazards.</param>
    public static string Write(string purpose, IReadOnlyList<Hazard> hazards)
    {
        var text = new StringBuilder("<!-- Made of intended-purpose.md and hazards.yaml by `eng/safety-case write`: change those. -->\n\n");
        text.Append(purpose.Trim()).Append("\n\n## Hazards\n\n");
        var controls = hazards.SelectMany(hazard => hazard.Controls).ToList();
        text.Append(CultureInfo.InvariantCulture, $"""
            {hazards.Count} hazards, {controls.Count} controls; {controls.Count(control => control.Kind == ControlKind.Design)} of them by design, shown by
            {controls.SelectMany(control => control.Tests).Distinct().Count()} tests or groups of tests, which every run of `./test` holds against this list. Risk is severity
            and likelihood together, 1 (least) to 5, before and after the controls; from 4 on it is not accepted. The numbers are the makers' estimates.


            """);
        text.Append("| | hazard | severity | risk before | risk after |\n|---|---|---|---|---|\n");
        foreach (var hazard in hazards.OrderByDescending(hazard => hazard.RiskAfter).ThenByDescending(hazard => hazard.RiskBefore).ThenBy(hazard => hazard.Id, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {hazard.Id} | {hazard.Name} | {Words(hazard.Severity)} | {hazard.RiskBefore} | {hazard.RiskAfter} |\n");
        }

        foreach (var hazard in hazards)
        {
            Append(text, hazard);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Hazard hazard)
    {
        text.Append(CultureInfo.InvariantCulture, $"""

            ### {hazard.Id} {hazard.Name}

            Cause: {hazard.Cause} Effect: {hazard.Effect} Severity {Words(hazard.Severity)}; likelihood {Words(hazard.Before)} before, {Words(hazard.After)} after; risk {hazard.RiskBefore} before, {hazard.RiskAfter} after.


            """);
        foreach (var control in hazard.Controls)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {control.What} ({Words(control.Kind)})");
            if (control.Tests.Count > 0)
            {
                text.Append(" Shown by ").AppendJoin(", ", control.Tests.Select(test => $"`{test}`")).Append('.');
            }

            text.Append('\n');
        }
    }

    private static string Words<T>(T value)
        where T : struct, Enum => value switch
        {
            Likelihood.VeryLow => "very low",
            Likelihood.VeryHigh => "very high",
            ControlKind.Design => "by design",
            _ => value.ToString().ToLowerInvariant(),
        };
}
