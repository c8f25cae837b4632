using System.ComponentModel;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Footing.Testing;

/// <summary>
/// A test of an abstract class for several engines. It runs once for each subclass, and is skipped for a subclass whose
/// <see cref="NeedsEngineAttribute"/> says that its engine is missing.
/// </summary>
/// <remarks>A class fixture is made even if all its tests are skipped: open the engine in InitializeAsync.</remarks>
[XunitTestCaseDiscoverer("Footing.Testing.EngineFactDiscoverer", "Footing.Testing")]
public sealed class EngineFactAttribute : FactAttribute;

/// <summary>What a class of tests needs from the machine.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NeedsEngineAttribute : Attribute
{
    /// <summary>Why the tests of the class are skipped here, or null if they run.</summary>
    public abstract string? SkipReason { get; }
}

/// <summary>Finds the tests of <see cref="EngineFactAttribute"/>.</summary>
public sealed class EngineFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new EngineTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

/// <summary>Asks the class that runs a test, which the attribute of an inherited method cannot know.</summary>
public sealed class EngineTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("xunit calls it to read a test case that it has written.")]
    public EngineTestCase()
    {
    }

    public EngineTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ??
        TestMethod.TestClass.Class.ToRuntimeType().GetCustomAttribute<NeedsEngineAttribute>()?.SkipReason!;
}
