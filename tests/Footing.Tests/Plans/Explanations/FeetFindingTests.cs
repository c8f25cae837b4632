using Footing.Conditions.NeuropathicFoot;
using Footing.Plans.Explanations;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>What was found on the feet, as the safety questions would say it.</summary>
public sealed class FeetFindingTests
{
    [Theory]
    [InlineData("heat", "unsure", "R5", Disposition.SameDay)]
    [InlineData("swelling", "yes", "R5", Disposition.SameDay)]
    // Whether she has diabetes is not known.
    [InlineData("skin", "blister", "R6", Disposition.SameDay)]
    [InlineData("calf", "unsure", "R7", Disposition.SameDay)]
    [InlineData("skin", "black", "R22", Disposition.Emergency)]
    public void Check_is_described_by_the_rule_of_its_sign(string field, string value, string rules, Disposition disposition)
    {
        var finding = Of(Screened().FootCheck(0).With(field, value).Named("check"), 0, out var journal);

        string.Join(' ', finding.Rules).ShouldBe(rules);
        finding.Disposition.ShouldBe(disposition);
        finding.IsUnseen.ShouldBeFalse();
        finding.Check.ShouldBe(journal["check"]);
        finding.IsToday.ShouldBeTrue();
    }

    [Fact]
    public void Skin_of_feet_that_feel_is_less_urgent_without_diabetes() =>
        Of(Screened().With("diabetes", "no").FootCheck(0).With("skin", "blister"), 0, out _).Disposition.ShouldBe(Disposition.ClinicianFirst);

    [Fact]
    public void Both_signs_are_named_and_the_worse_decides()
    {
        var finding = Of(Screened().FootCheck(0).With("skin", "wound").With("heat", "yes"), 0, out _);

        finding.Rules.ShouldBe(["R5", "R6"]);
        finding.Disposition.ShouldBe(Disposition.SameDay);
    }

    [Fact]
    public void All_signs_of_several_checks_are_named()
    {
        var finding = Of(Screened().FootCheck(0).With("skin", "mark").With("calf", "yes").FootCheck(0).With("skin", "black").With("heat", "yes"), 0, out _);

        finding.Rules.ShouldBe(["R5", "R6", "R7", "R22"]);
        finding.Disposition.ShouldBe(Disposition.Emergency);
    }

    [Fact]
    public void Second_asymmetry_is_a_hot_foot() =>
        Of(Screened().FootCheck(0).With("sideDifferenceC", 3).FootCheck(1).With("sideDifferenceC", 3), 1, out _).Rules.ShouldBe(["R5"]);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Event_without_a_check_is_broken_skin_and_is_of_its_day(int day, bool isToday)
    {
        var finding = Of(Screened().Happened(0, "skin-change"), day, out _);

        finding.Rules.ShouldBe(["R6"]);
        finding.Check.ShouldBeNull();
        finding.On.ShouldBe(JournalBuilder.Date(0));
        finding.IsToday.ShouldBe(isToday);
        finding.IsUnseen.ShouldBeFalse();
    }

    [Fact]
    public void Numb_feet_that_nobody_saw_are_unseen() =>
        Of(Screened().With("touch-test", 3).FootCheck(0).With("looked", "nobody"), 0, out _).IsUnseen.ShouldBeTrue();

    [Fact]
    public void Notice_names_the_same_rules_and_an_entry_that_is_gone_counts_as_skin()
    {
        var journal = Screened().FootCheck(0).With("heat", "yes");
        var check = journal.Entries[^1];

        FeetFinding.RulesOf([check], null, NeuropathicFootCondition.Instance).ShouldBe(["R5"]);
        FeetFinding.RulesOf([check, null], null, NeuropathicFootCondition.Instance).ShouldBe(["R5", "R6"]);
        FeetFinding.RulesOf([Screened().FootCheck(0).Entries[^1]], null, NeuropathicFootCondition.Instance).ShouldBeEmpty();
    }

    private static FeetFinding Of(JournalBuilder made, int day, out JournalBuilder journal)
    {
        journal = made;
        var projection = made.ProjectionOn(day);
        return FeetFinding.Of(projection.State, projection.Effective, JournalBuilder.Date(day), TimeZoneInfo.Utc);
    }

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
