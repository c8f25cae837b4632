using System.Collections.Immutable;
using Footing.Journal;
using Footing.Reading;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Background;

/// <summary>What the person knows about cause, treatment and medicines: stored, never evaluated.</summary>
internal static class BackgroundPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/background", async (PersonJournal journal, string? saved) => Show.Page<BackgroundPage>(new
        {
            Values = Values(Last(await journal.ReadAsync())),
            Saved = saved is not null,
        }));
        pages.MapPost("/background", Save);
    }

    private static async Task<IResult> Save(HttpRequest request, PersonJournal journal, Texts texts)
    {
        var form = await request.ReadFormAsync();
        var view = await journal.ReadAsync();
        List<Problem> problems = [];
        var entry = new BackgroundEntry(
            NewId.At(view.Now),
            view.Now,
            CausesTold: [.. form["cause"].OfType<string>().Where(BackgroundPage.Causes.Contains), .. Words("causeOther", isLong: false)],
            Sites: [.. form["sites"].OfType<string>().Where(BackgroundPage.Sites.Contains)],
            Since: Words("since", isLong: false),
            Treatments: Words("treatments", isLong: true),
            Medicines: Words("medicines", isLong: true));
        if (problems.Count > 0)
        {
            return Show.Again<BackgroundPage>(new { Values = Values(entry), Problems = problems });
        }

        // The first time, an empty form says nothing; later it withdraws the earlier answers.
        if (entry.IsEmpty && Last(view) is null)
        {
            return Show.Next("/background");
        }

        await journal.AppendAsync(entry);
        return Show.Next("/background?saved=1");

        ImmutableArray<string> Words(string name, bool isLong)
        {
            var words = TypedInput.Normalize(form[name].ToString());
            if (TextField.TooLong(name, words, isLong, texts) is { } problem)
            {
                problems.Add(problem);
            }

            return words.Length > 0 ? [words] : [];
        }
    }

    private static BackgroundEntry? Last(JournalView view) => view.Effective.OfType<BackgroundEntry>().LastOrDefault();

    /// <summary>What was recorded before, or is typed now, by field.</summary>
    private static ILookup<string, string> Values(BackgroundEntry? entry) =>
        (entry is null ? [] : new (string Field, ImmutableArray<string> Words)[]
        {
            ("causesTold", entry.CausesTold), ("sites", entry.Sites), ("since", entry.Since), ("treatments", entry.Treatments), ("medicines", entry.Medicines),
        })
        .SelectMany(told => told.Words, (told, words) => (told.Field, Words: words))
        .ToLookup(pair => pair.Field, pair => pair.Words);
}
