using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Footing.Content;
using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Web.Tests.People;

/// <summary>
/// A person of a condition that only tests know goes through the pages: its questions, its rules, its words, its test at
/// home, and no feet but those of its own questions and exercises.
/// </summary>
public sealed partial class OtherConditionTests : VisitedTests
{
    private static readonly IReadOnlyDictionary<string, string> Steady = Walk.With(("tandem-stand-seconds", "10"));

    protected override Task<RunningHost> StartAsync() =>
        RunningHost.StartAsync(options => options with
        {
            Conditions = [(UnsteadinessCondition.Instance, UnsteadinessCondition.TextsIn)],
            Programmes = [(BalanceProgramme.ForUnsteadiness(), BalanceProgramme.TextsIn)],
        });

    [Fact]
    public async Task From_the_welcome_to_what_a_session_changed()
    {
        await Seen("/");
        await Seen("/screening");
        await Visitor.Follow("Begin");
        var asked = new List<string>();
        while (Visitor.Path != "/screening/check")
        {
            Feet().ShouldBeEmpty(Visitor.Path);
            asked.Add(Visitor.Path.Split('/')[^1]);
            await Visitor.Send([.. Visitor.Page.QuerySelectorAll("main form input").Select(input => input.GetAttribute("name")!).Where(Steady.ContainsKey).Distinct().Select(name => (name, Steady[name]))]);
            Visitor.Errors.ShouldBeEmpty(asked[^1]);
        }

        asked.ShouldBe(["breathless-with-leg-swelling", "rapid-weakness", "recent-foot-surgery-or-fracture", "fall-in-last-year", "tandem-stand-seconds", "age"]);
        Feet().ShouldBeEmpty("the list of answers");
        await Visitor.Send();
        Visitor.Path.ShouldBe("/screening/result");
        Feet().ShouldBeEmpty("the result");

        await Seen("/plan");
        await Seen("/today");
        Visitor.Page.QuerySelectorAll("[data-exercise]").Select(row => row.GetAttribute("data-exercise")).ShouldBe(["weight-shift", "tandem-stand"]);
        await Visitor.Follow("Start");
        Visitor.Path.ShouldBe("/session/before");
        Feet().ShouldBeEmpty("the question before");
        await Visitor.Send(("before", "2"));
        Visitor.Path.ShouldBe("/session");
        Feet().ShouldBeEmpty("the session");
        await Visitor.DoEverything();
        Feet().ShouldBeEmpty("the questions after it");
        await Visitor.Answer(2);
        Visitor.Path.ShouldBe("/session/after");
        Feet().ShouldBeEmpty("what it changed");
        Visitor.Page.QuerySelectorAll("a").ShouldNotContain(link => (link.GetAttribute("href") ?? "").StartsWith("/foot-check", StringComparison.Ordinal));
        await Seen("/session/done");
        await Seen("/today");
        await Seen("/history");
    }

    [Fact]
    public async Task Every_page_beside_the_way_is_without_feet_that_are_not_theirs()
    {
        await Visitor.Screened(Host);

        foreach (var page in (string[])
            [
                "/plan", "/sheet", "/home-tests", "/home-tests/tandem-stand-seconds", "/home-tests/tandem-stand-seconds/stance/1", "/check-in", "/event",
                "/history", "/progress", "/letter", "/check-in/daily", "/schedule", "/urgent", "/danger/emergency", "/danger/same-day", "/danger/questions", "/danger/rest", "/offline", "/needs-look",
                "/today?kept=1", "/session?kept=1", "/session/questions?kept=1", "/advice/fall", "/advice/pain", "/screening",
            ])
        {
            await Seen(page);
        }
    }

    /// <summary>The same look at pages of the shipped condition does see its feet.</summary>
    [Fact]
    public async Task Feet_that_are_not_theirs_would_be_seen()
    {
        await using var host = await RunningHost.StartAsync();
        using var visitor = new Visitor(host);
        await visitor.Screened(host);

        var seen = new List<string>();
        foreach (var page in (string[])["/today", "/plan", "/sheet", "/home-tests", "/check-in", "/urgent"])
        {
            await visitor.Open(page);
            if (Feet(visitor).Count > 0)
            {
                seen.Add(page);
            }
        }

        seen.Count.ShouldBeGreaterThanOrEqualTo(4, string.Join(' ', seen));
    }

    [Theory]
    [InlineData("breathless-with-leg-swelling", "A swollen leg, and trouble with breathing", "I am short of breath")]
    [InlineData("recent-foot-surgery-or-fracture", "An operation or a broken bone", "Bone needs time.")]
    [InlineData("stands-with-support", "Standing that is hard", "Standing exercise is not safe for you alone.")]
    public async Task Its_rules_speak_its_words(string question, string title, string words)
    {
        await Visitor.Screened(Host, (question, question == "stands-with-support" ? "no" : "yes"));

        await Seen("/screening/result");
        (PageWords().Contains(title, StringComparison.Ordinal) || PageWords().Contains(words, StringComparison.Ordinal)).ShouldBeTrue(PageWords());
        // Who cannot stand has nothing left of a programme that is all standing, and is not told that they can exercise.
        (question == "stands-with-support").ShouldBe(Visitor.Heading == "No exercise for now");
        PageWords().ShouldNotContain("You can exercise");
        await Seen("/plan");
        await Seen("/today");
        await Seen("/urgent");
    }

    [Fact]
    public async Task Only_its_own_test_is_done_at_home()
    {
        await Visitor.Screened(Host);

        await Visitor.Open("/home-tests");
        Visitor.Page.QuerySelectorAll("[data-test]").Select(test => test.GetAttribute("data-test")).ShouldBe(["tandem-stand-seconds"]);
        await Visitor.Open("/home-tests/touch-test");
        Visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        await Visitor.Open("/home-tests/chair-stands/count");
        Visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        await Visitor.Open("/why/R5");
        Visitor.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Also a device without a connection asks for no feet.</summary>
    [Fact]
    public async Task A_device_is_told_to_ask_for_no_feet()
    {
        await Visitor.Screened(Host);

        JsonNode.Parse(await (await Visitor.Get("/api/sessions/upcoming")).Content.ReadAsStringAsync())!.AsObject().ShouldContainKeyAndValue("before", null);
        JsonNode.Parse(await (await Visitor.Get("/api/kept")).Content.ReadAsStringAsync())!["pages"]!.AsArray().Select(page => (string?)page).ShouldNotContain("/foot-check");
        (await (await Visitor.Get("/today?kept=1")).Content.ReadAsStringAsync()).ShouldNotContain("/foot-check");
    }

    /// <summary>Each page text that one condition has of its own must be there in every other one.</summary>
    [Fact]
    public void A_condition_has_the_words_that_the_shipped_one_has()
    {
        var own = UnsteadinessCondition.TextsIn("en");
        Required(own).ShouldBe(Required(ShippedConditions.Texts("neuropathic-foot", "en")));
        foreach (var rule in UnsteadinessCondition.Instance.Rules)
        {
            own.Has($"rules.{rule.Name}.title").ShouldBeTrue(rule.Name);
        }

        static IEnumerable<string> Required(Footing.Wording.Texts texts) => texts.Keys
            .Where(key => !Particular().IsMatch(key)).Select(key => Number().Replace(key, "")).Distinct().Order(StringComparer.Ordinal);
    }

    private async Task Seen(string page)
    {
        await Visitor.Open(page);
        Visitor.Status.ShouldBe(HttpStatusCode.OK, page);
        Feet().ShouldBeEmpty(page);
    }

    private string PageWords() => Visitor.Text(Visitor.Page.QuerySelector("main")!);

    /// <summary>The words about feet on the page, without those of the person's own questions, test and exercises.</summary>
    private IReadOnlyList<string> Feet() => Feet(Visitor);

    private static IReadOnlyList<string> Feet(Visitor visitor)
    {
        var pages = ShippedTexts.Load("en").WithCondition("unsteadiness", UnsteadinessCondition.TextsIn("en")).In("unsteadiness");
        var programme = BalanceProgramme.TextsIn("en");
        var theirs = programme.Keys.Select(key => programme[key])
            .Concat(UnsteadinessCondition.Instance.Questionnaire.Questions.SelectMany(question => pages.Keys.Where(key => key.StartsWith($"questions.{question.Id}.", StringComparison.Ordinal))).Select(key => pages[key]))
            .Concat(pages.Keys.Where(key => key.StartsWith("home-tests.tandem-stand-seconds.", StringComparison.Ordinal)).Select(key => pages[key]))
            // These people answered the questions about feet as well, and a list of answers given shows them.
            .Concat(pages.Keys.Where(key => key.StartsWith("questions.", StringComparison.Ordinal) && key.EndsWith(".short", StringComparison.Ordinal)).Select(key => pages[key]))
            // Of professionals anybody may see any.
            .Append("doctor, nurse, podiatrist or physiotherapist")
            // A text that is hardly more than a place for a number would take all words away.
            .Where(text => Place().Replace(text, "").Count(char.IsLetter) >= 4)
            .OrderByDescending(text => text.Length);
        var main = (AngleSharp.Dom.IElement)(visitor.Page.QuerySelector("main") ?? visitor.Page.Body!).Clone();
        foreach (var block in main.QuerySelectorAll("script").ToList())
        {
            block.Remove();
        }

        var rest = theirs.Aggregate(Visitor.Text(main), (words, text) =>
            Regex.Replace(words, string.Join(".{1,40}?", Place().Split(text).Select(Regex.Escape)), " ", RegexOptions.IgnoreCase));
        return [.. Foot().Matches(rest).Select(match => rest[Math.Max(0, match.Index - 50)..Math.Min(rest.Length, match.Index + 50)])];
    }

    [GeneratedRegex(@"\b(foot|feet|soles?|(?<!heel-to-)toes?|numb|podiatrist)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Foot();

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(rules\.R|today\.locked\.R|questions\.|stops\.|letter\.(ask|risk))")]
    private static partial Regex Particular();

    [GeneratedRegex(@"\.[0-9]+$")]
    private static partial Regex Number();
}
