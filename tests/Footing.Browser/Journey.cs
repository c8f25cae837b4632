using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Footing.Browser;

/// <summary>The ways through Footing's forms, as a person goes them: by questions, answers and buttons.</summary>
internal static class Journey
{
    /// <summary>The safety questions in the order in which they come, answered by somebody who may do everything.</summary>
    public static readonly (string Question, string? Answer)[] AllIsWell =
    [
        ("Has a leg or foot suddenly become cold, pale or blue?", "No"),
        ("Suddenly, or in the last days, is a leg swollen or painful, and are you newly short of breath?", "No"),
        ("Are your legs getting weaker fast, over hours, days or a few weeks?", "No"),
        ("Do you have a wound on a foot, and do you feel ill?", "No"),
        ("Is the skin of a foot or toe black, or does it look dead?", "No"),
        ("Is one foot hot, red or swollen?", "No"),
        ("Is the skin of your feet broken anywhere?", "No"),
        ("Is one of your calves swollen, sore to touch or warm?", "No"),
        ("Do your feet hurt more when your legs lie flat or up, and less within minutes when you stand or hang a leg down?", "No"),
        ("Have you had a broken bone or an operation on a foot or ankle within 12 weeks?", "No"),
        ("Has a professional told you not to exercise, not to stand, not to lie flat or not to raise your heels?", "No"),
        ("Have you ever had a foot ulcer, or lost a toe or part of a foot?", "No"),
        ("Has anyone ever told you that you have a Charcot foot?", "No"),
        ("Are you on dialysis, or are your kidneys failing?", "No"),
        ("Do you have poor blood flow in your legs?", "No"),
        ("Are your feet or toes bent or out of shape, or very stiff?", "No"),
        ("Do you take a blood thinner (anticoagulant), or do you bruise easily?", "No"),
        ("Have you fallen in the last 12 months?", "No"),
        ("Can you stand while you hold a worktop with both hands?", "Yes"),
        ("Do you often feel dizzy or faint when you stand up?", "No"),
        ("Do parts of your feet feel numb?", "No"),
        ("The touch test: how many of the six touches were missed?", "0"),
        ("The line stand: for how many seconds can you stand heel to toe?", "10"),
        ("How many times can you stand up from a chair in 30 seconds?", "15"),
        ("How old are you?", "66"),
        ("Which sex should we compare your chair test with?", null),
        ("Do you have diabetes?", "No"),
        ("Do you take metformin?", "No"),
        ("Has a professional looked for the cause of your foot pain?", "Yes"),
        ("Is it only on one side, or did weakness come before the pain?", "No"),
        ("Does it burn, tingle or feel like electric shocks?", "Yes"),
        ("Does your heel hurt most on the first steps of the day?", "No"),
    ];

    /// <summary>The same with other answers to some questions.</summary>
    public static (string Question, string? Answer)[] ButFor(params (string Question, string? Answer)[] others) =>
        [.. AllIsWell.Select(pair => others.FirstOrDefault(other => other.Question == pair.Question, pair))];

    /// <summary>From the welcome to the first question.</summary>
    public static async Task ArriveAsync(this Phone phone)
    {
        await phone.OpenAsync("/");
        await phone.ShouldShowAsync("Foot exercises for neuropathy, at your pace");
        await phone.FollowAsync("Start with the safety questions");
        await phone.ShouldShowAsync("Where do you live?");
        await phone.Page.GetByLabel("Country", new() { Exact = true }).SelectOptionAsync("GB");
        await phone.TapAsync("Continue");
        await phone.ShouldShowAsync("Is exercise safe for you?");
        await phone.FollowAsync("Begin");
    }

    /// <summary>Answers the safety questions, page by page, up to the list of answers.</summary>
    public static async Task AnswerAsync(this Phone phone, (string Question, string? Answer)[] answers)
    {
        for (var i = 0; i < answers.Length; i++)
        {
            var (question, answer) = answers[i];
            var group = phone.Page.GetByRole(AriaRole.Group, new() { Name = question, Exact = true });
            if (answer is null)
            {
                await phone.TapAsync("Leave this out");
                continue;
            }

            var number = phone.Page.GetByRole(AriaRole.Textbox, new() { Name = question, Exact = true });
            await Assertions.Expect(group).ToBeVisibleAsync();
            if (await number.CountAsync() == 1)
            {
                await number.FillAsync(answer);
            }
            else
            {
                await phone.ChooseAsync(question, answer);
            }

            if (i + 1 == answers.Length || !await phone.Page.GetByRole(AriaRole.Group, new() { Name = answers[i + 1].Question, Exact = true }).IsVisibleAsync())
            {
                await phone.TapAsync("Continue");
            }
        }

        await phone.ShouldShowAsync("Check your answers");
    }

    /// <summary>Looks at the feet, and finds nothing.</summary>
    public static async Task FindFeetWellAsync(this Phone phone)
    {
        await phone.ChooseAsync("Who looked?", "I did");
        await phone.ChooseAsync("Is there anything new on the skin?", "Nothing new");
        await phone.ChooseAsync("Is one foot hotter than the other, or are both newly hot?", "No");
        await phone.ChooseAsync("Is a foot or ankle newly swollen?", "No");
        await phone.ChooseAsync("Is one calf newly swollen, sore to touch or warm?", "No");
        await phone.TapAsync("Save");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Group, new() { Name = "Who looked?" })).ToBeHiddenAsync();
    }

    /// <summary>From today's page through the foot check and the pain before to the session's first screen.</summary>
    public static async Task<Performance> BeginSessionAsync(this Phone phone, int painBefore = 3)
    {
        await phone.FollowAsync("Check my feet and start");
        await phone.ShouldShowAsync("Look at your feet");
        await phone.FindFeetWellAsync();
        await phone.ChooseAsync("How much do your feet hurt now?", $"{painBefore}");
        await phone.TapAsync("Start my session");
        return await new Performance(phone).ReadPlanAsync();
    }

    /// <summary>Answers the questions after a session that went well.</summary>
    public static Task TellItWentWellAsync(this Phone phone, int painAfter = 3, int effort = 4) => phone.TellItWentWellAsync("Thank you", painAfter, effort);

    /// <summary>The same, and what is shown then.</summary>
    public static async Task TellItWentWellAsync(this Phone phone, string then, int painAfter = 3, int effort = 4)
    {
        await phone.ShouldShowAsync("How was it?");
        await phone.ChooseAsync("How much do your feet hurt now?", $"{painAfter}");
        var efforts = await phone.Page.GetByRole(AriaRole.Group, new() { NameRegex = new(": how hard was it\\?$") }).Filter(new() { Visible = true }).AllAsync();
        efforts.ShouldNotBeEmpty();
        foreach (var asked in efforts)
        {
            await asked.GetByLabel($"{effort}", new() { Exact = true }).TapAsync();
        }

        await phone.TapAsync("Save");
        await phone.ShouldShowAsync(then);
    }

    /// <summary>A journal with a screening of today, as if it had come from another device.</summary>
    public static Task KnowAsync(this Phone phone, JsonObject answers) => phone.WriteAsync("screening", new JsonObject { ["answers"] = answers });

    /// <summary>... and with a foot check in which all was well, at the first screen of the session.</summary>
    public static async Task<Performance> StandReadyAsync(this Phone phone, JsonObject answers)
    {
        await phone.KnowAsync(answers);
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        await phone.WriteAsync("foot-check", new JsonObject { ["skin"] = "clear", ["heat"] = "no", ["swelling"] = "no", ["looked"] = "self" });
        await phone.OpenAsync("/session?before=3");
        return await new Performance(phone).ReadPlanAsync();
    }

    /// <summary>The one set of a short session, not yet reported; gives the session's id.</summary>
    public static async Task<string> WriteSessionAsync(this Phone phone)
    {
        var session = Guid.CreateVersion7(phone.Host.Clock.GetUtcNow()).ToString();
        await phone.WriteAsync("set", new JsonObject
        {
            ["session"] = session, ["exercise"] = "toe-lift", ["level"] = 1, ["set"] = 1, ["side"] = "both", ["seconds"] = 60, ["target"] = 60,
        });
        await phone.PassAsync(TimeSpan.FromSeconds(1));
        return session;
    }
}
