using System.Text;
using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Bibliographies;

/// <summary>Writes BibTeX that reads back to the same entries.</summary>
public static class BibTexWriter
{
    /// <summary>The entries in the order given, fields in alphabetical order.</summary>
    public static string Write(IEnumerable<BibliographyEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        StringBuilder text = new();
        foreach (BibliographyEntry entry in entries)
        {
            text.Append('@').Append(entry.Type).Append('{').Append(entry.Key).Append(",\n");
            foreach ((string field, string value) in entry.Fields.Where(field => field.Key is not ("crossref" or "file")).OrderBy(field => field.Key, StringComparer.Ordinal))
            {
                text.Append("  ").Append(field).Append(" = {").Append(Encode(field, value)).Append("},\n");
            }

            text.Append("}\n\n");
        }

        return text.ToString();
    }

    private static string Encode(string field, string value)
    {
        // A backslash or brace is no part of an address and would leave the entry unclosed.
        if (field is "url" or "doi")
        {
            return value.Replace("\\", "%5C", StringComparison.Ordinal).Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);
        }

        bool braces = field is "author" or "editor" or "translator" && IsBalanced(value);
        StringBuilder encoded = new(value.Length);
        char last = '\0';
        foreach (char c in value)
        {
            // Two of these would be read as a dash or a quotation mark.
            if (c == last && c is ('-' or '`' or '\''))
            {
                encoded.Append("{}");
            }

            last = c;
            encoded.Append(c switch
            {
                '&' or '%' or '$' or '#' or '_' => $"\\{c}",
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '{' or '}' when !braces => string.Empty,
                _ => c.ToString(),
            });
        }

        return encoded.ToString();
    }

    private static bool IsBalanced(string value)
    {
        int depth = 0;
        foreach (char c in value)
        {
            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }
}
