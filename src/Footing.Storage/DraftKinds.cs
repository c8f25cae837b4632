namespace Footing.Storage;

/// <summary>The kinds of drafts; a person has at most one of each.</summary>
public static class DraftKinds
{
    /// <summary>A screening that was begun but not sent.</summary>
    public const string Screening = "screening";
}
