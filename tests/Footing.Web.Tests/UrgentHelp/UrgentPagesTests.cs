using Footing.Testing.Web;

namespace Footing.Web.Tests.UrgentHelp;

/// <summary>Ways out of danger: one tap from everywhere, with what to do, how soon, whom to call and what to say.</summary>
public sealed class UrgentPagesTests : VisitedTests
{
    [Fact]
    public async Task Every_page_but_the_emergency_itself_leads_there()
    {
        await Visitor.Screened(Host);
        foreach (var path in (string[])["/", "/today", "/plan", "/history", "/screening/touch-test", "/foot-check"])
        {
            await Visitor.Open(path);
            Visitor.Page.QuerySelector("a[href='/urgent']").ShouldNotBeNull(path);
        }
    }

    [Fact]
    public async Task It_stands_in_the_session_s_own_page_so_that_it_needs_neither_script_nor_connection()
    {
        await Visitor.Screened(Host, ("blood-thinner-or-easy-bruising", "yes"));
        await Visitor.IntoSession();

        var urgent = Visitor.Page.QuerySelector("#urgent")!;
        urgent.Closest("main").ShouldBeNull("the player replaces what stands in main");
        urgent.QuerySelector("a[href='tel:999']").ShouldNotBeNull();
        urgent.QuerySelector("a[href='#session']").ShouldNotBeNull();
        Visitor.Page.QuerySelector("main a[href='#urgent']").ShouldNotBeNull("without script");
        urgent.TextContent.ShouldContain("Blood thinner, or bruises easily");
        foreach (var sign in (string[])["suddenly becomes cold", "short of breath", "bladder or bowel", "fever", "A hot, red or swollen foot", "A calf that is swollen"])
        {
            urgent.TextContent.ShouldContain(sign);
        }
    }

    /// <summary>Where the country has a line for advice the same day, it stands beside whom to call today.</summary>
    [Theory]
    [InlineData("GB", "tel:111", "Or call NHS 111: 111", true)]
    [InlineData("PT", "tel:808242424", "Or call SNS 24: 808 24 24 24", false)]
    [InlineData("US", null, null, false)]
    public async Task Pages_that_say_call_someone_today_have_the_country_s_line(string country, string? link, string? words, bool partly)
    {
        await Visitor.Open("/where");
        await Visitor.Send(("country", country));
        await Visitor.Screened(Host, ("hot-red-swollen-foot", "yes"), ("diabetes", "yes"));
        foreach (var path in (string[])["/screening/result", "/urgent", "/danger/same-day"])
        {
            await Visitor.Open(path);

            var line = Visitor.Page.QuerySelector("a[data-same-day]");
            line?.GetAttribute("href").ShouldBe(link, path);
            line?.TextContent.ShouldBe(words, path);
            (line == null).ShouldBe(link == null, path);
            Words.Contains("It does not answer in every part of the country.", StringComparison.Ordinal).ShouldBe(partly, path);
        }
    }

    [Fact]
    public async Task It_stands_there_before_any_answer_too()
    {
        await Visitor.Open("/urgent");

        Visitor.Heading.ShouldBe("Is something wrong?");
        Words.ShouldContain("Call 999 at once if");
        Words.ShouldNotContain("My answers");
    }

    [Theory]
    [InlineData("cold-pale-limb", "Call 999 now", "gone cold and changed colour")]
    [InlineData("hot-red-swollen-foot", "Please call someone today", "My foot is hot, red or swollen.")]
    [InlineData("broken-skin", "Please call someone today", "The skin of my foot is broken")]
    [InlineData("swollen-tender-calf", "Please call someone today", "Could it be a clot?")]
    [InlineData("rest-pain-eased-hanging-down", "Please call someone today", "check the blood flow today")]
    [InlineData("past-ulcer-or-amputation", "Please ask a professional", "Which of these are all right for me?")]
    public async Task Page_of_a_disposition_says_what_how_soon_whom_and_in_which_words_with_the_answers(string question, string title, string say)
    {
        await Visitor.Screened(Host, (question, "yes"), ("diabetes", "yes"));
        await Visitor.Open("/screening/result");

        Visitor.Heading.ShouldStartWith(title);
        Words.ShouldContain(say);
        Visitor.Page.QuerySelectorAll("details dl").ShouldNotBeEmpty("the answers, to show or print");
        Visitor.Page.QuerySelector("script[src*='print']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Slip_of_the_finger_is_put_right_on_its_day_after_it_was_asked_again()
    {
        await Visitor.Screened(Host, ("swollen-tender-calf", "yes"));
        await Visitor.Open("/screening/result");

        await Visitor.Follow("I chose the wrong answer");
        await Visitor.Send(("swollen-tender-calf", "no"));
        Words.ShouldContain("Calf", Case.Insensitive);
        Visitor.Page.QuerySelector("main form button").ShouldNotBeNull("it asks again");
        await Visitor.Submit();

        await Visitor.Open("/today");
        Visitor.Heading.ShouldContain("exercises today");
    }

    [Fact]
    public async Task Next_day_the_way_back_is_a_new_screening_alone()
    {
        await Visitor.Screened(Host, ("swollen-tender-calf", "yes"));
        Host.Clock.Advance(TimeSpan.FromDays(1));

        await Visitor.Open("/screening/result");

        Visitor.Page.QuerySelectorAll(".thumb a").Select(link => link.GetAttribute("href")).ShouldBe(["/screening"]);
    }
}
