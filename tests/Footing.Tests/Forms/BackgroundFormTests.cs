using System.Text.Json.Nodes;
using Footing.Forms;
using Footing.Journal;

namespace Footing.Tests.Forms;

public sealed class BackgroundFormTests
{
    private static readonly Guid Id = Guid.Parse("01960000-0000-7000-8000-000000000001");

    [Fact]
    public void A_cause_of_the_person_s_own_words_stands_behind_those_that_were_chosen()
    {
        var entry = Read(("cause", "b12"), ("cause", "diabetes"), ("causeOther", " Frostbite, 1998 "));

        entry.CausesTold.ShouldBe(["diabetes", "b12", "Frostbite, 1998"]);
    }

    [Fact]
    public void A_cause_of_own_words_alone_is_a_list_of_one() => Read(("causeOther", "Frostbite")).CausesTold.ShouldBe(["Frostbite"]);

    [Fact]
    public void Nothing_at_all_is_an_empty_entry() => Read().IsEmpty.ShouldBeTrue();

    [Fact]
    public void What_is_recorded_fills_the_form_again()
    {
        var entry = Read(("cause", "diabetes"), ("causeOther", "Frostbite"), ("since", "2019"), ("sites", "soles"), ("sites", "toes"), ("treatments", "Socks\r\nand a bath"));

        var values = BackgroundForm.Form.ValuesOf(JsonObject.Create(EntryWriter.Fields(entry))!);

        values.First("causeOther").ShouldBe("Frostbite");
        values["cause"].ShouldContain("diabetes");
        values["sites"].ShouldBe(["toes", "soles"]);
        values.First("treatments").ShouldBe("Socks\nand a bath");
        values["medicines"].ShouldBeEmpty();
    }

    [Fact]
    public void Several_texts_of_another_program_are_not_lost_from_the_list()
    {
        var values = BackgroundForm.Form.ValuesOf((JsonObject)JsonNode.Parse("""{"causesTold":["frostbite","diabetes","a fall"],"since":["1998","2019"]}""")!);

        values["causeOther"].ShouldBe(["frostbite", "a fall"]);
        values["since"].ShouldBe(["1998", "2019"]);
    }

    [Theory]
    [InlineData("causeOther", 200)]
    [InlineData("since", 200)]
    [InlineData("treatments", 2000)]
    [InlineData("medicines", 2000)]
    public void A_text_that_is_too_long_is_named_with_its_limit_and_its_length(string field, int most)
    {
        Reading((field, new string('a', most))).Succeeded.ShouldBeTrue();

        Reading((field, new string('a', most + 3))).Problems.ShouldBe([new(field, new("form.too-long") { Most = most, Count = most + 3 })]);
    }

    [Theory]
    [InlineData("cause", "gout")]
    [InlineData("sites", "elbow")]
    public void A_choice_that_is_not_offered_is_named(string field, string word) =>
        Reading((field, word)).Problems.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Fact]
    public void It_is_not_described_to_the_player() =>
        Should.Throw<ArgumentException>(() => EntryFormJson.Write(BackgroundForm.Form, message => message.Key));

    private static FormReading Reading(params (string, string)[] typed) => BackgroundForm.Form.Read(FormValues.Of(typed));

    private static BackgroundEntry Read(params (string, string)[] typed) =>
        (BackgroundEntry)BackgroundForm.Form.Entry(Reading(typed), Id, DateTimeOffset.UnixEpoch);
}
