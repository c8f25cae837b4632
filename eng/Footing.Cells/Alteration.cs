namespace Footing.Cells;

/// <summary>A cell and how its number is changed: by one, up or down; a decimal's last place.</summary>
internal sealed record Alteration(Cell Cell, int Change)
{
    /// <summary>As written in the variable of <see cref="Probe"/>.</summary>
    public string Variable => $"{Cell.Id}:{Direction}";

    /// <summary>The file, the line, the number and the direction: its key in the list of survivors.</summary>
    public string Key => string.Join(KnownSurvivors.Separator, Cell.File, Cell.Source, Written, Direction);

    private string Direction => Change > 0 ? "+1" : "-1";

    // Equal numbers in one line are numbered from the second on.
    private string Written => Cell.Place == 1 ? Cell.Number.Text : $"{Cell.Number.Text} ({Cell.Place})";
}

/// <summary>The result of an alteration.</summary>
internal enum Outcome
{
    /// <summary>A test failed.</summary>
    Failed,

    /// <summary>The tests did not end in time, or at all.</summary>
    Broke,

    /// <summary>All tests passed.</summary>
    Passed,

    /// <summary>No test reads the number.</summary>
    Untouched,
}
