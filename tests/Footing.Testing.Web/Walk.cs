using Footing.Journal;

namespace Footing.Testing.Web;

/// <summary>A walk through the screening, page by page, by a person without script.</summary>
public static class Walk
{
    /// <summary>Answers of a person who may do everything.</summary>
    public static IReadOnlyDictionary<string, string> Healthy { get; } = Question.All.ToDictionary(q => q.Id, q => q.Id switch
    {
        "stands-with-support" or "cause-assessed" or "burning-or-tingling" => "yes",
        "touch-test" => "0",
        "tandem-stand-seconds" => "10",
        "chair-stands" => "15",
        "age" => "67",
        "sex-for-norms" => "female",
        _ => "no",
    });

    public static IReadOnlyDictionary<string, string> With(params (string Id, string Answer)[] changes)
    {
        var answers = new Dictionary<string, string>(Healthy);
        foreach (var (id, answer) in changes)
        {
            answers[id] = answer;
        }

        return answers;
    }

    /// <summary>From the start to the page of all answers, or to the result if an answer leads there.</summary>
    public static async Task<Visitor> Through(this Visitor visitor, IReadOnlyDictionary<string, string> answers)
    {
        await visitor.Open("/screening");
        await visitor.Follow("Begin");
        return await visitor.Onward(answers);
    }

    /// <summary>From the page that is open.</summary>
    public static async Task<Visitor> Onward(this Visitor visitor, IReadOnlyDictionary<string, string> answers)
    {
        for (var pages = 0; visitor.Path is not ("/screening/check" or "/screening/result"); pages++)
        {
            pages.ShouldBeLessThan(40, "the walk does not end");
            visitor.Page.QuerySelectorAll("h1").Length.ShouldBe(1);
            var names = visitor.Page.QuerySelectorAll("main form input").Select(i => i.GetAttribute("name")!)
                .Where(n => Question.Find(n) is not null).Distinct().ToList();
            var at = visitor.Path;
            await visitor.Send([.. names.Select(n => answers[n] == "not-done" && n != "touch-test" ? ($"{n}-not-done", "not-done") : (n, answers[n]))]);
            visitor.Errors.ShouldBeEmpty(at);
        }

        return visitor;
    }

    /// <summary>The whole way to the result.</summary>
    public static async Task<Visitor> ToResult(this Visitor visitor, params (string Id, string Answer)[] changes)
    {
        await visitor.Through(With(changes));
        if (visitor.Path == "/screening/check")
        {
            await visitor.Send();
        }

        visitor.Path.ShouldBe("/screening/result");
        return visitor;
    }
}
