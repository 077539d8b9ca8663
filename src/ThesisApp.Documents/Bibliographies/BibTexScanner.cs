using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ThesisApp.Documents.Bibliographies;

/// <summary>Goes through BibTeX text entry by entry.</summary>
internal sealed partial class BibTexScanner(string text)
{
    private const int MaxValueLength = 200_000;

    // Macros that name macros could make a small file expand without end.
    private const int MaxExpansion = 5_000_000;

    private const int MaxOpenComments = 8;
    private const string NotClosed = "is not closed; what could be read of it is kept.";

    private readonly Dictionary<string, string> _strings = MonthNames();
    private int _position;
    private int _line = 1;
    private int _expanded;
    private int _openComments;
    private bool _cut;

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
            return SkipBalanced(open, close) ? null : $"a @{kind} is not closed; only its start is passed over.";
        }

        Take();
        if (kind != "string")
        {
            key = ReadKey();
            type = kind;
            SkipSpace();
            if (key.Length == 0 || Peek() == '=')
            {
                key = string.Empty;
                return $"an entry of type '{kind}' has no key; it is passed over.";
            }

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

        if (problem is null)
        {
            return null;
        }

        // A brace too few lets a value run on over the fields after it.
        foreach ((string name, string value) in fields)
        {
            fields[name] = RunOn().Replace(value, string.Empty);
        }

        return $"the entry '{key}' {problem}";
    }

    private string? ReadFields(char close, Dictionary<string, string> fields)
    {
        _cut = false;
        while (true)
        {
            SkipSpace();
            switch (Peek())
            {
                case '\0':
                    return NotClosed;
                case char c when c == close:
                    Take();
                    return _cut ? NotClosed : null;
                case ',':
                    Take();
                    continue;
                case '@' when AtEntry():
                    return NotClosed;
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

                    value.Append(Expand(word));
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
        while (_position < text.Length && !AtEntry())
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

        _cut = true;
        return Bounded(start, _position);
    }

    private string ReadQuoted()
    {
        Take();
        int start = _position;
        int depth = 0;
        while (_position < text.Length && !AtEntry())
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

        _cut = true;
        return Bounded(start, _position);
    }

    // JabRef keeps whole entries in comments. One that is not closed ends with its word, as in BibTeX itself.
    private bool SkipBalanced(char open, char close)
    {
        (int position, int line) = (_position, _line);
        int depth = 0;
        while (_position < text.Length && _openComments < MaxOpenComments)
        {
            char c = Take();
            depth += c == open ? 1 : c == close ? -1 : 0;
            if (depth == 0)
            {
                return true;
            }
        }

        (_position, _line) = (position, line);
        _openComments++;
        return false;
    }

    private string Expand(string word)
    {
        if (_expanded > MaxExpansion || !_strings.TryGetValue(word.ToLowerInvariant(), out string? value))
        {
            return word;
        }

        _expanded += value.Length;
        return value;
    }

    private string ReadKey()
    {
        SkipSpace();
        int start = _position;
        while (_position < text.Length && Peek() is not (',' or '}' or ')' or '=' or '"' or '{' or '#' or '\n'))
        {
            Take();
        }

        // No comma after the key: what was read ends with the first field's name.
        string key = text[start.._position].Trim();
        int space = key.IndexOfAny([' ', '\t']);
        if (Peek() == '=' && space > 0)
        {
            _position = start + space;
            key = key[..space];
        }

        return key;
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

    // An '@' at the start of a line, a word and a brace: no value goes on that way, so something before was not closed.
    private bool AtEntry() =>
        text[_position] == '@' && (_position == 0 || text[_position - 1] == '\n') && EntryStart().IsMatch(text.AsSpan(_position, Math.Min(40, text.Length - _position)));

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

    [GeneratedRegex(@"^@\s*[A-Za-z]+\s*[{(]")]
    private static partial Regex EntryStart();

    [GeneratedRegex(@",[ \t\r]*\n\s*[A-Za-z][\w-]*\s*=.*", RegexOptions.Singleline)]
    private static partial Regex RunOn();
}
