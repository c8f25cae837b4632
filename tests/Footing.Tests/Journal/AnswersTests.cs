using Footing.Conditions.NeuropathicFoot;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Tests.Screening;

namespace Footing.Tests.Journal;

/// <summary>Answers are taken as the table of questions says, and anything else names the question.</summary>
public sealed class AnswersTests
{
    [Theory]
    [InlineData("cold-pale-limb", "\"maybe\"")]
    [InlineData("cold-pale-limb", "true")]
    [InlineData("cold-pale-limb", "1")]
    [InlineData("cold-pale-limb", "\"not-done\"")]
    [InlineData("cold-pale-limb", "null")]
    [InlineData("cold-pale-limb", "\"Yes\"")]
    [InlineData("cold-pale-limb", "[\"yes\"]")]
    [InlineData("cold-pale-limb", "{}")]
    [InlineData("touch-test", "7")]
    [InlineData("touch-test", "-1")]
    [InlineData("touch-test", "2.5")]
    [InlineData("touch-test", "\"2\"")]
    [InlineData("tandem-stand-seconds", "11")]
    [InlineData("tandem-stand-seconds", "\"self\"")]
    [InlineData("chair-stands", "61")]
    [InlineData("chair-stands", "99999999999999999999")]
    [InlineData("age", "17")]
    [InlineData("age", "121")]
    [InlineData("age", "\"not-done\"")]
    [InlineData("sex-for-norms", "\"f\"")]
    [InlineData("diabetes", "\"type-2\"")]
    [InlineData("b12", "\"yes\"")]
    [InlineData("", "\"yes\"")]
    public void Value_outside_its_row_and_an_unknown_id_are_named(string id, string value)
    {
        var read = Answering.From(new JsonObject { [id] = JsonNode.Parse(value), ["numb-feet"] = "no" });

        read.Succeeded.ShouldBeFalse();
        read.Problems.ShouldHaveSingleItem().Field.ShouldBe(id);
    }

    [Fact]
    public void Every_bad_answer_is_named()
    {
        var read = Answering.From(new JsonObject { ["age"] = 5, ["shoe"] = "yes", ["numb-feet"] = 3 });

        read.Problems.Select(problem => problem.Field).ShouldBe(["age", "shoe", "numb-feet"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("touch-test", "0")]
    [InlineData("touch-test", "6")]
    [InlineData("touch-test", "\"self\"")]
    [InlineData("tandem-stand-seconds", "10")]
    [InlineData("tandem-stand-seconds", "\"not-done\"")]
    [InlineData("chair-stands", "60")]
    [InlineData("age", "18")]
    [InlineData("age", "120")]
    [InlineData("sex-for-norms", "\"unspecified\"")]
    [InlineData("first-step-heel-pain", "\"unsure\"")]
    public void Value_at_the_edge_of_its_row_is_taken(string id, string value) =>
        Answering.From(new JsonObject { [id] = JsonNode.Parse(value) }).Succeeded.ShouldBeTrue();

    [Fact]
    public void Answers_that_are_no_object_are_refused() => Answering.From(new JsonArray()).Succeeded.ShouldBeFalse();

    [Fact]
    public void There_are_34_questions_of_which_25_are_needed()
    {
        Question.All.Select(question => question.Number).ShouldBe(Enumerable.Range(1, 34));
        NeuropathicFootCondition.Instance.Questionnaire.Missing(Answers.None).Length.ShouldBe(25);
    }
}
