using System.Text;
using ThesisApp.Core.Documents;

namespace ThesisApp.Documents.Citations.Layout;

/// <summary>Puts an entry together from parts of which any may be missing. What stands between two parts is written only when both are there, and no stop follows another.</summary>
internal sealed class ReferenceText((string Open, string Close) quotes, bool punctuationInQuotes)
{
    private readonly List<Inline> _inlines = [];
    private string _pending = string.Empty;

    public bool IsEmpty => _inlines.Count == 0;

    /// <summary>Says what stands before the next part, if one follows.</summary>
    public ReferenceText Then(string separator)
    {
        if (!IsEmpty)
        {
            _pending = separator;
        }

        return this;
    }

    public ReferenceText Text(string? text) => Add(InlineKind.Text, text);

    public ReferenceText Emphasis(string? text) => Add(InlineKind.Emphasis, text);

    public ReferenceText Quoted(string text) => Add(InlineKind.Text, quotes.Open + text + quotes.Close);

    /// <summary>A link; its text is the address unless another is given.</summary>
    public ReferenceText Link(string? address, string? text = null)
    {
        if (address is not null)
        {
            WriteSeparator();
            _inlines.Add(new Inline(InlineKind.Link, text ?? address, address));
        }

        return this;
    }

    /// <summary>Ends with a mark, unless the text ends with a stop already.</summary>
    public ReferenceText End(string mark)
    {
        _pending = mark;
        WriteSeparator();
        return this;
    }

    public IReadOnlyList<Inline> Build() => _inlines;

    private ReferenceText Add(InlineKind kind, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            WriteSeparator();
            Append(kind, text);
        }

        return this;
    }

    private void WriteSeparator()
    {
        string separator = _pending;
        _pending = string.Empty;
        if (separator.Length == 0 || IsEmpty)
        {
            return;
        }

        Inline last = _inlines[^1];
        bool quoted = last.Kind == InlineKind.Text && last.Text.EndsWith(quotes.Close, StringComparison.Ordinal);
        char end = quoted ? last.Text[^(quotes.Close.Length + 1)] : last.Text[^1];
        bool stops = separator[0] is '.' or ',' && (end is '?' or '!' or '…' || (separator[0] == '.' && end == '.'));
        if (stops && last.Kind != InlineKind.Link)
        {
            separator = separator[1..];
        }
        else if (quoted && punctuationInQuotes && separator[0] is '.' or ',')
        {
            string inside = last.Text[..^quotes.Close.Length];
            _inlines[^1] = last with { Text = inside + separator[0] + quotes.Close };
            separator = separator[1..];
        }

        if (separator.Length > 0)
        {
            Append(InlineKind.Text, separator);
        }
    }

    private void Append(InlineKind kind, string text)
    {
        if (kind == InlineKind.Text && _inlines is [.., { Kind: InlineKind.Text } last])
        {
            _inlines[^1] = last with { Text = new StringBuilder(last.Text).Append(text).ToString() };
        }
        else
        {
            _inlines.Add(new Inline(kind, text));
        }
    }
}
