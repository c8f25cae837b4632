using Footing.Screening;

namespace Footing.Conditions.NeuropathicFoot;

/// <summary>The tests at home: whether the feet feel, and how steady and strong the legs are.</summary>
internal static class FootHomeTests
{
    /// <summary>All of them, in the order of the screening.</summary>
    public static ImmutableArray<HomeTest> All { get; } = [HomeTest.Touch, HomeTest.Line, HomeTest.Chair];
}
