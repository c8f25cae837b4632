using Footing.Screening;

namespace Footing.Tests.Screening;

public sealed class DispositionTests
{
    [Fact]
    public void Two_dispositions_are_urgent() =>
        Enum.GetValues<Disposition>().Where(disposition => disposition.IsUrgent()).ShouldBe([Disposition.SameDay, Disposition.Emergency]);

    [Fact]
    public void Urgent_ones_are_listed_with_the_most_serious_first() => Dispositions.Urgent.ShouldBe([Disposition.Emergency, Disposition.SameDay]);

    [Fact]
    public void One_disposition_is_an_emergency() =>
        Enum.GetValues<Disposition>().Where(disposition => disposition.IsEmergency()).ShouldBe([Disposition.Emergency]);
}
