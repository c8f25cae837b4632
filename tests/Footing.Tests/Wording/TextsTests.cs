using System.Collections.Immutable;
using Footing.Wording;

namespace Footing.Tests.Wording;

/// <summary>Words of conditions and programmes stand apart from those of the pages.</summary>
public sealed class TextsTests
{
    private static readonly Texts Pages = Of(("today.title", "Today"), ("why.1", "One"), ("why.2", "Two"), ("why.3", "Three"));

    [Fact]
    public void Words_of_a_condition_are_seen_only_where_it_is_meant()
    {
        var texts = Pages.WithCondition("knee", Of(("rules.R1.title", "A knee"))).WithCondition("hand", Of(("rules.R1.title", "A hand")));

        texts.Has("rules.R1.title").ShouldBeFalse();
        texts.In("knee")["rules.R1.title"].ShouldBe("A knee");
        texts.In("hand")["rules.R1.title"].ShouldBe("A hand");
        texts.In("hand")["today.title"].ShouldBe("Today");
        Should.Throw<KeyNotFoundException>(() => texts.In("foot")).Message.ShouldContain("foot");
    }

    /// <summary>A page never says half of one list and half of another.</summary>
    [Fact]
    public void A_list_of_a_condition_is_there_in_place_of_the_whole_one() =>
        Pages.WithCondition("knee", Of(("why.1", "For the knee"))).In("knee").List("why").ShouldBe(["For the knee"]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Words_of_a_programme_are_there_whatever_came_first(bool programmeFirst)
    {
        var (condition, programme) = (Of(("title", "Knee")), Of(("bend.name", "Bend")));
        var texts = programmeFirst
            ? Pages.With("knees", programme).WithCondition("knee", condition)
            : Pages.WithCondition("knee", condition).With("knees", programme);

        texts.In("knee").Of("knees")["bend.name"].ShouldBe("Bend");
        texts.In("knee").Find("knees", "bend.name").ShouldBe("Bend");
    }

    [Fact]
    public void Another_language_is_refused() =>
        Should.Throw<ArgumentException>(() => Pages.WithCondition("knee", new("es", ImmutableDictionary<string, string>.Empty))).Message.ShouldContain("es");

    private static Texts Of(params (string Key, string Words)[] words) => new("en", words.ToImmutableDictionary(each => each.Key, each => each.Words));
}
