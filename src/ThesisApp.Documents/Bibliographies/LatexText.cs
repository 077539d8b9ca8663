using System.Collections.Frozen;
using System.Text;

namespace ThesisApp.Documents.Bibliographies;

/// <summary>Turns the LaTeX of bibliographies into Unicode: accents, symbols, dashes; formatting commands vanish, their text stays.</summary>
internal static class LatexText
{
    private const int MaxDepth = 40;

    private static readonly FrozenDictionary<char, char> Combining = new Dictionary<char, char>
    {
        ['"'] = '\u0308',
        ['\''] = '\u0301',
        ['`'] = '\u0300',
        ['^'] = '\u0302',
        ['~'] = '\u0303',
        ['='] = '\u0304',
        ['.'] = '\u0307',
        ['c'] = '\u0327',
        ['v'] = '\u030C',
        ['u'] = '\u0306',
        ['H'] = '\u030B',
        ['k'] = '\u0328',
        ['r'] = '\u030A',
        ['d'] = '\u0323',
        ['b'] = '\u0331',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ss"] = "ß",
        ["o"] = "ø",
        ["O"] = "Ø",
        ["l"] = "ł",
        ["L"] = "Ł",
        ["ae"] = "æ",
        ["AE"] = "Æ",
        ["oe"] = "œ",
        ["OE"] = "Œ",
        ["aa"] = "å",
        ["AA"] = "Å",
        ["i"] = "i",
        ["j"] = "j",
        ["dh"] = "ð",
        ["DH"] = "Ð",
        ["th"] = "þ",
        ["TH"] = "Þ",
        ["dj"] = "đ",
        ["DJ"] = "Đ",
        ["textendash"] = "–",
        ["textemdash"] = "—",
        ["ldots"] = "…",
        ["dots"] = "…",
        ["copyright"] = "©",
        ["textregistered"] = "®",
        ["texttrademark"] = "™",
        ["LaTeX"] = "LaTeX",
        ["TeX"] = "TeX",
        ["textquoteright"] = "’",
        ["textquoteleft"] = "‘",
        ["textquotedblleft"] = "“",
        ["textquotedblright"] = "”",
        ["textbackslash"] = "\\",
        ["textasciitilde"] = "~",
        ["textunderscore"] = "_",
        ["textdegree"] = "°",
        ["pounds"] = "£",
        ["euro"] = "€",
        ["S"] = "§",
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ε",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["pi"] = "π",
        ["sigma"] = "σ",
        ["omega"] = "ω",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Decodes a field's text and folds its white space.</summary>
    public static string Decode(string latex)
    {
        StringBuilder text = new(latex.Length);
        int position = 0;
        Append(latex, ref position, text, 0, untilBrace: false);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(string latex, ref int position, StringBuilder text, int depth, bool untilBrace)
    {
        while (position < latex.Length)
        {
            char c = latex[position++];
            switch (c)
            {
                case '}' when untilBrace:
                    return;
                case '{' when depth < MaxDepth:
                    Append(latex, ref position, text, depth + 1, untilBrace: true);
                    break;
                case '{' or '}' or '$':
                    break;
                case '~':
                    text.Append(' ');
                    break;
                case '-' when At(latex, position) == '-':
                    position++;
                    bool em = At(latex, position) == '-';
                    position += em ? 1 : 0;
                    text.Append(em ? '—' : '–');
                    break;
                case '`' when At(latex, position) == '`':
                    position++;
                    text.Append('“');
                    break;
                case '\'' when At(latex, position) == '\'':
                    position++;
                    text.Append('”');
                    break;
                case '\\':
                    AppendCommand(latex, ref position, text, depth);
                    break;
                default:
                    text.Append(char.IsControl(c) ? ' ' : c);
                    break;
            }
        }
    }

    private static void AppendCommand(string latex, ref int position, StringBuilder text, int depth)
    {
        if (position >= latex.Length)
        {
            return;
        }

        char c = latex[position];
        if (!char.IsAsciiLetter(c))
        {
            position++;
            if (Combining.TryGetValue(c, out char mark))
            {
                AppendAccented(latex, ref position, text, mark, depth);
            }
            else if (c is '\\')
            {
                text.Append(' ');
            }
            else if (c is not ('/' or '-' or ',' or '!'))
            {
                text.Append(c);
            }

            return;
        }

        int start = position;
        while (position < latex.Length && char.IsAsciiLetter(latex[position]))
        {
            position++;
        }

        string command = latex[start..position];
        if (command.Length == 1 && Combining.TryGetValue(command[0], out char accent))
        {
            AppendAccented(latex, ref position, text, accent, depth);
            return;
        }

        if (At(latex, position) == ' ')
        {
            position++;
        }

        // A command that is not known is taken for formatting: its argument follows as plain text.
        text.Append(Symbols.GetValueOrDefault(command));
    }

    private static void AppendAccented(string latex, ref int position, StringBuilder text, char mark, int depth)
    {
        while (At(latex, position) == ' ')
        {
            position++;
        }

        StringBuilder letter = new();
        if (At(latex, position) == '{' && depth < MaxDepth)
        {
            position++;
            Append(latex, ref position, letter, depth + 1, untilBrace: true);
        }
        else if (At(latex, position) == '\\' && depth < MaxDepth)
        {
            position++;
            AppendCommand(latex, ref position, letter, depth + 1);
        }
        else if (position < latex.Length)
        {
            int length = char.IsHighSurrogate(latex[position]) && position + 1 < latex.Length ? 2 : 1;
            letter.Append(latex, position, length);
            position += length;
        }

        if (letter.Length > 0)
        {
            string accented = letter.ToString();
            int first = char.IsHighSurrogate(accented[0]) && accented.Length > 1 ? 2 : 1;
            text.Append(Accents.Compose(accented[..first], mark)).Append(accented, first, accented.Length - first);
        }
    }

    private static char At(string text, int position) => position < text.Length ? text[position] : '\0';
}
