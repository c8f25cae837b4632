using System.Net;
using Footing.Testing;
using Footing.Testing.Web;
using Footing.Web.Preferences;

namespace Footing.Web.Tests.Settings;

public sealed class SettingsPagesTests : VisitedTests
{
    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    [Fact]
    public async Task The_first_visit_asks_where_the_person_lives_then_goes_on_to_the_questions()
    {
        await Visitor.Open("/");
        await Visitor.Follow("Start with the safety questions");
        Visitor.Heading.ShouldBe("Where do you live?");

        await Visitor.Send(("country", "NZ"));

        Visitor.Path.ShouldBe("/screening");
        var entry = (await Visitor.Journal()).ShouldHaveSingleItem();
        entry.GetProperty("kind").GetString().ShouldBe("preference");
        entry.GetProperty("country").GetString().ShouldBe("NZ");
        entry.GetProperty("zone").GetString().ShouldBe("Pacific/Auckland");
        entry.GetProperty("language").GetString().ShouldBe("en");
        await Visitor.Open("/");
        Visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening", "it is asked once");
    }

    [Theory]
    [InlineData("GB", "999")]
    [InlineData("AU", "000")]
    [InlineData("NZ", "111")]
    [InlineData("US", "911")]
    [InlineData("DE", "112")]
    [InlineData("other", "112")]
    public async Task The_emergency_page_has_the_countrys_number(string country, string number)
    {
        await Visitor.Open("/where");
        await Visitor.Send(("country", country));
        await Visitor.Open("/screening/cold-pale-limb");
        await Visitor.Send(("cold-pale-limb", "yes"));

        Visitor.Page.QuerySelectorAll("a[href^='tel:']").ShouldHaveSingleItem().GetAttribute("href").ShouldBe($"tel:{number}");
    }

    [Fact]
    public async Task No_country_is_asked_back()
    {
        await Visitor.Open("/where");

        await Visitor.Send();

        Visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_zone_of_ones_own_is_kept()
    {
        await Visitor.Open("/settings");

        await Visitor.Send(("country", "US"), ("zone", "Pacific/Honolulu"));

        Visitor.Page.QuerySelector("[role=status]").ShouldNotBeNull();
        var entry = (await Visitor.Journal()).ShouldHaveSingleItem();
        entry.GetProperty("zone").GetString().ShouldBe("Pacific/Honolulu");
        entry.GetProperty("at").GetString().ShouldEndWith("-10:00");
        Visitor.Page.QuerySelector("#zone option[selected]")!.GetAttribute("value").ShouldBe("Pacific/Honolulu");
    }

    [Fact]
    public async Task Dates_follow_the_persons_zone()
    {
        // 09:00 on 4 March in London is still 3 March in Honolulu.
        await Visitor.Open("/settings");
        await Visitor.Send(("country", "US"), ("zone", "Pacific/Honolulu"));
        await Visitor.ToResult();

        Visitor.Page.Body!.TextContent.ShouldContain("3 March 2026");
        (await Visitor.Journal())[^1].GetProperty("at").GetString().ShouldStartWith("2026-03-03T23:");
    }

    [Theory]
    [InlineData("en", "Another country – 112 or your local number", "Equatorial Guinea – 112 or your local number")]
    [InlineData("es", "Otro país – 112 o el número de su zona", "Guinea Ecuatorial – 112 o el número de su zona")]
    public async Task Countries_are_sorted_by_their_names_in_the_reading_language_and_none_hides_that_its_number_is_a_guess(string language, string other, string guess)
    {
        await Visitor.Open($"/language/{language}");
        await Visitor.Open("/settings");

        var shown = Visitor.Page.QuerySelectorAll("#country option").Skip(1).Select(option => option.TextContent).ToList();
        shown[^1].ShouldBe(other);
        shown.ShouldContain(guess);
        var names = shown.SkipLast(1).Select(option => option.Split(" – ")[0]).ToList();
        names.ShouldBe(names.Order(StringComparer.Create(new(language), ignoreCase: false)));
        // As in the file of names, which translators read.
        names.ShouldBe((await File.ReadAllLinesAsync(Repository.Find($"texts/{language}/countries.yaml"))).Where(line => line.StartsWith("  \"", StringComparison.Ordinal)).Select(line => line.Split(": ")[1]));
    }

    [Fact]
    public async Task Without_a_known_country_the_emergency_page_names_the_local_number_too()
    {
        await Visitor.Open("/where");
        await Visitor.Send(("country", "other"));
        await Visitor.Open("/screening/cold-pale-limb");
        await Visitor.Send(("cold-pale-limb", "yes"));

        Visitor.Heading.ShouldBe("Call 112 or your local emergency number now and ask for an ambulance");
        Visitor.Page.Body!.TextContent.ShouldContain("If it does not answer, call your local emergency number.");
    }

    [Fact]
    public async Task Emergency_page_names_the_other_numbers_and_which_of_them_not_everybody_reaches()
    {
        await Visitor.Open("/where");
        await Visitor.Send(("country", "UY"));
        await Visitor.Open("/screening/cold-pale-limb");
        await Visitor.Send(("cold-pale-limb", "yes"));

        Visitor.Heading.ShouldStartWith("Call 911 now");
        Visitor.Page.Body!.TextContent.ShouldContain("If nobody answers, try 105. It does not work for everyone in the country.");
    }

    [Fact]
    public async Task Settings_name_the_line_for_advice_the_same_day()
    {
        await Visitor.Open("/settings");
        await Visitor.Send(("country", "DE"));

        Visitor.Page.QuerySelector("[data-same-day]")!.TextContent.ShouldContain("116117");
    }

    [Fact]
    public async Task Drawings_have_the_skin_that_was_chosen_on_this_device()
    {
        await Visitor.Open("/settings");
        Visitor.Page.DocumentElement.HasAttribute("data-skin").ShouldBeFalse();
        Visitor.Page.QuerySelector("input[name=skin][checked]")!.GetAttribute("value").ShouldBe("2");

        await Choose("4");
        Visitor.Page.QuerySelector(".card--good")!.TextContent.ShouldBe("Saved.");
        await Visitor.Open("/exercises/toe-lift");
        Visitor.Page.DocumentElement.GetAttribute("data-skin").ShouldBe("4");

        await Visitor.Open("/settings");
        await Choose("9");
        Visitor.Page.QuerySelector("input[name=skin][checked]")!.GetAttribute("value").ShouldBe("4", "what is no tone leaves things as they are");
        (await Visitor.Journal()).ShouldBeEmpty("it belongs to the device, not to the person");
    }

    [Fact]
    public async Task Session_stands_on_the_ground_that_was_chosen_on_this_device()
    {
        await Visitor.Screened(Host);
        (await Ground()).ShouldBe(("session-page", "#0b1513"));

        await Visitor.Open("/settings");
        Visitor.Page.QuerySelector("input[name=ground][checked]")!.GetAttribute("value").ShouldBe("dark");
        await Choose("light", "ground");
        Visitor.Page.QuerySelector("input[name=ground][checked]")!.GetAttribute("value").ShouldBe("light");
        (await Ground()).ShouldBe(("session-page session-page--light", "#fbf7ef"));

        async Task<(string?, string?)> Ground()
        {
            await Visitor.Open("/session?kept=1");
            return (Visitor.Page.Body!.ClassName, Visitor.Page.QuerySelector("meta[name=theme-color]")!.GetAttribute("content"));
        }
    }

    private async Task Choose(string choice, string look = "skin")
    {
        var form = Visitor.Page.QuerySelector($"form[action='/settings/{look}']").ShouldNotBeNull();
        await Visitor.SendForm($"/settings/{look}", [(look, choice), ("token", form.QuerySelector("[name=token]")!.GetAttribute("value")!)]);
    }
}
