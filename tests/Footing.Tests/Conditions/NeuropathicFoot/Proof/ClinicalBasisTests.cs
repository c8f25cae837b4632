using Footing.Content;
using Footing.Journal;

namespace Footing.Tests.Conditions.NeuropathicFoot.Proof;

/// <summary>What the pages say of questions and rules is what the rules do.</summary>
public sealed class ClinicalBasisTests
{
    [Fact]
    public void Each_question_names_the_rules_that_read_it() => ClinicalBasis.Load().Questions
        .ToDictionary(question => question.Key, question => string.Join(' ', question.Value))
        .ShouldBe(
            Question.All.ToDictionary(
                question => question.Id,
                question => string.Join(' ', ShippedRules.Trees.Where(rule => rule.Tree.Questions.Contains(question.Id)).Select(rule => rule.Rule.Name))),
            ignoreOrder: true);
}
