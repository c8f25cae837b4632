using Footing.Web.Layout;

namespace Footing.Web.Tests.Layout;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("abc", 5, "abc")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("a👩‍👩‍👧", 5, "a")]
    [InlineData("ae\u0301", 2, "a")]
    [InlineData("", 3, "")]
    public void Cut_falls_between_two_characters(string text, int longest, string kept) => TypedText.Cut(text, longest).ShouldBe(kept);
}
