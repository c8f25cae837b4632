using System.Text.RegularExpressions;
using Footing.Testing;

namespace Footing.Architecture.Tests;

/// <summary>The checker reads the contract for itself: it must not ask what it checks.</summary>
public sealed partial class CheckingSourceTests
{
    [Fact]
    public void Checking_names_neither_plans_nor_decisions()
    {
        var files = Directory.GetFiles(Repository.Find("src", "Footing.Simulation", "Checking"), "*.cs", SearchOption.AllDirectories);

        files.Length.ShouldBeGreaterThan(5);
        foreach (var file in files)
        {
            Forbidden().Match(File.ReadAllText(file)).Value.ShouldBeEmpty(Path.GetFileName(file));
        }
    }

    [Theory]
    [InlineData("using Footing.Plans;", true)]
    [InlineData("using static Footing.Screening.Decision;", true)]
    [InlineData("var plan = Plans.Planner.PlanFor(entries);", true)]
    [InlineData("Screening.Decision.Of(answers, []);", true)]
    [InlineData("using Footing.Snapshots;", true)]
    [InlineData("using Footing.Journal.Corrections;", true)]
    [InlineData("answers.HasLossOfProtectiveSensation", true)]
    [InlineData("check.HasTemperatureAsymmetry", true)]
    [InlineData("check.HasFinding", true)]
    [InlineData("session.Instant", true)]
    [InlineData("morning.IsRaised(before)", true)]
    [InlineData("screening.Measured.Of(test, on)", true)]
    [InlineData("answers.WithAged(aged, IsBad)", true)]
    [InlineData("sorted.Sort(Entry.Order);", true)]
    [InlineData("screening.Measured.All", false)]
    [InlineData("reading.Screening?.Answers", false)]
    public void What_is_forbidden_is_seen(string code, bool isSeen) => Forbidden().IsMatch(code).ShouldBe(isSeen);

    /// <summary>The namespaces by whole name or last part, and what the journal's types judge by themselves.</summary>
    [GeneratedRegex(@"\bFooting\.(Plans|Screening|Snapshots|Journal\.Corrections)\b|(?<![\w.])(Plans|Screening|Snapshots|Corrections)\.[A-Z]|\b(Planner|Decision|Severity|HasLossOfProtectiveSensation|IsFlag\(""|HasTemperatureAsymmetry|IsHotOrSwollen|HasCalfFinding|HasFinding|IsNothingNew|WithAged|Measured\.Of|Entry\.Order)\b|\.(Instant|DateIn|IsRaised\()")]
    private static partial Regex Forbidden();
}
