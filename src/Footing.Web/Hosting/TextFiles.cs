using System.Collections.Immutable;
using Footing.Quantities;
using YamlDotNet.Serialization;

namespace Footing.Web.Hosting;

/// <summary>Reads the words of the pages from <c>texts/LANGUAGE/*.yaml</c>, which travel inside the content assembly.</summary>
internal static class TextFiles
{
    public static Texts Load(string language)
    {
        var assembly = System.Reflection.Assembly.Load("Footing.Content");
        var texts = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith($"texts/{language}/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Flatten("", new DeserializerBuilder().Build().Deserialize<object>(reader.ReadToEnd()), texts);
        }

        return new(language, texts.ToImmutable());
    }

    private static void Flatten(string key, object? node, ImmutableDictionary<string, string>.Builder texts)
    {
        switch (node)
        {
            case IDictionary<object, object> map:
                foreach (var (name, value) in map)
                {
                    Flatten(key.Length == 0 ? $"{name}" : $"{key}.{name}", value, texts);
                }

                break;
            case IList<object> list:
                for (var i = 0; i < list.Count; i++)
                {
                    Flatten($"{key}.{i + 1}", list[i], texts);
                }

                break;
            default:
                texts.Add(key, $"{node}");
                break;
        }
    }
}
