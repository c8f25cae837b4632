using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Testing;

namespace Footing.Tests.Journal.Corrections;

/// <summary>Entries dated later than the clock's date: they are noticed while they count, and no longer.</summary>
public sealed partial class EffectiveEntriesTests
{
    [Fact]
    public void Entry_of_a_later_date_is_noticed() => Last(JournalBuilder.Of().Screened(0).Happened(1, "cramp"), 0).ShouldBe(JournalBuilder.Date(1));

    [Fact]
    public void Entry_of_the_date_or_before_is_not() => Last(JournalBuilder.Of().Screened(0).Happened(1, "cramp"), 1).ShouldBeNull();

    [Fact]
    public void The_latest_is_given() =>
        Last(JournalBuilder.Of().Happened(3, "cramp").Happened(5, "cramp").Happened(4, "cramp"), 2).ShouldBe(JournalBuilder.Date(5));

    [Fact]
    public void What_was_taken_back_is_not_noticed() =>
        Last(JournalBuilder.Of().Screened(0).Happened(1, "cramp").Named("ahead").Voided(0, "ahead"), 0).ShouldBeNull();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Finding_is_taken_back_by_a_correction_of_its_own_date_alone(int day, bool isGone) =>
        (Last(JournalBuilder.Of().Screened(0).Happened(1, "fall").Named("ahead").Voided(day, "ahead"), 0) is null).ShouldBe(isGone);

    [Fact]
    public void Correction_of_a_later_date_of_what_is_past_is_noticed() =>
        Last(JournalBuilder.Of().Happened(0, "cramp").Named("past").Voided(2, "past"), 0).ShouldBe(JournalBuilder.Date(2));

    [Fact]
    public void Correction_that_moves_an_entry_back_ends_it() =>
        Last(JournalBuilder.Of().Happened(1, "cramp").Named("ahead").Corrected(0, "ahead").MovingTo(0), 0).ShouldBeNull();

    [Fact]
    public void Correction_that_leaves_it_where_it_is_does_not() =>
        Last(JournalBuilder.Of().Happened(1, "cramp").Named("ahead").Corrected(0, "ahead").With("what", "dizzy"), 0).ShouldBe(JournalBuilder.Date(1));

    [Fact]
    public void Corrections_that_alone_are_ahead_are_named_with_what_they_are_about()
    {
        var journal = JournalBuilder.Of().Happened(0, "cramp").Named("past").Voided(2, "past").Named("late").Happened(2, "cramp").Named("ahead").Voided(2, "ahead");

        var (correction, isVoided, root) = EffectiveEntries.CorrectionsAfter(journal.Entries, NeuropathicFootCondition.Instance, TimeZoneInfo.Utc, JournalBuilder.Date(0)).ShouldHaveSingleItem();
        (correction.Of, isVoided).ShouldBe((root!.Id, false));
        root.ShouldBeOfType<AdverseEventEntry>().DateIn(TimeZoneInfo.Utc).ShouldBe(JournalBuilder.Date(0));
        EffectiveEntries.CorrectionsAfter(journal.Entries, NeuropathicFootCondition.Instance, TimeZoneInfo.Utc, JournalBuilder.Date(2)).ShouldBeEmpty();
        EffectiveEntries.CorrectionsAfter(journal.Voided(0, "late").Entries, NeuropathicFootCondition.Instance, TimeZoneInfo.Utc, JournalBuilder.Date(0)).ShouldHaveSingleItem().IsVoided.ShouldBeTrue();
    }

    [Theory]
    [InlineData("fall", 0, false)]
    [InlineData("fall", 1, true)]
    [InlineData("cramp", 0, true)]
    public void Correction_would_be_effective_as_it_is_once_it_is_there(string what, int day, bool isEffective)
    {
        var journal = JournalBuilder.Of().Screened(0).Happened(1, what).Named("it");
        var before = journal.Entries.ToList();
        var correction = (CorrectionEntry)journal.Voided(day, "it").Entries.Last();

        EffectiveEntries.WouldBeEffective(correction, before, NeuropathicFootCondition.Instance, TimeZoneInfo.Utc).ShouldBe(isEffective);
        EffectiveEntries.Of([.. before, correction], NeuropathicFootCondition.Instance, TimeZoneInfo.Utc, null).OfType<AdverseEventEntry>().Any().ShouldBe(!isEffective);
    }

    private static DateOnly? Last(JournalBuilder journal, int day) => EffectiveEntries.LastAfter(journal.Entries, NeuropathicFootCondition.Instance, TimeZoneInfo.Utc, JournalBuilder.Date(day));
}
