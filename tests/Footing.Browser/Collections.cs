using Footing.Testing.Web;

namespace Footing.Browser;

/// <summary>Pages and forms. Each collection has its own browser, and two of them run at a time.</summary>
[CollectionDefinition(Name)]
public sealed class OfPages : ICollectionFixture<Chromium>
{
    public const string Name = "Pages";
}

/// <summary>Sessions that a page performs.</summary>
[CollectionDefinition(Name)]
public sealed class OfSessions : ICollectionFixture<Chromium>
{
    public const string Name = "Sessions";
}

/// <summary>Tests that measure time: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OfTime : ICollectionFixture<Chromium>
{
    public const string Name = "Time";
}
