namespace Footing.Journal;

/// <summary>The kinds of entries that this version knows; their words in data are <see cref="Vocabulary.EntryKinds"/>.</summary>
public enum EntryKind
{
    /// <summary>The answers to the safety questions.</summary>
    Screening,

    /// <summary>A look at the feet.</summary>
    FootCheck,

    /// <summary>A set that was done.</summary>
    Set,

    /// <summary>How a session was.</summary>
    Session,

    /// <summary>Whether pain was raised the morning after.</summary>
    NextMorning,

    /// <summary>A report about a day or a week.</summary>
    CheckIn,

    /// <summary>What the person knows of their condition.</summary>
    Background,

    /// <summary>An adverse event.</summary>
    Event,

    /// <summary>The days and the length of sessions.</summary>
    Schedule,

    /// <summary>The person's choice to do without an exercise.</summary>
    LeaveOut,

    /// <summary>The programme that the person follows.</summary>
    Programme,

    /// <summary>A professional's decision about rules.</summary>
    Clearance,

    /// <summary>A practitioner's decision about an exercise.</summary>
    Adjustment,

    /// <summary>New fields for another entry.</summary>
    Correction,

    /// <summary>Where the person lives, and their language.</summary>
    Preference,
}
