using Footing.Content;
using Footing.Journal;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Evidence;

/// <summary>From any question, rule, caution and dose a link leads to its reason and its sources.</summary>
public sealed class SourcePagesTests : VisitedTests
{
    private static readonly ClinicalBasis Basis = ClinicalBasis.Load();

    public static TheoryData<string> Everything => [.. Basis.Rules.Keys, .. Question.All.Select(question => question.Id)];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Reason_stands_there_in_plain_words_with_each_source_and_its_weight(string of)
    {
        await Visitor.Open($"/why/{of}");

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        var shown = Visitor.Page.QuerySelectorAll("[data-source]");
        shown.Select(source => source.GetAttribute("data-source")).ShouldBe(Basis.Rules.TryGetValue(of, out var rule) ? rule : Basis.Behind(of));
        shown.ShouldAllBe(source => source.QuerySelector(".tag") != null && source.TextContent.Contains("Its limits"));
        Visitor.Page.QuerySelector("h1 ~ p").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_no_rule_and_no_question_is_not_found()
    {
        await Visitor.Open("/why/R99");

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task List_of_all_has_each_source_once_by_its_weight()
    {
        await Visitor.Open("/sources");

        Visitor.Page.QuerySelectorAll("[data-source]").Select(source => source.GetAttribute("data-source")).ShouldBe(Basis.Sources.Keys, ignoreOrder: true);
        Visitor.Page.QuerySelectorAll("[data-source='own-caution'] .tag")[0].TextContent.ShouldBe("Our own decision");
    }

    [Theory]
    [InlineData("en", "We know it only from what others quote or report.")]
    [InlineData("es", "Solo lo conocemos por lo que otros citan o cuentan.")]
    public async Task Each_source_says_in_words_how_much_of_it_we_read(string language, string words)
    {
        await Visitor.Open($"/language/{language}");
        await Visitor.Open("/sources");

        Visitor.Page.QuerySelector("[data-source='urgent-feet'] [data-read]")!.TextContent.ShouldBe(words);
        Visitor.Page.QuerySelectorAll("[data-source='own-dose'] [data-read]").ShouldBeEmpty();
        Visitor.Page.QuerySelectorAll("[data-read]").Length.ShouldBe(Basis.Sources.Values.Count(source => source.Read != null));
    }

    [Fact]
    public async Task Each_question_leads_to_its_reason()
    {
        foreach (var question in (string[])["cold-pale-limb", "touch-test", "stands-with-support", "diabetes"])
        {
            var page = question == "stands-with-support" ? "fall-in-last-year" : question;
            await Visitor.Open($"/screening/{page}");
            Visitor.Page.QuerySelector($"a[href='/why/{question}']").ShouldNotBeNull(question);
        }
    }

    [Fact]
    public async Task Each_line_of_the_plan_leads_to_its_reason_and_each_dose_to_its_sources()
    {
        await new Story().Screening("2026-03-04", ("fall-in-last-year", "yes"), ("dizzy-on-standing", "yes"), ("touch-test", "not-done")).TellAsync(Host);
        await Visitor.Open("/plan");

        foreach (var exercise in Visitor.Page.QuerySelectorAll("[data-exercise]"))
        {
            exercise.QuerySelector($"a[href='/exercises/{exercise.GetAttribute("data-exercise")}#sources']").ShouldNotBeNull();
        }

        foreach (var rule in Visitor.Page.QuerySelectorAll("[data-locked] [data-rule], [data-why^='R']"))
        {
            var name = rule.GetAttribute("data-rule") ?? rule.GetAttribute("data-why");
            rule.QuerySelector($"a[href='/why/{name}']").ShouldNotBeNull(name);
        }

        Visitor.Page.QuerySelectorAll("a[href='/why/R16']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Each_caution_of_an_exercise_leads_to_its_sources()
    {
        await Visitor.Open("/exercises/calf-raise");

        Visitor.Page.QuerySelectorAll(".card--care a[href='#sources'], .card--urgent a[href='#sources']").Length.ShouldBe(2);
        Visitor.Page.QuerySelectorAll("#sources ~ details [data-source]").ShouldNotBeEmpty();
    }
}
