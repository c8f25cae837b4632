namespace Footing.Programmes;

/// <summary>
/// Where a dose or a caution comes from. What it supports and how far it reaches are the texts
/// <c>sources.ID.supports</c> and <c>sources.ID.limit</c>.
/// </summary>
/// <param name="Id">Kebab-case, unique in the programme.</param>
/// <param name="Kind">What weight it has.</param>
/// <param name="Citation">As in a list of references; null for a choice of our own.</param>
/// <param name="Doi">
/// Its digital object identifier, such as <c>10.1002/dmrr.3657</c>; null when it has none or none is known.
/// </param>
/// <param name="Read">How much of it was read; null for a choice of our own, and where a programme does not say.</param>
public sealed record Source(string Id, SourceKind Kind, string? Citation, string? Doi, SourceReading? Read = null);

/// <summary>What weight a source has.</summary>
public enum SourceKind
{
    /// <summary>A study, or a review of studies.</summary>
    Evidence,

    /// <summary>Advice of a professional body or of experts.</summary>
    Guidance,

    /// <summary>A cautious choice of the programme's makers, to be confirmed by a professional.</summary>
    OwnChoice,
}

/// <summary>How much of a source was read by whoever names it.</summary>
public enum SourceReading
{
    /// <summary>The whole text.</summary>
    Full,

    /// <summary>The passages that are used, in the text itself.</summary>
    Part,

    /// <summary>Its abstract.</summary>
    Summary,

    /// <summary>Only what others quote or report of it.</summary>
    SecondHand,

    /// <summary>Nothing of it.</summary>
    NotRead,
}

/// <summary>Ids of <see cref="SourceKind"/> in data.</summary>
public static class SourceKinds
{
    /// <summary>The id in data: evidence, guidance, own-choice.</summary>
    public static string Id(this SourceKind kind) => kind switch
    {
        SourceKind.Evidence => "evidence",
        SourceKind.Guidance => "guidance",
        SourceKind.OwnChoice => "own-choice",
    };

    /// <summary>The kind with this id, or null when there is none.</summary>
    public static SourceKind? Find(string? id) => id switch
    {
        "evidence" => SourceKind.Evidence,
        "guidance" => SourceKind.Guidance,
        "own-choice" => SourceKind.OwnChoice,
        _ => null,
    };
}

/// <summary>Ids of <see cref="SourceReading"/> in data.</summary>
public static class SourceReadings
{
    /// <summary>The id in data: full, part, summary, second-hand, not-read.</summary>
    public static string Id(this SourceReading reading) => reading switch
    {
        SourceReading.Full => "full",
        SourceReading.Part => "part",
        SourceReading.Summary => "summary",
        SourceReading.SecondHand => "second-hand",
        SourceReading.NotRead => "not-read",
    };

    /// <summary>The reading with this id, or null when there is none.</summary>
    public static SourceReading? Find(string? id) => id switch
    {
        "full" => SourceReading.Full,
        "part" => SourceReading.Part,
        "summary" => SourceReading.Summary,
        "second-hand" => SourceReading.SecondHand,
        "not-read" => SourceReading.NotRead,
        _ => null,
    };
}
