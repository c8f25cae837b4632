using Footing.Forms;
using Footing.Journal;

namespace Footing.Tests.Forms;

public sealed class ClearanceFormTests
{
    private static readonly DateOnly Today = new(2026, 3, 20);

    private static readonly EntryForm Form = ClearanceForm.Of(["R9", "R13"], Today);

    [Fact]
    public void What_was_said_becomes_a_clearance_that_the_person_recorded()
    {
        var entry = (ClearanceEntry)Form.Entry(
            Reading(("rules", "R13"), ("name", "Dr Okafor"), ("role", "doctor"), ("said", "2026-03-06"), ("note", "Take it slowly")), Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);

        entry.Rules.ShouldBe(["R13"]);
        entry.By.ShouldBe(new DecisionMaker("Dr Okafor", "doctor"));
        entry.Source.ShouldBe(ClearanceEntry.FromPerson);
        entry.Said.ShouldBe(new DateOnly(2026, 3, 6));
        entry.Note.ShouldBe("Take it slowly");
    }

    [Fact]
    public void Nothing_typed_names_what_is_needed_in_the_order_of_the_page() =>
        Reading().Problems.Select(problem => (problem.Field, problem.Message.Key)).ShouldBe(
            [("rules", "clearance.what-error"), ("name", "clearance.name-error"), ("role", "clearance.role-error"), ("said", "clearance.said-error")]);

    [Theory]
    [InlineData("rules", "R1")]
    [InlineData("role", "neighbour")]
    [InlineData("said", "2026-03-05")]
    [InlineData("said", "2026-03-21")]
    [InlineData("said", "6 March")]
    public void What_is_not_offered_is_refused(string field, string word) =>
        Reading([("rules", "R9"), ("name", "Dr Okafor"), .. field == "role" ? [] : new[] { ("role", "doctor") }, .. field == "said" ? [] : new[] { ("said", "2026-03-20") }, (field, word)]).Problems.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Fact]
    public void A_name_and_a_note_have_their_limits()
    {
        var reading = Reading(("rules", "R9"), ("name", new string('n', 201)), ("role", "nurse"), ("said", "2026-03-20"), ("note", new string('n', 2001)));

        reading.Problems.Select(problem => (problem.Field, problem.Message.Most, problem.Message.Count)).ShouldBe([("name", 200, 201), ("note", 2000, 2001)]);
    }

    private static FormReading Reading(params (string, string)[] typed) => Form.Read(FormValues.Of(typed));
}
