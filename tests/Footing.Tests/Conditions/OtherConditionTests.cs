using System.Collections.Immutable;
using Footing.Conditions;
using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Programmes;
using Footing.Screening;
using Footing.Sessions;
using Footing.Snapshots;
using Footing.Testing;
using Footing.Tests.Conditions.NeuropathicFoot.Proof;

namespace Footing.Tests.Conditions;

/// <summary>
/// A programme for a condition that only tests know goes round the whole loop: its own questions, rules and clearances, and
/// nothing about feet.
/// </summary>
public sealed class OtherConditionTests
{
    private static readonly Programme Balance = BalanceProgramme.ForUnsteadiness();

    [Fact]
    public void Only_its_own_questions_are_asked_and_needed()
    {
        UnsteadinessCondition.Instance.Questionnaire.Missing(Answers.None).ShouldBe(
            ["breathless-with-leg-swelling", "rapid-weakness", "recent-foot-surgery-or-fracture", "fall-in-last-year", "stands-with-support", "tandem-stand-seconds", "age"]);
        UnsteadinessCondition.Instance.DangerQuestions.Select(question => question.Id).ShouldBe(["breathless-with-leg-swelling", "rapid-weakness"]);

        Plan(Screened()).Levels().ShouldBe("weight-shift 1, tandem-stand 1");
        Plan(Screened("age")).Disposition.ShouldBe(Disposition.Incomplete);
    }

    /// <summary>What the shipped condition would stop for is no question of this one.</summary>
    [Fact]
    public void Rules_of_another_condition_do_not_apply()
    {
        var journal = Screened().With("broken-skin", "yes").With("touch-test", 6);

        Plan(journal).Levels().ShouldBe("weight-shift 1, tandem-stand 1");
        Plan(journal, BalanceProgramme.Load()).Exercises.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("breathless-with-leg-swelling", "yes", Disposition.Emergency, "weight-shift R31, tandem-stand R31, heel-lift R31")]
    [InlineData("rapid-weakness", "unsure", Disposition.SameDay, "weight-shift R32, tandem-stand R32, heel-lift R32")]
    [InlineData("recent-foot-surgery-or-fracture", "yes", Disposition.ClinicianFirst, "weight-shift R33, tandem-stand R33, heel-lift R33")]
    [InlineData("stands-with-support", "no", Disposition.SeatedOnly, "weight-shift R34, tandem-stand R34, heel-lift R34")]
    [InlineData("fall-in-last-year", "yes", Disposition.Proceed, "")]
    public void Its_rules_withhold(string question, string answer, Disposition disposition, string locked)
    {
        var plan = Plan(Screened().With(question, answer));

        plan.Disposition.ShouldBe(disposition);
        plan.LockedBy().ShouldBe(locked);
    }

    [Fact]
    public void Its_caps_limit_levels_and_some_remain_when_a_rule_is_lifted()
    {
        var fallen = Screened().With("fall-in-last-year", "yes").Adjusted(1, BalanceProgramme.TandemStand).With("level", 3);
        Plan(fallen).Levels().ShouldContain("tandem-stand 2");
        Plan(fallen).Why(BalanceProgramme.TandemStand).ShouldBe("R35");

        Plan(fallen.Cleared(1, "R35")).Levels().ShouldContain("tandem-stand 2", Case.Sensitive, "lifted, it leaves its cap");
        Planner.StateOn(fallen.Entries, Balance, JournalBuilder.Date(1), TimeZoneInfo.Utc).Decision!.ResidualCaps.Keys.ShouldContain(BalanceProgramme.TandemStand);

        var untested = Screened().With("tandem-stand-seconds", "not-done").Adjusted(1, BalanceProgramme.TandemStand).With("level", 3);
        Plan(untested).Levels().ShouldContain("tandem-stand 1");
        Plan(untested.Cleared(1, "R36")).Levels().ShouldContain("tandem-stand 3");
    }

    [Fact]
    public void A_fall_ends_what_lifts_its_rules_of_balance_and_a_good_test_lets_go()
    {
        var journal = Screened().With("stands-with-support", "no").Cleared(1, "R34");
        Plan(journal).Levels().ShouldNotBe("");

        Plan(journal.Happened(2, "fall"), day: 2).LockedBy().ShouldBe("weight-shift R34 P6, tandem-stand R34 P6, heel-lift R34 P6");
        Plan(journal.Screened(3), day: 3).LockedBy().ShouldBe("");
    }

    [Fact]
    public void Sessions_step_up_without_a_look_at_the_feet()
    {
        var journal = Screened();
        foreach (var day in new[] { 1, 3, 5, 8 })
        {
            journal.Session(day);
        }

        // Without foot checks: the builder adds none that is not asked for.
        ImmutableArray<Entry> unseen = [.. journal.Entries.Where(entry => entry is not FootCheckEntry)];
        Planner.PlanFor(unseen, Balance, JournalBuilder.Date(8), TimeZoneInfo.Utc).Levels().ShouldContain("tandem-stand 2");
        Planner.PlanFor(unseen, BalanceProgramme.Load(), JournalBuilder.Date(8), TimeZoneInfo.Utc).Levels().ShouldContain("tandem-stand 1");
    }

    [Fact]
    public void Its_script_says_nothing_of_feet_to_look_at()
    {
        var script = ScriptCompiler.Compile(Plan(Screened()), Balance, BalanceProgramme.TextsIn("en"));

        script.Steps.ShouldNotContain(step => step.Kind == StepKind.SoleCheck);
        script.Steps[^1].Kind.ShouldBe(StepKind.Questions);
        script.Steps[^2].Next.ShouldBe(BalanceProgramme.TextsIn("en")["cues.next.questions"]);
        ScriptCompiler.Compile(Plan(Screened(), BalanceProgramme.Load()), BalanceProgramme.Load(), BalanceProgramme.TextsIn("en"))
            .Steps.ShouldContain(step => step.Kind == StepKind.SoleCheck);
    }

    [Fact]
    public void A_device_without_a_connection_has_its_sessions() =>
        UpcomingSessions.Of(Screened().Entries, Balance, BalanceProgramme.TextsIn("es"), JournalBuilder.Date(1), 7, TimeZoneInfo.Utc)
            .Where(date => date.Due).Select(date => date.On).ShouldBe([JournalBuilder.Date(1), JournalBuilder.Date(3), JournalBuilder.Date(5)]);

    [Fact]
    public void A_correction_is_milder_by_the_ranks_of_its_questions()
    {
        var (bad, good) = (Screening("tandem-stand-seconds", 3), Screening("tandem-stand-seconds", 10));
        var (skin, clear) = (Screening("broken-skin", "yes"), Screening("broken-skin", "no"));

        IsMilder(bad, good, UnsteadinessCondition.Instance).ShouldBeTrue();
        IsMilder(good, bad, UnsteadinessCondition.Instance).ShouldBeFalse();
        IsMilder(skin, clear, UnsteadinessCondition.Instance).ShouldBeFalse("it is no question of this condition");
        IsMilder(skin, clear, NeuropathicFootCondition.Instance).ShouldBeTrue();
    }

    [Fact]
    public void A_snapshot_of_one_condition_is_none_of_another()
    {
        var accepted = Screened().Sessions(1, 3, 5, 8).Entries.Select((entry, place) => new AcceptedEntry(place + 1, entry, EntryWriter.Write(entry))).ToList();
        var snapshot = PlanSnapshot.Of(accepted, Balance, JournalBuilder.Date(20), TimeZoneInfo.Utc).ShouldNotBeNull();

        snapshot.Resume(accepted, Balance, JournalBuilder.Date(20), TimeZoneInfo.Utc).Projection.ShouldNotBeNull();
        snapshot.Resume(accepted, BalanceProgramme.Load(), JournalBuilder.Date(20), TimeZoneInfo.Utc).Projection.ShouldBeNull();
    }

    [Fact]
    public void A_finding_that_none_of_its_rules_describes_is_for_a_professional()
    {
        var journal = Screened().Happened(2, "skin-change");
        var state = Planner.StateOn(journal.Entries, Balance, JournalBuilder.Date(2), TimeZoneInfo.Utc);

        var finding = FeetFinding.Of(state, journal.Entries, JournalBuilder.Date(2), TimeZoneInfo.Utc);

        finding.Rules.ShouldBeEmpty();
        finding.Disposition.ShouldBe(Disposition.ClinicianFirst);
    }

    /// <summary>A rule is a function of answers: its whole behaviour is found by running it, whatever the condition.</summary>
    [Fact]
    public void Rules_of_any_condition_can_be_taken_apart_and_read_what_is_asked()
    {
        foreach (var condition in ConditionLibrary.Shipped.Add(UnsteadinessCondition.Instance))
        {
            var grower = new TreeGrower(Tree.AnswersTo);
            foreach (var rule in condition.Rules)
            {
                var read = grower.Grow(rule.Judge).Questions.ToList();

                read.ShouldNotBeEmpty(rule.Name);
                read.Concat(rule.Questions).Append(rule.Sign ?? read[0]).Where(question => condition.Questionnaire.Find(question) is null).ShouldBeEmpty(rule.Name);
                // One that is silent beside another rule matches by what that one reads, too.
                var other = rule.YieldsTo is { } name ? grower.Grow(condition.Find(name)!.Judge).Questions : [];
                rule.Questions.Except(read).Except(other).ShouldBeEmpty(rule.Name);
            }
        }
    }

    [Fact]
    public void The_shipped_conditions_do_not_know_it() =>
        ConditionLibrary.Shipped.Select(condition => condition.Id).ShouldBe(["neuropathic-foot"]);

    private static JournalBuilder Screened(string? without = null)
    {
        var journal = JournalBuilder.Of(Balance).Screened(1);
        return without is null ? journal : journal.Without(without);
    }

    private static Plan Plan(JournalBuilder journal, Programme? programme = null, int day = 1) =>
        Planner.PlanFor(journal.Entries, programme ?? Balance, JournalBuilder.Date(day), TimeZoneInfo.Utc);

    private static ScreeningEntry Screening(string question, object answer) => (ScreeningEntry)JournalBuilder.Of().Screened(0).With(question, answer).Entries[0];

    private static bool IsMilder(Entry was, Entry now, Condition condition) => Severity.IsMilder(was, now, TimeZoneInfo.Utc, null, condition);
}
