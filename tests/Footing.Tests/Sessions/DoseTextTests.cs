using Footing.Programmes;
using Footing.Sessions;

namespace Footing.Tests.Sessions;

public sealed class DoseTextTests
{
    [Fact]
    public void A_dose_is_said_as_people_say_it()
    {
        DoseText.Of(Dose.OfReps(3, 10, perSide: true), Scripts.Texts).ShouldBe("3 sets of 10, each foot");
        DoseText.Of(Dose.OfReps(1, 1, perSide: true), Scripts.Texts).ShouldBe("1 time, each foot");
        DoseText.Of(Dose.OfReps(2, 1), Scripts.Texts).ShouldBe("2 sets of 1");
        DoseText.Of(Dose.OfReps(1, 10), Scripts.Texts).ShouldBe("10 times");
        DoseText.Of(Dose.OfSeconds(1, 60, perSide: true), Scripts.Texts).ShouldBe("1 minute, each foot");
        DoseText.Of(Dose.OfSeconds(2, 120), Scripts.Texts).ShouldBe("2 times 2 minutes");
        DoseText.Of(Dose.OfSeconds(1, 90), Scripts.Texts).ShouldBe("90 seconds");
        DoseText.Of(Dose.OfSeconds(1, 1), Scripts.Texts).ShouldBe("1 second");
    }
}
