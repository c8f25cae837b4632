namespace Footing.Content;

/// <summary>The sources of the rules, the questions and the home tests, each once, and what refers to them.</summary>
/// <param name="Sources">Every source, by id; programmes refer to them as well.</param>
/// <param name="Rules">Ids of sources by rule: R1 to R21, P1 to P12.</param>
/// <param name="Questions">The rules that read a question of the screening, by the question's id.</param>
/// <param name="Tests">Ids of sources by the question that a home test answers, such as <c>touch-test</c>.</param>
public sealed record ClinicalBasis(
    ImmutableSortedDictionary<string, Source> Sources,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Rules,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Questions,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Tests)
{
    internal const string Place = "clinical";

    private static readonly Lazy<ClinicalBasis> Once = new(() => Read(ContentFiles.Shipped(Place)).ValueOrThrow());

    /// <summary>The one inside the assembly, read once.</summary>
    /// <exception cref="InvalidDataException">Its files are wrong: a bug of this build, which tests find.</exception>
    public static ClinicalBasis Load() => Once.Value;

    /// <summary>The sources for a question: of the rules that read it, and of how its test is done.</summary>
    /// <param name="question">The id of a question.</param>
    public ImmutableArray<string> Behind(string question) =>
    [
        .. Tests.GetValueOrDefault(question, [])
            .Concat(Questions.GetValueOrDefault(question, []).SelectMany(rule => Rules[rule]))
            .Distinct(),
    ];

    /// <summary>Reads <c>sources.yaml</c> and <c>rules.yaml</c>.</summary>
    internal static LintResult<ClinicalBasis> Read(ContentFiles files)
    {
        var findings = new List<LintFinding>();
        Dictionary<string, Source> sources = [];
        if (YamlFields.Open(files, "sources.yaml", findings) is { } list)
        {
            SourceReader.Read(list, sources, []);
        }

        var basis = YamlFields.Open(files, "rules.yaml", findings);
        var rules = Read(basis, "rules", sources.Keys, "sources.yaml");
        var read = new ClinicalBasis(
            sources.ToImmutableSortedDictionary(StringComparer.Ordinal),
            rules,
            Read(basis, "questions", rules.Keys, "rules"),
            Read(basis, "tests", sources.Keys, "sources.yaml"));
        basis?.Close();
        return new(findings.Count == 0 ? read : null, [.. findings]);
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Read(
        YamlFields? file, string part, IEnumerable<string> known, string where)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        var ids = known.ToHashSet();
        if (file?.Map(part) is not { } fields)
        {
            return read.ToImmutable();
        }

        foreach (var key in fields.Keys)
        {
            read[key] = fields.Texts(key);
            foreach (var unknown in read[key].Where(id => !ids.Contains(id)))
            {
                fields.Report(key, $"There is no \"{unknown}\" in {where}.");
            }
        }

        return read.ToImmutable();
    }
}
