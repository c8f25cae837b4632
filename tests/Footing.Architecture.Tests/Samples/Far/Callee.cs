using Footing.Architecture.Tests.Samples.Near;

namespace Footing.Architecture.Tests.Samples.Far;

/// <summary>Knows the folder that knows it.</summary>
internal static class Callee
{
    public static List<string> Parts() => [nameof(Caller)];

    public static int Both() => Caller.Count() + 1;
}
