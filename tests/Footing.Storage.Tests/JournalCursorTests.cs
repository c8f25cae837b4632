using FsCheck;
using FsCheck.Xunit;

namespace Footing.Storage.Tests;

public sealed class JournalCursorTests
{
    [Property]
    public bool A_cursor_survives_being_text(NonNegativeInt journal, NonNegativeInt sequence)
    {
        var cursor = new JournalCursor(long.MaxValue - journal.Get, sequence.Get);
        return JournalCursor.Find(cursor.ToString()) == cursor;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("-1")]
    [InlineData("1-x")]
    [InlineData("1-1-1")]
    [InlineData(" 1-1")]
    [InlineData("ffffffffffffffff-1")]
    [InlineData("1-11111111111111111")]
    public void Anything_else_is_no_cursor(string? text) => JournalCursor.Find(text).ShouldBeNull();
}
