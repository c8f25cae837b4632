using Footing.Forms;
using Footing.Journal;

namespace Footing.Tests.Forms;

public sealed class AdjustmentFormTests
{
    private static readonly DateOnly Today = new(2026, 3, 20);

    [Theory]
    [InlineData("unlock", "")]
    [InlineData("cap", "cap=2")]
    [InlineData("level", "level=3")]
    [InlineData("dose", "sets=2 reps=8")]
    public void What_was_said_becomes_an_adjustment_that_the_person_recorded(string decision, string typed)
    {
        var form = AdjustmentForm.Of(decision, "calf-raise", 3, false, Today);
        var entry = (AdjustmentEntry)form.Entry(Reading(form, typed + " name=Jo role=nurse said=2026-03-20"), Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);

        entry.Exercise.Id().ShouldBe("calf-raise");
        entry.By.ShouldBe(new DecisionMaker("Jo", "nurse"));
        entry.Source.ShouldBe(ClearanceEntry.FromPerson);
        entry.Said.ShouldBe(Today);
        entry.Adjustment.ShouldBe(decision switch
        {
            "unlock" => new Adjustment.Unlock(),
            "cap" => new Adjustment.Cap(2),
            "level" => new Adjustment.ToLevel(3),
            _ => new Adjustment.ToDose(2, 8, null),
        });
        EntryReader.From(EntryWriter.Write(entry)).Value.ShouldBe(entry);
    }

    [Fact]
    public void A_level_above_the_highest_that_may_be_chosen_is_refused() =>
        Reading(AdjustmentForm.Of("level", "calf-raise", 3, false, Today), "level=4 name=Jo role=nurse said=2026-03-20").Problems.ShouldHaveSingleItem().Field.ShouldBe("level");

    [Fact]
    public void An_exercise_for_seconds_has_a_dose_in_seconds() =>
        AdjustmentForm.Of("dose", "toe-lift", 3, true, Today).Fields.Select(field => field.Name).ShouldBe(["sets", "seconds", "name", "role", "said", "note"]);

    private static FormReading Reading(EntryForm form, string typed) =>
        form.Read(FormValues.Of(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))));
}
