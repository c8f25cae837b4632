using FsCheck;

namespace Footing.Testing;

/// <summary>Lets a property ask for made-up journals.</summary>
public static class RandomJournals
{
    public static Arbitrary<RandomJournal> Journals() => RandomJournal.Any;
}
