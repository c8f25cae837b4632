using Footing.Screening;

namespace Footing.Web.Screening;

/// <summary>Names in texts of why a repeat asks for a test.</summary>
internal static class TestAgainIds
{
    /// <summary>The last part of the text's key.</summary>
    public static string Id(this TestAgain why) => why switch
    {
        TestAgain.Aged => "aged",
        TestAgain.Unsteady => "unsteady",
        TestAgain.Worse => "worse",
        TestAgain.NotDone => "not-done",
    };
}
