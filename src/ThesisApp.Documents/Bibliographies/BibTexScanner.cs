using System.Globalization;
using System.Text;

namespace ThesisApp.Documents.Bibliographies;

/// <summary>Goes through BibTeX text entry by entry.</summary>
internal sealed class BibTexScanner(string text)
{
    private const int MaxValueLength = 200_000;

    private readonly Dictionary<string, string> _strings = MonthNames();
    private int _position;
    private int _line = 1;

    public int Line => _line;

    /// <summary>Goes behind the next '@'.</summary>
    public bool SkipToEntry()
    {
        while (_position < text.Length)
        {
            if (Take() == '@')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads one entry; @string is remembered, @comment and @preamble are passed over, and both give an empty type.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? ReadEntry(out string type, out string key, out Dictionary<string, string> fields)
    {
        key = string.Empty;
        fields = new Dictionary<string, string>(StringComparer.Ordinal);
        string kind = ReadWord().ToLowerInvariant();
        type = string.Empty;
        SkipSpace();
        char open = Peek();
        if (kind.Length == 0 || open is not ('{' or '('))
        {
            return null;
        }

        char close = open == '{' ? '}' : ')';
        if (kind is "comment" or "preamble")
        {
            SkipBalanced();
            return null;
        }

        Take();
        if (kind != "string")
        {
            key = ReadKey();
            type = kind;
            if (key.Length == 0)
            {
                return $"an entry of type '{kind}' has no key; it is passed over.";
            }

            SkipSpace();
            if (Peek() == ',')
            {
                Take();
            }
        }

        string? problem = ReadFields(close, fields);
        if (kind == "string")
        {
            foreach ((string name, string value) in fields)
            {
                _strings[name] = value;
            }

            return problem;
        }

        return problem is null ? null : $"the entry '{key}' {problem}";
    }

    private string? ReadFields(char close, Dictionary<string, string> fields)
    {
        while (true)
        {
            SkipSpace();
            switch (Peek())
            {
                case '\0':
                    return "is not closed; what could be read of it is kept.";
                case char c when c == close:
                    Take();
                    return null;
                case ',':
                    Take();
                    continue;
                case '@' when AtLineStart():
                    return "is not closed; what could be read of it is kept.";
            }

            string name = ReadWord().ToLowerInvariant();
            SkipSpace();
            if (name.Length == 0 || Peek() != '=')
            {
                if (name.Length == 0)
                {
                    Take();
                }

                continue;
            }

            Take();
            string value = ReadValue(close);
            fields.TryAdd(name, value);
        }
    }

    private string ReadValue(char close)
    {
        StringBuilder value = new();
        while (true)
        {
            SkipSpace();
            switch (Peek())
            {
                case '{':
                    value.Append(ReadBraced());
                    break;
                case '"':
                    value.Append(ReadQuoted());
                    break;
                default:
                    string word = ReadWord();
                    if (word.Length == 0)
                    {
                        return value.ToString();
                    }

                    value.Append(_strings.GetValueOrDefault(word.ToLowerInvariant(), word));
                    break;
            }

            SkipSpace();
            if (Peek() != '#' || value.Length > MaxValueLength)
            {
                return value.ToString();
            }

            Take();
            if (Peek() == close)
            {
                return value.ToString();
            }
        }
    }

    private string ReadBraced()
    {
        Take();
        int start = _position;
        int depth = 1;
        while (_position < text.Length)
        {
            char c = Take();
            if (c == '\\' && _position < text.Length)
            {
                Take();
            }
            else
            {
                depth += c switch { '{' => 1, '}' => -1, _ => 0 };
                if (depth == 0)
                {
                    return Bounded(start, _position - 1);
                }
            }
        }

        return Bounded(start, _position);
    }

    private string ReadQuoted()
    {
        Take();
        int start = _position;
        int depth = 0;
        while (_position < text.Length)
        {
            char c = Take();
            if (c == '\\' && _position < text.Length)
            {
                Take();
                continue;
            }

            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            if (c == '"' && depth <= 0)
            {
                return Bounded(start, _position - 1);
            }
        }

        return Bounded(start, _position);
    }

    private void SkipBalanced()
    {
        int depth = 0;
        do
        {
            depth += Take() switch { '{' or '(' => 1, '}' or ')' => -1, _ => 0 };
        }
        while (depth > 0 && _position < text.Length);
    }

    private string ReadKey()
    {
        SkipSpace();
        int start = _position;
        while (_position < text.Length && Peek() is not (',' or '}' or ')' or '=' or '"' or '{' or '#' or '\n'))
        {
            Take();
        }

        return text[start.._position].Trim();
    }

    private string ReadWord()
    {
        SkipSpace();
        int start = _position;
        while (_position < text.Length && (char.IsLetterOrDigit(Peek()) || Peek() is '-' or '_' or ':' or '.' or '+' or '/' or '\'' or '*'))
        {
            Take();
        }

        return text[start.._position];
    }

    private string Bounded(int start, int end) => text[start..Math.Min(end, start + MaxValueLength)];

    private bool AtLineStart() => _position == 0 || text[_position - 1] == '\n';

    private void SkipSpace()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            Take();
        }
    }

    private char Peek() => _position < text.Length ? text[_position] : '\0';

    private char Take()
    {
        if (_position >= text.Length)
        {
            return '\0';
        }

        char c = text[_position++];
        _line += c == '\n' ? 1 : 0;
        return c;
    }

    private static Dictionary<string, string> MonthNames() =>
        Enumerable.Range(1, 12).ToDictionary(
            month => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month).ToLowerInvariant(),
            CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName,
            StringComparer.Ordinal);
}
