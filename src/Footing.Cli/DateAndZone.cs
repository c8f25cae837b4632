using System.Globalization;
using Footing.Reading;

namespace Footing.Cli;

/// <summary>A date in a person's zone, as it is given in words.</summary>
/// <param name="On">The date.</param>
/// <param name="Zone">The zone.</param>
internal sealed record DateAndZone(DateOnly On, TimeZoneInfo Zone)
{
    /// <summary>Reads them; or says what is wrong, with the field <c>on</c> or <c>zone</c>.</summary>
    /// <param name="on">A date such as 2026-01-05.</param>
    /// <param name="zone">A zone's name; null for UTC.</param>
    public static Result<DateAndZone> Of(string? on, string? zone)
    {
        if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            // The years that entries may have.
            || date.Year is <= 1900 or >= 9000)
        {
            return Result<DateAndZone>.Failed("on", $"expected a date such as 2026-01-05, found {on ?? "nothing"}");
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? "UTC", out var place)
            ? Result<DateAndZone>.Of(new(date, place))
            : Result<DateAndZone>.Failed("zone", $"there is no time zone {zone}; give a name such as Europe/London");
    }

    /// <summary>Reads the options; null after a sentence with what is wrong.</summary>
    public static DateAndZone? OfOptions(string on, string? zone)
    {
        var read = Of(on, zone);
        if (read.Succeeded)
        {
            return read.Value;
        }

        Input.Say($"--{read.Problems[0]}");
        return null;
    }
}
