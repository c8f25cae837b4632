namespace Footing.Architecture.Tests;

/// <summary>Between the folders of every project the arrows point one way.</summary>
public sealed class FolderArrowsTests
{
    /// <summary>The domain's folders in the order of the loop: each knows only those before it.</summary>
    private static readonly string[] Domain =
    [
        "Footing.Reading",
        "Footing.Wording",
        "Footing.Exercises",
        "Footing.Journal",
        "Footing.Screening",
        "Footing.Conditions.NeuropathicFoot",
        "Footing.Conditions",
        "Footing.Journal.Corrections",
        "Footing.Outcomes",
        "Footing.Programmes",
        "Footing.Movements",
        "Footing.Plans",
        "Footing.Plans.Explanations",
        "Footing.Forms",
        "Footing.Snapshots",
        "Footing.Sessions",
    ];

    /// <summary>Every project but this one, which has a circle as a sample: <see cref="Circle_is_seen"/>.</summary>
    public static TheoryData<string> Projects =>
        [.. HouseProject.All.Select(project => project.Folder).Where(folder => !folder.EndsWith("Footing.Architecture.Tests", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folder_is_known_by_one_that_it_knows(string folder) =>
        FolderArrows.Of(new HouseProject(folder).Assembly).Cycles().ShouldBeEmpty();

    [Fact]
    public void Folder_of_the_domain_knows_only_those_before_it()
    {
        var arrows = FolderArrows.Of(PathOf("Footing.Domain")).All.ToList();
        arrows.SelectMany(arrow => new[] { arrow.From, arrow.To }).Except(Domain).ShouldBeEmpty("a new folder says here between which others it stands");
        arrows.Where(arrow => Array.IndexOf(Domain, arrow.From) < Array.IndexOf(Domain, arrow.To)).ShouldBeEmpty();
    }

    [Fact]
    public void Arrow_within_a_method_is_seen() =>
        FolderArrows.Of(typeof(FolderArrowsTests).Assembly.Location).All
            .ShouldContain(arrow => arrow.From == "Footing.Architecture.Tests.Samples.Near" && arrow.To == "Footing.Architecture.Tests.Samples.Far");

    [Fact]
    public void Circle_is_seen() =>
        FolderArrows.Of(typeof(FolderArrowsTests).Assembly.Location).Cycles()
            .ShouldHaveSingleItem().ShouldContain("Footing.Architecture.Tests.Samples.Far -> Footing.Architecture.Tests.Samples.Near");

    private static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
}
