using Footing.Journal;
using Footing.Plans;

namespace Footing.Tests.Plans;

/// <summary>What the rules make of an adverse event, word by word.</summary>
public sealed class AdverseEventMeaningsTests
{
    [Fact]
    public void Adverse_events()
    {
        Events(AdverseEventMeanings.IsFinding).ShouldBe("skin-change");
        Events(AdverseEventMeanings.IsBalanceConcern).ShouldBe("fall near-fall dizzy");
    }

    private static string Events(Func<AdverseEvent, bool> does) =>
        string.Join(' ', Vocabulary.AdverseEvents.Words.Where(word => does(Vocabulary.AdverseEvents.Find(word)!.Value)));
}
