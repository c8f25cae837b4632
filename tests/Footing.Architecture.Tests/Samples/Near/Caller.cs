using Footing.Architecture.Tests.Samples.Far;

namespace Footing.Architecture.Tests.Samples.Near;

/// <summary>Uses the other folder only within a method, by a type that it does not name.</summary>
internal static class Caller
{
    public static int Count()
    {
        var parts = Callee.Parts();
        return parts.Count;
    }
}
