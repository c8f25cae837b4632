using System.Net;
using Footing.Testing;
using Footing.Testing.Web;
using Footing.Web.Preferences;

namespace Footing.Web.Tests.Settings;

public sealed class SettingsPagesTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        _visitor = new(_host);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_first_visit_asks_where_the_person_lives_then_goes_on_to_the_questions()
    {
        await _visitor.Open("/");
        await _visitor.Follow("Start with the safety questions");
        _visitor.Heading.ShouldBe("Where do you live?");

        await _visitor.Send(("country", "NZ"));

        _visitor.Path.ShouldBe("/screening");
        var entry = (await _visitor.Journal()).ShouldHaveSingleItem();
        entry.GetProperty("kind").GetString().ShouldBe("preference");
        entry.GetProperty("country").GetString().ShouldBe("NZ");
        entry.GetProperty("zone").GetString().ShouldBe("Pacific/Auckland");
        entry.GetProperty("language").GetString().ShouldBe("en");
        await _visitor.Open("/");
        _visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening", "it is asked once");
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
        await _visitor.Open("/where");
        await _visitor.Send(("country", country));
        await _visitor.Open("/screening/cold-pale-limb");
        await _visitor.Send(("cold-pale-limb", "yes"));

        _visitor.Page.QuerySelectorAll("a[href^='tel:']").ShouldHaveSingleItem().GetAttribute("href").ShouldBe($"tel:{number}");
    }

    [Fact]
    public async Task No_country_is_asked_back()
    {
        await _visitor.Open("/where");

        await _visitor.Send();

        _visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _visitor.Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_zone_of_ones_own_is_kept()
    {
        await _visitor.Open("/settings");

        await _visitor.Send(("country", "US"), ("zone", "Pacific/Honolulu"));

        _visitor.Page.QuerySelector("[role=status]").ShouldNotBeNull();
        var entry = (await _visitor.Journal()).ShouldHaveSingleItem();
        entry.GetProperty("zone").GetString().ShouldBe("Pacific/Honolulu");
        entry.GetProperty("at").GetString().ShouldEndWith("-10:00");
        _visitor.Page.QuerySelector("#zone option[selected]")!.GetAttribute("value").ShouldBe("Pacific/Honolulu");
    }

    [Fact]
    public async Task Dates_follow_the_persons_zone()
    {
        // 09:00 on 4 March in London is still 3 March in Honolulu.
        await _visitor.Open("/settings");
        await _visitor.Send(("country", "US"), ("zone", "Pacific/Honolulu"));
        await _visitor.ToResult();

        _visitor.Page.Body!.TextContent.ShouldContain("3 March 2026");
        (await _visitor.Journal())[^1].GetProperty("at").GetString().ShouldStartWith("2026-03-03T23:");
    }

    [Theory]
    [InlineData("en", "Another country – 112 or your local number", "Equatorial Guinea – 112 or your local number")]
    [InlineData("es", "Otro país – 112 o el número de su zona", "Guinea Ecuatorial – 112 o el número de su zona")]
    public async Task Countries_are_sorted_by_their_names_in_the_reading_language_and_none_hides_that_its_number_is_a_guess(string language, string other, string guess)
    {
        await _visitor.Open($"/language/{language}");
        await _visitor.Open("/settings");

        var shown = _visitor.Page.QuerySelectorAll("#country option").Skip(1).Select(option => option.TextContent).ToList();
        shown[^1].ShouldBe(other);
        shown.ShouldContain(guess);
        var names = shown.SkipLast(1).Select(option => option.Split(" – ")[0]).ToList();
        names.ShouldBe(names.Order(StringComparer.Create(new(language), ignoreCase: false)));
        // As in the file of names, which translators read.
        names.ShouldBe(File.ReadLines(Repository.Find($"texts/{language}/countries.yaml")).Where(line => line.StartsWith("  \"", StringComparison.Ordinal)).Select(line => line.Split(": ")[1]));
    }

    [Fact]
    public async Task Without_a_known_country_the_emergency_page_names_the_local_number_too()
    {
        await _visitor.Open("/where");
        await _visitor.Send(("country", "other"));
        await _visitor.Open("/screening/cold-pale-limb");
        await _visitor.Send(("cold-pale-limb", "yes"));

        _visitor.Heading.ShouldBe("Call 112 or your local emergency number now and ask for an ambulance");
        _visitor.Page.Body!.TextContent.ShouldContain("If it does not answer, call your local emergency number.");
    }

    [Fact]
    public async Task Emergency_page_names_the_other_numbers_and_which_of_them_not_everybody_reaches()
    {
        await _visitor.Open("/where");
        await _visitor.Send(("country", "UY"));
        await _visitor.Open("/screening/cold-pale-limb");
        await _visitor.Send(("cold-pale-limb", "yes"));

        _visitor.Heading.ShouldStartWith("Call 911 now");
        _visitor.Page.Body!.TextContent.ShouldContain("If nobody answers, try 105. It does not work for everyone in the country.");
    }

    [Fact]
    public async Task Settings_name_the_line_for_advice_the_same_day()
    {
        await _visitor.Open("/settings");
        await _visitor.Send(("country", "DE"));

        _visitor.Page.QuerySelector("[data-same-day]")!.TextContent.ShouldContain("116117");
    }

    [Fact]
    public async Task Drawings_have_the_skin_that_was_chosen_on_this_device()
    {
        await _visitor.Open("/settings");
        _visitor.Page.DocumentElement.HasAttribute("data-skin").ShouldBeFalse();
        _visitor.Page.QuerySelector("input[name=skin][checked]")!.GetAttribute("value").ShouldBe("2");

        await Choose("4");
        _visitor.Page.QuerySelector(".card--good")!.TextContent.ShouldBe("Saved.");
        await _visitor.Open("/exercises/toe-lift");
        _visitor.Page.DocumentElement.GetAttribute("data-skin").ShouldBe("4");

        await _visitor.Open("/settings");
        await Choose("9");
        _visitor.Page.QuerySelector("input[name=skin][checked]")!.GetAttribute("value").ShouldBe("4", "what is no tone leaves things as they are");
        (await _visitor.Journal()).ShouldBeEmpty("it belongs to the device, not to the person");
    }

    [Fact]
    public async Task Session_stands_on_the_ground_that_was_chosen_on_this_device()
    {
        await _visitor.Screened(_host);
        (await Ground()).ShouldBe(("session-page", "#0b1513"));

        await _visitor.Open("/settings");
        _visitor.Page.QuerySelector("input[name=ground][checked]")!.GetAttribute("value").ShouldBe("dark");
        await Choose("light", "ground");
        _visitor.Page.QuerySelector("input[name=ground][checked]")!.GetAttribute("value").ShouldBe("light");
        (await Ground()).ShouldBe(("session-page session-page--light", "#fbf7ef"));

        async Task<(string?, string?)> Ground()
        {
            await _visitor.Open("/session?kept=1");
            return (_visitor.Page.Body!.ClassName, _visitor.Page.QuerySelector("meta[name=theme-color]")!.GetAttribute("content"));
        }
    }

    private async Task Choose(string choice, string look = "skin")
    {
        var form = _visitor.Page.QuerySelector($"form[action='/settings/{look}']").ShouldNotBeNull();
        await _visitor.SendForm($"/settings/{look}", [(look, choice), ("token", form.QuerySelector("[name=token]")!.GetAttribute("value")!)]);
    }
}
