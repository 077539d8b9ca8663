using System.Globalization;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Sources;

namespace ThesisApp.Documents.Bibliographies;

/// <summary>Reads BibTeX as it is found in the wild: an entry that cannot be read costs itself and a warning, not the file.</summary>
public static class BibTexReader
{
    private const int MaxEntries = 20_000;
    private const int MaxWarnings = 100;

    private static readonly string[] NameFields = ["author", "editor", "translator"];

    /// <summary>Reads a file, whatever its text was saved as. Never throws for what it holds.</summary>
    public static Bibliography Read(ReadOnlySpan<byte> content)
    {
        List<string> warnings = [];
        Bibliography read = Read(TextDecoder.Decode(content, warnings));
        return read with { Warnings = [.. warnings.Select(warning => $"Bibliography: {warning}"), .. read.Warnings] };
    }

    /// <summary>Reads a file's text. Never throws for what it holds.</summary>
    public static Bibliography Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        BibTexScanner scanner = new(text);
        List<BibliographyEntry> entries = [];
        List<string> warnings = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (entries.Count < MaxEntries && scanner.SkipToEntry())
        {
            int line = scanner.Line;
            if (scanner.ReadEntry(out string type, out string key, out Dictionary<string, string> fields) is { } problem)
            {
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Bibliography, line {line}: {problem}"));
            }

            if (type.Length == 0 || key.Length == 0)
            {
                continue;
            }

            if (!keys.Add(key))
            {
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Bibliography, line {line}: the key '{key}' is used twice; the first entry counts."));
                continue;
            }

            entries.Add(new BibliographyEntry(key, type, fields));
        }

        if (entries.Count == MaxEntries && scanner.SkipToEntry())
        {
            warnings.Add($"The bibliography has more than {MaxEntries} entries; the rest is left out.");
        }

        if (warnings.Count > MaxWarnings)
        {
            warnings = [.. warnings.Take(MaxWarnings), $"Bibliography: {warnings.Count - MaxWarnings} warnings more."];
        }

        return new Bibliography([.. Inherit(entries).Select(Decode)], warnings);
    }

    // BibLaTeX: xdata entries hold fields for others and are no works. BibTeX: a cross-referenced entry lends the fields that are missing; its title becomes the book's.
    private static IEnumerable<BibliographyEntry> Inherit(List<BibliographyEntry> entries)
    {
        Dictionary<string, BibliographyEntry> byKey = entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        foreach (BibliographyEntry entry in entries.Where(entry => entry.Type is not ("xdata" or "set")))
        {
            Dictionary<string, string> fields = new(entry.Fields, StringComparer.Ordinal);
            foreach (string key in (entry["xdata"] ?? string.Empty).Split(',', StringSplitOptions.TrimEntries))
            {
                foreach ((string field, string value) in byKey.TryGetValue(key, out BibliographyEntry? data) ? data.Fields : new Dictionary<string, string>())
                {
                    fields.TryAdd(field, value);
                }
            }

            if (entry["crossref"] is { } parentKey && byKey.TryGetValue(parentKey, out BibliographyEntry? parent))
            {
                foreach ((string field, string value) in parent.Fields.Where(field => field.Key is not ("shorttitle" or "sorttitle" or "options" or "keywords")))
                {
                    fields.TryAdd(field switch { "title" => "booktitle", "subtitle" => "booksubtitle", _ => field }, value);
                }
            }

            fields.Remove("xdata");
            yield return entry with { Fields = fields };
        }
    }

    private static BibliographyEntry Decode(BibliographyEntry entry)
    {
        Dictionary<string, string> decoded = new(StringComparer.Ordinal);
        foreach ((string field, string value) in entry.Fields)
        {
            string text = field switch
            {
                "url" or "doi" or "file" => value.Replace("\\_", "_", StringComparison.Ordinal).Replace("\\%", "%", StringComparison.Ordinal).Replace("\\&", "&", StringComparison.Ordinal).Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal).Trim(),
                _ when NameFields.Contains(field) => string.Join(" and ", NameList.Split(value).Select(DecodeName).Where(name => name.Length > 0)),
                _ => LatexText.Decode(value),
            };
            if (text.Length > 0)
            {
                decoded[field] = text;
            }
        }

        return entry with { Fields = decoded };
    }

    // The braces round an organisation's name say that it is no "first last".
    private static string DecodeName(string name)
    {
        string decoded = LatexText.Decode(name);
        return decoded.Length > 0 && NameList.IsWhole(name) ? $"{{{decoded}}}" : decoded;
    }
}
