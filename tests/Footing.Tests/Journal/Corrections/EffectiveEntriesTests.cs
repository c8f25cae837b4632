using Footing.Conditions.NeuropathicFoot;
using Footing.Exercises;
using Footing.Journal.Corrections;
using Footing.Testing;

namespace Footing.Tests.Journal.Corrections;

/// <summary>Corrections: what counts, and that a finding is made milder only on its day or by the practitioner.</summary>
public sealed partial class EffectiveEntriesTests
{
    [Fact]
    public void Corrected_entry_counts_as_if_it_had_been_so_from_the_start()
    {
        var journal = JournalBuilder.Of().Screened(0).Session(0, session => session.Effort(9)).Named("session");

        journal.PlanOn(2).Dose(FootExercises.ToeLift).ShouldBe("1 x 30 s");
        journal.Corrected(2, "session").With("effort", new Dictionary<string, int> { ["toe-lift"] = 4 });
        journal.PlanOn(1).Dose(FootExercises.ToeLift).ShouldBe("1 x 30 s");
        journal.PlanOn(2).Dose(FootExercises.ToeLift).ShouldBe("1 x 60 s");
    }

    [Fact]
    public void Voided_entry_does_not_count() =>
        JournalBuilder.Of().Screened(0).Adjusted(0, FootExercises.ToeLift).With("level", 3).Named("level").Voided(5, "level")
            .PlanOn(5).Level(FootExercises.ToeLift).ShouldBe(1);

    [Fact]
    public void Last_correction_stands() =>
        JournalBuilder.Of().Screened(0).Adjusted(0, FootExercises.ToeLift).With("level", 3).Named("level")
            .Corrected(1, "level").With("level", 4).Corrected(2, "level").With("level", 2)
            .PlanOn(2).Level(FootExercises.ToeLift).ShouldBe(2);

    [Fact]
    public void Voided_correction_does_not_count() =>
        JournalBuilder.Of().Screened(0).Adjusted(0, FootExercises.ToeLift).With("level", 3).Named("level")
            .Corrected(1, "level").With("level", 4).Named("correction").Voided(2, "correction")
            .PlanOn(2).Level(FootExercises.ToeLift).ShouldBe(3);

    [Fact]
    public void Entry_may_be_moved_and_keeps_its_time_unless_moved()
    {
        var journal = JournalBuilder.Of().Screened(0).Adjusted(1, FootExercises.ToeLift).With("level", 3).Named("level")
            .Corrected(1, "level").MovingTo(4);

        journal.PlanOn(1).Level(FootExercises.ToeLift).ShouldBe(1);
        journal.PlanOn(4).Level(FootExercises.ToeLift).ShouldBe(3);
        journal.Corrected(5, "level").With("level", 2).PlanOn(5).Level(FootExercises.ToeLift).ShouldBe(2);
    }

    [Fact]
    public void Correction_waits_for_the_entry_that_it_names()
    {
        var journal = JournalBuilder.Of().Screened(0).Adjusted(1, FootExercises.ToeLift).With("level", 3).Named("level").Voided(0, "level");

        journal.PlanOn(0).Level(FootExercises.ToeLift).ShouldBe(1);
        journal.PlanOn(1).Level(FootExercises.ToeLift).ShouldBe(1);
    }

    [Fact]
    public void Correction_of_nothing_changes_nothing()
    {
        var journal = JournalBuilder.Of().Screened(0);
        var before = journal.PlanOn(0).Json();

        journal.Other(0, "correction").With("of", "11111111-1111-7111-8111-111111111111").With("with", "void");

        journal.PlanOn(0).Json().ShouldBe(before);
    }

    [Theory]
    [InlineData("skin", "wound", "clear")]
    [InlineData("skin", "wound", "bruise")]
    [InlineData("skin", "blister", "mark")]
    [InlineData("heat", "yes", "no")]
    [InlineData("swelling", "unsure", "no")]
    public void Finding_is_made_milder_on_its_day_or_by_the_practitioner_alone(string field, string found, string milder)
    {
        JournalBuilder Checked(int day) => JournalBuilder.Of().Screened(0).FootCheck(0).With(field, found).Named("check")
            .Corrected(day, "check").With(field, milder);
        var clears = milder is "clear" or "no";

        Checked(0).PlanOn(3).Told().ShouldBe(clears ? "" : "P5");
        Checked(1).PlanOn(3).Told().ShouldBe("P5");
        Checked(1).ByPractitioner().PlanOn(3).Told().ShouldBe(clears ? "" : "P5");
    }

    [Fact]
    public void Finding_is_voided_on_its_day_or_by_the_practitioner_alone()
    {
        JournalBuilder Fallen(int day) => JournalBuilder.Of().Screened(0).Happened(0, "fall").Named("fall").Voided(day, "fall");

        Fallen(0).PlanOn(3).LockedBy().ShouldBe("");
        Fallen(1).PlanOn(3).LockedBy().ShouldBe("calf-raise P6");
        Fallen(1).ByPractitioner().PlanOn(3).LockedBy().ShouldBe("");
    }

    [Theory]
    [InlineData("fall", "near-fall")]
    [InlineData("fall", "dizzy")]
    [InlineData("near-fall", "cramp")]
    [InlineData("skin-change", "fall")]
    public void Event_is_made_milder_likewise(string was, string milder)
    {
        JournalBuilder Told(int day) => JournalBuilder.Of().Screened(0).Happened(0, was).Named("event")
            .Corrected(day, "event").With("what", milder);

        Told(1).PlanOn(3).Json().ShouldBe(JournalBuilder.Of().Screened(0).Happened(0, was).PlanOn(3).Json());
        Told(0).PlanOn(3).Json().ShouldBe(JournalBuilder.Of().Screened(0).Happened(0, milder).PlanOn(3).Json());
    }

    /// <summary>That nobody looked at numb feet is a finding: on a later day it cannot be said that somebody did.</summary>
    [Theory]
    [InlineData("yes", "no", true)]
    [InlineData("no", "yes", false)]
    public void Nobody_looking_is_taken_back_likewise_by_the_screening_before_it(string numbFirst, string numbThen, bool counts)
    {
        var journal = JournalBuilder.Of().Screened(0).With("numb-feet", numbFirst).Screened(1).With("numb-feet", numbThen)
            .FootCheck(2).With("looked", "nobody").Named("check").Screened(3).With("numb-feet", numbFirst)
            .Corrected(4, "check").With("looked", "self");

        EffectiveEntries.Of(journal.Entries, NeuropathicFootCondition.Instance, TimeZoneInfo.Utc, JournalBuilder.Date(4)).OfType<Footing.Journal.FootCheckEntry>().Single().ObservedBy
            .ShouldBe(counts ? Footing.Journal.Observer.Self : Footing.Journal.Observer.Nobody);
    }

    [Fact]
    public void Finding_moved_to_another_date_counts_where_it_was_unless_moved_on_its_day()
    {
        JournalBuilder Moved(int day) => JournalBuilder.Of().Screened(0).FootCheck(0).With("skin", "blister").Named("check")
            .Corrected(day, "check").MovingTo(-3);

        Moved(1).Screened(0).At("20:00").PlanOn(1).Told().ShouldBe("P5");
        Moved(0).Screened(0).At("20:00").PlanOn(1).Told().ShouldBe("");
    }

    [Fact]
    public void Finding_moved_within_its_date_stays_a_finding() =>
        JournalBuilder.Of().Screened(0).FootCheck(0).With("skin", "blister").Named("check").Corrected(1, "check").MovingTo(0, "07:00:00")
            .PlanOn(1).Told().ShouldBe("P5");

    [Theory]
    [InlineData("skin", "clear", "wound")]
    [InlineData("skin", "mark", "wound")]
    [InlineData("heat", "no", "unsure")]
    public void Worse_may_be_told_at_any_time(string field, string was, string worse) =>
        JournalBuilder.Of().Screened(0).FootCheck(0).With(field, was).Named("check").Corrected(5, "check").With(field, worse)
            .PlanOn(5).Told().ShouldBe("P5");

    [Fact]
    public void Clear_check_may_be_voided_at_any_time() =>
        JournalBuilder.Of().Screened(0).Session(0).FootCheck(4).Named("check").Session(4, session => session.Unchecked()).Session(7).Voided(8, "check")
            .PlanOn(8).Level(FootExercises.AnklePump).ShouldBe(1);

    [Theory]
    [InlineData(2.3, 2.2)]
    [InlineData(-4, -3)]
    public void Warm_foot_is_made_cooler_likewise(double was, double cooler)
    {
        JournalBuilder Measured(int day) => JournalBuilder.Of().Screened(0).FootCheck(0).With("sideDifferenceC", was).Named("check")
            .Corrected(day, "check").With("sideDifferenceC", cooler);

        Measured(1).PlanOn(2).Told().ShouldBe("P9");
        Measured(0).PlanOn(2).Told().ShouldBe(Math.Abs(cooler) > 2.2 ? "P9" : "");
    }

    [Fact]
    public void Session_stopped_for_dizziness_keeps_its_reason_but_not_its_effort()
    {
        JournalBuilder Stopped(int day, string field, object? value) => JournalBuilder.Of().Screened(0)
            .Session(0, session => session.Effort(9).Stopped("dizzy")).Named("session").Corrected(day, "session").With(field, value);

        Stopped(1, "stopReason", "tired").PlanOn(2).LockedBy().ShouldBe("calf-raise P6");
        Stopped(0, "stopReason", "tired").PlanOn(2).LockedBy().ShouldBe("");
        Stopped(1, "effort", new Dictionary<string, int>()).PlanOn(2).Dose(FootExercises.ToeLift).ShouldBe("1 x 60 s");
    }

    [Theory]
    [InlineData("kidney-failure", "yes", "no")]
    [InlineData("kidney-failure", "yes", "unsure")]
    [InlineData("stands-with-support", "no", "unsure")]
    [InlineData("stands-with-support", "unsure", "yes")]
    [InlineData("touch-test", 4, 3)]
    [InlineData("touch-test", 3, "not-done")]
    [InlineData("touch-test", "not-done", 0)]
    [InlineData("tandem-stand-seconds", 4, 5)]
    [InlineData("tandem-stand-seconds", "not-done", 10)]
    [InlineData("chair-stands", 9, 10)]
    [InlineData("chair-stands", "not-done", 20)]
    public void Screening_answer_is_made_milder_likewise(string question, object was, object milder)
    {
        JournalBuilder Screened(object answer) => JournalBuilder.Of().Screened(0).With(question, answer).Named("screening");
        var before = Screened(was).PlanOn(0).Json();
        var after = Screened(milder).PlanOn(0).Json();

        Screened(was).Corrected(0, "screening").With(question, milder).PlanOn(0).Json().ShouldBe(after);
        AsOfDay0(Screened(was).Corrected(1, "screening").With(question, milder)).ShouldBe(AsOfDay0(Screened(was)));
        AsOfDay0(Screened(was).Corrected(1, "screening").With(question, milder).ByPractitioner()).ShouldBe(AsOfDay0(Screened(milder)));
        Screened(milder).Corrected(0, "screening").With(question, was).PlanOn(0).Json().ShouldBe(before);
        AsOfDay0(Screened(milder).Corrected(1, "screening").With(question, was)).ShouldBe(AsOfDay0(Screened(was)));
    }

    [Fact]
    public void Context_of_a_screening_may_be_corrected_at_any_time() =>
        JournalBuilder.Of().Screened(0).With("insulin-or-sulfonylurea", "yes").Named("screening")
            .Corrected(5, "screening").With("insulin-or-sulfonylurea", "no")
            .PlanOn(5).Why(FootExercises.ToeLift).ShouldBe("R20");

    [Fact]
    public void Age_may_be_corrected_to_a_lower_cut_off_on_the_day_itself_alone()
    {
        JournalBuilder Corrected(int day, int from, int to) => JournalBuilder.Of().Screened(0).With("age", from).With("chair-stands", 10).Named("screening")
            .Corrected(day, "screening").With("age", to);

        Corrected(0, 66, 72).PlanOn(5).LockedBy().ShouldBe("");
        Corrected(5, 66, 72).PlanOn(5).LockedBy().ShouldBe("calf-raise R16");
        Corrected(5, 66, 72).ByPractitioner().PlanOn(5).LockedBy().ShouldBe("");
        Corrected(5, 72, 66).PlanOn(5).LockedBy().ShouldBe("calf-raise R16");
    }

    [Fact]
    public void Screening_is_voided_by_the_practitioner_alone_after_its_day()
    {
        JournalBuilder Voided() => JournalBuilder.Of().Screened(0).Screened(1).With("swollen-tender-calf", "yes").Named("screening")
            .Voided(2, "screening");

        Voided().PlanOn(2).Exercises.ShouldBeEmpty();
        Voided().ByPractitioner().PlanOn(2).Exercises.ShouldNotBeEmpty();
    }

    [Fact]
    public void Correction_of_a_correction_makes_nothing_milder_either()
    {
        JournalBuilder Worsened() => JournalBuilder.Of().Screened(0).FootCheck(0).Named("check")
            .Corrected(3, "check").With("skin", "wound").Named("correction");

        Worsened().PlanOn(3).Told().ShouldBe("P5");
        Worsened().Voided(3, "correction").At("22:00").PlanOn(3).Told().ShouldBe("P5");
        Worsened().Voided(3, "correction").At("22:00").ByPractitioner().PlanOn(3).Told().ShouldBe("");
    }

    [Fact]
    public void Role_within_the_correction_s_content_gives_no_permission() =>
        JournalBuilder.Of().Screened(0).FootCheck(0).With("skin", "wound").Named("check")
            .Corrected(1, "check").With("skin", "clear").With("role", "practitioner")
            .PlanOn(1).Told().ShouldBe("P5");

    [Fact]
    public void Correction_of_no_readable_content_changes_nothing() =>
        JournalBuilder.Of().Screened(0).Adjusted(0, FootExercises.ToeLift).With("level", 3).Named("level")
            .Corrected(1, "level").With("level", "high").PlanOn(1).Level(FootExercises.ToeLift).ShouldBe(3);

    private static string AsOfDay0(JournalBuilder journal)
    {
        var plan = journal.PlanOn(1);
        return $"{plan.Disposition} {plan.Levels()} {plan.LockedBy()}";
    }
}
