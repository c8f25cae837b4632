using Footing.Plans.Explanations;
using Footing.Screening;
using Footing.Web.Screening;

namespace Footing.Web.HomeTests;

/// <summary>A test with its last result.</summary>
/// <param name="Test">The test.</param>
/// <param name="Result">Its last result.</param>
/// <param name="IsNotAsked">Whether it is not asked because standing is hard for the person.</param>
public sealed record Latest(HomeTest Test, HomeTestResult Result, bool IsNotAsked);

/// <summary>Names of validities in texts.</summary>
public static class ValidityIds
{
    /// <summary>The middle of the texts' keys.</summary>
    public static string Id(this Validity validity) => validity switch
    {
        Validity.Counts => "counts",
        Validity.Replaced => "replaced",
        Validity.Over => "over",
        Validity.LongAgo => "long-ago",
        Validity.NotDone => "not-done",
    };
}
