using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Web.Tests.ScreeningResults;

public sealed class ResultPagesTests : VisitedTests
{
    [Fact]
    public async Task Nothing_against_it_leads_to_all_five_exercises()
    {
        await Visitor.ToResult();

        Visitor.Heading.ShouldBe("You can exercise");
        Visitor.Page.QuerySelectorAll("[data-allowed] > li").Length.ShouldBe(5);
        Visitor.Page.QuerySelector("a[href='/today']").ShouldNotBeNull();
        var entry = (await Visitor.Journal()).ShouldHaveSingleItem();
        entry.GetProperty("kind").GetString().ShouldBe("screening");
        entry.GetProperty("answers").GetProperty("age").GetInt32().ShouldBe(67);
        entry.GetProperty("answers").GetProperty("hot-red-swollen-foot").GetString().ShouldBe("no");
        NeuropathicFootCondition.Instance.Questionnaire.Missing(EntryReader.From(entry).Value.ShouldBeOfType<ScreeningEntry>().Answers).ShouldBeEmpty();
    }

    [Fact]
    public async Task Numb_feet_leave_the_ball_out_and_say_why()
    {
        await Visitor.ToResult(("numb-feet", "yes"), ("touch-test", "3"));

        Visitor.Heading.ShouldBe("You can exercise");
        Visitor.Page.QuerySelector("[data-rule=R13]").ShouldNotBeNull();
        Visitor.Page.QuerySelectorAll("[data-allowed] > li").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Tests_left_out_are_named_as_what_is_still_to_do()
    {
        await Visitor.ToResult(("touch-test", "not-done"), ("tandem-stand-seconds", "not-done"), ("chair-stands", "not-done"));

        Visitor.Heading.ShouldBe("You can exercise");
        Visitor.Page.QuerySelector("[data-rule=R14]").ShouldNotBeNull();
        Visitor.Page.QuerySelector("[data-rule=R21]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Insulin_and_an_unknown_cause_come_as_advice()
    {
        await Visitor.ToResult(("diabetes", "yes"), ("insulin-or-sulfonylurea", "yes"), ("cause-assessed", "no"));

        Visitor.Heading.ShouldBe("You can exercise");
        Visitor.Page.QuerySelector("[data-advisory=fast-sugar-near]").ShouldNotBeNull();
        Visitor.Page.QuerySelector("[data-advisory=clinician-review]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_hot_foot_leads_to_a_call_today_and_no_exercise()
    {
        await Visitor.ToResult(("hot-red-swollen-foot", "unsure"));

        Visitor.Heading.ShouldBe("Please call someone today");
        Visitor.Page.QuerySelector("[data-rule=R5]").ShouldNotBeNull();
        Visitor.Page.QuerySelector("a[href='/today'].button").ShouldBeNull();
    }

    [Fact]
    public async Task An_unsure_emergency_sign_leads_to_a_call_today_with_the_emergency_signs()
    {
        await Visitor.ToResult(("rapid-weakness", "unsure"));

        Visitor.Heading.ShouldBe("Please call someone today");
        Visitor.Page.Body!.TextContent.ShouldContain("Call 999 at once if");
        Visitor.Page.Body!.TextContent.ShouldContain("not sure about one of the emergency signs");
    }

    [Theory]
    [InlineData("cold-pale-limb", "R1")]
    [InlineData("breathless-with-leg-swelling", "R2")]
    [InlineData("rapid-weakness", "R3")]
    [InlineData("wound-and-unwell", "R4")]
    public async Task An_emergency_sign_shows_one_message_and_one_call_at_once(string sign, string rule)
    {
        await Visitor.Open($"/screening/{sign}");
        await Visitor.Send((sign, "yes"));

        Visitor.Path.ShouldBe("/screening/result");
        Visitor.Heading.ShouldBe("Call 999 now and ask for an ambulance");
        Visitor.Page.QuerySelectorAll("a[href^='tel:']").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("tel:999");
        var words = await File.ReadAllTextAsync(Repository.Find("conditions/neuropathic-foot/texts/en/rules.yaml"));
        var said = Visitor.Text(Visitor.Page.QuerySelector(".say")!);
        words[words.IndexOf($"\n  {rule}:", StringComparison.Ordinal)..].Split('\n').First(l => l.Contains("say:", StringComparison.Ordinal))
            .ShouldContain(said[(said.IndexOf('“', StringComparison.Ordinal) + 1)..^1]);
        (await Visitor.Journal()).ShouldHaveSingleItem("the alarm is kept at once");
    }

    [Fact]
    public async Task An_alarm_by_mistake_is_taken_back_and_the_rest_is_asked()
    {
        await Visitor.Open("/screening/cold-pale-limb");
        await Visitor.Send(("cold-pale-limb", "yes"));
        await Visitor.Follow("I chose the wrong answer");
        Visitor.Path.ShouldBe("/screening/cold-pale-limb");
        Visitor.Page.QuerySelector("input[value=yes]")!.HasAttribute("checked").ShouldBeTrue();

        await Visitor.Onward(Walk.Healthy);
        await Visitor.Send();

        Visitor.Heading.ShouldBe("You can exercise");
    }

    [Fact]
    public async Task A_past_ulcer_asks_a_professional_first_and_their_word_is_kept()
    {
        await Visitor.ToResult(("past-ulcer-or-amputation", "yes"));
        Visitor.Heading.ShouldBe("Please ask a professional first");
        Visitor.Page.Body!.TextContent.ShouldContain("Until then there is no exercise in your plan.");

        await Visitor.Follow("Write down what they told me");
        await Visitor.Send();
        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        Visitor.Errors.Count.ShouldBe(4);

        await Visitor.Send(("rules", "R10"), ("name", new string('J', 201)), ("role", "podiatrist"), ("said", "2026-03-03"), ("note", new string('n', 2001)));
        Visitor.Errors.Select(error => error.Split('.')[0]).ShouldBe(["Please use 200 characters or fewer", "Please use 2000 characters or fewer"]);
        Visitor.Page.QuerySelector("#note")!.TextContent.Length.ShouldBe(2001);

        await Visitor.Send(("rules", "R10"), ("name", "Jo Brown"), ("role", "podiatrist"), ("said", "2026-03-03"), ("note", "Twice a week"));
        Visitor.Heading.ShouldBe("Is this what they said?");
        Says("[data-said]")!.ShouldContain("Jo Brown, Podiatrist");
        Says("[data-effect]")!.ShouldContain("level 1");
        await Visitor.Submit();

        Visitor.Heading.ShouldBe("You can exercise");
        Visitor.Page.QuerySelector("[data-cleared=R10]").ShouldNotBeNull();
        var clearance = (await Visitor.Journal())[^1];
        clearance.GetProperty("kind").GetString().ShouldBe("clearance");
        clearance.GetProperty("rules")[0].GetString().ShouldBe("R10");
        clearance.GetProperty("by").GetProperty("name").GetString().ShouldBe("Jo Brown");
        clearance.GetProperty("by").GetProperty("role").GetString().ShouldBe("podiatrist");
        clearance.GetProperty("source").GetString().ShouldBe("person");
        clearance.GetProperty("said").GetString().ShouldBe("2026-03-03");
        await Visitor.Open("/plan");
        Says("[data-told] [data-cleared=R10]")!.ShouldContain("until 26 May");
    }

    [Fact]
    public async Task Poor_blood_flow_asks_first_and_allows_some_meanwhile()
    {
        await Visitor.ToResult(("arterial-disease", "yes"));

        Visitor.Heading.ShouldBe("You can start with some exercises. Ask about the others");
        Visitor.Page.QuerySelectorAll("[data-allowed] > li").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Who_cannot_stand_is_not_asked_to_try_and_the_tests_count_as_not_done()
    {
        await Visitor.ToResult(("stands-with-support", "no"));

        Visitor.Heading.ShouldBe("You can exercise, sitting and lying");
        var answers = (await Visitor.Journal()).ShouldHaveSingleItem().GetProperty("answers");
        answers.GetProperty("tandem-stand-seconds").GetString().ShouldBe("not-done");
        answers.GetProperty("chair-stands").GetString().ShouldBe("not-done");
    }

    [Fact]
    public async Task Before_any_answer_the_result_leads_to_the_questions()
    {
        await Visitor.Open("/screening/result");

        Visitor.Heading.ShouldBe("No answers yet");
        Visitor.Page.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe("/screening");
    }

    [Fact]
    public async Task An_unfinished_screening_from_elsewhere_is_called_incomplete()
    {
        var entry = """[{"id":"01890000-0000-7000-8000-000000000001","at":"2026-03-04T08:00:00Z","kind":"screening","answers":{"cold-pale-limb":"no"}}]""";
        (await Visitor.Post("/api/journal", entry)).EnsureSuccessStatusCode();

        await Visitor.Open("/screening/result");

        Visitor.Heading.ShouldBe("Some answers are still missing");
    }
}
