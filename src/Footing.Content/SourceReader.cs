namespace Footing.Content;

/// <summary>Reads a list of sources: that of the clinical basis, or a programme's own.</summary>
internal static class SourceReader
{
    /// <summary>Adds what could be read to <paramref name="sources"/>; an id already in it is a duplicate.</summary>
    /// <param name="file">The file, whose one key is <c>sources</c>.</param>
    /// <param name="sources">The sources by id.</param>
    /// <param name="fields">The fields of each of them, by id.</param>
    internal static void Read(YamlFields file, Dictionary<string, Source> sources, Dictionary<string, YamlFields> fields)
    {
        foreach (var source in file.Maps("sources"))
        {
            var id = source.Text("id");
            var kind = source.Choice("kind", SourceKinds.Find, Enum.GetValues<SourceKind>().Select(SourceKinds.Id));
            var citation = kind == SourceKind.OwnChoice ? source.TextIfAny("citation") : source.Text("citation");
            var doi = source.TextIfAny("doi");
            SourceReading? read = source.Has("read") ? source.Choice("read", SourceReadings.Find, Enum.GetValues<SourceReading>().Select(SourceReadings.Id)) : null;
            source.Close();
            if (id is null || kind is not { } known)
            {
                continue;
            }

            if (sources.TryAdd(id, new(id, known, citation, doi, read)))
            {
                fields[id] = source;
            }
            else
            {
                source.Report("id", $"\"{id}\" stands twice: each source stands once, the shared ones among them.");
            }
        }

        file.Close();
    }
}
