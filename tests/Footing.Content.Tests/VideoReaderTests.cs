using Footing.Exercises;
using Footing.Testing;

namespace Footing.Content.Tests;

/// <summary>The list of a practitioner's videos: what can be shown, and where exactly the rest is wrong.</summary>
public sealed class VideoReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("footing-videos-").FullName;

    public VideoReaderTests()
    {
        File.WriteAllBytes(Path.Combine(_folder, "calf.mp4"), new byte[1234]);
        File.WriteAllText(Path.Combine(_folder, "calf.vtt"), "WEBVTT\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Videos_of_the_list_are_read_with_their_size()
    {
        var reading = Read("""
            videos:
              - { exercise: calf-raise, file: calf.mp4, by: Ana Ruiz, language: es-MX, captions: calf.vtt }
              - { exercise: ball-roll, file: calf.mp4, by: Ana Ruiz }
            """);

        reading.Findings.ShouldBeEmpty();
        reading.Value!.ShouldBe(
        [
            new(FootExercises.CalfRaise, "calf.mp4", "Ana Ruiz", "es-MX", "calf.vtt", 1234),
            new(FootExercises.BallRoll, "calf.mp4", "Ana Ruiz", null, null, 1234),
        ]);
    }

    [Fact]
    public void Folder_without_a_list_and_one_that_is_not_there_have_none()
    {
        VideoReader.Read(_folder, FootExercises.All).ShouldSatisfyAllConditions(
            reading => reading.Findings.ShouldBeEmpty(), reading => reading.Value!.ShouldBeEmpty());
        VideoReader.Read(Path.Combine(_folder, "nowhere"), FootExercises.All).ShouldSatisfyAllConditions(
            reading => reading.Findings.ShouldBeEmpty(), reading => reading.Value!.ShouldBeEmpty());
    }

    [Theory]
    [InlineData("exercise: push-up, file: calf.mp4, by: A", "exercise", "\"push-up\" is not known")]
    [InlineData("exercise: ball-roll, by: A", "file", "The key is missing")]
    [InlineData("exercise: ball-roll, file: calf.mp4", "by", "The key is missing")]
    [InlineData("exercise: ball-roll, file: other.mp4, by: A", "file", "\"other.mp4\" is not in the folder")]
    [InlineData("exercise: ball-roll, file: ../secret.mp4, by: A", "file", "must be the name of a file in the same folder")]
    [InlineData("exercise: ball-roll, file: '..\\secret.mp4', by: A", "file", "must be the name of a file in the same folder")]
    [InlineData("exercise: ball-roll, file: calf.vtt, by: A", "file", "must end in .mp4 or .webm")]
    [InlineData("exercise: ball-roll, file: calf.mp4, by: A, language: es", "captions", "The key is missing")]
    [InlineData("exercise: ball-roll, file: calf.mp4, by: A, captions: calf.vtt", "captions", "say in which \"language\"")]
    [InlineData("exercise: ball-roll, file: calf.mp4, by: A, language: klingon, captions: calf.vtt", "language", "\"klingon\" is no language")]
    [InlineData("exercise: ball-roll, file: calf.mp4, by: A, title: B", "title", "The key is not known here")]
    public void What_is_wrong_is_named_and_the_other_videos_are_shown(string video, string field, string message)
    {
        var reading = Read($$"""
            videos:
              - { exercise: calf-raise, file: calf.mp4, by: Ana Ruiz }
              - { {{video}} }
            """);

        var finding = reading.Findings.ShouldHaveSingleItem();
        finding.File.ShouldEndWith("/videos.yaml");
        finding.Line.ShouldBe(3);
        finding.Field.ShouldBe($"videos.2.{field}");
        finding.Message.ShouldContain(message);
        reading.Value!.ShouldHaveSingleItem().By.ShouldBe("Ana Ruiz");
    }

    [Fact]
    public void List_that_is_no_YAML_is_a_finding() =>
        Read("videos: [").ShouldSatisfyAllConditions(
            reading => reading.Findings.ShouldHaveSingleItem().Message.ShouldContain("This is not YAML"), reading => reading.Value!.ShouldBeEmpty());

    private LintResult<IReadOnlyList<Video>> Read(string list)
    {
        File.WriteAllText(Path.Combine(_folder, VideoReader.ListFile), list);
        return VideoReader.Read(_folder, FootExercises.All);
    }
}
