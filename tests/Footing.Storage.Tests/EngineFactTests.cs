using Footing.Testing;
using Xunit.Sdk;

namespace Footing.Storage.Tests;

/// <summary>An abstract class of tests, run for an engine that is always here and for PostgreSQL.</summary>
public abstract class EngineFactTests
{
    protected abstract bool EngineIsHere { get; }

    [EngineFact]
    public void It_runs_only_where_the_engine_is() => EngineIsHere.ShouldBeTrue(PostgresPrograms.Missing);
}

public sealed class EngineFactWithoutNeedsTests : EngineFactTests
{
    protected override bool EngineIsHere => true;
}

[NeedsPostgres]
public sealed class EngineFactOfPostgresTests : EngineFactTests
{
    protected override bool EngineIsHere => PostgresPrograms.Folder is not null;
}

public sealed class EngineTestCaseTests
{
    [Fact]
    public void A_missing_engine_is_shown_as_skipped_with_the_reason()
    {
        using var missing = Case<Missing>();
        missing.SkipReason.ShouldBe("Not here.");
    }

    [Fact]
    public void An_engine_without_needs_is_not_skipped()
    {
        using var here = Case<EngineFactWithoutNeedsTests>();
        here.SkipReason.ShouldBeNull();
    }

    [Fact]
    public void A_runner_that_writes_a_test_down_reads_it_back_with_its_reason() =>
        SerializationHelper.Deserialize<EngineTestCase>(SerializationHelper.Serialize(Case<Missing>())).SkipReason.ShouldBe("Not here.");

    private static EngineTestCase Case<T>()
    {
        var collection = new TestCollection(new TestAssembly(Reflector.Wrap(typeof(T).Assembly)), null, "engines");
        var tests = new TestClass(collection, Reflector.Wrap(typeof(T)));
        var method = tests.Class.GetMethod(nameof(EngineFactTests.It_runs_only_where_the_engine_is), includePrivateMethod: false);
        return new(new Xunit.Sdk.NullMessageSink(), TestMethodDisplay.Method, TestMethodDisplayOptions.None, new TestMethod(tests, method));
    }

#pragma warning disable xUnit1000, CA1812 // Not public, and made only by a case: the runner ignores it, where it would be skipped always.
    [NeedsMissing]
    private sealed class Missing : EngineFactTests
    {
        protected override bool EngineIsHere => false;
    }
#pragma warning restore xUnit1000, CA1812

    private sealed class NeedsMissingAttribute : NeedsEngineAttribute
    {
        public override string? SkipReason => "Not here.";
    }
}
