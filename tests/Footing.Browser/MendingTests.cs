using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>Bad input: an error that says what to do, linked to its field, and nothing typed is lost.</summary>
[Collection(OfPages.Name)]
public sealed class MendingTests(Chromium chromium)
{
    [Fact]
    public async Task A_number_out_of_range_is_named_in_a_summary_that_leads_to_its_field()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        phone.Expect("422");
        await phone.OpenAsync("/screening/age");
        var field = phone.Page.GetByRole(AriaRole.Textbox, new() { Name = "How old are you?" });
        await field.FillAsync("166");
        await phone.TapAsync("Continue");

        var summary = phone.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(summary).ToContainTextAsync("Something needs your answer");
        await phone.ShouldPassAxeAsync();
        (await phone.Page.TitleAsync()).ShouldStartWith("Error:");
        (await field.InputValueAsync()).ShouldBe("166");
        await summary.GetByRole(AriaRole.Link).TapAsync();
        await Assertions.Expect(field).ToBeFocusedAsync();
        await Assertions.Expect(field).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("from 18 to 120"));
        await field.FillAsync("66");
        await phone.TapAsync("Continue");
        await phone.ShouldShowAsync("Which sex should we compare your chair test with?");
    }

    [Fact]
    public async Task What_was_chosen_stays_when_something_else_lacks()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        phone.Expect("422");
        await phone.KnowAsync(People.Able);
        await phone.OpenAsync("/foot-check");
        await phone.ChooseAsync("Who looked?", "Somebody else did");
        await phone.ChooseAsync("Is there anything new on the skin?", "Nothing new");
        await phone.Page.GetByText("I have a skin thermometer").TapAsync();
        await phone.Page.GetByLabel("Left foot", new() { Exact = true }).FillAsync("99");
        await phone.TapAsync("Save");

        var links = phone.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link);
        await Assertions.Expect(links).ToHaveCountAsync(5);
        await phone.ShouldPassAxeAsync();
        (await phone.Page.GetByLabel("Somebody else did", new() { Exact = true }).IsCheckedAsync()).ShouldBeTrue();
        (await phone.Page.GetByLabel("Left foot", new() { Exact = true }).InputValueAsync()).ShouldBe("99");
        await links.First.TapAsync();
        await Assertions.Expect(phone.Page.Locator("#heat")).ToBeFocusedAsync();
        (await phone.JournalAsync("foot-check")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Questions_after_a_session_keep_what_was_told()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        phone.Expect("422");
        await phone.KnowAsync(People.Able);
        var session = await phone.WriteSessionAsync();
        await phone.OpenAsync($"/session/questions?session={session}&before=3");
        await phone.ChooseAsync("Toe lift: how hard was it?", "4");
        await phone.TapAsync("Save");

        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose a number from 0 to 10 for the pain now.");
        await phone.ShouldPassAxeAsync();
        (await phone.Page.GetByRole(AriaRole.Group, new() { Name = "Toe lift: how hard was it?" }).GetByLabel("4", new() { Exact = true }).IsCheckedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Listen_reads_the_page_and_a_second_tap_is_silence()
    {
        await using var phone = await Phone.OpenAsync(chromium);
        await phone.OpenAsync("/screening/cold-pale-limb");
        await phone.TapAsync("Listen");
        await phone.PassAsync(TimeSpan.FromSeconds(30));

        var read = await phone.Page.EvaluateAsync<string[]>("spoken.map(s => s.text)");
        read[0].ShouldBe("Has a leg or foot suddenly become cold, pale or blue?");
        read.ShouldContain("No");
        read.ShouldContain("I am not sure");
        (await phone.Page.EvaluateAsync<int>("spoken.filter(s => s.cut).length")).ShouldBe(0);
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Listen", Exact = true })).ToBeVisibleAsync();

        await phone.TapAsync("Listen");
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        await phone.TapAsync("Stop");
        await phone.PassAsync(TimeSpan.FromSeconds(30));
        (await phone.Page.EvaluateAsync<string[]>("spoken.map(s => s.text)")).Length.ShouldBe(read.Length + 1);
    }
}
