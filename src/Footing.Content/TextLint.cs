using System.Globalization;
using System.Text.RegularExpressions;
using Footing.Sessions;

namespace Footing.Content;

/// <summary>Checks that each language has every text needed, with the right placeholders, and no unused ones.</summary>
internal static partial class TextLint
{
    internal static void Check(ContentFiles files, ProgrammeParts parts, ICollection<LintFinding> findings)
    {
        var needs = TextNeeds.Of(parts);
        var languages = TextsReader.Languages(files, "texts");
        if (languages.IsEmpty)
        {
            findings.Add(new(files.Shown("texts"), 0, "", "There are no texts: put them in texts/en."));
        }

        var tags = languages.SelectMany(language => Locales.Of(language)).Where(tag => !Locales.Differs(tag) || files.Has($"texts/{tag}.yaml")).ToList();
        foreach (var path in files.Under("texts").Where(path => path.Count(letter => letter == '/') == 1 && !tags.Any(tag => Locales.Differs(tag) && path == $"texts/{tag}.yaml")))
        {
            findings.Add(new(files.Shown(path), 0, "", "Texts stand in a folder named by their language; beside it stands only what differs from it, such as es-ES.yaml beside es."));
        }

        foreach (var tag in tags)
        {
            var folder = "texts/" + tag;
            var placed = new Dictionary<string, PlacedText>();
            TextsReader.Place(files, folder, placed, findings);
            new Language(placed, needs, files.Shown(folder), findings).Check(parts.Complete);
        }
    }

    private sealed class Language(
        Dictionary<string, PlacedText> placed, TextNeeds needs, string folder, ICollection<LintFinding> findings)
    {
        private readonly HashSet<string> _used = [];

        internal void Check(bool findIdle)
        {
            foreach (var (key, places) in needs.Texts)
            {
                CheckText(key, places);
            }

            foreach (var (key, (least, most)) in needs.Lists)
            {
                CheckList(key, least, most);
            }

            foreach (var (key, ms) in needs.Beats)
            {
                CheckBeat(key, ms);
            }

            foreach (var key in needs.Optional.Where(placed.ContainsKey))
            {
                CheckText(key, []);
            }

            foreach (var (key, text) in placed.Where(text => findIdle && !_used.Contains(text.Key)))
            {
                findings.Add(new(text.File, text.Line, key, "Nothing in the programme asks for this text: is the key misspelt?"));
            }
        }

        private void CheckText(string key, ImmutableArray<string> expected)
        {
            _used.Add(key);
            if (!placed.TryGetValue(key, out var text))
            {
                findings.Add(new(NearestFile(key), NearestLine(key), key, "The text is missing."));
                return;
            }

            var found = Place().Matches(text.Words).Select(match => match.Groups[1].Value).ToHashSet();
            foreach (var place in found.Where(place => !expected.Contains(place)))
            {
                findings.Add(new(text.File, text.Line, key, $"Nothing fills the place {{{place}}}: {Known(expected)}."));
            }

            foreach (var place in expected.Where(place => !found.Contains(place)))
            {
                findings.Add(new(text.File, text.Line, key, $"The place {{{place}}} is missing."));
            }

            if (Place().Replace(text.Words, "").AsSpan().IndexOfAny('{', '}') >= 0)
            {
                findings.Add(new(text.File, text.Line, key, "A brace stands alone: a place is written {name}."));
            }
        }

        private void CheckList(string key, int least, int most)
        {
            var count = 0;
            while (placed.ContainsKey(Item(key, count + 1)))
            {
                count++;
                CheckText(Item(key, count), []);
            }

            if (count == 0)
            {
                findings.Add(new(NearestFile(key), NearestLine(key), key, "The list is missing."));
            }
            else if (count < least || count > most)
            {
                var first = placed[Item(key, 1)];
                findings.Add(new(first.File, first.Line, key, $"Here are {count} texts; expected are {least} to {most}."));
            }
        }

        private void CheckBeat(string key, int ms)
        {
            if (placed.ContainsKey($"{key}.parts.1"))
            {
                CheckList($"{key}.parts", 2, 9);
                var parts = Enumerable.Range(1, 9).Select(n => Item($"{key}.parts", n)).Where(placed.ContainsKey).ToList();
                parts.ForEach(part => CheckRoom(part, ms / parts.Count));
            }
            else
            {
                CheckText($"{key}.say", []);
                CheckText($"{key}.caption", []);
                CheckRoom($"{key}.say", ms);
            }
        }

        private void CheckRoom(string key, int ms)
        {
            if (placed.TryGetValue(key, out var text) && Speech.BriefMs(text.Words) is var needed && needed > ms)
            {
                findings.Add(new(
                    text.File,
                    text.Line,
                    key,
                    $"Saying this takes {needed} ms and the tempo leaves {ms} ms: say it in fewer words."));
            }
        }

        private static string Item(string key, int number) => string.Create(CultureInfo.InvariantCulture, $"{key}.{number}");

        private static string Known(ImmutableArray<string> places) => places.IsEmpty
            ? "this text has no places"
            : "the places are " + string.Join(", ", places.Select(place => $"{{{place}}}"));

        /// <summary>The place to add a missing text: beside the texts with the nearest keys.</summary>
        private PlacedText? Nearest(string key)
        {
            for (var end = key.LastIndexOf('.'); end > 0; end = key.LastIndexOf('.', end - 1))
            {
                var prefix = key[..(end + 1)];
                var near = placed.Where(text => text.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(text => text.Value);
                if (near.MinBy(text => (text.File, text.Line)) is { } first)
                {
                    return first;
                }
            }

            return null;
        }

        private string NearestFile(string key) => Nearest(key)?.File ?? folder;

        private int NearestLine(string key) => Nearest(key)?.Line ?? 0;
    }

    [GeneratedRegex(@"\{([A-Za-z][A-Za-z-]*)\}")]
    private static partial Regex Place();
}
