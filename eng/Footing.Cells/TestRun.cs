using System.Collections.Concurrent;
using Xunit;
using Xunit.Abstractions;

namespace Footing.Cells;

/// <summary>The domain's fast tests, run in this process.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly XunitFrontController _controller;
    private readonly ITestFrameworkExecutionOptions _options = TestFrameworkOptions.ForExecution();
    private readonly List<ITestCase> _cases;

    /// <param name="assembly">The assembly of the tests.</param>
    /// <param name="filter">Which tests to run: the filter of the mutation run.</param>
    public TestRun(string assembly, string filter)
    {
        _controller = new(AppDomainSupport.Denied, assembly);
        // One at a time: two processes share the machine, and a touched cell belongs to the test that is running.
        _options.SetDisableParallelization(true);
        _options.SetMaxParallelThreads(1);
        _options.SetSynchronousMessageReporting(true);
        _options.SetStopOnTestFail(true);
        using var found = new TestDiscoverySink();
        var discovery = TestFrameworkOptions.ForDiscovery();
        discovery.SetPreEnumerateTheories(false);
        _controller.Find(false, found, discovery);
        found.Finished.WaitOne();
        var fits = Conditions(filter);
        _cases = [.. found.TestCases.Where(test => fits.All(fit => fit(test)))];
    }

    /// <summary>How many tests there are.</summary>
    public int Count => _cases.Count;

    /// <summary>Runs all tests until one fails.</summary>
    /// <param name="first">The tests to run first, by id, each with its place.</param>
    /// <param name="ended">Called after each test.</param>
    /// <returns>The name of the test that failed; null when all passed.</returns>
    public string? Run(IReadOnlyDictionary<string, int> first, Action<ITestCase> ended)
    {
        foreach (var cases in Portions(first))
        {
            var failed = new ConcurrentQueue<string>();
            using var sink = new TestMessageSink();
            using var over = new ManualResetEvent(false);
            sink.Execution.TestFailedEvent += args => failed.Enqueue(args.Message.Test.DisplayName);
            sink.Execution.TestCaseFinishedEvent += args => ended(args.Message.TestCase);
            sink.Execution.TestAssemblyFinishedEvent += _ => over.Set();
            sink.Diagnostics.ErrorMessageEvent += args => failed.Enqueue(args.Message.Messages[0]);
            ITestCase[] chosen = [.. cases];
            if (chosen.Length == 0)
            {
                continue;
            }

            _controller.RunTests(chosen, sink, _options);
            over.WaitOne();
            if (failed.TryDequeue(out var name))
            {
                return name;
            }
        }

        return null;
    }

    // In portions, because the framework keeps no order within what it is given.
    private IEnumerable<IEnumerable<ITestCase>> Portions(IReadOnlyDictionary<string, int> first) =>
    [
        .. _cases.Where(test => first.ContainsKey(test.UniqueID)).OrderBy(test => first[test.UniqueID]).Chunk(40),
        _cases.Where(test => !first.ContainsKey(test.UniqueID)),
    ];

    /// <inheritdoc/>
    public void Dispose() => _controller.Dispose();

    private static List<Func<ITestCase, bool>> Conditions(string filter) =>
    [
        .. filter.Split('&').Select<string, Func<ITestCase, bool>>(term => term.Split('!') switch
        {
            ["Category", ['=', .. var category]] => test =>
                !test.Traits.TryGetValue("Category", out var categories) || !categories.Contains(category),
            ["FullyQualifiedName", ['~', .. var part]] => test =>
                !$"{test.TestMethod.TestClass.Class.Name}.{test.TestMethod.Method.Name}".Contains(part, StringComparison.Ordinal),
            _ => throw new NotSupportedException($"The filter of the tests says {term}, which is not understood here."),
        }),
    ];
}
