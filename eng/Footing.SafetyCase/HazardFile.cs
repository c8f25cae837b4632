using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Footing.SafetyCase;

/// <summary>The hazards of their file.</summary>
public sealed class HazardFile
{
    /// <summary>The fewest hazards that a file may have: with fewer the analysis is not complete.</summary>
    public const int Fewest = 30;

    private HazardFile(IReadOnlyList<Hazard> hazards, IReadOnlyList<string> problems) => (Hazards, Problems) = (hazards, problems);

    /// <summary>The hazards, in order; none when the file cannot be read.</summary>
    public IReadOnlyList<Hazard> Hazards { get; }

    /// <summary>What is wrong with the file itself, one line each.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Reads a file.</summary>
    public static HazardFile Read(string yaml)
    {
        var reader = new DeserializerBuilder()
            .WithNamingConvention(HyphenatedNamingConvention.Instance)
            .WithAttributeOverride<Hazard>(hazard => hazard.Name, new YamlMemberAttribute { Alias = "hazard" })
            .WithEnumNamingConvention(HyphenatedNamingConvention.Instance)
            .WithTypeMapping<IReadOnlyList<Control>, List<Control>>()
            .WithTypeMapping<IReadOnlyList<string>, List<string>>()
            .WithDuplicateKeyChecking()
            .Build();
        try
        {
            var hazards = reader.Deserialize<Dictionary<string, List<Hazard>>>(yaml)["hazards"];
            return new(hazards, [.. Check(hazards)]);
        }
        catch (Exception e) when (e is YamlException or KeyNotFoundException)
        {
            var line = e is YamlException { Start.Line: var at } ? at : 1;
            return new([], [$"line {line}: {e.Message} {e.InnerException?.Message}".TrimEnd()]);
        }
    }

    private static IEnumerable<string> Check(List<Hazard> hazards)
    {
        if (hazards.Count < Fewest)
        {
            yield return $"{hazards.Count} hazards; expected are {Fewest} or more";
        }

        foreach (var twice in hazards.GroupBy(hazard => hazard.Id).Where(same => same.Count() > 1))
        {
            yield return $"{twice.Key} stands twice";
        }

        foreach (var hazard in hazards)
        {
            if (hazard.Name.Length == 0 || hazard.Cause.Length == 0 || hazard.Effect.Length == 0 || hazard.Controls.Count == 0)
            {
                yield return $"{hazard.Id}: it needs a hazard, a cause, an effect and a control";
            }

            if (hazard.After > hazard.Before)
            {
                yield return $"{hazard.Id}: the controls make it more likely";
            }

            if (hazard.RiskAfter >= Risk.NotAccepted)
            {
                yield return $"{hazard.Id}: a risk of {hazard.RiskAfter} is left; from {Risk.NotAccepted} on it is not accepted";
            }

            if (hazard.RiskAfter < hazard.RiskBefore && !hazard.Controls.Any(control => control.Kind == ControlKind.Design))
            {
                yield return $"{hazard.Id}: words alone do not lower a risk; name a control by design";
            }

            foreach (var control in hazard.Controls)
            {
                if (control.What.Length == 0 || (control.Kind == ControlKind.Design) != (control.Tests.Count > 0))
                {
                    yield return $"{hazard.Id}: \"{control.What}\" needs a text, and tests if it is by design";
                }
            }
        }
    }
}
