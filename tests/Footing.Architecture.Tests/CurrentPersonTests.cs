namespace Footing.Architecture.Tests;

/// <summary>Whose data is served is decided in one place, and nothing gets round it.</summary>
public sealed class CurrentPersonTests
{
    [Fact]
    public void Local_person_is_named_by_the_resolver_alone_and_by_verbs_of_the_command_line()
    {
        Users("Footing.Web", "Footing.Web.LocalPerson").ShouldBe(["Footing.Web.Hosting.HomePerson"]);
        Users("footing", "Footing.Web.LocalPerson").ShouldBe(["Footing.Cli.DemoVerb", "Footing.Cli.EraseVerb", "Footing.Cli.ExportVerb", "Footing.Cli.ImportVerb"]);
    }

    /// <summary>New code here asks the current person for whose journal it is.</summary>
    [Fact]
    public void Stores_are_used_by_few_who_take_the_person_from_the_request()
    {
        Users("Footing.Web", "Footing.Storage.IJournalStore").ShouldBe(
        [
            "Footing.Web.Hosting.FootingHost",
            "Footing.Web.Observability.Readiness",
            "Footing.Web.Observability.WatchedJournal",
            "Footing.Web.People.DeviceJournal",
            "Footing.Web.People.PersonJournal",
            "Footing.Web.Sync.JournalApi",
        ]);
        Users("Footing.Web", "Footing.Storage.IDraftStore").ShouldBe(
        [
            "Footing.Web.Hosting.FootingHost",
            "Footing.Web.Observability.Readiness",
            "Footing.Web.People.PersonJournal",
            "Footing.Web.Screening.Drafts",
        ]);
    }

    /// <summary>A person is made of an id where the store reads one, and in the one place that names the local person.</summary>
    [Fact]
    public void Web_makes_no_person_of_an_id() =>
        FolderArrows.CallersOf(PathOf("Footing.Web"), "Footing.Storage.PersonId", ".ctor").ShouldBe(["Footing.Web.LocalPerson"]);

    private static IReadOnlyList<string> Users(string assembly, string type) => FolderArrows.UsersOf(PathOf(assembly), type);

    private static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
}
