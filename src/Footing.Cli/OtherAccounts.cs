using System.Globalization;

namespace Footing.Cli;

/// <summary>Whether other people have an account on this machine: each can reach what listens on loopback.</summary>
internal static class OtherAccounts
{
    // Lower numbers are system accounts.
    private const int FirstOfPeople = 1000;

    private static readonly string[] NoShell = ["nologin", "false", "sync", "halt", "shutdown"];

    /// <summary>Whether this machine has any account other than the current one; false where that is unknown.</summary>
    public static bool Exist()
    {
        try
        {
            return OperatingSystem.IsLinux() && Among(File.ReadLines("/etc/passwd"), Environment.UserName);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a file such as <c>/etc/passwd</c> has another person's account with a login shell.</summary>
    /// <param name="lines">Its lines: <c>name:password:id:group:comment:home:shell</c>.</param>
    /// <param name="own">The name of the own account.</param>
    public static bool Among(IEnumerable<string> lines, string own) => lines.Select(line => line.Split(':')).Any(account =>
        account is [var name, _, var id, _, _, _, var shell]
            && name != own
            && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= FirstOfPeople
            && !NoShell.Contains(Path.GetFileName(shell.Trim())));
}
