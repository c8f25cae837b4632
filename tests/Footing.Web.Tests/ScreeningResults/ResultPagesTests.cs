using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Web.Tests.ScreeningResults;

public sealed class ResultPagesTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync(options => options with { Country = "GB" });
        _visitor = new(_host);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_against_it_leads_to_all_five_exercises()
    {
        await _visitor.ToResult();

        _visitor.Heading.ShouldBe("You can exercise");
        _visitor.Page.QuerySelectorAll("[data-allowed] > li").Length.ShouldBe(5);
        _visitor.Page.QuerySelector("a[href='/today']").ShouldNotBeNull();
        var entry = (await _visitor.Journal()).ShouldHaveSingleItem();
        entry.GetProperty("kind").GetString().ShouldBe("screening");
        entry.GetProperty("answers").GetProperty("age").GetInt32().ShouldBe(67);
        entry.GetProperty("answers").GetProperty("hot-red-swollen-foot").GetString().ShouldBe("no");
        NeuropathicFootCondition.Instance.Questionnaire.Missing(EntryReader.From(entry).Value.ShouldBeOfType<ScreeningEntry>().Answers).ShouldBeEmpty();
    }

    [Fact]
    public async Task Numb_feet_lead_to_seated_exercise_with_the_reason()
    {
        await _visitor.ToResult(("numb-feet", "yes"), ("touch-test", "3"));

        _visitor.Heading.ShouldBe("You can exercise, sitting and lying");
        _visitor.Page.QuerySelector("[data-rule=R13]").ShouldNotBeNull();
        _visitor.Page.QuerySelectorAll("[data-allowed] > li").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Tests_left_out_are_named_as_what_is_still_to_do()
    {
        await _visitor.ToResult(("touch-test", "not-done"), ("tandem-stand-seconds", "not-done"), ("chair-stands", "not-done"));

        _visitor.Heading.ShouldBe("You can exercise");
        _visitor.Page.QuerySelector("[data-rule=R14]").ShouldNotBeNull();
        _visitor.Page.QuerySelector("[data-rule=R21]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Insulin_and_an_unknown_cause_come_as_advice()
    {
        await _visitor.ToResult(("diabetes", "yes"), ("insulin-or-sulfonylurea", "yes"), ("cause-assessed", "no"));

        _visitor.Heading.ShouldBe("You can exercise");
        _visitor.Page.QuerySelector("[data-advisory=fast-sugar-near]").ShouldNotBeNull();
        _visitor.Page.QuerySelector("[data-advisory=clinician-review]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_hot_foot_leads_to_a_call_today_and_no_exercise()
    {
        await _visitor.ToResult(("hot-red-swollen-foot", "unsure"));

        _visitor.Heading.ShouldBe("Please call someone today");
        _visitor.Page.QuerySelector("[data-rule=R5]").ShouldNotBeNull();
        _visitor.Page.QuerySelector("a[href='/today'].button").ShouldBeNull();
    }

    [Fact]
    public async Task An_unsure_emergency_sign_leads_to_a_call_today_with_the_emergency_signs()
    {
        await _visitor.ToResult(("rapid-weakness", "unsure"));

        _visitor.Heading.ShouldBe("Please call someone today");
        _visitor.Page.Body!.TextContent.ShouldContain("Call 999 at once if");
        _visitor.Page.Body!.TextContent.ShouldContain("not sure about one of the emergency signs");
    }

    [Theory]
    [InlineData("cold-pale-limb", "R1")]
    [InlineData("breathless-with-leg-swelling", "R2")]
    [InlineData("rapid-weakness", "R3")]
    [InlineData("wound-and-unwell", "R4")]
    public async Task An_emergency_sign_shows_one_message_and_one_call_at_once(string sign, string rule)
    {
        await _visitor.Open($"/screening/{sign}");
        await _visitor.Send((sign, "yes"));

        _visitor.Path.ShouldBe("/screening/result");
        _visitor.Heading.ShouldBe("Call 999 now and ask for an ambulance");
        _visitor.Page.QuerySelectorAll("a[href^='tel:']").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("tel:999");
        var words = await File.ReadAllTextAsync(Repository.Find("conditions/neuropathic-foot/texts/en/rules.yaml"));
        var said = Visitor.Text(_visitor.Page.QuerySelector(".say")!);
        words[words.IndexOf($"\n  {rule}:", StringComparison.Ordinal)..].Split('\n').First(l => l.Contains("say:", StringComparison.Ordinal))
            .ShouldContain(said[(said.IndexOf('“', StringComparison.Ordinal) + 1)..^1]);
        (await _visitor.Journal()).ShouldHaveSingleItem("the alarm is kept at once");
    }

    [Fact]
    public async Task An_alarm_by_mistake_is_taken_back_and_the_rest_is_asked()
    {
        await _visitor.Open("/screening/cold-pale-limb");
        await _visitor.Send(("cold-pale-limb", "yes"));
        await _visitor.Follow("I chose the wrong answer");
        _visitor.Path.ShouldBe("/screening/cold-pale-limb");
        _visitor.Page.QuerySelector("input[value=yes]")!.HasAttribute("checked").ShouldBeTrue();

        await _visitor.Onward(Walk.Healthy);
        await _visitor.Send();

        _visitor.Heading.ShouldBe("You can exercise");
    }

    [Fact]
    public async Task A_past_ulcer_asks_a_professional_first_and_their_word_is_kept()
    {
        await _visitor.ToResult(("past-ulcer-or-amputation", "yes"));
        _visitor.Heading.ShouldBe("Please ask a professional first");
        _visitor.Page.Body!.TextContent.ShouldContain("Until then there is no exercise in your plan.");

        await _visitor.Follow("Write down what they told me");
        await _visitor.Send();
        _visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        _visitor.Errors.Count.ShouldBe(3);

        await _visitor.Send(("rules", "R10"), ("name", new string('J', 201)), ("role", "podiatrist"), ("note", new string('n', 2001)));
        _visitor.Errors.Select(error => error.Split('.')[0]).ShouldBe(["Please use 200 characters or fewer", "Please use 2000 characters or fewer"]);
        _visitor.Page.QuerySelector("#note")!.TextContent.Length.ShouldBe(2001);

        await _visitor.Send(("rules", "R10"), ("name", "Jo Brown"), ("role", "podiatrist"), ("note", "Twice a week"));

        _visitor.Heading.ShouldBe("You can exercise");
        _visitor.Page.QuerySelector("[data-cleared=R10]").ShouldNotBeNull();
        var clearance = (await _visitor.Journal())[^1];
        clearance.GetProperty("kind").GetString().ShouldBe("clearance");
        clearance.GetProperty("rules")[0].GetString().ShouldBe("R10");
        clearance.GetProperty("by").GetProperty("name").GetString().ShouldBe("Jo Brown");
        clearance.GetProperty("by").GetProperty("role").GetString().ShouldBe("podiatrist");
        clearance.GetProperty("source").GetString().ShouldBe("person");
    }

    [Fact]
    public async Task Poor_blood_flow_asks_first_and_allows_some_meanwhile()
    {
        await _visitor.ToResult(("arterial-disease", "yes"));

        _visitor.Heading.ShouldBe("You can start with some exercises. Ask about the others");
        _visitor.Page.QuerySelectorAll("[data-allowed] > li").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Who_cannot_stand_is_not_asked_to_try_and_the_tests_count_as_not_done()
    {
        await _visitor.ToResult(("stands-with-support", "no"));

        _visitor.Heading.ShouldBe("You can exercise, sitting and lying");
        var answers = (await _visitor.Journal()).ShouldHaveSingleItem().GetProperty("answers");
        answers.GetProperty("tandem-stand-seconds").GetString().ShouldBe("not-done");
        answers.GetProperty("chair-stands").GetString().ShouldBe("not-done");
    }

    [Fact]
    public async Task Before_any_answer_the_result_leads_to_the_questions()
    {
        await _visitor.Open("/screening/result");

        _visitor.Heading.ShouldBe("No answers yet");
        _visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening");
    }

    [Fact]
    public async Task An_unfinished_screening_from_elsewhere_is_called_incomplete()
    {
        var entry = """[{"id":"01890000-0000-7000-8000-000000000001","at":"2026-03-04T08:00:00Z","kind":"screening","answers":{"cold-pale-limb":"no"}}]""";
        (await _visitor.Post("/api/journal", entry)).EnsureSuccessStatusCode();

        await _visitor.Open("/screening/result");

        _visitor.Heading.ShouldBe("Some answers are still missing");
    }
}
