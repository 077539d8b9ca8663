using System.Text.RegularExpressions;

namespace ThesisApp.Documents.Bibliographies;

/// <summary>A place in BibTeX text, and what can be read from it on: words, keys, and values between braces or quotation marks.</summary>
internal sealed partial class BibTexCursor(string text)
{
    /// <summary>Most characters of a value.</summary>
    public const int MaxValueLength = 200_000;

    private int _position;

    /// <summary>The line, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>True behind the last character.</summary>
    public bool IsAtEnd => _position >= text.Length;

    /// <summary>Whether a value was not closed since this was last set to false.</summary>
    public bool IsCut { get; set; }

    /// <summary>What stands between braces.</summary>
    public string ReadBraced()
    {
        Take();
        int start = _position;
        int depth = 1;
        while (_position < text.Length && !IsAtEntry())
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

        IsCut = true;
        return Bounded(start, _position);
    }

    /// <summary>What stands between quotation marks.</summary>
    public string ReadQuoted()
    {
        Take();
        int start = _position;
        int depth = 0;
        while (_position < text.Length && !IsAtEntry())
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

        IsCut = true;
        return Bounded(start, _position);
    }

    /// <summary>Goes behind what an opening and a closing character enclose, or nowhere where it is not closed.</summary>
    public bool SkipBalanced(char open, char close)
    {
        (int position, int line) = (_position, Line);
        int depth = 0;
        while (_position < text.Length)
        {
            char c = Take();
            depth += c == open ? 1 : c == close ? -1 : 0;
            if (depth == 0)
            {
                return true;
            }
        }

        (_position, Line) = (position, line);
        return false;
    }

    /// <summary>An entry's key.</summary>
    public string ReadKey()
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

    /// <summary>A word, behind the space before it; empty if there is none.</summary>
    public string ReadWord()
    {
        SkipSpace();
        int start = _position;
        while (_position < text.Length && (char.IsLetterOrDigit(Peek()) || Peek() is '-' or '_' or ':' or '.' or '+' or '/' or '\'' or '*'))
        {
            Take();
        }

        return text[start.._position];
    }

    /// <summary>True at an '@' at the start of a line, a word and a brace: no value goes on that way, so something before was not closed.</summary>
    public bool IsAtEntry() =>
        text[_position] == '@' && (_position == 0 || text[_position - 1] == '\n') && EntryStart().IsMatch(text.AsSpan(_position, Math.Min(40, text.Length - _position)));

    /// <summary>Goes behind space.</summary>
    public void SkipSpace()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            Take();
        }
    }

    /// <summary>The next character; '\0' at the end.</summary>
    public char Peek() => _position < text.Length ? text[_position] : '\0';

    /// <summary>The next character, and goes behind it.</summary>
    public char Take()
    {
        if (_position >= text.Length)
        {
            return '\0';
        }

        char c = text[_position++];
        Line += c == '\n' ? 1 : 0;
        return c;
    }

    private string Bounded(int start, int end) => text[start..Math.Min(end, start + MaxValueLength)];

    [GeneratedRegex(@"^@\s*[A-Za-z]+\s*[{(]")]
    private static partial Regex EntryStart();
}
