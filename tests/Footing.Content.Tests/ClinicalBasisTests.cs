using System.Text.RegularExpressions;
using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Programmes;
using Footing.Screening;

namespace Footing.Content.Tests;

/// <summary>Nothing that is asked, ruled or prescribed is without a source; each source is listed once and is used.</summary>
public sealed class ClinicalBasisTests
{
    private static readonly ClinicalBasis Basis = ClinicalBasis.Load();
    private static readonly Programme Programme = ShippedProgramme.Load();

    [Fact]
    public void Every_rule_of_screening_and_progression_has_a_source() => Basis.Rules.Keys.ShouldBe(
        NeuropathicFootCondition.Instance.Rules.Append(Rule.NoOther).Select(rule => rule.Name).Concat(Enumerable.Range(1, 12).Select(number => $"P{number}")), ignoreOrder: true);

    [Fact]
    public void Every_question_has_a_source_through_its_rules()
    {
        Basis.Questions.Keys.ShouldBe(Question.All.Select(question => question.Id), ignoreOrder: true);
        Question.All.ShouldAllBe(question => !Basis.Behind(question.Id).IsEmpty);
    }

    [Fact]
    public void Every_home_test_has_a_source() => Basis.Tests.Keys.ShouldBe(["chair-stands", "tandem-stand-seconds", "touch-test"], ignoreOrder: true);

    [Fact]
    public void Every_dose_caution_and_the_week_have_a_source()
    {
        Programme.ScheduleSources.ShouldNotBeEmpty();
        foreach (var exercise in Programme.Exercises)
        {
            exercise.Levels.ShouldAllBe(level => !level.Sources.IsEmpty);
            exercise.TextSources.Values.ShouldAllBe(sources => !sources.IsEmpty);
        }
    }

    [Fact]
    public void Each_source_is_used_by_a_rule_a_test_or_the_programme()
    {
        var used = Basis.Rules.Values.Concat(Basis.Tests.Values).SelectMany(ids => ids)
            .Concat(Programme.ScheduleSources)
            .Concat(Programme.Exercises.SelectMany(exercise => exercise.Sources));

        Basis.Sources.Keys.Except(used).ShouldBeEmpty();
    }

    [Fact]
    public void No_citation_and_no_identifier_stands_twice()
    {
        Basis.Sources.Values.Select(source => source.Citation).OfType<string>().ShouldBeUnique();
        Basis.Sources.Values.Select(source => source.Doi).OfType<string>().ShouldBeUnique();
        Basis.Sources.Values.Where(source => source.Kind != SourceKind.OwnChoice).ShouldAllBe(source => source.Citation != null);
    }

    [Fact]
    public void What_is_no_choice_of_ours_says_how_much_of_it_was_read() =>
        Basis.Sources.Values.ShouldAllBe(source => source.Read == null == (source.Kind == SourceKind.OwnChoice));

    /// <summary>A guideline with its body and year stands behind each rule that sends somebody for help; pages of anybody do not do.</summary>
    [Theory]
    [InlineData("R1", "ESVS")]
    [InlineData("R2", "NICE NG158")]
    [InlineData("R3", "NICE NG127")]
    [InlineData("R4", "NICE NG19")]
    [InlineData("R5", "IWGDF")]
    [InlineData("R6", "NICE NG19")]
    [InlineData("R7", "NICE NG158")]
    [InlineData("R8", "Global vascular guidelines")]
    public void Each_urgent_rule_rests_on_a_named_guideline_with_its_year(string rule, string body) =>
        Basis.Rules[rule].Select(id => Basis.Sources[id]).ShouldContain(source =>
            source.Kind == SourceKind.Guidance && source.Citation!.Contains(body) && Regex.IsMatch(source.Citation, "section|part|definition") && Regex.IsMatch(source.Citation, @"\b20\d\d\b"));

    /// <summary>What is evidence or guidance says how far it reaches; what is ours says so.</summary>
    [Fact]
    public void Each_source_says_what_it_supports_and_where_it_ends_and_promises_nothing()
    {
        foreach (var language in ShippedTexts.Languages)
        {
            var texts = ShippedTexts.Load(language);
            foreach (var source in Basis.Sources.Values)
            {
                var (supports, limit) = (texts[$"sources.{source.Id}.supports"], texts[$"sources.{source.Id}.limit"]);
                limit.Length.ShouldBeGreaterThan(10);
                foreach (var promise in (string[])["cure", "heals", "will get better", "guarantee", "proves", "proven"])
                {
                    $"{supports} {limit}".ShouldNotContain(promise, Case.Insensitive, source.Id);
                }
            }
        }
    }

    [Theory]
    [InlineData("rules.yaml", "R1: [acute-limb, leg-blood-flow]", "R1: [rumours]", "rumours")]
    [InlineData("rules.yaml", "chair-stands: [R16, R21]", "chair-stands: [R16, R29]", "R29")]
    [InlineData("rules.yaml", "tests:", "trials:", "tests")]
    [InlineData("sources.yaml", "kind: guidance", "kind: hearsay", "hearsay")]
    [InlineData("sources.yaml", "read: part", "read: skimmed", "skimmed")]
    public void Fault_is_found_with_its_line(string file, string from, string to, string named)
    {
        var folder = Directory.CreateTempSubdirectory("footing-basis-");
        try
        {
            foreach (var name in (string[])["sources.yaml", "rules.yaml"])
            {
                using var shipped = typeof(ClinicalBasis).Assembly.GetManifestResourceStream($"clinical/{name}")!;
                using var reader = new StreamReader(shipped);
                var text = reader.ReadToEnd();
                File.WriteAllText(Path.Combine(folder.FullName, name), name == file ? text.Replace(from, to, StringComparison.Ordinal) : text);
            }

            var findings = ClinicalBasis.Read(ContentFiles.Below(folder.FullName)).Findings;

            findings.ShouldContain(finding => finding.ToString().Contains(named) && finding.Line > 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
