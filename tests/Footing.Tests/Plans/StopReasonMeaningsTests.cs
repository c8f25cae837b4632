using Footing.Journal;
using Footing.Plans;

namespace Footing.Tests.Plans;

/// <summary>What the rules make of a stop, word by word.</summary>
public sealed class StopReasonMeaningsTests
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

    private static string Stops(Func<StopReason, bool> does) =>
        string.Join(' ', Vocabulary.StopReasons.Words.Where(word => does(Vocabulary.StopReasons.Find(word)!.Value)));
}
