using System.Collections.Immutable;
using Footing.Programmes;
using Footing.Wording;

namespace Footing.Web;

/// <summary>
/// The programme of the person whom a request serves, and its words: as their journal names it once it was read, before
/// that the first of the library. Page words are separate, in <see cref="Pages"/>.
/// </summary>
public sealed class CurrentProgramme(ProgrammeLibrary library, Texts pages)
{
    /// <summary>The programme.</summary>
    public Programme Programme { get; internal set; } = library.First;

    /// <summary>The words of the pages, as they are for the condition of the programme.</summary>
    public Texts Pages => pages.In(Programme.Condition.Id);

    /// <summary>Its words in the language of the request.</summary>
    public Texts Texts => pages.Of(Programme.Id);

    /// <summary>One of its words.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public string this[string key] => Texts[key];

    /// <summary>Whether it has a text.</summary>
    public bool Has(string key) => Texts.Has(key);

    /// <summary>A list of its words.</summary>
    public ImmutableArray<string> List(string key) => Texts.List(key);

    /// <summary>One of its words for a number.</summary>
    public string Count(string key, int n) => Texts.Count(key, n);
}
