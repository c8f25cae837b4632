using Footing.Journal;
using Footing.Screening;

namespace Footing.Conditions.NeuropathicFoot;

/// <summary>What people with neuropathic feet are asked.</summary>
internal static class FootQuestionnaire
{
    /// <summary>The questions: signs of danger first, then what holds back, the tests, and what only gives advice.</summary>
    public static Questionnaire Asked { get; } = new(
    [
        [Safety("cold-pale-limb")],
        [Safety("breathless-with-leg-swelling")],
        [Safety("rapid-weakness")],
        [Safety("wound-and-unwell")],
        [Safety("hot-red-swollen-foot")],
        [Safety("broken-skin")],
        [Safety("swollen-tender-calf")],
        [Safety("rest-pain-eased-hanging-down")],
        [Safety("recent-foot-surgery-or-fracture")],
        [Lasting("past-ulcer-or-amputation"), Lasting("charcot-history")],
        [Lasting("kidney-failure")],
        [Safety("arterial-disease")],
        [Lasting("foot-deformity")],
        [Lasting("blood-thinner-or-easy-bruising")],
        [Safety("fall-in-last-year"), Safety("stands-with-support")],
        [Safety("numb-feet")],
        [Safety("touch-test")],
        .. StandingTests.Questions.Select(test => ImmutableArray.Create(Safety(test) with { If = StandingTests.AreAsked })),
        [Lasting("age")],
        [Context("sex-for-norms") with { IsLasting = true }],
        [Context("diabetes") with { IsLasting = true, IsDecisive = true }],
        [
            Context("insulin-or-sulfonylurea") with
            {
                IsLasting = true,
                IsDecisive = true,
                If = answers => !answers.Is("diabetes", "no"),
                NeededIf = ("diabetes", ["yes", "unsure"]),
            },
        ],
        [Context("metformin") with { IsLasting = true }],
        [Context("b12-tested") with { IsLasting = true, If = answers => answers.Is("metformin", "yes") }],
        [Context("cause-assessed") with { IsLasting = true }, Context("one-sided-or-motor-first")],
        [Context("burning-or-tingling"), Context("first-step-heel-pain")],
    ]);

    private static AskedQuestion Context(string question) => new(Question.Find(question)!);

    private static AskedQuestion Safety(string question) => Context(question) with { IsSafety = true };

    private static AskedQuestion Lasting(string question) => Safety(question) with { IsLasting = true };
}
