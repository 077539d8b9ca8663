using System.Text;

namespace ThesisApp.Documents.Sources;

/// <summary>Decodes a text file whatever it was saved as.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> content, List<string> warnings)
    {
        if (content.StartsWith(Encoding.Unicode.Preamble))
        {
            return Clean(Encoding.Unicode.GetString(content[2..]));
        }

        if (content.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Clean(Encoding.BigEndianUnicode.GetString(content[2..]));
        }

        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[3..];
        }

        try
        {
            return Clean(StrictUtf8.GetString(content));
        }
        catch (DecoderFallbackException)
        {
            warnings.Add("The file is not UTF-8; it was read as Latin-1. Save it as UTF-8 if letters look wrong.");
            return Clean(Encoding.Latin1.GetString(content));
        }
    }

    // Line ends are made one, form feeds kept as page breaks; other control and invisible characters would end up in the thesis.
    private static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (char c in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))
        {
            if (c is '\n' or '\t' or '\f')
            {
                clean.Append(c);
            }
            else if (!char.IsControl(c) && c is not ('\uFEFF' or '\u200B' or '\u200E' or '\u200F' or '\u00AD') && c is not (>= '\u202A' and <= '\u202E') && c is not (>= '\u2066' and <= '\u2069'))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }
}
