using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;

namespace Footing.Tests.Conditions.NeuropathicFoot;

public sealed class UlcerRiskTests
{
    [Theory]
    [InlineData(0, false, "touch-test=1")]
    [InlineData(0, false, "touch-test=0 foot-deformity=yes past-ulcer-or-amputation=yes")]
    [InlineData(1, false, "touch-test=2")]
    [InlineData(1, false, "touch-test=0 arterial-disease=yes")]
    [InlineData(2, false, "touch-test=3 arterial-disease=yes")]
    [InlineData(2, false, "touch-test=3 foot-deformity=yes")]
    [InlineData(2, true, "touch-test=0 arterial-disease=unsure foot-deformity=yes")]
    [InlineData(3, false, "touch-test=3 past-ulcer-or-amputation=yes")]
    [InlineData(3, false, "touch-test=0 arterial-disease=yes kidney-failure=yes")]
    [InlineData(1, true, "touch-test=self numb-feet=yes")]
    public void Category_is_that_of_the_guideline(int category, bool isUncertain, string answers)
    {
        var given = answers.Split(' ').Select(answer => answer.Split('=')).Aggregate(
            Answers.None, (all, one) => all.With(one[0], int.TryParse(one[1], out var number) ? Answer.Of(number) : Answer.Of(one[1])).Value);

        var risk = UlcerRisk.Of(given);

        (risk.Number, risk.IsUncertain).ShouldBe((category, isUncertain));
    }
}
