using System.Buffers;
using System.Text;

namespace ThesisApp.Documents.Sources;

/// <summary>Decodes a text file whatever it was saved as.</summary>
internal static class TextDecoder
{
    // Bytes 80 to 9F, where Latin-1 has control characters: without them dashes and quotation marks vanish.
    private const string Windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

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
            warnings.Add("The file is not UTF-8 throughout; what is not was read as Windows-1252. Save it as UTF-8 if letters look wrong.");
            return Clean(DecodeMixed(content));
        }
    }

    // Byte by byte: text that was put together from several files may be both.
    private static string DecodeMixed(ReadOnlySpan<byte> content)
    {
        StringBuilder text = new(content.Length);
        while (!content.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(content, out Rune rune, out int read) != OperationStatus.Done)
            {
                rune = new Rune(content[0] is >= 0x80 and < 0xA0 ? Windows1252[content[0] - 0x80] : (char)content[0]);
                read = 1;
            }

            text.Append(rune);
            content = content[read..];
        }

        return text.ToString();
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
