using Footing.Journal;
using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>What a person is still asked for.</summary>
public sealed class DueReportsTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Next_morning_is_asked_for_three_days(int day, bool isAsked) =>
        (Morning(Screened().Session(0), day) is not null).ShouldBe(isAsked);

    [Fact]
    public void Answered_morning_is_not_asked_again() => Morning(Screened().Session(0).NextMorning(1, false), 1).ShouldBeNull();

    [Fact]
    public void Without_a_session_there_is_no_morning() => Morning(Screened(), 1).ShouldBeNull();

    [Theory]
    [InlineData(7, false, true)]
    [InlineData(8, false, false)]
    [InlineData(1, true, false)]
    public void Session_without_a_report_is_asked_for_a_week(int day, bool isReported, bool isAsked)
    {
        var journal = Screened().Session(0);

        (DueReports.Session(JournalBuilder.Programme, journal.Entries, JournalBuilder.Date(day), TimeZoneInfo.Utc, _ => isReported)?.Session == journal.LastSession).ShouldBe(isAsked);
    }

    [Fact]
    public void Feet_are_checked_by_a_check_of_the_day_after_its_session()
    {
        AreChecked(Screened(), 0).ShouldBeFalse();
        AreChecked(Screened().FootCheck(0), 0).ShouldBeTrue();
        AreChecked(Screened().FootCheck(0), 1).ShouldBeFalse();
        AreChecked(Screened().Session(0), 0).ShouldBeFalse();
        AreChecked(Screened().Session(0, session => session.CheckedAfter()), 0).ShouldBeTrue();
    }

    private static SessionEntry? Morning(JournalBuilder journal, int day) =>
        DueReports.Morning(journal.StateOn(day), journal.ProjectionOn(day).Effective, JournalBuilder.Date(day));

    private static bool AreChecked(JournalBuilder journal, int day) =>
        DueReports.AreFeetChecked(journal.ProjectionOn(day).Effective, JournalBuilder.Date(day), TimeZoneInfo.Utc);

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);
}
