using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Screening;
using Footing.Tests.Screening;

namespace Footing.Tests.Conditions.NeuropathicFoot;

/// <summary>Every row of the table of rules, at its edges.</summary>
public sealed class FootRulesTests
{
    private const string All = "ball-roll toe-lift ankle-pump heel-toe-lift calf-raise";
    private const string Seated = "toe-lift ankle-pump heel-toe-lift";
    private const string NoBall = "toe-lift ankle-pump heel-toe-lift calf-raise";
    private const string NoCalf = "ball-roll toe-lift ankle-pump heel-toe-lift";
    private const string LowLoad = "ball-roll 1, calf-raise 2";

    [Fact]
    public void Nothing_found_is_R20_and_everything_allowed() => Expect("", "R20", "proceed", All);

    [Theory]
    [InlineData("cold-pale-limb", "R1")]
    [InlineData("breathless-with-leg-swelling", "R2")]
    [InlineData("rapid-weakness", "R3")]
    [InlineData("wound-and-unwell", "R4")]
    [InlineData("black-skin", "R22")]
    public void Emergency_sign_is_an_emergency_and_an_unsure_one_is_for_the_same_day(string question, string rule)
    {
        Expect($"{question}=yes", rule, "emergency", "");
        Expect($"{question}=unsure", rule, "same-day", "", advice: "emergency-signs");
        Expect($"{question}=no", "R20", "proceed", All);
    }

    [Theory]
    [InlineData("hot-red-swollen-foot", "R5", "same-day", "")]
    [InlineData("swollen-tender-calf", "R7", "same-day", "")]
    [InlineData("recent-foot-surgery-or-fracture", "R9", "clinician-first", "")]
    [InlineData("past-ulcer-or-amputation", "R10", "clinician-first", "")]
    [InlineData("kidney-failure", "R10", "clinician-first", "")]
    [InlineData("charcot-history", "R10", "clinician-first", "")]
    [InlineData("arterial-disease", "R11", "clinician-first", Seated)]
    [InlineData("told-not-to", "R23", "clinician-first", "")]
    [InlineData("dizzy-on-standing", "R16", "seated-only", NoCalf)]
    [InlineData("foot-deformity", "R20", "proceed", All)]
    [InlineData("blood-thinner-or-easy-bruising", "R15", "proceed", NoBall)]
    public void Flag_is_yes_or_unsure(string question, string rule, string disposition, string allowed)
    {
        Expect($"{question}=yes", rule, disposition, allowed);
        Expect($"{question}=unsure", rule, disposition, allowed);
        Expect($"{question}=no", "R20", "proceed", All);
    }

    [Theory]
    [InlineData("diabetes=no", "clinician-first", "R6")]
    [InlineData("diabetes=yes", "same-day", "R6")]
    [InlineData("diabetes=unsure", "same-day", "R6")]
    [InlineData("", "same-day", "R6")]
    [InlineData("diabetes=no touch-test=2", "same-day", "R6 R13")]
    [InlineData("diabetes=no touch-test=1", "clinician-first", "R6")]
    public void Broken_skin_is_urgent_with_diabetes_or_when_that_was_not_said_or_without_feeling(string others, string disposition, string rules)
    {
        var advice = rules.Contains("R13", StringComparison.Ordinal) ? "numb-feet-care" : "";
        Expect($"broken-skin=yes {others}", rules, disposition, "", advice: advice);
        Expect($"broken-skin=unsure {others}", rules, disposition, "", advice: advice);
    }

    [Theory]
    [InlineData("touch-test=2")]
    [InlineData("touch-test=6")]
    [InlineData("touch-test=not-done numb-feet=yes")]
    [InlineData("touch-test=self numb-feet=unsure")]
    public void Loss_of_protective_sensation_is_R13_and_with_a_misshapen_foot_R12(string loss)
    {
        Expect(loss, "R13", "proceed", NoBall, "calf-raise 2", "numb-feet-care");
        Expect($"{loss} foot-deformity=unsure", "R12 R13", "clinician-first", Seated, advice: "numb-feet-care");
        Expect($"{loss} arterial-disease=yes", "R11 R12 R13", "clinician-first", Seated, advice: "numb-feet-care");
    }

    [Theory]
    [InlineData("touch-test=not-done", "touch-test-needed")]
    [InlineData("touch-test=self", "touch-test-needed")]
    [InlineData("numb-feet=yes", "podiatrist-review")]
    [InlineData("touch-test=1 numb-feet=unsure", "podiatrist-review")]
    public void Feeling_in_doubt_is_R14(string doubt, string advice) => Expect(doubt, "R14", "proceed", All, LowLoad, advice);

    [Fact]
    public void Rest_pain_is_for_the_same_day_and_an_unsure_one_for_a_clinician()
    {
        Expect("rest-pain-eased-hanging-down=yes", "R8", "same-day", "");
        Expect("rest-pain-eased-hanging-down=unsure", "R8", "clinician-first", "");
        Expect("rest-pain-eased-hanging-down=no", "R20", "proceed", All);
    }

    [Theory]
    [InlineData("", "R24", "proceed", All, "calf-raise 2", "falls-review")]
    [InlineData("chair-stands=not-done age=50", "R16", "seated-only", NoCalf, "", "")]
    [InlineData("tandem-stand-seconds=not-done", "R16 R21", "seated-only", NoCalf, "", "balance-check-needed")]
    [InlineData("tandem-stand-seconds=9", "R16", "seated-only", NoCalf, "", "")]
    [InlineData("dizzy-on-standing=unsure", "R16", "seated-only", NoCalf, "", "")]
    public void Fall_with_good_tests_is_R24_and_without_them_R16(string others, string rules, string disposition, string allowed, string caps, string advice)
    {
        Expect($"fall-in-last-year=yes {others}", rules, disposition, allowed, caps, advice);
        Expect($"fall-in-last-year=unsure {others}", rules, disposition, allowed, caps, advice);
    }

    [Fact]
    public void Lifted_fall_risk_leaves_what_a_fall_alone_says()
    {
        var decision = Answering.Judge("fall-in-last-year=yes dizzy-on-standing=yes", "R16");
        decision.Rules().ShouldBe("R24");
        decision.CapsOn().ShouldBe("calf-raise 2");
        Answering.Judge("fall-in-last-year=yes dizzy-on-standing=yes", "R16", "R24").Rules().ShouldBe("R20");
    }

    [Fact]
    public void One_site_not_felt_without_numbness_matches_nothing() => Expect("touch-test=1", "R20", "proceed", All);

    [Theory]
    [InlineData("stands-with-support=no", "R16")]
    [InlineData("stands-with-support=unsure", "R16")]
    [InlineData("tandem-stand-seconds=9", "R16")]
    [InlineData("tandem-stand-seconds=0", "R16")]
    public void Unsteadiness_is_R16(string unsteady, string rule) => Expect(unsteady, rule, "seated-only", NoCalf);

    [Theory]
    [InlineData("male", 18, 8)]
    [InlineData("female", 59, 8)]
    [InlineData("male", 60, 14)]
    [InlineData("male", 64, 14)]
    [InlineData("male", 65, 12)]
    [InlineData("male", 70, 12)]
    [InlineData("male", 75, 11)]
    [InlineData("male", 80, 10)]
    [InlineData("male", 85, 8)]
    [InlineData("male", 90, 7)]
    [InlineData("male", 120, 7)]
    [InlineData("female", 60, 12)]
    [InlineData("female", 65, 11)]
    [InlineData("female", 69, 11)]
    [InlineData("female", 70, 10)]
    [InlineData("female", 75, 10)]
    [InlineData("female", 80, 9)]
    [InlineData("female", 85, 8)]
    [InlineData("female", 89, 8)]
    [InlineData("female", 90, 4)]
    [InlineData("unspecified", 60, 14)]
    [InlineData("", 62, 14)]
    public void Chair_stands_under_the_cut_off_of_age_and_sex_are_R16(string sex, int age, int cutOff)
    {
        Expect($"sex-for-norms={sex} age={age} chair-stands={cutOff}", "R20", "proceed", All);
        Expect($"sex-for-norms={sex} age={age} chair-stands={cutOff - 1}", "R16", "seated-only", NoCalf);
    }

    [Theory]
    [InlineData("cause-assessed=no", true)]
    [InlineData("cause-assessed=unsure", true)]
    [InlineData("cause-assessed=yes", false)]
    [InlineData("one-sided-or-motor-first=yes", true)]
    [InlineData("one-sided-or-motor-first=unsure", true)]
    [InlineData("one-sided-or-motor-first=no", false)]
    [InlineData("metformin=yes b12-tested=no", true)]
    [InlineData("metformin=yes b12-tested=unsure", true)]
    [InlineData("metformin=yes b12-tested=yes", false)]
    [InlineData("metformin=yes", false)]
    [InlineData("metformin=unsure b12-tested=no", false)]
    [InlineData("b12-tested=no", false)]
    public void Cause_not_looked_for_is_R17(string answers, bool matches) =>
        Expect(answers, matches ? "R17" : "R20", "proceed", All, advice: matches ? "clinician-review" : "");

    [Theory]
    [InlineData("first-step-heel-pain=yes burning-or-tingling=no", true)]
    [InlineData("first-step-heel-pain=unsure burning-or-tingling=no", false)]
    [InlineData("first-step-heel-pain=yes burning-or-tingling=unsure", false)]
    [InlineData("first-step-heel-pain=yes", false)]
    public void Heel_pain_on_first_steps_alone_is_R18(string answers, bool matches) =>
        Expect(answers, matches ? "R18" : "R20", "proceed", All, matches ? LowLoad : "", matches ? "clinician-review" : "");

    [Theory]
    [InlineData("yes", "R19", "fast-sugar-near")]
    [InlineData("unsure", "R19", "fast-sugar-near")]
    [InlineData("no", "R20", "")]
    public void Insulin_is_R19(string answer, string rule, string advice) =>
        Expect($"insulin-or-sulfonylurea={answer}", rule, "proceed", All, advice: advice);

    [Theory]
    [InlineData("tandem-stand-seconds=not-done", true)]
    [InlineData("chair-stands=not-done age=60", true)]
    [InlineData("chair-stands=not-done age=59", false)]
    public void Balance_not_tested_is_R21(string answers, bool matches) => Expect(
        answers,
        matches ? "R21" : "R20",
        "proceed",
        matches ? NoCalf : All,
        advice: matches ? "balance-check-needed" : "");

    [Fact]
    public void Every_matching_rule_counts_the_worst_wins_and_what_all_allow_is_left() => Expect(
        "arterial-disease=yes fall-in-last-year=yes numb-feet=yes blood-thinner-or-easy-bruising=yes insulin-or-sulfonylurea=yes cause-assessed=no",
        "R11 R14 R15 R17 R19 R24",
        "clinician-first",
        Seated,
        advice: "clinician-review falls-review fast-sugar-near podiatrist-review");

    [Fact]
    public void Caps_name_allowed_exercises_only() =>
        Expect("numb-feet=yes blood-thinner-or-easy-bruising=yes", "R14 R15", "proceed", NoBall, "calf-raise 2", "podiatrist-review");

    [Fact]
    public void Missing_safety_answers_are_named_in_the_table_s_order_and_nothing_is_allowed()
    {
        var decision = Answering.Judge("age= broken-skin= fall-in-last-year=yes");

        decision.Disposition.ShouldBe(Disposition.Incomplete);
        decision.Missing.ShouldBe(["broken-skin", "age"]);
        decision.AllowedOnes().ShouldBe("");
        decision.CapsOn().ShouldBe("");
    }

    [Theory]
    [InlineData("cold-pale-limb=yes", Disposition.Emergency)]
    [InlineData("hot-red-swollen-foot=unsure", Disposition.SameDay)]
    [InlineData("kidney-failure=yes", Disposition.Incomplete)]
    public void Urgent_finding_does_not_wait_for_missing_answers(string finding, Disposition expected)
    {
        var decision = Answering.Judge($"{finding} age=");

        decision.Disposition.ShouldBe(expected);
        decision.Missing.ShouldBe(["age"]);
    }

    [Fact]
    public void Every_safety_answer_is_needed_and_no_context_is()
    {
        foreach (var question in Question.All)
        {
            Answering.Judge($"{question.Id}=").Missing.ShouldBe(NeuropathicFootCondition.Instance.Questionnaire.IsSafety(question.Id) ? [question.Id] : [], question.Id);
        }
    }

    private static void Expect(string changes, string rules, string disposition, string allowed, string caps = "", string advice = "")
    {
        var decision = Answering.Judge(changes);
        decision.Rules().ShouldBe(rules, changes);
        decision.Disposition.Id().ShouldBe(disposition, changes);
        decision.AllowedOnes().ShouldBe(allowed, changes);
        decision.CapsOn().ShouldBe(caps, changes);
        decision.Advice().ShouldBe(advice, changes);
        decision.Missing.ShouldBeEmpty();
    }
}
