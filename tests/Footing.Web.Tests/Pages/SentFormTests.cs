using System.Net;
using AngleSharp.Html.Dom;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Pages;

/// <summary>One opening of a form is one entry, however often it is sent; sent again with other answers it is another.</summary>
public sealed class SentFormTests : VisitedTests
{
    public static TheoryData<string, string, string, string> Forms() => new()
    {
        { "/event", "event", "what=fall", "what=cramp" },
        { "/check-in", "check-in", "pain=4", "pain=7" },
        { "/foot-check", "foot-check", "looked=self&skin=clear&heat=no&swelling=no&calf=no", "looked=self&skin=clear&heat=no&swelling=no&calf=no&left=30&right=31" },
        { "/schedule", "schedule", "weekdays=mon&weekdays=wed&weekdays=fri&minutes=30", "weekdays=mon&weekdays=wed&weekdays=fri&minutes=20" },
        { "/settings", "preference", "country=GB&zone=", "country=ES&zone=" },
        { "/where", "preference", "country=GB&zone=", "country=ES&zone=" },
        { "/background", "background", "since=2019", "since=2020" },
    };

    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_same_form_twice_is_one_entry_and_with_other_answers_another(string path, string kind, string answers, string others)
    {
        await Visitor.Screened(Host);
        var form = await Opened(path);

        await Send(form, answers);
        var first = Visitor.Path;
        await Send(form, answers);

        (await Count(kind)).ShouldBe(1);
        Visitor.Path.ShouldBe(first);
        SaysSo().ShouldBeFalse();

        for (var tap = 0; tap < 2; tap++)
        {
            await Send(form, others);
            (await Count(kind)).ShouldBe(2);
            SaysSo().ShouldBeTrue();
        }

        await Send(form, answers);
        (await Count(kind)).ShouldBe(3, "changed, and changed back: what was said last was not said before it");

        await Send(await Opened(path), answers);
        (await Count(kind)).ShouldBe(4, "another opening");
        SaysSo().ShouldBeFalse();
    }

    [Fact]
    public async Task Three_at_once_are_one_entry()
    {
        await Visitor.Screened(Host);
        var form = await Opened("/event");

        foreach (var (what, count) in ((string, int)[])[("what=fall", 1), ("what=dizzy", 2)])
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Post(form, what)));
            (await Count("event")).ShouldBe(count);
        }
    }

    [Fact]
    public async Task What_a_script_sent_and_the_form_sends_too_is_one_entry()
    {
        await Visitor.Screened(Host);
        var form = await Opened("/event");
        var id = form.Fields.Single(field => field.Name == "entry-id").Value;
        await Visitor.Post("/api/journal", $$"""[{"id":"{{id}}","at":"2026-03-04T08:59:00Z","kind":"event","what":"fall"}]""");

        await Send(form, "what=fall");

        (await Visitor.Journal()).Of("event").ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(id);
        Visitor.Path.ShouldBe("/advice/fall");
        await Send(form, "what=cramp");
        (await Count("event")).ShouldBe(2);
    }

    [Fact]
    public async Task Each_rendering_has_an_id_of_its_own_and_a_page_that_is_kept_has_none()
    {
        await Visitor.Screened(Host);
        var ids = new HashSet<string>();
        foreach (var path in (string[])["/event", "/event", "/check-in", "/foot-check", "/schedule", "/settings", "/where", "/background", "/screening/age"])
        {
            await Visitor.Open(path);
            foreach (var form in Visitor.Page.QuerySelectorAll("form[method=post]"))
            {
                var id = form.QuerySelector("input[type=hidden][name=entry-id]").ShouldNotBeNull(path).GetAttribute("value")!;
                Guid.Parse(id).Version.ShouldBe(7);
                ids.Add(id).ShouldBeTrue(path);
            }
        }

        foreach (var path in (string[])["/event?kept=1", "/check-in?kept=1", "/foot-check?kept=1", "/session/questions?kept=1"])
        {
            await Visitor.Open(path);
            Visitor.Page.QuerySelector("form[data-entry]").ShouldNotBeNull(path);
            Visitor.Page.QuerySelector("[name=entry-id], [name=token]").ShouldBeNull(path);
        }
    }

    [Fact]
    public async Task The_morning_after_is_thanked_for_only_when_it_is_kept()
    {
        await OneSession();
        Host.Clock.Advance(TimeSpan.FromDays(1));
        var form = await Opened("/today", "form[data-entry=next-morning]");

        await Send(form, "");
        (await Count("next-morning")).ShouldBe(0);
        Visitor.Page.QuerySelector("[data-entry=next-morning]").ShouldNotBeNull("it is asked again");
        Visitor.Errors.Count.ShouldBe(2);
        Visitor.Page.QuerySelector(".card--good[role=status]").ShouldBeNull();

        await Send(form, "morningPain=3&because=no");
        await Send(form, "morningPain=3&because=no");
        (await Count("next-morning")).ShouldBe(1);
        Visitor.Page.QuerySelector(".card--good[role=status]").ShouldNotBeNull();
        SaysSo().ShouldBeFalse();

        for (var tap = 0; tap < 2; tap++)
        {
            await Send(form, "morningPain=6&because=yes");
            (await Visitor.Journal()).Of("next-morning").Select(told => told.GetProperty("because").GetString()).ShouldBe(["no", "yes"]);
            SaysSo().ShouldBeTrue();
        }

        Visitor.Heading.ShouldBe("No exercise today");
    }

    [Fact]
    public async Task A_background_without_a_word_is_not_said_to_be_saved()
    {
        await Send(await Opened("/background"), "");

        (await Count("background")).ShouldBe(0);
        Visitor.Page.QuerySelector(".card--good[role=status]").ShouldBeNull();
    }

    [Fact]
    public async Task What_a_professional_said_is_written_down_once_and_otherwise_once_more()
    {
        await Visitor.Screened(Host, ("past-ulcer-or-amputation", "yes"), ("blood-thinner-or-easy-bruising", "yes"));
        var form = await Opened("/screening/clearance");

        for (var tap = 0; tap < 2; tap++)
        {
            await Send(form, "rules=R10&name=Ana&role=nurse&said=2026-03-04&confirmed=yes");
            (await Count("clearance")).ShouldBe(1);
            Visitor.Path.ShouldBe("/screening/result");
        }

        await Send(form, "rules=R10&name=Ana+Ruiz&role=nurse&said=2026-03-04&confirmed=yes");
        (await Count("clearance")).ShouldBe(2);
        SaysSo().ShouldBeTrue();
    }

    [Fact]
    public async Task A_correction_sent_twice_is_one_and_leads_to_the_same_page()
    {
        await Visitor.Screened(Host);
        await Send(await Opened("/event"), "what=dizzy");
        var id = (await Visitor.Journal()).Of("event").Single().GetProperty("id").GetString();
        await Visitor.Open($"/history/{id}");
        await Visitor.Submit(("what", "cramp"));
        var form = Taken("main form");
        for (var tap = 0; tap < 2; tap++)
        {
            await Send(form, "");
            (await Count("correction")).ShouldBe(1);
            (Visitor.Path, Visitor.Status).ShouldBe(("/history", HttpStatusCode.OK));
        }

        form = await Opened($"/history/{id}/void");
        for (var tap = 0; tap < 2; tap++)
        {
            await Send(form, "");
            (await Count("correction")).ShouldBe(2);
            (Visitor.Path, Visitor.Status).ShouldBe(("/history", HttpStatusCode.OK));
        }

        var screening = (await Visitor.Journal()).Of("screening").Single().GetProperty("id").GetString();
        await Visitor.Open($"/history/{screening}/answers/age");
        await Visitor.Submit(("age", "68"));
        form = Taken("main form");
        for (var tap = 0; tap < 2; tap++)
        {
            await Send(form, "");
            (await Count("correction")).ShouldBe(3);
            (Visitor.Path, Visitor.Status).ShouldBe(("/history", HttpStatusCode.OK));
        }
    }

    [Fact]
    public async Task The_safety_questions_are_one_entry_however_often_they_are_sent()
    {
        await Visitor.Through(Walk.Healthy);
        var form = await Opened("/screening/check");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Post(form, "")));
        await Send(form, "");

        (await Count("screening")).ShouldBe(1);
        Visitor.Path.ShouldBe("/screening/result");
    }

    [Fact]
    public async Task A_session_told_again_with_other_answers_counts_as_told_last()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        await Visitor.DoEverything();
        var form = Taken("main form");
        var efforts = string.Join('&', Visitor.Page.QuerySelectorAll("[data-asks]").Select(asked => $"effort.{asked.GetAttribute("data-asks")}=3"));

        for (var tap = 0; tap < 2; tap++)
        {
            await Send(form, efforts + "&after=3");
            Visitor.Path.ShouldBe("/session/after");
            (await Count("session") + await Count("correction")).ShouldBe(1);
            SaysSo().ShouldBeFalse();
        }

        for (var tap = 0; tap < 2; tap++)
        {
            await Send(form, efforts + "&after=3&stop=skin");
            (await Count("session")).ShouldBe(1, "a second one would be a second session");
            (await Count("correction")).ShouldBe(1);
            SaysSo().ShouldBeTrue();
        }

        Visitor.Heading.ShouldBe("Please have your feet looked at first", "the finding is not lost");
        await Send(form, efforts + "&after=3");
        (await Count("correction")).ShouldBe(2);
        await Visitor.Open("/today");
        Visitor.Heading.ShouldBe("Done for today");
    }

    [Fact]
    public async Task Sets_told_by_hand_again_count_as_told_last()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        var form = Taken("main form");
        foreach (var (sets, sent, corrections, again) in ((int, int, int, bool)[])
            [(2, 2, 0, false), (2, 2, 0, false), (3, 3, 0, true), (1, 3, 2, true), (1, 3, 2, true), (3, 3, 4, true), (3, 3, 4, true)])
        {
            await Send(form, $"done.ankle-pump.left={sets}");
            Visitor.Path.ShouldBe("/session/questions");
            (await Count("set")).ShouldBe(sent);
            (await Count("correction")).ShouldBe(corrections);
            SaysSo().ShouldBe(again);
        }

        await Send(form, "stopped=yes");
        Visitor.Page.QuerySelector("[data-asks=ankle-pump]").ShouldBeNull("what was taken back was not done");
    }

    private async Task OneSession()
    {
        await Visitor.Screened(Host);
        await Visitor.IntoSession();
        await Visitor.DoEverything();
        await Visitor.Answer(pain: 4);
    }

    private async Task<Form> Opened(string path, string form = "main form")
    {
        await Visitor.Open(path);
        return Taken(form);
    }

    /// <summary>The form of the page that is open, with what it hides.</summary>
    private Form Taken(string selector)
    {
        var form = Visitor.Page.QuerySelector(selector).ShouldNotBeNull(Visitor.Path);
        return new(
            form.GetAttribute("action")!,
            [.. form.QuerySelectorAll("input[type=hidden][name]").Cast<IHtmlInputElement>().Select(input => (input.Name!, input.Value))]);
    }

    private async Task Send(Form form, string answers) => await Visitor.SendForm(form.Action, [.. form.Fields, .. Read(answers)]);

    private async Task Post(Form form, string answers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action)
        {
            Content = new FormUrlEncodedContent(form.Fields.Concat(Read(answers)).Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        using var answer = await Visitor.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue();
    }

    private static IEnumerable<(string Name, string Value)> Read(string answers) => answers.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1].Replace('+', ' ')));

    private async Task<int> Count(string kind) => (await Visitor.Journal()).Of(kind).Count();

    private bool SaysSo() => Visitor.Page.QuerySelector("#again") is { } note && !note.HasAttribute("hidden");

    private sealed record Form(string Action, IReadOnlyList<(string Name, string Value)> Fields);
}
