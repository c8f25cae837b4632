using System.Xml.Linq;

namespace Footing.SafetyCase;

/// <summary>The outcomes of a run's tests, from its result files (.trx).</summary>
/// <param name="Outcomes">Each test's full name, with arguments, and its outcome: Passed, Failed, NotExecuted.</param>
public sealed record TestResults(IReadOnlyList<(string Name, string Outcome)> Outcomes)
{
    /// <summary>Reads every result file of a folder.</summary>
    public static TestResults Read(string folder) => new(
    [
        .. Directory.EnumerateFiles(folder, "*.trx").Order(StringComparer.Ordinal)
            .SelectMany(file => XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "UnitTestResult"))
            .Select(result => ((string)result.Attribute("testName")!, (string?)result.Attribute("outcome") ?? "NotExecuted")),
    ]);

    /// <summary>What is wrong with the tests that a name matches; null when there are some and all passed.</summary>
    /// <param name="name">The end of a full name: <c>Class.Method</c>, or <c>Class</c> for all its tests.</param>
    public string? Trouble(string name)
    {
        var found = Outcomes.Where(outcome => Means(name, outcome.Name)).ToList();
        var bad = found.Find(outcome => outcome.Outcome != "Passed");
        return found.Count == 0 ? "is missing" : bad.Name is null ? null : bad.Outcome == "NotExecuted" ? "was skipped" : "is red";
    }

    private static bool Means(string name, string full)
    {
        // The arguments of a theory are in brackets.
        var bracket = full.IndexOf('(', StringComparison.Ordinal);
        var method = bracket < 0 ? full : full[..bracket];
        return Ends(method, name) || Ends(method[..Math.Max(0, method.LastIndexOf('.'))], name);
    }

    private static bool Ends(string full, string name) =>
        full == name || full.EndsWith("." + name, StringComparison.Ordinal);
}
