using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Footing.Content;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Languages;

/// <summary>In which language a page is read, and that every page can be read in each.</summary>
public sealed class LanguagePagesTests : VisitedTests
{
    [Theory]
    [InlineData("es-MX,es;q=0.9,en;q=0.5", null, "es-419")]
    [InlineData("es-US,en;q=0.5", null, "es-419")]
    [InlineData("es-ES,es;q=0.9,en;q=0.5", null, "es-ES")]
    [InlineData("es-419", null, "es-419")]
    [InlineData("de,es;q=0.3", null, "es-419")]
    [InlineData("en-GB,es;q=0.9", null, "en")]
    [InlineData("es;q=0, de", null, "en")]
    [InlineData("est", null, "en")]
    [InlineData("", null, "en")]
    [InlineData("es", "footing-language=en", "en")]
    [InlineData("es-ES", "footing-language=es", "es-419")]
    [InlineData("es-MX", "footing-language=es-ES", "es-ES")]
    [InlineData("es", "footing-language=xx", "es-419")]
    public async Task Choice_goes_before_what_the_browser_asks_for_and_that_before_English(string asked, string? cookie, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about");
        request.Headers.TryAddWithoutValidation("Accept-Language", asked);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var answer = await Visitor.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldContain($"<html lang=\"{language}\"");
    }

    [Theory]
    [InlineData("/about", "/about")]
    [InlineData("/language/es", "/")]
    [InlineData(null, "/")]
    public async Task Choosing_leads_back_to_the_page_it_was_chosen_on_and_nowhere_else(string? from, string to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/language/es");
        if (from is not null)
        {
            request.Headers.Referrer = new Uri(Host.Address, from);
        }

        using var answer = await Visitor.SendAsync(request);

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(to);
        await Visitor.Open("/about");
        Visitor.Page.DocumentElement.GetAttribute("lang").ShouldBe("es-419");
    }

    [Theory]
    [InlineData("ES", "es-419")]
    [InlineData("es-es", "es-ES")]
    [InlineData("EN-xa", PseudoLanguage.Long)]
    public async Task Language_is_found_in_large_letters_too(string tag, string language)
    {
        await Visitor.Open("/language/" + tag);

        Visitor.Page.DocumentElement.GetAttribute("lang").ShouldBe(language);
    }

    [Fact]
    public async Task Language_without_texts_is_no_page()
    {
        await Visitor.Open("/language/xx");

        Visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        Visitor.Page.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task Each_page_names_the_other_languages_and_says_that_nobody_has_reviewed_the_translation()
    {
        await Visitor.Open("/about");
        Says("footer a[lang=es-ES]").ShouldBe("Español (España)");
        Says("footer a[lang=es-419]").ShouldBe("Español (Latinoamérica)");
        await Visitor.Open("/language/es-ES");
        await Visitor.Open("/about");

        Says("footer a[lang=en]").ShouldBe("English");
        Says("footer a[lang=es-419]").ShouldBe("Español (Latinoamérica)");
        Visitor.Page.QuerySelector("footer a[lang=es-ES]").ShouldBeNull();
        Says("footer > p").ShouldNotBeNull().ShouldContain("Todavía no la ha revisado");
        await Visitor.Open("/screening");
        Says("main .card").ShouldNotBeNull().ShouldContain("Todavía no la ha revisado");
    }

    [Fact]
    public async Task Words_on_a_page_are_those_of_the_country()
    {
        await Visitor.Screened(Host, ("diabetes", "yes"), ("insulin-or-sulfonylurea", "yes"));
        foreach (var (language, own, other) in ((string, string, string)[])[("es-419", "jugo", "zumo"), ("es-ES", "zumo", "jugo")])
        {
            await Visitor.Open("/language/" + language);
            await Visitor.Open("/today");
            var page = Visitor.Page.QuerySelector("main")!.TextContent;
            page.ShouldContain(own);
            page.ShouldNotContain(other);
        }
    }

    [Theory]
    [InlineData("es-419")]
    [InlineData("es-ES")]
    [InlineData(PseudoLanguage.Long)]
    [InlineData(PseudoLanguage.Mirrored)]
    public async Task Day_in_another_language_from_the_questions_to_the_history_has_all_its_words(string language)
    {
        await Visitor.Open("/about");
        InEnglish().ShouldNotBeEmpty("what looks for English finds it");
        await Visitor.Open("/language/" + language);
        await Read(language, "/", "/about", "/where", "/screening", "/screening/cold-pale-limb", "/screening/touch-test", "/home-tests", "/home-tests/chair-stands", "/nowhere");
        await Visitor.Screened(Host, ("fall-in-last-year", "yes"), ("diabetes", "yes"));
        await Read(language, "/screening/result", "/screening/check", "/today", "/plan", "/sheet", "/schedule", "/background", "/foot-check?then=session", "/session/before", "/event", "/urgent", "/check-in", "/check-in/daily", "/progress", "/letter", "/sources", "/why/R1", "/danger/emergency", "/danger/same-day", "/danger/questions", "/danger/rest", "/offline", "/needs-look", "/settings");
        await Read(language, [.. new[] { "toe-lift", "ankle-pump", "ball-roll", "heel-toe-lift", "calf-raise" }.Select(exercise => "/exercises/" + exercise)]);
        await Read(language, [.. new[] { "dizzy", "near-fall", "fall", "cramp", "pain" }.Select(what => "/advice/" + what)]);
        await Visitor.Open("/foot-check?then=session");
        await Visitor.CheckFeet();
        await Visitor.Open("/session?before=3");
        Visitor.Page.QuerySelector("#script")!.TextContent.ShouldContain($"\"language\":\"{language}\"");
        await Read(language, "/history");
        var date = DateTime.Parse("2026-03-04", CultureInfo.InvariantCulture);
        Visitor.Page.QuerySelector("main")!.TextContent.ShouldContain(date.ToString("MMMM", CultureInfo.GetCultureInfo(language)), Case.Insensitive);
    }

    [Fact]
    public async Task Direction_follows_the_language()
    {
        await Visitor.Open("/language/" + PseudoLanguage.Mirrored);
        await Visitor.Open("/about");
        Visitor.Page.DocumentElement.GetAttribute("dir").ShouldBe("rtl");
        Says("footer a[lang=en]").ShouldBe("English");
        Visitor.Page.QuerySelector($"footer a[lang={PseudoLanguage.Long}]").ShouldBeNull("nobody is offered a language of letters that mean nothing");
    }

    private async Task Read(string language, params string[] paths)
    {
        foreach (var path in paths)
        {
            await Visitor.Open(path);
            Visitor.Status.ShouldBe(path == "/nowhere" ? HttpStatusCode.NotFound : HttpStatusCode.OK, path);
            Visitor.Page.DocumentElement.GetAttribute("lang").ShouldBe(language, path);
            if (language == PseudoLanguage.Long)
            {
                InEnglish().ShouldBeEmpty(path);
            }
        }
    }

    /// <summary>What is on the page and is no text of the language: every vowel of those that are has a mark.</summary>
    private IEnumerable<string> InEnglish() => Visitor.Page.Body!.Descendants<AngleSharp.Dom.IText>()
        .Where(text => text.ParentElement!.Closest("script, style, [hidden], optgroup, [lang]:not(html)") is null)
        .Select(text => text.Data.Trim())
        .Where(text => Names.Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal)).AsSpan().IndexOfAny("aeo") >= 0);

    /// <summary>Months and days, which come with .NET.</summary>
    private static readonly string[] Names =
    [
        .. ((DateTimeFormatInfo[])[CultureInfo.GetCultureInfo(PseudoLanguage.Long).DateTimeFormat])
            .SelectMany(names => (string[])[.. names.MonthNames, .. names.DayNames, .. names.AbbreviatedMonthNames, .. names.AbbreviatedDayNames])
            .Where(name => name.Length > 0),
    ];
}
