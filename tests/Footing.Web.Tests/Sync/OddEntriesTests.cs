using Footing.Testing;
using System.Text;
using System.Text.Json;
using Footing.Exercises;
using Footing.Journal;
using Footing.Storage;
using Footing.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Footing.Web.Tests.Sync;

/// <summary>No entry takes a page away, whatever it holds: urgent help least of all.</summary>
public sealed class OddEntriesTests : VisitedTests
{
    private static readonly string[] Pages =
    [
        "/", "/urgent", "/today", "/plan", "/history", "/settings", "/where", "/background", "/screening", "/screening/result", "/schedule", "/check-in", "/check-in/daily", "/progress", "/letter",
        "/session/done", "/session/after?session=2026-03-03", "/session/questions?session=other", "/foot-check", "/sheet", "/exercises/calf-raise", "/sources",
        "/api/journal", "/api/sessions/upcoming", "/export", "/today?kept=1", "/home-tests",
    ];

    public static TheoryData<string> Odd => new(
        """ "kind":"preference","zone":"\ud800","country":"\udc00","language":"\ud800" """,
        """ "kind":"preference","zone":"\u0000","country":7,"language":null """,
        """ "kind":"preference","zone":"../../../etc/passwd","country":"" """,
        """ "kind":"preference","zone":"Europe","country":["GB"],"language":{} """,
        $$""" "kind":"preference","zone":"{{new string('a', 60_000)}}" """,
        """ "kind":"background","causesTold":["\ud800","diabetes",null,[1]],"since":"\ud800","sites":{"a":1},"medicines":1e999999999 """,
        """ "kind":"event","what":"cramp","note":"\ud800" """,
        """ "kind":"foot-check","skin":"clear","heat":"no","swelling":"no","knowing":["\ud800"],"note":{"a":"\udfff"} """,
        """ "kind":"session","session":"s","painBefore":5.0,"painAfter":5e0,"note":"\ud800","edition":"\ud800","done":["\ud800"] """,
        """ "kind":"check-in","pain":5.0,"note":"\ud800" """,
        """ "kind":"schedule","minutes":20.0,"note":"\ud800" """,
        """ "kind":"clearance","rules":["R13"],"by":"M","note":"\ud800" """,
        """ "kind":"adjustment","exercise":"one-leg-stand","lock":true,"by":{"name":"M","role":"\ud800"} """,
        """ "kind":"correction","of":"01950000-0000-7000-8000-000000000001","with":{"answers":{"numb-feet":"yes"},"note":"\ud800"} """,
        """ "kind":"correction","of":"01950000-0000-7000-8000-0000000000ff","with":{"note":"\ud800"} """,
        """ "kind":"habit","deep":[[[[[[[[[[[[[[[[[[[[[[[[[[["\ud800"]]]]]]]]]]]]]]]]]]]]]]]]]]] """,
        """ "kind":"proposals","on":"\ud800" """);

    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Every_page_is_there_after_an_odd_entry(string fields)
    {
        await new Story().Screening("2026-03-02").Session("2026-03-03", FootExercises.AnklePump).TellAsync(Host);
        var entry = $$"""{"id":"{{Id}}","at":"2026-03-04T08:00:00Z",{{fields}}}""";

        var answer = await (await Visitor.Post("/api/journal", $"[{entry}]")).Content.ReadAsStringAsync();

        answer.ShouldContain($"\"accepted\":[\"{Id}\"]");
        await AllPagesAreThere();
        (await (await Visitor.Get("/export")).Content.ReadAsStringAsync()).ShouldContain(entry);
    }

    /// <summary>The entry's own pages, where it has some, and a change of it that is saved.</summary>
    [Fact]
    public async Task A_session_with_odd_fields_can_be_corrected()
    {
        await Visitor.Post("/api/journal", $$"""[{"id":"{{Id}}","at":"2026-03-04T08:00:00Z","kind":"session","session":"s","painBefore":5.0,"painAfter":2,"note":"\ud800","cramp":["one-leg-stand"]}]""");

        await Visitor.Open($"/history/{Id}");

        Visitor.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        Visitor.Page.QuerySelector("input[name=painBefore][checked]")!.GetAttribute("value").ShouldBe("5");
        await Visitor.Submit(("painAfter", "4"));
        await Visitor.Submit();
        var lines = (await (await Visitor.Get("/export")).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        var correction = JsonDocument.Parse(lines[1]).RootElement.GetProperty("with");
        correction.GetProperty("painAfter").GetInt32().ShouldBe(4);
        correction.GetProperty("cramp")[0].GetString().ShouldBe("one-leg-stand");
    }

    /// <summary>What an earlier version took in and this one would not: names that are no text, and what cannot be read.</summary>
    [Trait("Category", "Slow")]
    [Theory]
    [InlineData("preference", """ "\ud800":1,"zone":"Europe/Madrid","z\udc00ne":2 """)]
    [InlineData("background", """ "\ud800":["x"],"since":"2021" """)]
    [InlineData("set", """ "exercise":7 """)]
    [InlineData("habit", """ "a":1,"a":2 """)]
    public async Task Every_page_is_there_after_an_odd_entry_of_an_earlier_version(string kind, string fields)
    {
        await new Story().Screening("2026-03-02").Session("2026-03-03", FootExercises.AnklePump).TellAsync(Host);
        var at = new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero);
        var entry = Encoding.UTF8.GetBytes($$"""{"id":"{{Id}}","at":"2026-03-04T08:00:00Z","kind":"{{kind}}",{{fields}}}""");
        EntryReader.From(entry).Succeeded.ShouldBeFalse();

        await Host.Services.GetRequiredService<IJournalStore>().AppendAsync(LocalPerson.Id, [new NewEntry(Guid.Parse(Id), at, kind, entry)]);

        await AllPagesAreThere();
    }

    [Fact]
    public async Task One_id_with_numbers_of_a_huge_exponent_is_a_duplicate_or_refused()
    {
        string Entry(string number) => $$"""{"id":"{{Id}}","at":"2026-03-04T08:00:00Z","kind":"song","bars":{{number}}}""";

        (await Told($"[{Entry("1e999999999")}]")).GetProperty("accepted").GetArrayLength().ShouldBe(1);
        (await Told($"[{Entry("10e999999998")}]")).GetProperty("duplicates").GetArrayLength().ShouldBe(1);
        (await Told($"[{Entry("1e999999998")}]")).GetProperty("rejected")[0].GetProperty("problems")[0].GetProperty("field").GetString().ShouldBe("id");
    }

    /// <summary>Only what is wrong is refused, and by name.</summary>
    [Theory]
    [InlineData(""" "kind":"clearance","rules":["R13"],"by":"\ud800" """, "by")]
    [InlineData(""" "kind":"clearance","rules":["R13"],"by":{"name":"\ud800"} """, "by")]
    [InlineData(""" "kind":"clearance","rules":["\ud800"],"by":"M" """, "rules")]
    [InlineData(""" "kind":"\ud800" """, "kind")]
    [InlineData(""" "kind":"next-morning","session":"\ud800","painRaised":"no" """, "session")]
    public async Task What_is_no_text_where_text_is_needed_is_refused_by_name(string fields, string field)
    {
        var answer = await Told($$"""[{"id":"{{Id}}","at":"2026-03-04T08:00:00Z",{{fields}}},{"id":"01950000-0000-7000-8000-0000000000b2","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}]""");

        answer.GetProperty("rejected")[0].GetProperty("problems")[0].GetProperty("field").GetString().ShouldBe(field);
        answer.GetProperty("accepted").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_entry_nested_too_deep_keeps_no_other_out()
    {
        var deep = new string('[', 5000) + new string(']', 5000);

        var answer = await Told($$"""[{"id":"{{Id}}","at":"2026-03-04T08:00:00Z","kind":"habit","deep":{{deep}}},{"id":"01950000-0000-7000-8000-0000000000b2","at":"2026-03-04T08:00:00Z","kind":"event","what":"cramp"}]""");

        answer.GetProperty("rejected")[0].GetProperty("id").GetString().ShouldBe(Id);
        answer.GetProperty("accepted").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_last_instant_of_a_day_stands_under_that_day()
    {
        await Told($$"""[{"id":"{{Id}}","at":"2026-03-03T23:59:59.999999999Z","kind":"event","what":"cramp"}]""");

        await Visitor.Open("/history");

        Visitor.Page.QuerySelectorAll(".day > h2").Select(Visitor.Text).ShouldBe(["Tuesday 3 March"]);
    }

    private static string Id => "01950000-0000-7000-8000-0000000000b1";

    private async Task AllPagesAreThere()
    {
        foreach (var page in Pages.Append($"/history/{Id}").Append($"/history/{Id}/void"))
        {
            ((int)(await Visitor.Get(page)).StatusCode).ShouldBeLessThan(500, page);
        }
    }

    private async Task<JsonElement> Told(string body)
    {
        var answer = await Visitor.Post("/api/journal", body);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
