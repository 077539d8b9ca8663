using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ThesisApp.Writing.Offline.Wording;

/// <summary>What the offline writer says of its own, and the words that it reads texts by, in one language: a file for each (<c>Offline/Wording/en.txt</c>).</summary>
internal sealed partial class Phrasebook
{
    private const string Fallback = "en";

    private static readonly ConcurrentDictionary<string, Phrasebook> Books = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, IReadOnlyList<string>> _forms;
    private readonly ConcurrentDictionary<string, FrozenSet<string>> _words = new(StringComparer.Ordinal);

    private Phrasebook(string language, FrozenDictionary<string, IReadOnlyList<string>> forms) => (Language, _forms) = (language, forms);

    /// <summary>The languages that there are.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["de", "en", "es", "fr"];

    /// <summary>The language, two letters.</summary>
    public string Language { get; }

    /// <summary>Every key.</summary>
    public IEnumerable<string> Keys => _forms.Keys;

    /// <summary>The book of a language (BCP 47); English where there is none of its own.</summary>
    public static Phrasebook For(string language)
    {
        string two = language.Split('-')[0].ToLowerInvariant();
        return Books.GetOrAdd(Languages.Contains(two, StringComparer.Ordinal) ? two : Fallback, Load);
    }

    /// <summary>The forms under a key, marks of what may be left out still in front.</summary>
    public IReadOnlyList<string> Forms(string key) => _forms.TryGetValue(key, out IReadOnlyList<string>? forms) ? forms : [];

    /// <summary>True if there is something under a key.</summary>
    public bool Has(string key) => _forms.ContainsKey(key);

    /// <summary>The words under a key.</summary>
    public FrozenSet<string> Words(string key) => _words.GetOrAdd(key, name => Forms(name).SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>The first form of a key, filled in.</summary>
    public string Say(string key, params (string Name, string Value)[] values) => Fill(_forms[key][0], values);

    /// <summary>Puts values in their places, all at once: what a value holds is never taken for a place.</summary>
    public static string Fill(string form, params (string Name, string Value)[] values) =>
        Place().Replace(form, match => Array.Find(values, value => value.Name == match.Groups[1].Value) is { Name: not null } found ? found.Value : match.Value);

    /// <summary>one, two, ... twelve; beyond that figures.</summary>
    public string Number(int number) => number < Forms("numbers").Count ? Forms("numbers")[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>first, second, ...; beyond ten in figures: 11th, 21st, 22nd.</summary>
    public string Ordinal(int number)
    {
        if (number < Forms("ordinals").Count)
        {
            return Forms("ordinals")[number];
        }

        string ending = Language != Fallback ? "." : (number % 100) is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{ending}");
    }

    /// <summary>a; a and b; a, b and c.</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => string.Empty,
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {Say("and")} {items[^1]}",
    };

    /// <summary>Items in a row; semicolons where one of them has an 'and' or a comma of its own.</summary>
    public string Row(IReadOnlyList<string> items)
    {
        bool compound = items.Any(item => item.Contains($" {Say("and")} ", StringComparison.Ordinal) || item.Contains(',', StringComparison.Ordinal));
        string mark = Forms("semicolon")[0].Trim('|');
        return items.Count < 3 || !compound ? List(items) : $"{string.Join(mark, items.Take(items.Count - 1))}{mark}{Say("and")} {items[^1]}";
    }

    private static Phrasebook Load(string language)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"wording/{language}.txt")
            ?? throw new InvalidOperationException($"The wording {language}.txt is not embedded in the assembly.");
        using StreamReader reader = new(stream);
        Dictionary<string, List<string>> forms = new(StringComparer.Ordinal);
        List<string> current = [];
        while (reader.ReadLine() is { } line)
        {
            string text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            if (text[0] == '[' && text[^1] == ']')
            {
                forms.Add(text[1..^1], current = []);
            }
            else
            {
                current.Add(text);
            }
        }

        return new Phrasebook(language, forms.ToFrozenDictionary(form => form.Key, form => (IReadOnlyList<string>)form.Value, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
