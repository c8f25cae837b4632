using Footing.Exercises;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>P10 and P11: what check-ins say of how it goes.</summary>
public sealed class ReportsTests
{
    [Theory]
    [InlineData(4, 5, false)]
    [InlineData(4, 6, true)]
    [InlineData(3, 4, true)]
    [InlineData(0, 1, true)]
    [InlineData(0, 0, false)]
    [InlineData(5, 6, false)]
    [InlineData(8, 10, true)]
    [InlineData(4, 2, false)]
    public void Pain_up_by_2_or_by_30_percent_and_1_in_two_check_ins_is_P10(int first, int later, bool matches)
    {
        var journal = Screened().CheckIn(0).With("pain", first).CheckIn(7).With("pain", later).Named("one")
            .CheckIn(12).With("pain", later).Named("two");
        var told = journal.PlanOn(12).Notices;

        told.Select(notice => notice.Rule).ShouldBe(matches ? ["P10"] : []);
        if (matches)
        {
            told[0].Entries.ShouldBe([journal["one"], journal["two"]]);
        }
    }

    [Theory]
    [InlineData("5 5 5", "6 6 7", false)]
    [InlineData("5 5 5", "6 7 7", true)]
    [InlineData("7 7 7", "9 9 8", false)]
    [InlineData("7 7 7", "9 9 9", true)]
    [InlineData("1 1 1", "2 2 1", false)]
    [InlineData("4 3 3", "5 4 4", true)]
    [InlineData("4 4 3", "5 5 4", false)]
    [InlineData("1 1 1", "2 2 2", true)]
    public void PEG_is_the_mean_of_its_three(string first, string later, bool matches) =>
        Screened().CheckIn(0).With("peg", Peg(first)).CheckIn(7).With("peg", Peg(later)).CheckIn(12).With("peg", Peg(later))
            .PlanOn(12).Told().ShouldBe(matches ? "P10" : "");

    [Theory]
    [InlineData(1, 2, false)]
    [InlineData(1, 3, true)]
    [InlineData(0, 2, true)]
    public void Nights_woken_are_up_by_2(int first, int later, bool matches) =>
        Screened().CheckIn(0).With("nightsWoken", first).CheckIn(7).With("nightsWoken", later).CheckIn(12).With("nightsWoken", later)
            .PlanOn(12).Told().ShouldBe(matches ? "P10" : "");

    [Theory]
    [InlineData(11, "")]
    [InlineData(12, "P10")]
    public void Two_check_ins_are_at_least_5_days_apart(int day, string told) =>
        Screened().CheckIn(0).With("pain", 4).CheckIn(7).With("pain", 7).CheckIn(day).With("pain", 7).PlanOn(day).Told().ShouldBe(told);

    [Fact]
    public void One_check_in_that_is_up_is_not_enough() =>
        Screened().CheckIn(0).With("pain", 4).CheckIn(14).With("pain", 9).PlanOn(20).Told().ShouldBe("");

    [Fact]
    public void Check_in_in_which_nothing_is_up_breaks_the_row() =>
        Screened().CheckIn(0).With("pain", 4).CheckIn(7).With("pain", 7).CheckIn(10).With("pain", 4).CheckIn(13).With("pain", 7)
            .PlanOn(13).Told().ShouldBe("");

    [Fact]
    public void Check_in_with_none_of_the_three_does_not_count() =>
        Screened().CheckIn(0).With("pain", 4).CheckIn(7).With("pain", 7).CheckIn(10).With("mood", 1).CheckIn(13).With("pain", 7)
            .PlanOn(13).Told().ShouldBe("P10");

    [Fact]
    public void Each_measure_is_held_against_the_first_check_in_that_has_it() =>
        Screened().CheckIn(0).With("nightsWoken", 1).CheckIn(3).With("pain", 6).CheckIn(7).With("pain", 7).CheckIn(12).With("pain", 7)
            .PlanOn(12).Told().ShouldBe("");

    [Fact]
    public void It_ends_with_the_first_check_in_in_which_nothing_is_up() =>
        Screened().CheckIn(0).With("pain", 4).CheckIn(7).With("pain", 7).CheckIn(12).With("pain", 7).CheckIn(14).With("pain", 5)
            .PlanOn(14).Told().ShouldBe("");

    [Fact]
    public void No_step_up_while_it_goes_worse()
    {
        var worse = Screened().CheckIn(-13).With("pain", 4).CheckIn(-6).With("pain", 7).CheckIn(-1).With("pain", 7).Sessions(0, 4, 7);

        worse.PlanOn(7).Level(FootExercises.AnklePump).ShouldBe(1);
        worse.CheckIn(8).With("pain", 4).Session(9).PlanOn(9).Level(FootExercises.AnklePump).ShouldBe(2);
    }

    [Theory]
    [InlineData(83, "same", 5, false)]
    [InlineData(84, "same", 5, true)]
    [InlineData(84, "little-worse", 5, true)]
    [InlineData(84, "worse", 5, true)]
    [InlineData(84, "much-worse", 5, true)]
    [InlineData(84, "little-better", 5, false)]
    [InlineData(84, "better", 5, false)]
    [InlineData(84, "much-better", 5, false)]
    [InlineData(84, null, 5, false)]
    [InlineData(84, "same", 4, true)]
    [InlineData(84, "same", 3, false)]
    public void No_better_after_84_days_is_P11(int day, string? change, int pain, bool matches)
    {
        var journal = Screened().Session(0).CheckIn(0).With("pain", 5).Named("first")
            .CheckIn(80).With("pain", pain).With("change", change).Named("latest");
        var told = journal.PlanOn(day).Notices.SingleOrDefault(notice => notice.Rule == "P11");

        (told is not null).ShouldBe(matches);
        told?.Entries.ShouldBe([journal["first"], journal["latest"]]);
    }

    [Theory]
    [InlineData(10, 7, false)]
    [InlineData(10, 8, true)]
    [InlineData(9, 7, true)]
    public void Exactly_30_percent_below_is_better(int first, int latest, bool matches) =>
        Screened().Session(0).CheckIn(0).With("pain", first).CheckIn(80).With("pain", latest).With("change", "same")
            .PlanOn(84).Told().Contains("P11", StringComparison.Ordinal).ShouldBe(matches);

    [Fact]
    public void Either_pain_or_PEG_below_is_better() =>
        Screened().Session(0).CheckIn(0).With("pain", 5).With("peg", Peg("6 6 6"))
            .CheckIn(80).With("pain", 5).With("peg", Peg("4 4 4")).With("change", "same")
            .PlanOn(84).Told().ShouldNotContain("P11");

    [Fact]
    public void Measure_that_either_lacks_is_not_below_and_without_both_P11_does_not_match()
    {
        Screened().Session(0).CheckIn(0).With("pain", 5).CheckIn(80).With("peg", Peg("1 1 1")).With("change", "same")
            .PlanOn(84).Told().ShouldNotContain("P11");
        Screened().Session(0).CheckIn(0).With("pain", 5).With("peg", Peg("9 9 9")).CheckIn(80).With("pain", 5).With("change", "same")
            .PlanOn(84).Told().ShouldContain("P11");
    }

    [Fact]
    public void No_step_up_after_84_days_without_getting_better()
    {
        JournalBuilder Trial(string change)
        {
            var journal = JournalBuilder.Of().CheckIn(-1).With("pain", 5);
            for (var day = 0; day <= 74; day++)
            {
                if (day % 25 == 0)
                {
                    journal.Screened(day);
                }

                if (day % 7 is 0 or 2 or 4)
                {
                    journal.Session(day, session => session.Effort(6));
                }
            }

            return journal.Screened(75).CheckIn(76).With("pain", 5).With("change", change).Sessions(77, 79, 81, 84);
        }

        Trial("same").PlanOn(84).Level(FootExercises.AnklePump).ShouldBe(1);
        Trial("better").PlanOn(84).Level(FootExercises.AnklePump).ShouldBe(2);
    }

    private static JournalBuilder Screened() => JournalBuilder.Of().Screened(0);

    private static int[] Peg(string items) => [.. items.Split(' ').Select(int.Parse)];
}
