using Footing.SafetyCase;

namespace Footing.Content.Tests.SafetyCase;

/// <summary>The check of the hazards against a run: a control whose test is gone, skipped or red is found.</summary>
public sealed class SafetyCaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("footing-results-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("StopTests.Finding_stops", null)]
    [InlineData("StopTests", "was skipped")]
    [InlineData("RulesTests.Each_row", "is red")]
    [InlineData("RulesTests", "is red")]
    [InlineData("Plans.StopTests.Not_run", "was skipped")]
    [InlineData("StopTests.Finding", "is missing")]
    [InlineData("topTests.Finding_stops", "is missing")]
    [InlineData("Nowhere", "is missing")]
    public void Name_stands_for_tests_that_all_have_to_pass(string name, string? trouble)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "a.trx"), """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult testName="Footing.Tests.Plans.StopTests.Finding_stops" outcome="Passed" />
              <UnitTestResult testName="Footing.Tests.Plans.StopTests.Not_run" outcome="NotExecuted" />
            </Results></TestRun>
            """);
        File.WriteAllText(Path.Combine(_folder.FullName, "b.trx"), """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult testName="Footing.Tests.Screening.RulesTests.Each_row(row: &quot;R1.x&quot;)" outcome="Passed" />
              <UnitTestResult testName="Footing.Tests.Screening.RulesTests.Each_row(row: &quot;R2.x&quot;)" outcome="Failed" />
            </Results></TestRun>
            """);

        TestResults.Read(_folder.FullName).Trouble(name).ShouldBe(trouble);
    }

    [Fact]
    public void Shipped_hazards_are_thirty_or_more_and_sound()
    {
        var file = Shipped();

        file.Problems.ShouldBeEmpty();
        file.Hazards.Count.ShouldBeGreaterThanOrEqualTo(HazardFile.Fewest);
    }

    [Theory]
    [InlineData("severity: major", "severity: awful", "line 16")]
    [InlineData("after: low", "after: very-high", "more likely")]
    [InlineData("    tests: [", "    prove: [", "prove")]
    [InlineData("id: H02", "id: H01", "twice")]
    [InlineData("  - id: H01\n    hazard: ", "  - id: H01\n    hazard: \"\"\n    effect: ", "effect")]
    [InlineData("  kind: design\n", "  kind: information\n", "tests if it is by design")]
    public void Fault_in_the_hazards_is_named(string from, string to, string named)
    {
        var yaml = Yaml();
        var at = yaml.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);

        HazardFile.Read(string.Concat(yaml.AsSpan(0, at), to, yaml.AsSpan(at + from.Length))).Problems.ShouldContain(problem => problem.Contains(named));
    }

    [Fact]
    public void Too_few_hazards_are_not_enough() =>
        HazardFile.Read("hazards: []").Problems.ShouldContain(problem => problem.Contains("expected are 30"));

    [Fact]
    public void Document_names_each_hazard_with_its_risks_its_controls_and_their_tests()
    {
        var hazards = Shipped().Hazards;
        var document = SafetyCaseDocument.Write("# Purpose", hazards);

        hazards.ShouldAllBe(hazard => document.Contains($"### {hazard.Id} {hazard.Name}"));
        hazards.SelectMany(hazard => hazard.Controls).SelectMany(control => control.Tests).ShouldAllBe(test => document.Contains($"`{test}`"));
        document.ShouldStartWith("<!--");
        document.ShouldContain("# Purpose");
    }

    [Theory]
    [InlineData(Severity.Minor, Likelihood.VeryLow, 1)]
    [InlineData(Severity.Catastrophic, Likelihood.VeryLow, 3)]
    [InlineData(Severity.Major, Likelihood.Low, 3)]
    [InlineData(Severity.Considerable, Likelihood.High, 3)]
    [InlineData(Severity.Catastrophic, Likelihood.VeryHigh, 5)]
    public void Risk_is_that_of_the_matrix(Severity severity, Likelihood likelihood, int risk) => Risk.Of(severity, likelihood).ShouldBe(risk);

    private static string Yaml() => File.ReadAllText(Testing.Repository.Find("docs", "clinical", "hazards.yaml"));

    private static HazardFile Shipped() => HazardFile.Read(Yaml());
}
