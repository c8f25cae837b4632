using Footing.Plans.Explanations;
using Footing.Web.Screening;

namespace Footing.Web.HomeTests;

/// <summary>A test with its last result.</summary>
/// <param name="Test">The test.</param>
/// <param name="Result">Its last result.</param>
/// <param name="IsNotAsked">Whether it is not asked because standing is hard for the person.</param>
public sealed record Latest(HomeTest Test, HomeTestResult Result, bool IsNotAsked);
