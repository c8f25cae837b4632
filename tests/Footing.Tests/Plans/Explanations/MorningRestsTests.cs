using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>Three rests because of the next morning within four weeks.</summary>
public sealed class MorningRestsTests
{
    [Theory]
    [InlineData(27, true)]
    [InlineData(28, false)]
    public void Three_within_four_weeks_are_many(int day, bool are) => MorningRests.AreMany(Rested(0, 5, 10).StateOn(day), JournalBuilder.Date(day)).ShouldBe(are);

    [Fact]
    public void Two_are_not() => MorningRests.AreMany(Rested(0, 5).StateOn(10), JournalBuilder.Date(10)).ShouldBeFalse();

    [Fact]
    public void The_last_three_count()
    {
        var state = Rested(0, 5, 10, 15).StateOn(20);

        state.RestedByMorning.ShouldBe([JournalBuilder.Date(5), JournalBuilder.Date(10), JournalBuilder.Date(15)]);
    }

    [Fact]
    public void A_rest_by_the_session_itself_is_none_of_them()
    {
        var journal = JournalBuilder.Of().Screened(0);
        foreach (var day in new[] { 0, 5, 10 })
        {
            journal.Session(day, session => session.Pain(2, 7));
        }

        journal.StateOn(11).RestedByMorning.ShouldBeEmpty();
    }

    private static JournalBuilder Rested(params int[] days)
    {
        var journal = JournalBuilder.Of().Screened(0);
        foreach (var day in days)
        {
            journal.Session(day).NextMorning(day + 1, true);
        }

        return journal;
    }
}
