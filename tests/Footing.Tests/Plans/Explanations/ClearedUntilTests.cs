using Footing.Plans.Explanations;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>The last day of a clearance.</summary>
public sealed class ClearedUntilTests
{
    [Fact]
    public void It_is_the_last_day_on_which_the_latest_clearance_lifts_the_rule()
    {
        var journal = JournalBuilder.Of().Screened(0).With("foot-deformity", "yes").Cleared(1, "R15").Cleared(5, "R15");

        ClearedUntil.Of("R15", journal.StateOn(6), JournalBuilder.Date(6)).ShouldBe(JournalBuilder.Date(5 + Clearance.LastDay));
    }

    [Fact]
    public void Of_a_rule_that_nobody_cleared_there_is_none() =>
        ClearedUntil.Of("R11", JournalBuilder.Of().Screened(0).Cleared(1, "R15").StateOn(6), JournalBuilder.Date(6)).ShouldBeNull();
}
