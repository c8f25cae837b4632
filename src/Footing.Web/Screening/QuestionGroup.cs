using System.Collections.Immutable;

namespace Footing.Web.Screening;

/// <summary>One page of the screening: a question, or closely related ones, each with its own answer.</summary>
/// <param name="Questions">The ids of its questions; the first names the page.</param>
/// <param name="IsContext">Whether it is optional.</param>
public sealed record QuestionGroup(ImmutableArray<string> Questions, bool IsContext)
{
    /// <summary>The page on which what does not change is shown again.</summary>
    public static QuestionGroup StillRight { get; } = new(["still-right"], false);

    /// <summary>The page that asks whether feet became number since a test.</summary>
    public static QuestionGroup Since { get; } = new(["number-since"], false);

    /// <summary>The last part of the address.</summary>
    public string Id => Questions[0];
}
