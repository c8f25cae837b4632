namespace Footing.Cells;

/// <summary>
/// What the altered domain calls at each of its numbers. At most one cell is active in a process, set by the variable
/// <see cref="Variable"/>: its number is then one more or one less.
/// </summary>
public static class Probe
{
    /// <summary>Names the active cell and its change, such as <c>17:+1</c>.</summary>
    public const string Variable = "FOOTING_CELL";

    /// <summary>More than the count of numbers.</summary>
    private const int Most = 4096;

    private static readonly (int Id, int Change) Active = ActiveCell();
    private static readonly bool[] Touched = new bool[Most];

    /// <summary>A whole number at its cell.</summary>
    public static int Whole(int value, int id) => value + Change(id);

    /// <summary>A whole number compared with zero without a constant: the cell is that zero's.</summary>
    public static int AgainstNought(int value, int id) => value - Change(id);

    /// <summary>A long number at its cell.</summary>
    public static long Long(long value, int id) => value + Change(id);

    /// <summary>A floating number at its cell.</summary>
    public static double Floating(double value, int id) => value + Change(id);

    /// <summary>A decimal number at its cell; its last place changes.</summary>
    public static decimal Decimal(decimal value, int id) => value + (Change(id) * new decimal(1, 0, 0, false, value.Scale));

    /// <summary>The numbers of a row, each with its own cell.</summary>
    /// <param name="values">The row.</param>
    /// <param name="first">The cell of its first number; the others follow.</param>
    public static int[] Row(int[] values, int first)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] += Change(first + i);
        }

        return values;
    }

    /// <summary>The cells that were read since the last call.</summary>
    internal static int[] TakeTouched()
    {
        int[] touched = [.. Enumerable.Range(0, Most).Where(id => Touched[id])];
        Array.Clear(Touched);
        return touched;
    }

    private static int Change(int id)
    {
        Touched[id] = true;
        return id == Active.Id ? Active.Change : 0;
    }

    private static (int, int) ActiveCell() => Environment.GetEnvironmentVariable(Variable)?.Split(':') is [var id, var change]
        ? (int.Parse(id, System.Globalization.CultureInfo.InvariantCulture), change == "+1" ? 1 : -1)
        : (-1, 0);
}
