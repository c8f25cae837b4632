using System.Text.Json;
using Footing.Journal;
using Footing.Screening;
using Footing.Testing.Web;

using Footing.Testing;

namespace Footing.Web.Tests.ScreeningResults;

/// <summary>Whatever is answered, the result page says what the rules say.</summary>
public sealed class AnyAnswersTests
{
    [Fact]
    public async Task Result_pages_allow_what_the_rules_allow_and_name_each_disposition_its_own_way()
    {
        await using var host = await RunningHost.StartAsync();
        using var visitor = new Visitor(host);
        var chance = new Random(20260304);
        var headings = new Dictionary<(Disposition Disposition, bool AllowsSome), HashSet<string>>();
        for (var i = 0; i < 150; i++)
        {
            var answers = Any(chance);
            var entry = JsonSerializer.Serialize(new { id = new Guid(i, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0), at = host.Clock.GetUtcNow(), kind = "screening", answers });
            (await visitor.Post("/api/journal", $"[{entry}]")).EnsureSuccessStatusCode();
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            var decision = JournalBuilder.Programme.Judge(Answers.From(JsonSerializer.SerializeToElement(answers), "").Value, []);

            await visitor.Open("/screening/result");

            visitor.Status.ShouldBe(System.Net.HttpStatusCode.OK, entry);
            // Who is to ask first reads in the heading if something may be done meanwhile.
            var said = (decision.Disposition, decision is { Disposition: Disposition.ClinicianFirst, Allowed.IsEmpty: false });
            headings.TryAdd(said, []);
            headings[said].Add(visitor.Heading);
            var isOpen = decision.Disposition is Disposition.Proceed or Disposition.SeatedOnly or Disposition.ClinicianFirst;
            visitor.Page.QuerySelectorAll("[data-allowed] > li").Length.ShouldBe(isOpen ? decision.Allowed.Length : 0, entry);
            (visitor.Page.QuerySelector("a[href='/today'].button") is not null).ShouldBe(decision.AllowsExercise, entry);
        }

        headings.Count.ShouldBe(Enum.GetValues<Disposition>().Length + 1, "each disposition came up, and asking first with and without exercises");
        headings.Values.ShouldAllBe(heading => heading.Count == 1);
        headings.Values.SelectMany(heading => heading).ShouldBeUnique();
    }

    /// <summary>Mostly harmless answers, so that every disposition comes up; now and then one is missing.</summary>
    private static Dictionary<string, object> Any(Random chance)
    {
        var answers = new Dictionary<string, object>();
        foreach (var question in Question.All)
        {
            if (chance.Next(150) == 0)
            {
                continue;
            }

            var calm = Walk.Healthy[question.Id];
            object usual = int.TryParse(calm, out var number) ? number : calm;
            answers[question.Id] = chance.Next(12) > 0 ? usual
                : question.Least is { } least && (question.Words.IsEmpty || chance.Next(2) == 0) ? chance.Next(least, question.Most!.Value + 1)
                : question.Words[chance.Next(question.Words.Length)];
        }

        return answers;
    }
}
