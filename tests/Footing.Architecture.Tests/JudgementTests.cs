using System.Text.RegularExpressions;
using Footing.Testing;

namespace Footing.Architecture.Tests;

/// <summary>
/// Judgement is in the domain: no page, endpoint or player file names a rule, an exercise or a threshold of a rule. They
/// ask <c>Footing.Plans.Explanations</c> for what a reason means. Comments may name rules.
/// </summary>
public sealed partial class JudgementTests
{
    /// <summary>What is refused, by its name.</summary>
    private static readonly Dictionary<string, Regex> Refused = new()
    {
        ["a rule's name"] = RuleName(),
        ["a rule's number"] = RuleNumber(),
        ["a rule by its constant"] = RuleConstant(),
        ["an exercise"] = ExerciseName(),
        ["what a rule makes of an event or a stop"] = MeaningfulWord(),
        ["what a screening results in"] = DispositionWord(),
        ["where a person stands"] = PositionWord(),
        ["a threshold in a comparison"] = Comparison(),
        ["a threshold of its own"] = Threshold(),
    };

    /// <summary>What is not judgement although it looks like it: the file, the code, and why.</summary>
    private static readonly (string File, string Code, string Why)[] Exceptions =
    [
        ("src/Footing.Web/Sessions/UpcomingApi.cs", "days is >= 1", "how many dates a device may ask for"),
    ];

    public static TheoryData<string> Sources =>
    [
        .. Files("src/Footing.Web", "*.cs").Concat(Files("src/Footing.Web", "*.razor")).Concat(Files("player/src", "*.ts")),
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_page_endpoint_or_player_file_judges(string file) =>
        Judgements(File.ReadAllText(Repository.Find(file)))
            .Where(found => !Exceptions.Any(exception => exception.File == file && found.Contains(exception.Code, StringComparison.Ordinal)))
            .ShouldBeEmpty($"{file}: ask Footing.Plans.Explanations for what is meant");

    /// <summary>Rules read traits: what an exercise is called is data.</summary>
    [Fact]
    public void No_domain_file_names_an_exercise()
    {
        var files = Files("src/Footing", "*.cs").ToList();

        files.Count.ShouldBeGreaterThan(80);
        files.Where(file => Judgements(File.ReadAllText(Repository.Find(file))).Any(found => found.StartsWith("an exercise", StringComparison.Ordinal)))
            .ShouldBeEmpty("read a trait of the exercise: see Footing.Exercises");
    }

    [Fact]
    public void Each_exception_is_still_needed() =>
        Exceptions.Where(exception => !Judgements(File.ReadAllText(Repository.Find(exception.File)))
            .Any(found => found.Contains(exception.Code, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void Sources_are_read() => Sources.Count.ShouldBeGreaterThan(250);

    [Theory]
    [InlineData("a rule's name", """if (notice.Rule == "P5")""")]
    [InlineData("a rule's name", """T["today.rests.P9"]""")]
    [InlineData("a rule's name", """<WhyLink Of="R21" />""")]
    [InlineData("a rule's name", "const urgent = ['R1', 'R2'];")]
    [InlineData("a rule's number", "rules.Where(rule => rule.Number <= 8)")]
    [InlineData("a rule's number", "rule.Number is not (17 or 19 or 20)")]
    [InlineData("a rule's number", "question.Number is 22 or 23")]
    [InlineData("a rule by its constant", "reason.Rule == ProgressionRules.PainRest")]
    [InlineData("a rule by its constant", "rule == Rules.HotFoot.Name")]
    [InlineData("an exercise", "exercise == Exercise.CalfRaise")]
    [InlineData("an exercise", """<p data-waits="calf-raise">""")]
    [InlineData("an exercise", """const standing = id === "calf-raise";""")]
    [InlineData("what a rule makes of an event or a stop", """what is null or "skin-change" """)]
    [InlineData("what a rule makes of an event or a stop", """fields["stopReason"] === "interrupted" """)]
    [InlineData("what a screening results in", """if (danger === "emergency" || danger === "same-day") return;""")]
    [InlineData("what a screening results in", """What == "same-day" """)]
    [InlineData("what a screening results in", """go("/danger/emergency")""")]
    [InlineData("what a screening results in", "go(`/danger/same-day`)")]
    [InlineData("where a person stands", """new Set(["floor", "step"])""")]
    [InlineData("where a person stands", """exercise.position === "step" """)]
    [InlineData("where a person stands", """e.position !== "seated" """)]
    [InlineData("a threshold in a comparison", "session.Effort.GetValueOrDefault(exercise) >= 8")]
    [InlineData("a threshold in a comparison", "entry.painAfter - entry.painBefore > 2")]
    [InlineData("a threshold in a comparison", "effort is 6 or 7")]
    [InlineData("a threshold in a comparison", "Answers.Number(\"chair-stands\") is < 8")]
    [InlineData("a threshold in a comparison", "today.DayNumber - last.On.DayNumber > 27")]
    [InlineData("a threshold in a comparison", "if (session.effort[id] >= 8) return;")]
    [InlineData("a threshold of its own", "private const int GoodSessions = 3;")]
    [InlineData("a threshold of its own", "private const decimal WarmerC = 2.2m;")]
    [InlineData("a threshold of its own", "const hardFrom = 8;")]
    [InlineData("a threshold of its own", "if (Math.abs(difference) > 2.2) return;")]
    public void Planted_judgement_is_seen(string what, string code) => Judgements(code).ShouldContain(found => found.StartsWith(what, StringComparison.Ordinal));

    [Theory]
    [InlineData("// P5 stops everything, and effort >= 8 is too hard")]
    [InlineData("/// <summary>Whether it waits for a balance test (P6).</summary>")]
    [InlineData("@* R14 and R21 are among the reasons. *@")]
    [InlineData("/* such as calf-raise */")]
    [InlineData("""T[$"today.rests.{reason.Rule}"]""")]
    [InlineData("reason.Meaning() == ReasonMeaning.Finding")]
    [InlineData("if (danger.IsUrgent())")]
    [InlineData("""T["result.same-day.title"]""")]
    [InlineData("""Show.Page<SameDayPage>(new { Number = number })""")]
    [InlineData("""case "step": return effect.step;""")]
    [InlineData("if (answer.Number is { } number)")]
    [InlineData("level.Number == shown.Number")]
    [InlineData("if (pain.Count > 0)")]
    [InlineData("""<a href="https://example.org//path">""")]
    public void What_is_no_judgement_is_let_through(string code) => Judgements(code).ShouldBeEmpty();

    /// <summary>A comment's mark within a text does not hide what follows.</summary>
    [Fact]
    public void Address_hides_nothing() => Judgements("""var at = "https://x" + "P5";""").ShouldHaveSingleItem();

    /// <summary>What a page of src/Footing.Web may not decide by, besides what is refused everywhere.</summary>
    private static readonly Dictionary<string, Regex> RefusedToPages = new()
    {
        ["what was found on the skin, or who looked"] = FootCheckWord(),
        ["a position"] = PositionConstant(),
        ["a disposition"] = DispositionConstant(),
        ["seconds of its own"] = OwnSeconds(),
        ["the beginning of a rule's or a reason's name"] = BeginningOfName(),
    };

    /// <summary>What is not judgement although it looks like it: the file, the code, and why.</summary>
    private static readonly (string File, string Code, string Why)[] PageExceptions =
    [
        .. new[] { "Emergency", "SameDay", "ClinicianFirst", "SeatedOnly", "Proceed", "Incomplete" }.Select(disposition => (
            "src/Footing.Web/ScreeningResults/ResultPages.cs", $"Disposition.{disposition}", "each disposition has its page, and the compiler sees one that has none")),
        ("src/Footing.Web/Pages/FailurePage.razor", "Reason.StartsWith(", "the part of a text's key for a failure of this machine"),
    ];

    public static TheoryData<string> PageSources =>
        [.. Files("src/Footing.Web", "*.cs").Concat(Files("src/Footing.Web", "*.razor"))];

    [Theory]
    [MemberData(nameof(PageSources))]
    public void No_page_decides_what_the_domain_decides(string file) =>
        PageJudgements(File.ReadAllText(Repository.Find(file)))
            .Where(found => !PageExceptions.Any(exception => exception.File == file && found.EndsWith(": " + exception.Code, StringComparison.Ordinal)))
            .ShouldBeEmpty($"{file}: ask the domain for what is meant, as Decision.AsksFirst or Blocker.MayStart");

    [Fact]
    public void Each_exception_of_a_page_is_still_needed() =>
        PageExceptions.Where(exception => !PageJudgements(File.ReadAllText(Repository.Find(exception.File)))
            .Any(found => found.EndsWith(": " + exception.Code, StringComparison.Ordinal))).ShouldBeEmpty();

    [Theory]
    [InlineData("what was found on the skin, or who looked", "check.Skin == SkinFinding.Clear")]
    [InlineData("what was found on the skin, or who looked", "check is { ObservedBy: Observer.Nobody }")]
    [InlineData("a position", "planned.Level.Position == Position.Floor")]
    [InlineData("a position", "level.Position is Position.Step")]
    [InlineData("a disposition", "Decision.Disposition == Disposition.ClinicianFirst")]
    [InlineData("a disposition", """@if (What == "emergency")""")]
    [InlineData("a disposition", """what is "same-day" or "seated-only" """)]
    [InlineData("seconds of its own", """<Clock Kind="hold" Seconds="10" />""")]
    [InlineData("the beginning of a rule's or a reason's name", """rule.StartsWith("P", StringComparison.Ordinal)""")]
    [InlineData("the beginning of a rule's or a reason's name", "notice.Rule.StartsWith('R')")]
    [InlineData("the beginning of a rule's or a reason's name", "rule.Name?.StartsWith('R')")]
    [InlineData("the beginning of a rule's or a reason's name", "reasonIds[0].StartsWith('P')")]
    public void Planted_judgement_of_a_page_is_seen(string what, string code) =>
        PageJudgements(code).ShouldContain(found => found.StartsWith(what, StringComparison.Ordinal));

    [Theory]
    [InlineData("// Disposition.SameDay goes before Position.Floor")]
    [InlineData("private bool IsUrgent => Finding.Disposition.IsUrgent();")]
    [InlineData("""T["result.same-day.text"]""")]
    [InlineData("""<Clock Seconds="StandingTests.TandemSeconds" />""")]
    [InlineData("""path.StartsWith("/language/", StringComparison.Ordinal)""")]
    [InlineData("""P[$"position.{level.Position.Id()}"]""")]
    [InlineData("response.Headers.ContentDisposition = name;")]
    public void What_a_page_may_say_is_let_through(string code) => PageJudgements(code).ShouldBeEmpty();

    private static IEnumerable<string> PageJudgements(string source) => Judgements(source, RefusedToPages);

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.Find(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            // Types made from the schemas: a check holds them equal, and nobody writes in them.
            .Where(file => !file.StartsWith("player/src/contract/", StringComparison.Ordinal));

    /// <summary>What a source contains of what is refused: its name, and the code.</summary>
    private static IEnumerable<string> Judgements(string source) => Judgements(source, Refused);

    private static IEnumerable<string> Judgements(string source, Dictionary<string, Regex> all)
    {
        var code = TextOrComment().Replace(source, match => match.Groups["comment"].Success ? " " : match.Value);
        return all.SelectMany(refused => refused.Value.Matches(code).Select(match => $"{refused.Key}: {match.Value}"));
    }

    [GeneratedRegex("""
        "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])' | `(?:\\.|[^`\\])*` | (?<comment> // [^\n]* | /\* [\s\S]*? \*/ | @\* [\s\S]*? \*@ )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TextOrComment();

    [GeneratedRegex(@"\b[PR](?:1[0-9]|2[01]|[1-9])\b")]
    private static partial Regex RuleName();

    [GeneratedRegex(@"\.Number\s*(?:[<>=!]=?=?|is\s+(?:not\s+)?\(?\s*[<>]?=?)\s*\d")]
    private static partial Regex RuleNumber();

    [GeneratedRegex(@"\bProgressionRules\s*\.|\bRules\s*\.\s*(?:HotFoot|BrokenSkin|UntestedFeeling|UntestedBalance|NoOther)\b")]
    private static partial Regex RuleConstant();

    [GeneratedRegex(@"\b(?:BallRoll|ToeLift|AnklePump|HeelToeLift|CalfRaise|ball-roll|toe-lift|ankle-pump|heel-toe-lift|calf-raise)\b")]
    private static partial Regex ExerciseName();

    [GeneratedRegex(@"""(?:skin-change|near-fall|interrupted)""|\bAdverseEvent\.\w+|\bStopReason\.\w+")]
    private static partial Regex MeaningfulWord();

    [GeneratedRegex(@"""(?:/danger/)?(?:emergency|same-day|clinician-first|seated-only)""|/danger/(?:emergency|same-day)\b")]
    private static partial Regex DispositionWord();

    [GeneratedRegex(@"""(?:floor|step|seated|lying)""\s*,\s*""(?:floor|step|seated|lying)""|\bposition\b[^;,\n]*[=!]==?\s*""(?:floor|step|seated|lying)""", RegexOptions.IgnoreCase)]
    private static partial Regex PositionWord();

    [GeneratedRegex(@"\b\w*(?:effort|pain|rise|difference|felt|stands|tandem|nights|daynumber|days|celsius)\w*(?:""|\)|\[[^\]\n]*\]|\([^()\n]*\)|[.?!\w])*(?<!Count|Length)\s*(?:[<>]=?|\bis\s+(?:not\s+)?[<>]?=?)\s*\d", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\bconst\s+(?:\w+\s+)?\w*(?:GoodSessions|Hard|PainRise|DoneUnder|Warmer|Asymmetr|GapDays|Cut-?Off)\w*\s*=|(?<![\w.])2\.2m\b|[=<>]\s*2\.2\b", RegexOptions.IgnoreCase)]
    private static partial Regex Threshold();

    [GeneratedRegex(@"\b(?:SkinFinding|Observer)\s*\.\s*\w+")]
    private static partial Regex FootCheckWord();

    [GeneratedRegex(@"(?<![\w.])Position\s*\.\s*(?:Seated|Lying|Floor|Step)\b")]
    private static partial Regex PositionConstant();

    [GeneratedRegex(@"(?<![\w.])Disposition\s*\.\s*(?:Proceed|SeatedOnly|ClinicianFirst|SameDay|Emergency|Incomplete)\b|""(?:proceed|seated-only|clinician-first|same-day|emergency|incomplete)""")]
    private static partial Regex DispositionConstant();

    [GeneratedRegex(@"\bSeconds\s*=\s*""\d+""")]
    private static partial Regex OwnSeconds();

    [GeneratedRegex(@"\b\w*(?:[rR]ule|[rR]eason)\w*(?:\[[^\]\n]*\])?(?:\??\.(?:Name|Id|Rule))?\??\.StartsWith\(")]
    private static partial Regex BeginningOfName();
}
