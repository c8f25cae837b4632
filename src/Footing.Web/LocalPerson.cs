using Footing.Storage;

namespace Footing.Web;

/// <summary>Without accounts one person uses the machine: all data is stored under this id.</summary>
public static class LocalPerson
{
    /// <summary>The person's id in the store.</summary>
    public static PersonId Id { get; } = new(new Guid("00000000-0000-7000-8000-000000000001"));
}
