using Footing.Reading;

namespace Footing.Storage;

/// <summary>The outcome of an append for one entry.</summary>
public enum AppendOutcome
{
    /// <summary>It is in the journal now, durably.</summary>
    Accepted,

    /// <summary>It was there before with the same content; the first bytes are kept. A retry gets this.</summary>
    Duplicate,

    /// <summary>Rejected: the id is there with other content, which is kept.</summary>
    Conflict,

    /// <summary>
    /// Rejected: the id is there, and what is stored with it cannot be read any more, so nobody can say whether it is the
    /// same. The sender must keep the entry.
    /// </summary>
    Damaged,

    /// <summary>Rejected: its <c>at</c> is more than 24 hours ahead of the store's clock.</summary>
    TooFarAhead,
}

/// <summary>The outcome for one entry.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Outcome">The outcome.</param>
public readonly record struct Appended(Guid Id, AppendOutcome Outcome)
{
    /// <summary>Why it was rejected, naming the field; null when it is in the journal.</summary>
    public Problem? Problem => Outcome switch
    {
        AppendOutcome.Accepted or AppendOutcome.Duplicate => null,
        AppendOutcome.Conflict => new Problem("id", "the journal has another entry with this id: give the new one an id of its own"),
        AppendOutcome.Damaged => new Problem("id", "what the journal has with this id is damaged and cannot be read: keep this entry, and send it again once the journal is mended"),
        AppendOutcome.TooFarAhead => new Problem("at", "is more than 24 hours ahead: check the clock and time zone of the device"),
    };
}
