using Footing.Journal;
using Footing.Plans;

namespace Footing.Tests.Plans;

/// <summary>What the rules make of a stop and of an adverse event, word by word.</summary>
public sealed class StopAndEventMeaningTests
{
    [Fact]
    public void Stop_reasons()
    {
        Stops(StopReasonMeanings.IsFinding).ShouldBe("skin");
        Stops(StopReasonMeanings.IsBalanceConcern).ShouldBe("dizzy");
        Stops(StopReasonMeanings.IsInterruption).ShouldBe("interrupted other");
        Stops(StopReasonMeanings.ExcusesAnswers).ShouldBe("pain dizzy skin");
        Stops(StopReasonMeanings.NeedsAdvice).ShouldBe("pain dizzy cramp");
    }

    [Fact]
    public void Adverse_events()
    {
        Events(AdverseEventMeanings.IsFinding).ShouldBe("skin-change");
        Events(AdverseEventMeanings.IsBalanceConcern).ShouldBe("fall near-fall dizzy");
    }

    private static string Stops(Func<StopReason, bool> does) =>
        string.Join(' ', Vocabulary.StopReasons.Words.Where(word => does(Vocabulary.StopReasons.Find(word)!.Value)));

    private static string Events(Func<AdverseEvent, bool> does) =>
        string.Join(' ', Vocabulary.AdverseEvents.Words.Where(word => does(Vocabulary.AdverseEvents.Find(word)!.Value)));
}
