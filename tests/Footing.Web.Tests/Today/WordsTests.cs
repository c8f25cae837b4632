using Footing.Conditions.NeuropathicFoot;
using Footing.Content;
using Footing.Journal;
using Footing.Screening;
using Footing.Web.AdverseEvents;
using Footing.Web.AfterSession;
using Footing.Wording;

namespace Footing.Web.Tests.Today;

public sealed class WordsTests
{
    private static readonly Texts Words = ShippedTexts.Load("en").In("neuropathic-foot");

    [Fact]
    public void Whatever_withholds_an_exercise_has_a_plain_reason()
    {
        // Only R14, R17 to R20 and R24 withhold nothing.
        string[] rules = [.. NeuropathicFootCondition.Instance.Rules.Where(rule => rule.Number is not (14 or (>= 17 and <= 19) or 24)).Select(rule => rule.Name), "P4", "P6", "adjustment"];

        rules.ShouldAllBe(rule => Words.Has($"today.locked.{rule}"));
    }

    [Fact]
    public void Every_notice_has_a_title_and_sentences()
    {
        foreach (var rule in new[] { "P5", "P8", "P9", "P10", "P11", "P12" })
        {
            Words.Has($"notices.{rule}.title").ShouldBeTrue(rule);
            Words.List($"notices.{rule}.text").ShouldNotBeEmpty(rule);
        }
    }

    [Fact]
    public void Every_happening_and_every_reason_for_stopping_has_words_and_what_needs_advice_has_it()
    {
        Vocabulary.AdverseEvents.Words.ShouldBe(["fall", "near-fall", "dizzy", "skin-change", "cramp"]);
        Vocabulary.AdverseEvents.Words.ShouldAllBe(what => Words.Has($"event.what.{what}"));
        Vocabulary.StopReasons.Words.ShouldAllBe(reason => Words.Has($"questions-after.stop.{reason}"));
        foreach (var what in new[] { "fall", "near-fall", "dizzy", "pain", "cramp" })
        {
            Words.List($"advice.{what}.do").ShouldNotBeEmpty(what);
            Words.List($"advice.{what}.ask").ShouldNotBeEmpty(what);
        }
    }

    [Fact]
    public void The_day_blames_nobody_and_promises_nothing()
    {
        string[] never = ["you should have", "you missed", "you failed", "streak", "will heal", "will cure", "will get better", "pain-free", "stop taking"];
        foreach (var key in Words.Keys.Where(key => key.Split('.')[0] is "today" or "finding" or "event" or "advice" or "notices" or "foot-check" or "session" or "questions-after"))
        {
            never.ShouldAllBe(phrase => !Words[key].Contains(phrase, StringComparison.OrdinalIgnoreCase), key);
            Words[key].Count(letter => letter == '!').ShouldBe(0, key);
        }
    }
}
