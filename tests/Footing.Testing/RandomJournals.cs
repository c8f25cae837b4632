using FsCheck;

namespace Footing.Testing;

/// <summary>Lets a property request generated journals.</summary>
public static class RandomJournals
{
    public static Arbitrary<RandomJournal> Journals() => RandomJournal.Any;
}
