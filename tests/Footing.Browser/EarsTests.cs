using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Footing.Testing.Web;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>A session by somebody who sees nothing: what the voice said, what a screen reader would find, and the space bar.</summary>
[Collection(OfSessions.Name)]
public sealed partial class EarsTests(Chromium chromium)
{
    [Fact]
    public async Task Session_is_done_by_what_is_heard_and_by_the_accessibility_tree_alone()
    {
        await using var phone = await Phone.OpenAsync(chromium, timerMs: 100);
        var planned = (await phone.StandReadyAsync(People.Numb)).Planned;
        var script = JsonNode.Parse(await phone.Page.Locator("#script").TextContentAsync() ?? "")!;

        List<string> heard = [];
        for (var i = 0; ; i++)
        {
            i.ShouldBeLessThan(400, "the session does not end; heard last: " + string.Join(' ', heard.TakeLast(5)));
            var tree = await phone.Page.Locator("body").AriaSnapshotAsync();
            if (tree.Contains("heading \"How was it?\"", StringComparison.Ordinal) && !tree.Contains("group \"Session controls\"", StringComparison.Ordinal))
            {
                break;
            }

            if (Buttons(tree).Count == 0)
            {
                // The session is over, and the next page is on its way.
                await phone.ShouldStandAsync();
                await Task.Delay(50);
                continue;
            }

            // One button has the focus from the start, and the space bar is all that is ever pressed.
            Buttons(tree).ShouldContain("Urgent help", "what to do in danger is never out of reach");
            if (heard.Count == 0)
            {
                Buttons(tree).ShouldContain("Start");
                await PressSpaceAsync(phone);
            }
            else if (heard[^1] == "Tap when you are ready." && !await phone.Page.EvaluateAsync<bool>("speaks()"))
            {
                Buttons(tree).ShouldContain("Go on");
                await PressSpaceAsync(phone);
            }
            else
            {
                Buttons(tree).ShouldContain("Stop");
                await phone.PassAsync(TimeSpan.FromSeconds(5));
            }

            try
            {
                heard = [.. await phone.Page.EvaluateAsync<string[]>("spoken.map(s => s.text)")];
            }
            catch (PlaywrightException e) when (e.Message.Contains("Execution context was destroyed", StringComparison.Ordinal) || e.Message.Contains("spoken is not defined", StringComparison.Ordinal))
            {
                await phone.ShouldStandAsync();
            }

            if (phone.Path != "/session")
            {
                await phone.ShouldShowAsync("How was it?");
            }
        }

        Performance.DoneIn(await phone.JournalAsync("set")).ShouldBe(planned);
        ShouldLead(heard, script);
        await phone.TellItWentWellAsync();
    }

    /// <summary>As a good coach talks: what, how many, how hard, what to stop for; then for each set which side, the beat, and when it changes.</summary>
    private static void ShouldLead(List<string> heard, JsonNode script)
    {
        var at = 0;
        var exercise = "";
        foreach (var step in script["steps"]!.AsArray().Where(step => step!["set"] is not null))
        {
            var planned = script["exercises"]!.AsArray().Single(one => (string?)one!["id"] == (string?)step!["exercise"])!;
            if (exercise != (string?)planned["name"])
            {
                exercise = (string)planned["name"]!;
                Find($"{exercise}.");
                Find($"{planned["doseText"]}.");
                FindLike("It should feel ");
                Find("Pain or dizziness: stop.");
                Find("Tap when you are ready.");
            }

            var side = (string?)step!["set"]!["side"];
            FindOne(side switch
            {
                "left" => ["Left foot.", "Switch to the left foot."],
                "right" => ["Right foot.", "Switch to the right foot."],
                _ => ["Both feet.", "Left foot first."],
            });
            var cues = step["cues"]!.AsArray();
            var moved = (string?)cues.First(cue => cue!["say"] is { } said && (string?)cue["kind"] == "beat" && !Digits().IsMatch((string)said!))!["say"];
            Find(moved!);
        }

        void Find(string words) => FindOne(words);

        void FindOne(params string[] words) => FindAny(said => words.Contains(said, StringComparer.OrdinalIgnoreCase), string.Join("” or “", words));

        void FindLike(string words) => FindAny(said => said.StartsWith(words, StringComparison.Ordinal), words);

        void FindAny(Predicate<string> isIt, string words)
        {
            var next = heard.FindIndex(at, isIt);
            next.ShouldBeGreaterThanOrEqualTo(0, $"“{words}” of {exercise} after: {string.Join(" | ", heard.Skip(Math.Max(0, at - 3)).Take(40))}");
            at = next + 1;
        }
    }

    private static async Task PressSpaceAsync(Phone phone)
    {
        await phone.Page.Keyboard.PressAsync("Space");
        await phone.PassAsync(TimeSpan.FromSeconds(1));
    }

    private static IReadOnlyList<string> Buttons(string tree) => [.. Control().Matches(tree).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("- (?:button|link) \"([^\"]+)\"")]
    private static partial Regex Control();

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex Digits();
}
