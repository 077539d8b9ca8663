using ThesisApp.Core.Documents;

namespace ThesisApp.Documents.Citations;

/// <summary>Collects inline text.</summary>
internal sealed class InlineBuilder
{
    private readonly List<Inline> _inlines = [];

    public InlineBuilder Text(string text)
    {
        if (_inlines is [.., { Kind: InlineKind.Text } last])
        {
            _inlines[^1] = last with { Text = last.Text + text };
        }
        else if (text.Length > 0)
        {
            _inlines.Add(new Inline(InlineKind.Text, text));
        }

        return this;
    }

    public InlineBuilder Emphasis(string text)
    {
        _inlines.Add(new Inline(InlineKind.Emphasis, text));
        return this;
    }

    public InlineBuilder Link(string address)
    {
        _inlines.Add(new Inline(InlineKind.Link, address, address));
        return this;
    }

    public IReadOnlyList<Inline> Build()
    {
        if (_inlines is [.., { Kind: InlineKind.Text } last])
        {
            _inlines[^1] = last with { Text = last.Text.TrimEnd() };
        }

        return _inlines;
    }
}
