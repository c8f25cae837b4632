using System.Text.RegularExpressions;
using Footing.Content;
using Footing.Testing;
using Footing.Wording;

namespace Footing.Web.Tests.HomeTests;

public sealed partial class WordsTests
{
    private static readonly Texts Words = ShippedTexts.Load("en").In("neuropathic-foot");

    [Fact]
    public void Words_blame_nobody_and_promise_nothing()
    {
        string[] never = ["you should have", "you missed", "you failed", "well done", "will heal", "will cure", "will get better", "normal"];
        foreach (var key in Words.Keys.Where(key => key.StartsWith("home-tests.", StringComparison.Ordinal)))
        {
            never.ShouldAllBe(phrase => !Words[key].Contains(phrase, StringComparison.OrdinalIgnoreCase), key);
            Words[key].ShouldNotContain("!", Case.Sensitive, key);
        }
    }

    [Fact]
    public void Sentences_are_short()
    {
        foreach (var key in Words.Keys.Where(key => key.Split('.')[0] is "home-tests" or "foot-check"))
        {
            SentenceEnd().Split(Words[key]).ShouldAllBe(sentence => sentence.Split(' ', StringSplitOptions.None).Length <= 24, key);
        }
    }

    [Fact]
    public async Task Every_text_is_asked_for_by_a_page()
    {
        // A key is put together in pages: each of its parts has to be in one of them, or come from a test, a site or a stance.
        var folder = Path.GetDirectoryName(Repository.Find("src/Footing.Web/HomeTests/HomeTestPages.cs"))!;
        var pages = string.Concat(await Task.WhenAll(Directory.GetFiles(folder).Append(Repository.Find("src/Footing.Web/Screening/QuestionPage.razor"))
            .Append(Repository.Find("src/Footing.Web/Figures/FootPlace.cs")).Select(file => File.ReadAllTextAsync(file))));
        string[] known = ["one", "other", "left", "right", "hold"];
        foreach (var key in Words.Keys.Where(key => key.StartsWith("home-tests.", StringComparison.Ordinal)))
        {
            key.Split('.').Where(part => !int.TryParse(part, out _) && !known.Contains(part)).ShouldAllBe(part => pages.Contains(part, StringComparison.Ordinal), key);
        }
    }

    [GeneratedRegex(@"[.?!:;] ")]
    private static partial Regex SentenceEnd();
}
