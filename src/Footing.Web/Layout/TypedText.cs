using System.Globalization;

namespace Footing.Web.Layout;

/// <summary>Text that a person typed into a form.</summary>
internal static class TypedText
{
    /// <summary>The beginning of a text; it ends between two characters as people see them, never within an emoji.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many UTF-16 units it may have.</param>
    public static string Cut(string text, int longest)
    {
        var length = 0;
        while (length < text.Length && length + StringInfo.GetNextTextElementLength(text, length) <= longest)
        {
            length += StringInfo.GetNextTextElementLength(text, length);
        }

        return text[..length];
    }
}
