namespace Footing.Cli;

/// <summary>The meaning of the executable's exit code.</summary>
internal static class Exit
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A negative answer: findings of a check, nobody to erase, a save or an entry that was not reached.</summary>
    public const int No = 1;

    /// <summary>Bad input; standard error has a line for each problem.</summary>
    public const int BadInput = 2;
}
