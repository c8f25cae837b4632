using Footing.Plans;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>A projection that goes on from a closed date equals the projection of the whole.</summary>
public sealed class CareProjectorTests
{
    [Fact]
    public void Fold_from_a_closed_date_does_not_apply_its_entries_again() =>
        FromClosed(JournalBuilder.Of().Screened(0).Sessions(0, 2, 4), 0, 5);

    [Fact]
    public void Fold_from_a_date_before_all_entries_applies_them_all()
    {
        var fold = Fold(JournalBuilder.Of().Screened(0).Session(0));
        var before = CareProjector.Close(CareProjector.Open(CareState.Empty(JournalBuilder.Programme), JournalBuilder.Date(-1)));

        fold.ProjectFrom(before, JournalBuilder.Date(-1), JournalBuilder.Date(1)).State.Screening.ShouldNotBeNull();
    }

    private static void FromClosed(JournalBuilder journal, int closedOn, int on)
    {
        var fold = Fold(journal);
        var closed = CareProjector.Close(fold.ProjectTo(JournalBuilder.Date(closedOn)));

        Arrivals.Parts(fold.ProjectFrom(closed, JournalBuilder.Date(closedOn), JournalBuilder.Date(on)).State)
            .ShouldBe(Arrivals.Parts(fold.ProjectTo(JournalBuilder.Date(on)).State));
    }

    private static CareProjector Fold(JournalBuilder journal) => new(JournalBuilder.Programme, journal.Entries, TimeZoneInfo.Utc);
}
