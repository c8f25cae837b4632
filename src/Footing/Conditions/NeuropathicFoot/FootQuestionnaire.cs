using Footing.Journal;
using Footing.Screening;

namespace Footing.Conditions.NeuropathicFoot;

/// <summary>What people with neuropathic feet are asked.</summary>
internal static class FootQuestionnaire
{
    /// <summary>
    /// The questions: signs of danger first, then what holds back, the tests, and what only gives advice. Signs, falls and
    /// what may have changed within weeks are asked anew each time.
    /// </summary>
    public static Questionnaire Asked { get; } = new(
    [
        [Anew("cold-pale-limb")],
        [Anew("breathless-with-leg-swelling")],
        [Anew("rapid-weakness")],
        [Anew("wound-and-unwell")],
        [Anew("black-skin")],
        [Anew("hot-red-swollen-foot")],
        [Anew("broken-skin")],
        [Anew("swollen-tender-calf")],
        [Anew("rest-pain-eased-hanging-down")],
        [Anew("recent-foot-surgery-or-fracture")],
        [Anew("told-not-to")],
        [Safety("past-ulcer-or-amputation"), Safety("charcot-history")],
        [Safety("kidney-failure")],
        [Safety("arterial-disease")],
        [Safety("foot-deformity")],
        [Safety("blood-thinner-or-easy-bruising")],
        [Anew("fall-in-last-year"), Anew("stands-with-support")],
        [Anew("dizzy-on-standing")],
        [Anew("numb-feet")],
        [Safety("touch-test")],
        .. StandingTests.Questions.Select(test => ImmutableArray.Create(Safety(test) with { If = StandingTests.AreAsked })),
        [Safety("age")],
        [Context("sex-for-norms")],
        [Context("diabetes") with { IsDecisive = true }],
        [
            Context("insulin-or-sulfonylurea") with
            {
                IsDecisive = true,
                If = answers => !answers.Is("diabetes", "no"),
                NeededIf = ("diabetes", ["yes", "unsure"]),
            },
        ],
        [Context("metformin")],
        [Context("b12-tested") with { If = answers => answers.Is("metformin", "yes") }],
        [Context("cause-assessed"), Context("one-sided-or-motor-first")],
        [Context("burning-or-tingling"), Context("first-step-heel-pain")],
    ]);

    private static AskedQuestion Context(string question) => new(Question.Find(question)!);

    private static AskedQuestion Safety(string question) => Context(question) with { IsSafety = true };

    private static AskedQuestion Anew(string question) => Safety(question) with { IsAskedAnew = true };
}
