using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Footing.Journal;

/// <summary>
/// The exact value of a JSON number of any size: zero, or <c>0.DIGITS</c> times ten to the power of an exponent. The
/// exponent is never expanded, so that a number of twelve characters costs twelve.
/// </summary>
internal readonly record struct JsonNumber : IComparable<JsonNumber>
{
    private readonly bool _isNegative;
    private readonly BigInteger _exponent;
    private readonly string _digits;

    private JsonNumber(bool isNegative, string digits, BigInteger exponent) =>
        (_isNegative, _digits, _exponent) = (isNegative, digits, exponent);

    /// <summary>The value of a number.</summary>
    /// <param name="value">A JSON number.</param>
    public static JsonNumber Of(JsonElement value) => Of(value.GetRawText());

    /// <summary>The value of a number.</summary>
    public static JsonNumber Of(decimal value) => Of(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public int CompareTo(JsonNumber other)
    {
        if (Sign != other.Sign)
        {
            return Sign.CompareTo(other.Sign);
        }

        var size = _exponent.CompareTo(other._exponent);
        return Sign * (size != 0 ? size : string.CompareOrdinal(_digits, other._digits));
    }

    /// <summary>The number as a whole one; null where it has a fraction or does not fit.</summary>
    public int? ToInt32()
    {
        const int mostDigits = 10;
        return Sign == 0 ? 0
            : _digits.Length <= _exponent && _exponent <= mostDigits && int.TryParse(
                Signed(_digits.PadRight((int)_exponent, '0')), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
            : null;
    }

    /// <summary>The number with the digits that a decimal can hold; null where it is too large for one.</summary>
    public decimal? ToDecimal()
    {
        const int mostDigits = 28;
        return _exponent < -mostDigits ? 0
            : _exponent <= mostDigits + 1 && decimal.TryParse(
                Signed($"0.{_digits[..Math.Min(_digits.Length, mostDigits)]}E{_exponent}"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : null;
    }

    private int Sign => _digits.Length == 0 ? 0 : _isNegative ? -1 : 1;

    private static JsonNumber Of(string text)
    {
        var isNegative = text[0] == '-';
        var end = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = text[(isNegative ? 1 : 0)..(end < 0 ? text.Length : end)];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        var significant = digits.TrimStart('0');
        if (significant.Length == 0)
        {
            return new(false, "", 0);
        }

        var exponent = end < 0 ? BigInteger.Zero : BigInteger.Parse(text.AsSpan(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return new(
            isNegative,
            significant.TrimEnd('0'),
            exponent + (point < 0 ? digits.Length : point) - (digits.Length - significant.Length));
    }

    private string Signed(string digits) => _isNegative ? "-" + digits : digits;
}
