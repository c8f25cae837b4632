using System.Collections.Immutable;
using Footing.Journal;
using Footing.Screening;

namespace Footing.Web.Screening;

/// <summary>One page of the screening: a question, or closely related ones, each with its own answer.</summary>
/// <param name="Questions">The ids of its questions; the first names the page.</param>
public sealed record QuestionGroup(ImmutableArray<string> Questions)
{
    /// <summary>The page on which what does not change is shown again.</summary>
    public const string StillRight = "still-right";

    /// <summary>The last part of the address.</summary>
    public string Id => Questions[0];

    /// <summary>Whether it is optional.</summary>
    public bool IsContext => Id != StillRight && !Question.Find(Id)!.IsSafety;

    /// <summary>The questions that a repeat does not ask again but shows: "still right?".</summary>
    public static ImmutableArray<string> Lasting { get; } =
    [
        "past-ulcer-or-amputation", "charcot-history", "kidney-failure", "foot-deformity", "blood-thinner-or-easy-bruising",
        "age", "sex-for-norms", "diabetes", "insulin-or-sulfonylurea", "metformin", "b12-tested", "cause-assessed",
    ];

    private static readonly ImmutableArray<QuestionGroup> Safety =
    [
        Of("cold-pale-limb"), Of("breathless-with-leg-swelling"), Of("rapid-weakness"), Of("wound-and-unwell"),
        Of("hot-red-swollen-foot"), Of("broken-skin"), Of("swollen-tender-calf"), Of("rest-pain-eased-hanging-down"),
        Of("recent-foot-surgery-or-fracture"), Of("past-ulcer-or-amputation", "charcot-history"), Of("kidney-failure"),
        Of("arterial-disease"), Of("foot-deformity"), Of("blood-thinner-or-easy-bruising"),
        Of("fall-in-last-year", "stands-with-support"), Of("numb-feet"), Of("touch-test"), Of("tandem-stand-seconds"),
        Of("chair-stands"), Of("age"),
    ];

    private static readonly ImmutableArray<QuestionGroup> Context =
    [
        Of("sex-for-norms"), Of("diabetes"), Of("insulin-or-sulfonylurea"), Of("metformin"), Of("b12-tested"),
        Of("cause-assessed", "one-sided-or-motor-first"), Of("burning-or-tingling", "first-step-heel-pain"),
    ];

    /// <summary>Every page, in order.</summary>
    public static ImmutableArray<QuestionGroup> All { get; } = [.. Safety, .. Context];

    /// <summary>The page that asks a question, in this screening or else in any; null when there is none.</summary>
    public static QuestionGroup? Asking(string question, Draft draft) =>
        For(draft).FirstOrDefault(stop => stop.Questions.Contains(question)) ?? All.FirstOrDefault(stop => stop.Questions.Contains(question));

    /// <summary>The pages of one screening, in order.</summary>
    /// <param name="draft">The answers so far: some answers make a page unnecessary.</param>
    public static ImmutableArray<QuestionGroup> For(Draft draft)
    {
        var asked = All.Where(stop => IsNeeded(stop, draft.Answers));
        if (!draft.IsRepeat)
        {
            return [.. asked];
        }

        // A repeat: signs and tests again, then all that does not change on one page, then the rest.
        var anew = asked.Where(stop => !stop.Questions.All(Lasting.Contains)).Select(WithoutLasting).ToList();
        return [.. anew.Where(s => !s.IsContext), new([StillRight]), .. anew.Where(s => s.IsContext)];
    }

    /// <summary>The questions that are asked, given the answers, in the order of the table.</summary>
    public static IEnumerable<string> Asked(Answers answers) => Question.All.Select(question => question.Id)
        .Where(id => Question.Find(id)!.IsSafety || IsNeeded(All.First(stop => stop.Questions.Contains(id)), answers));

    private QuestionGroup Without(IEnumerable<string> questions) => new([.. Questions.Except(questions)]);

    private static QuestionGroup WithoutLasting(QuestionGroup stop) => stop.Without(Lasting);

    /// <summary>Whether it is asked, given the answers so far.</summary>
    public static bool IsNeeded(QuestionGroup stop, Answers answers) => stop.Id switch
    {
        var id when StandingTests.Ask(id) => StandingTests.AreAsked(answers),
        "insulin-or-sulfonylurea" => !answers.Is("diabetes", "no"),
        "b12-tested" => answers.Is("metformin", "yes"),
        _ => true,
    };

    private static QuestionGroup Of(params ReadOnlySpan<string> questions) => new([.. questions]);
}
