using Footing.Conditions.NeuropathicFoot;
using Footing.Content;
using Footing.Journal;
using Footing.Screening;
using Footing.Storage;
using Footing.Wording;

namespace Footing.Web.Tests.Screening;

public sealed class WordsTests
{
    private static readonly Texts Words = ShippedTexts.Load("en").In("neuropathic-foot");

    [Fact]
    public void Every_question_has_a_title_a_short_form_a_reason_and_words_for_its_answers()
    {
        foreach (var question in Question.All)
        {
            Words.Has($"questions.{question.Id}.title").ShouldBeTrue(question.Id);
            Words.Has($"questions.{question.Id}.short").ShouldBeTrue(question.Id);
            Words.List($"questions.{question.Id}.why").ShouldNotBeEmpty(question.Id);
            question.Words.ShouldAllBe(word => Words.Has($"answers.{word}"));
            (question.Least is null || Words.Has($"questions.{question.Id}.error")).ShouldBeTrue(question.Id);
        }
    }

    [Fact]
    public void Every_rule_has_a_title_a_reason_and_what_to_do()
    {
        foreach (var rule in NeuropathicFootCondition.Instance.Rules.Select(rule => rule.Name).Append("R20"))
        {
            Words.Has($"rules.{rule}.title").ShouldBeTrue(rule);
            Words.Has($"rules.{rule}.reason").ShouldBeTrue(rule);
            Words.List($"rules.{rule}.do").ShouldNotBeEmpty(rule);
        }

        NeuropathicFootCondition.Instance.Rules.Where(rule => rule.CanBeLifted).ShouldAllBe(rule => Words.Has($"rules.{rule.Name}.who"));
        NeuropathicFootCondition.Instance.Rules.Where(rule => rule.Number <= 4).ShouldAllBe(rule => Words.Has($"rules.{rule.Name}.say"));
    }

    [Fact]
    public void Every_fault_of_the_store_has_a_page()
    {
        string[] pages = ["full", "locked", "gone", "read-only", "newer", "not-ours", "corrupt", "keys", "refused"];

        pages.Length.ShouldBe(Enum.GetValues<StorageFault>().Length);
        pages.ShouldAllBe(page => Words.Has($"failure.storage-{page}.title") && Words.List($"failure.storage-{page}.text").Length > 0);
    }

    [Fact]
    public void No_words_promise_healing_or_name_an_illness_as_the_persons()
    {
        string[] never = ["you have neuropathy", "you suffer", "will heal", "will cure", "will get better", "you must not worry", "stop taking", "take less", "take more"];
        foreach (var key in Words.Keys.Where(key => key.StartsWith("rules.", StringComparison.Ordinal) || key.StartsWith("result.", StringComparison.Ordinal)))
        {
            never.ShouldAllBe(phrase => !Words[key].Contains(phrase, StringComparison.OrdinalIgnoreCase), key);
        }
    }
}
