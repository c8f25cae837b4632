using Footing.Storage;

namespace Footing.Web.Screening;

/// <summary>Keeps the unfinished screening of a person.</summary>
internal sealed class Drafts(IDraftStore store, TimeProvider clock)
{
    /// <summary>The draft, or null when there is none, it is too old, or it cannot be read.</summary>
    public async Task<Draft?> LoadAsync(PersonId person) =>
        await store.LoadAsync(person, DraftKinds.Screening) is { } json ? Draft.From(json) : null;

    /// <summary>Keeps it for another day.</summary>
    public Task SaveAsync(PersonId person, Draft draft) =>
        store.SaveAsync(person, DraftKinds.Screening, draft.ToJson(), clock.GetUtcNow() + Draft.Lifetime);

    /// <summary>Removes it.</summary>
    public Task ForgetAsync(PersonId person) => store.DeleteAsync(person, DraftKinds.Screening);
}
