using System.Diagnostics;
using System.Globalization;
using Footing.Testing;
using Footing.Web.Preferences;

namespace Footing.Web.Tests.Preferences;

/// <summary>Each number says who says so and of which day, and the first is chosen by one rule.</summary>
public sealed class EmergencyNumbersTests
{
    private static readonly EmergencyNumbers Numbers = new();

    /// <summary>Where Spanish is an official language, and where many speak it.</summary>
    public static TheoryData<string> Spanish =>
    [
        "ES", "MX", "GT", "SV", "HN", "NI", "CR", "PA", "CU", "DO", "PR", "CO", "VE", "EC", "PE", "BO", "PY", "CL", "AR", "UY", "GQ", "GI", "US", "AD", "BZ", "PH",
    ];

    [Theory]
    [MemberData(nameof(Spanish))]
    public void Each_place_where_Spanish_is_spoken_is_there(string code) => Numbers.Find(code).ShouldNotBeNull();

    [Fact]
    public void Every_country_has_a_name_in_each_language_a_zone_and_numbers_with_their_own_source_and_date()
    {
        Numbers.Countries.Select(country => country.Code).ShouldBeUnique();
        foreach (var language in (string[])["en", "es"])
        {
            var names = File.ReadAllText(Repository.Find($"texts/{language}/countries.yaml"));
            Numbers.Countries.ShouldAllBe(country => names.Contains($"\"{country.Code}\": "));
        }

        foreach (var country in Numbers.Countries)
        {
            Preference.FindZone(country.Zone).ShouldNotBeNull(country.Code);
            (country.Numbers.Length > 0 || country.Code == "GQ").ShouldBeTrue(country.Code);
            country.Numbers.Select(number => number.Number).ShouldBeUnique();
            country.Numbers.ShouldAllBe(number => number.Number.Length >= 2 && number.Number.All(char.IsAsciiDigit));
            country.Numbers.ShouldAllBe(number => number.Source.Length > 5 && number.Checked.Year >= 2026 && number.Read == (number.Link != null));
            if (country.SameDay is { } line)
            {
                line.Digits.ShouldAllBe(digit => char.IsAsciiDigit(digit));
                (line.Name.Length > 0 && line.Source.Length > 5 && line.Checked.Year >= 2026 && line.Read == (line.Link != null)).ShouldBeTrue(country.Code);
            }
        }
    }

    /// <summary>The rule stands in the data file's head.</summary>
    [Fact]
    public void First_is_the_ambulance_service_itself_then_a_number_for_all_then_what_answers_partly_or_is_another_service()
    {
        foreach (var country in Numbers.Countries)
        {
            var ranks = country.Numbers.Select(Rank).ToList();
            ranks.SequenceEqual(ranks.Order()).ShouldBeTrue(country.Code);
        }

        static int Rank(EmergencyNumber number) => number switch
        {
            { Partly: true } => 2,
            { AnsweredBy: AnsweredBy.Ambulance } => 0,
            { AnsweredBy: AnsweredBy.All } => 1,
            _ => 2,
        };
    }

    [Fact]
    public void Nothing_was_looked_at_more_than_three_years_before_the_last_change()
    {
        var days = Numbers.Countries.SelectMany(country => country.Numbers.Select(number => (country.Code, number.Checked)).Concat(country.SameDay is { } line ? [(country.Code, line.Checked)] : [])).ToList();
        var last = LastChange() ?? days.Max(day => day.Checked);

        days.ShouldAllBe(day => day.Checked.AddYears(3) >= last);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("other")]
    [InlineData("GQ")]
    public void Without_a_known_number_there_is_the_one_that_most_mobile_phones_connect(string? code)
    {
        var help = Numbers.Of(code);

        help.Number.ShouldBe("112");
        help.IsOfCountry.ShouldBeFalse();
    }

    [Theory]
    [InlineData("GB", "111")]
    [InlineData("DE", "116117")]
    [InlineData("CA", "811")]
    [InlineData("SE", "1177")]
    [InlineData("PT", "808242424")]
    public void Country_with_a_line_for_advice_the_same_day_has_it(string code, string digits) => Numbers.Of(code).SameDay!.Digits.ShouldBe(digits);

    /// <summary>The day of the last commit; null outside a clone.</summary>
    private static DateOnly? LastChange()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Repository.Root, "log", "-1", "--format=%cs"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
