namespace Footing.Web.Pages;

/// <summary>Makes ids of entries.</summary>
internal static class NewId
{
    /// <summary>
    /// A new id for an entry of this instant (UUID version 7). Such an id cannot hold a time before 1970; for an
    /// earlier clock it holds the first possible time.
    /// </summary>
    public static Guid At(DateTimeOffset instant) =>
        Guid.CreateVersion7(instant < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : instant);
}
