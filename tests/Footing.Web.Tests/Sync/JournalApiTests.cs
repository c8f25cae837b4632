using System.Net;
using System.Text.Json;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Sync;

public sealed class JournalApiTests : VisitedTests
{
    protected override Task<RunningHost> StartAsync() => RunningHost.StartAsync();

    [Fact]
    public async Task Entries_are_accepted_once_and_a_retry_is_a_duplicate()
    {
        var body = $"[{Event(1)},{Event(2)}]";

        var first = await Send(body);
        var second = await Send(body);

        Ids(first, "accepted").ShouldBe([Id(1), Id(2)]);
        Ids(second, "accepted").ShouldBeEmpty();
        Ids(second, "duplicates").ShouldBe([Id(1), Id(2)]);
        (await Visitor.Journal()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_bad_entry_is_rejected_with_its_field_and_keeps_no_other_out()
    {
        var answer = await Send($$"""[{{Event(1)}},{"id":"{{Id(2)}}","at":"2026-03-04T08:00:00Z","kind":"event","what":"sneeze"},{"kind":"event"},7]""");

        Ids(answer, "accepted").ShouldBe([Id(1)]);
        var rejected = answer.GetProperty("rejected");
        rejected.GetArrayLength().ShouldBe(3);
        rejected[0].GetProperty("id").GetString().ShouldBe(Id(2));
        rejected[0].GetProperty("problems")[0].GetProperty("field").GetString().ShouldBe("what");
        rejected[1].GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Other_content_for_a_known_id_is_rejected_and_the_first_stays()
    {
        await Send($"[{Event(1)}]");

        var answer = await Send($"[{Event(1).Replace("cramp", "fall", StringComparison.Ordinal)}]");

        answer.GetProperty("rejected")[0].GetProperty("problems")[0].GetProperty("field").GetString().ShouldBe("id");
        (await Visitor.Journal()).ShouldHaveSingleItem().GetProperty("what").GetString().ShouldBe("cramp");
    }

    [Fact]
    public async Task An_entry_from_the_far_future_is_rejected()
    {
        var answer = await Send($"[{Event(1).Replace("2026-03-04", "2027-03-04", StringComparison.Ordinal)}]");

        answer.GetProperty("rejected")[0].GetProperty("problems")[0].GetProperty("field").GetString().ShouldBe("at");
    }

    [Fact]
    public async Task A_device_cannot_call_itself_a_practitioner()
    {
        var answer = await Send($$"""[{"id":"{{Id(3)}}","at":"2026-03-04T08:00:00Z","kind":"correction","of":"{{Id(1)}}","with":"void","role":"practitioner"}]""");

        answer.GetProperty("rejected")[0].GetProperty("problems")[0].GetProperty("field").GetString().ShouldBe("role");
    }

    /// <summary>What could never hold is refused with the reason, and the plan is as before.</summary>
    [Theory]
    [InlineData(""" "kind":"clearance","rules":["R13","R5"],"by":"M. Okafor, podiatrist" """, "rules", "R5")]
    [InlineData(""" "kind":"clearance","rules":["R20"],"by":"M. Okafor, podiatrist" """, "rules", "R20")]
    [InlineData(""" "kind":"clearance","rules":["P6"],"by":"M. Okafor, podiatrist" """, "rules", "P6")]
    [InlineData(""" "kind":"clearance","rules":["R13"] """, "by", "who")]
    [InlineData(""" "kind":"clearance","rules":["R13"],"by":{"role":"doctor"} """, "by", "who")]
    [InlineData(""" "kind":"adjustment","exercise":"ball-roll","level":4,"by":"M. Okafor","reason":"ready" """, "level", "1 to 3")]
    [InlineData(""" "kind":"adjustment","exercise":"calf-raise","cap":6,"by":"M. Okafor","reason":"ready" """, "cap", "1 to 5")]
    [InlineData(""" "kind":"adjustment","exercise":"calf-raise","level":2 """, "by", "who")]
    [InlineData(""" "kind":"adjustment","exercise":"calf-raise","unlock":true,"by":" " """, "by", "who")]
    [InlineData(""" "kind":"screening","answers":{"gangrene":"no"} """, "answers.gangrene", "unknown question")]
    [InlineData(""" "kind":"screening","answers":{"touch-test":7} """, "answers.touch-test", "0 to 6")]
    [InlineData(""" "kind":"screening","answers":{"tandem-stand-seconds":11} """, "answers.tandem-stand-seconds", "0 to 10")]
    [InlineData(""" "kind":"screening","answers":{"chair-stands":61} """, "answers.chair-stands", "0 to 60")]
    public async Task What_could_never_hold_is_refused_and_the_plan_stands(string entry, string field, string words)
    {
        await new Story().Screening("2026-03-04", ("touch-test", 3)).TellAsync(Host);
        var before = (await Visitor.Open("/plan")).Page.QuerySelector("main")!.TextContent;

        var answer = await Send($$"""[{"id":"{{Id(9)}}","at":"2026-03-04T08:30:00Z",{{entry}}}]""");

        var problem = answer.GetProperty("rejected")[0].GetProperty("problems")[0];
        problem.GetProperty("field").GetString().ShouldBe(field);
        problem.GetProperty("message").GetString()!.ShouldContain(words);
        Ids(answer, "accepted").ShouldBeEmpty();
        (await Visitor.Open("/plan")).Page.QuerySelector("main")!.TextContent.ShouldBe(before);
    }

    /// <summary>A questionnaire that asked less leaves safety answers open, and nothing is allowed until they are given.</summary>
    [Fact]
    public async Task Answers_of_an_older_questionnaire_that_asked_less_allow_nothing()
    {
        await Send($$"""[{"id":"{{Id(9)}}","at":"2026-03-04T08:30:00Z","kind":"screening","answers":{"cold-pale-limb":"no","age":60} }]""");

        (await Visitor.Open("/today")).Path.ShouldBe("/screening/result");
        Visitor.Heading.ShouldBe("Some answers are still missing");
    }

    [Fact]
    public async Task Unknown_kinds_and_fields_are_kept_as_they_came()
    {
        var entry = $$"""{"zeta":1.50,"id":"{{Id(1)}}","at":"2026-03-04T08:00:00Z","kind":"habit","deep":{"b":2,"a":"é"} }""";

        await Send($"[{entry}]");

        (await Visitor.Journal()).ShouldHaveSingleItem().GetRawText().ShouldBe(entry);
    }

    [Theory]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("[]", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_list_of_entries_gets_problem_details(string body, string type, HttpStatusCode status)
    {
        var answer = await Visitor.Post("/api/journal", body, type);

        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_thousand_entries_are_taken_and_one_more_is_too_many()
    {
        var thousand = Enumerable.Range(1, 1000).Select(Event).ToList();

        Ids(await Send($"[{string.Join(',', thousand)}]"), "accepted").Length.ShouldBe(1000);

        var answer = await Visitor.Post("/api/journal", $"[{string.Join(',', thousand.Append(Event(1001)))}]");
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task More_than_a_mebibyte_is_refused()
    {
        var answer = await Visitor.Post("/api/journal", "[" + new string(' ', 1024 * 1024) + "]");

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Pages_of_the_journal_meet_every_entry_once()
    {
        await Send($"[{string.Join(',', Enumerable.Range(1, 900).Select(Event))}]");
        await Send($"[{string.Join(',', Enumerable.Range(901, 300).Select(Event))}]");

        List<string> seen = [];
        string? after = null;
        do
        {
            var page = JsonDocument.Parse(await (await Visitor.SendAsync(new(HttpMethod.Get, $"/api/journal{(after is null ? "" : $"?after={after}")}"))).Content.ReadAsStringAsync()).RootElement;
            seen.AddRange(page.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("id").GetString()!));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);

        seen.Count.ShouldBe(1200);
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_a_problem()
    {
        var answer = await Visitor.SendAsync(new(HttpMethod.Get, "/api/journal?after=yesterday"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"id":"\ud800","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}""")]
    [InlineData("""{"\ud800":1,"at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}""")]
    public async Task An_entry_that_is_no_text_is_rejected_and_keeps_no_other_out(string odd)
    {
        var answer = await Send($"[{odd},{Event(1)}]");

        Ids(answer, "accepted").ShouldBe([Id(1)]);
        answer.GetProperty("rejected").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_id_that_is_not_UTF8_is_rejected_and_keeps_no_other_out()
    {
        using var content = new ByteArrayContent([.. """[{"id":"x"""u8, 0xff, .. "\"},"u8, .. System.Text.Encoding.UTF8.GetBytes(Event(1)), (byte)']']);
        content.Headers.ContentType = new("application/json");

        var answer = await Visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/journal") { Content = content });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Visitor.Journal()).Count.ShouldBe(1);
    }

    private static string Id(int n) => $"01890000-0000-7000-8000-{n:d12}";

    private static string Event(int n) => $$"""{"id":"{{Id(n)}}","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}""";

    private static string[] Ids(JsonElement answer, string member) => [.. answer.GetProperty(member).EnumerateArray().Select(id => id.GetString()!)];

    private async Task<JsonElement> Send(string body)
    {
        var answer = await Visitor.Post("/api/journal", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
