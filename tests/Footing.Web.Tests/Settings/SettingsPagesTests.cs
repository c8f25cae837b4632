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

    [Fact]
    public void Every_country_has_a_name_a_number_a_zone_and_a_source()
    {
        var numbers = new EmergencyNumbers();
        var names = File.ReadAllText(Repository.Find("texts/en/countries.yaml"));

        numbers.Countries.Select(c => c.Code).ShouldBeUnique();
        foreach (var country in numbers.Countries)
        {
            names.ShouldContain($"\"{country.Code}\": ");
            country.Numbers.ShouldAllBe(n => n.Length >= 2 && n.All(char.IsAsciiDigit));
            Preference.FindZone(country.Zone).ShouldNotBeNull(country.Code);
            country.Source.ShouldNotBeEmpty();
        }
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
