using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ThesisApp.Documents.Bibliographies;

/// <summary>Goes through BibTeX text entry by entry.</summary>
internal sealed partial class BibTexScanner(string text)
{
    // Macros that name macros could make a small file expand without end.
    private const int MaxExpansion = 5_000_000;

    private const int MaxOpenComments = 8;
    private const string NotClosed = "is not closed; what could be read of it is kept.";

    private readonly BibTexCursor _text = new(text);
    private readonly Dictionary<string, string> _strings = MonthNames();
    private int _expanded;
    private int _openComments;

    public int Line => _text.Line;

    /// <summary>Goes behind the next '@'.</summary>
    public bool SkipToEntry()
    {
        while (!_text.IsAtEnd)
        {
            if (_text.Take() == '@')
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
        string kind = _text.ReadWord().ToLowerInvariant();
        type = string.Empty;
        _text.SkipSpace();
        char open = _text.Peek();
        if (kind.Length == 0 || open is not ('{' or '('))
        {
            return null;
        }

        char close = open == '{' ? '}' : ')';
        if (kind is "comment" or "preamble")
        {
            return SkipBalanced(open, close) ? null : $"a @{kind} is not closed; only its start is passed over.";
        }

        _text.Take();
        if (kind != "string")
        {
            key = _text.ReadKey();
            type = kind;
            _text.SkipSpace();
            if (key.Length == 0 || _text.Peek() == '=')
            {
                key = string.Empty;
                return $"an entry of type '{kind}' has no key; it is passed over.";
            }

            if (_text.Peek() == ',')
            {
                _text.Take();
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
        _text.IsCut = false;
        while (true)
        {
            _text.SkipSpace();
            switch (_text.Peek())
            {
                case '\0':
                    return NotClosed;
                case char c when c == close:
                    _text.Take();
                    return _text.IsCut ? NotClosed : null;
                case ',':
                    _text.Take();
                    continue;
                case '@' when _text.IsAtEntry():
                    return NotClosed;
            }

            string name = _text.ReadWord().ToLowerInvariant();
            _text.SkipSpace();
            if (name.Length == 0 || _text.Peek() != '=')
            {
                if (name.Length == 0)
                {
                    _text.Take();
                }

                continue;
            }

            _text.Take();
            string value = ReadValue(close);
            fields.TryAdd(name, value);
        }
    }

    private string ReadValue(char close)
    {
        StringBuilder value = new();
        while (true)
        {
            _text.SkipSpace();
            switch (_text.Peek())
            {
                case '{':
                    value.Append(_text.ReadBraced());
                    break;
                case '"':
                    value.Append(_text.ReadQuoted());
                    break;
                default:
                    string word = _text.ReadWord();
                    if (word.Length == 0)
                    {
                        return value.ToString();
                    }

                    value.Append(Expand(word));
                    break;
            }

            _text.SkipSpace();
            if (_text.Peek() != '#' || value.Length > BibTexCursor.MaxValueLength)
            {
                return value.ToString();
            }

            _text.Take();
            if (_text.Peek() == close)
            {
                return value.ToString();
            }
        }
    }

    // JabRef keeps whole entries in comments. One that is not closed ends with its word, as in BibTeX itself.
    private bool SkipBalanced(char open, char close)
    {
        if (_openComments < MaxOpenComments && _text.SkipBalanced(open, close))
        {
            return true;
        }

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

    private static Dictionary<string, string> MonthNames() =>
        Enumerable.Range(1, 12).ToDictionary(
            month => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month).ToLowerInvariant(),
            CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName,
            StringComparer.Ordinal);

    [GeneratedRegex(@",[ \t\r]*\n\s*[A-Za-z][\w-]*\s*=.*", RegexOptions.Singleline)]
    private static partial Regex RunOn();
}
