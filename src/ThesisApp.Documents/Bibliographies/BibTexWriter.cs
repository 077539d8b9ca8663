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
        if (field is "url" or "doi")
        {
            return value;
        }

        StringBuilder encoded = new(value.Length);
        foreach (char c in value)
        {
            encoded.Append(c switch
            {
                '&' or '%' or '$' or '#' or '_' => $"\\{c}",
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '{' or '}' when field is not ("author" or "editor" or "translator") => string.Empty,
                _ => c.ToString(),
            });
        }

        return encoded.ToString();
    }
}
