using Footing.Screening;

namespace Footing.Web.Screening;

/// <summary>A test in progress: which one, and the page of the screening to return to when it is done.</summary>
/// <param name="Test">The test.</param>
/// <param name="From">The list that the person came from; null when they came through the questions.</param>
public sealed record HomeTestRoute(HomeTest Test, string? From)
{
    /// <summary>A route with a known page to return to; any other page is ignored.</summary>
    internal static HomeTestRoute Of(HomeTest test, string? from) => new(test, QuestionnaireFlow.IsList(from) ? from : null);

    /// <summary>The question's page, which accepts the result as if it had been typed there.</summary>
    public string Question => QuestionnaireFlow.Path(Test.Id) + Query("?");

    /// <summary>The test's first page.</summary>
    public string Start => To("");

    /// <summary>A page of the test.</summary>
    /// <param name="part">The rest of its address, such as <c>/alone</c> or <c>/touch?so-far=f</c>.</param>
    public string To(string part) => $"/home-tests/{Test.Id}{part}{Query(part.Contains('?', StringComparison.Ordinal) ? "&" : "?")}";

    private string Query(string sign) => From is null ? "" : $"{sign}from={From}";
}
