using System.Text.RegularExpressions;
using Footing.Testing;

namespace Footing.Architecture.Tests;

/// <summary>
/// A file of tests is named for the source file it tests and is in the folder that mirrors the source's: who has the
/// source has its tests, and the other way round. What is about several sources is in one list, with the reason.
/// </summary>
public sealed partial class MirrorTests
{
    /// <summary>Each project of tests with the folder of sources that it mirrors.</summary>
    private static readonly Dictionary<string, string> Mirrored = new()
    {
        ["tests/Footing.Tests"] = "src/Footing",
        ["tests/Footing.Content.Tests"] = "src/Footing.Content",
        ["tests/Footing.Storage.Tests"] = "src/Footing.Storage",
        ["tests/Footing.Web.Tests"] = "src/Footing.Web",
        ["tests/Footing.Simulation.Tests"] = "src/Footing.Simulation",
        ["tests/Footing.Cli.Tests"] = "src/Footing.Cli",
        ["player/tests"] = "player/src",
    };

    /// <summary>Files of tests that are of no one source, by the reason.</summary>
    private static readonly Dictionary<string, string[]> OfNoOneSource = new()
    {
        ["one rule of progression, from journal to plan"] =
        [
            "tests/Footing.Tests/Plans/AdjustmentTests.cs",
            "tests/Footing.Tests/Plans/GapTests.cs",
            "tests/Footing.Tests/Plans/LeaveOutTests.cs",
            "tests/Footing.Tests/Plans/PainTests.cs",
            "tests/Footing.Tests/Plans/StepDownTests.cs",
            "tests/Footing.Tests/Plans/StepUpTests.cs",
            "tests/Footing.Tests/Plans/StopTests.cs",
            "tests/Footing.Tests/Plans/UnsteadyTests.cs",
            "tests/Footing.Tests/Plans/WarmthTests.cs",
        ],
        ["proof over all answers that there are"] =
        [
            "tests/Footing.Tests/Conditions/NeuropathicFoot/Proof/ClinicalBasisTests.cs",
            "tests/Footing.Tests/Conditions/NeuropathicFoot/Proof/CombiningTests.cs",
            "tests/Footing.Tests/Conditions/NeuropathicFoot/Proof/ContextTests.cs",
            "tests/Footing.Tests/Conditions/NeuropathicFoot/Proof/EnumerationTests.cs",
            "tests/Footing.Tests/Conditions/NeuropathicFoot/Proof/RuleTableTests.cs",
        ],
        ["property of random journals or sessions"] =
        [
            "tests/Footing.Tests/Plans/PlanPropertiesTests.cs",
            "tests/Footing.Tests/Plans/RenamedExercisesTests.cs",
            "tests/Footing.Tests/Snapshots/PlanSnapshotPropertiesTests.cs",
            "tests/Footing.Web.Tests/People/SnapshotPropertiesTests.cs",
            "tests/Footing.Web.Tests/ScreeningResults/AnyAnswersTests.cs",
        ],
        ["golden data or schema: both languages, or a second reading, agree"] =
        [
            "player/tests/contract/performed.test.ts",
            "player/tests/contract/spoken.test.ts",
            "player/tests/contract/types.test.ts",
            "player/tests/transcript.test.ts",
            "tests/Footing.Content.Tests/ProgrammeSchemaTests.cs",
            "tests/Footing.Tests/Conditions/NeuropathicFoot/ScreeningCasesTests.cs",
            "tests/Footing.Tests/Journal/GoldenEntryTests.cs",
            "tests/Footing.Tests/Journal/SchemaAgreementTests.cs",
            "tests/Footing.Tests/Plans/RecordedPlansTests.cs",
            "tests/Footing.Tests/Sessions/GoldenScriptTests.cs",
            "tests/Footing.Web.Tests/Pages/GoldenFormsTests.cs",
        ],
        ["another programme or condition, through a whole layer"] =
        [
            "tests/Footing.Content.Tests/BalanceProgrammeTests.cs",
            "tests/Footing.Simulation.Tests/OtherConditionTests.cs",
            "tests/Footing.Tests/Conditions/OtherConditionTests.cs",
            "tests/Footing.Tests/Movements/BalanceProgrammeTests.cs",
            "tests/Footing.Tests/Plans/BalanceProgrammeTests.cs",
            "tests/Footing.Tests/Sessions/BalanceProgrammeTests.cs",
            "tests/Footing.Web.Tests/People/FollowedProgrammeTests.cs",
            "tests/Footing.Web.Tests/People/OtherConditionTests.cs",
        ],
        ["shipped words, movements and styles: data, no source"] =
        [
            "player/tests/screen/contrast.test.ts",
            "tests/Footing.Content.Tests/LanguagesTests.cs",
            "tests/Footing.Web.Tests/Figures/ShippedMovementTests.cs",
            "tests/Footing.Web.Tests/HomeTests/WordsTests.cs",
            "tests/Footing.Web.Tests/Screening/WordsTests.cs",
            "tests/Footing.Web.Tests/Today/WordsTests.cs",
        ],
        ["what this version does not know, wherever it is read"] =
        [
            "tests/Footing.Tests/Plans/UnknownExerciseTests.cs",
            "tests/Footing.Web.Tests/JournalHistory/UnknownExerciseTests.cs",
            "tests/Footing.Web.Tests/JournalHistory/UnreadableTests.cs",
            "tests/Footing.Web.Tests/Sync/OddEntriesTests.cs",
        ],
        ["whole days through many pages"] =
        [
            "tests/Footing.Web.Tests/Hosting/EarlyClockTests.cs",
            "tests/Footing.Web.Tests/Observability/PlantedWordsTests.cs",
            "tests/Footing.Web.Tests/People/SecondPersonTests.cs",
            "tests/Footing.Web.Tests/People/SnapshotPagesTests.cs",
            "tests/Footing.Web.Tests/Sessions/LoopTests.cs",
            "tests/Footing.Web.Tests/Today/AheadTests.cs",
            "tests/Footing.Web.Tests/Today/DriftTests.cs",
        ],
        ["every page or endpoint"] =
        [
            "tests/Footing.Web.Tests/Pages/AddressTests.cs",
            "tests/Footing.Web.Tests/Pages/BodyProblemTests.cs",
            "tests/Footing.Web.Tests/Pages/BudgetTests.cs",
            "tests/Footing.Web.Tests/Pages/EveryPageTests.cs",
            "tests/Footing.Web.Tests/Requests/OddRequestTests.cs",
        ],
        ["a whole store or process: killed, erased, mixed up, of an earlier version"] =
        [
            "tests/Footing.Cli.Tests/OtlpTests.cs",
            "tests/Footing.Storage.Tests/Appending/KilledTests.cs",
            "tests/Footing.Storage.Tests/EarlierVersionTests.cs",
            "tests/Footing.Storage.Tests/Sealing/ErasureTests.cs",
            "tests/Footing.Storage.Tests/Sealing/ForeignKeysTests.cs",
            "tests/Footing.Web.Tests/Hosting/EarlierVersionTests.cs",
        ],
        ["tools of tests, and of eng/"] =
        [
            "tests/Footing.Content.Tests/SafetyCase/SafetyCaseTests.cs",
            "tests/Footing.Storage.Tests/EngineFactTests.cs",
            "tests/Footing.Storage.Tests/Postgres/PostgresClusterTests.cs",
            "tests/Footing.Web.Tests/VisitedTests.cs",
        ],
    };

    [Fact]
    public void File_of_tests_has_the_place_and_name_of_its_source_or_a_reason() =>
        TestFiles().Where(file => !HasSource(file)).Except(OfNoOneSource.Values.SelectMany(files => files))
            .ShouldBeEmpty("name it for its source, in the same folder; what is about several sources gets a line in the list");

    [Fact]
    public void Each_line_of_the_list_is_needed()
    {
        var listed = OfNoOneSource.Values.SelectMany(files => files).ToList();

        listed.ShouldBeUnique();
        listed.Except(TestFiles().Where(file => !HasSource(file))).ShouldBeEmpty("it is gone, or has a source now");
        OfNoOneSource.Values.ShouldAllBe(files => files.SequenceEqual(files.Order(StringComparer.Ordinal)), "in order, so that a line is found");
    }

    /// <summary>A test in a file of another name would be passed over here; a class of another name than its file is not found.</summary>
    [Fact]
    public void Tests_stand_in_files_named_for_them()
    {
        foreach (var file in Mirrored.Keys.SelectMany(folder => Files(folder, "*.cs")))
        {
            var code = File.ReadAllText(Repository.Find(file));
            var name = CSharpTests().Match(Path.GetFileName(file));

            (name.Success || !TestAttribute().IsMatch(code)).ShouldBeTrue($"{file} has tests: end its name with Tests.cs");
            if (name.Success)
            {
                Regex.IsMatch(code, $@"\bclass {name.Groups["source"].Value}Tests\b").ShouldBeTrue($"{file} has no class of its name");
            }
        }
    }

    [Fact]
    public void Files_are_read()
    {
        foreach (var folder in Mirrored.Keys)
        {
            TestFiles().Count(file => file.StartsWith(folder + "/", StringComparison.Ordinal) && HasSource(file)).ShouldBeGreaterThan(1, folder);
        }
    }

    [Theory]
    [InlineData("tests/Footing.Tests/Plans/AttendanceTests.cs", true)]
    [InlineData("tests/Footing.Tests/Sessions/AttendanceTests.cs", false)]
    [InlineData("tests/Footing.Tests/AttendanceTests.cs", false)]
    [InlineData("tests/Footing.Tests/Plans/AttendancesTests.cs", false)]
    [InlineData("tests/Footing.Web.Tests/Sheets/SheetPageTests.cs", true)]
    [InlineData("tests/Footing.Storage.Tests/Journals/JournalStoreTests.Order.cs", true)]
    [InlineData("player/tests/session/view.test.ts", true)]
    [InlineData("player/tests/session/session.laws.test.ts", true)]
    [InlineData("player/tests/offline/view.test.ts", false)]
    public void Source_of_a_file_of_tests_is_found_in_the_mirrored_folder_alone(string file, bool hasSource) => HasSource(file).ShouldBe(hasSource);

    /// <summary>Whether the source that a file of tests is named for is in the mirrored folder.</summary>
    private static bool HasSource(string file)
    {
        var folder = Mirrored.Keys.Single(folder => file.StartsWith(folder + "/", StringComparison.Ordinal));
        var name = NameOf(file);
        var beside = Path.Combine(Mirrored[folder], Path.GetDirectoryName(Path.GetRelativePath(folder, file))!, name.Groups["source"].Value);
        string[] kinds = file.EndsWith(".ts", StringComparison.Ordinal) ? [".ts"] : [".cs", ".razor"];
        return kinds.Any(kind => File.Exists(Path.Combine(Repository.Root, beside + kind)));
    }

    private static IEnumerable<string> TestFiles() => Mirrored.Keys
        .SelectMany(folder => Files(folder, "*.cs").Concat(Files(folder, "*.ts")))
        .Where(file => NameOf(file).Success);

    private static Match NameOf(string file) =>
        (file.EndsWith(".ts", StringComparison.Ordinal) ? PlayerTests() : CSharpTests()).Match(Path.GetFileName(file));

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.Find(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    /// <summary>The tests of one source may be in several files: <c>JournalStoreTests.Order.cs</c>.</summary>
    [GeneratedRegex(@"^(?<source>\w+)Tests(?:\.\w+)?\.cs$")]
    private static partial Regex CSharpTests();

    [GeneratedRegex(@"^(?<source>[\w-]+)(?:\.[\w-]+)?\.test\.ts$")]
    private static partial Regex PlayerTests();

    [GeneratedRegex(@"^\s*\[(?:\w*Fact|\w*Theory|Property)\b", RegexOptions.Multiline)]
    private static partial Regex TestAttribute();
}
