using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Screening;

/// <summary>What answers are recorded as, and what a repeat starts from.</summary>
public sealed class QuestionnaireTests
{
    private static readonly Questionnaire Asked = NeuropathicFootCondition.Instance.Questionnaire;

    [Fact]
    public void Test_that_is_not_asked_is_recorded_as_not_done_whatever_was_answered()
    {
        var recorded = Asked.Recorded(Answering.But("stands-with-support=no tandem-stand-seconds= chair-stands=12"));

        recorded["tandem-stand-seconds"].ShouldBe(Answer.Of("not-done"));
        recorded["chair-stands"].ShouldBe(Answer.Of("not-done"));
        Asked.Missing(recorded).ShouldBeEmpty();
    }

    [Fact]
    public void Optional_question_that_is_not_asked_has_no_answer()
    {
        var recorded = Asked.Recorded(Answering.But("diabetes=no insulin-or-sulfonylurea=yes metformin=no b12-tested=yes"));

        recorded["insulin-or-sulfonylurea"].ShouldBeNull();
        recorded["b12-tested"].ShouldBeNull();
    }

    [Fact]
    public void Answers_that_are_asked_for_are_recorded_as_they_are()
    {
        var answers = Answering.But("diabetes=yes insulin-or-sulfonylurea=yes tandem-stand-seconds= metformin=yes b12-tested=no");

        Asked.Recorded(answers).ShouldBe(answers);
    }

    [Fact]
    public void Repeat_asks_anew_what_may_be_different_by_now_and_shows_the_rest()
    {
        Asked.Questions.Where(question => !Asked.IsLasting(question.Id)).Select(question => question.Number).ShouldBe([.. Enumerable.Range(1, 9), 16, 17, 18, 32, 33, 34]);
        var lasting = Asked.Lasting(Answering.But("kidney-failure=yes metformin=yes burning-or-tingling=yes"));

        lasting["kidney-failure"].ShouldBe(Answer.Of("yes"));
        lasting["burning-or-tingling"].ShouldBe(Answer.Of("yes"));
        lasting["cold-pale-limb"].ShouldBeNull();
    }

    [Fact]
    public void Repeat_starts_from_the_last_screening_with_all_that_it_does_not_ask_anew()
    {
        var journal = JournalBuilder.Of().Screened(0).Screened(5).Named("last").Screened(9).Without("kidney-failure");

        Asked.RepeatedFrom(journal.Entries)!.Id.ShouldBe(journal["last"]);
        Asked.RepeatedFrom(JournalBuilder.Of().CheckIn(0).Entries).ShouldBeNull();
        Asked.RepeatedFrom(JournalBuilder.Of().Screened(9).Without("kidney-failure").Entries).ShouldBeNull();
        Asked.RepeatedFrom(JournalBuilder.Of().Screened(9).Without("black-skin").Entries).ShouldNotBeNull("it is asked anew anyway");
    }
}
