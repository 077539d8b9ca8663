using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Citations;

namespace ThesisApp.Documents.Checking;

/// <summary>Takes a line of Markdown apart: its text, its citations in either form, its links, its anchors.</summary>
internal sealed partial class CheckedLine
{
    private readonly StringBuilder _text = new();
    private readonly List<CheckedCitation> _citations = [];
    private readonly List<string> _links = [];
    private readonly List<string> _anchors = [];
    private readonly IReadOnlyDictionary<string, string> _keysByAnchor;

    public CheckedLine(ContainerInline? container, IReadOnlyDictionary<string, string> keysByAnchor)
    {
        _keysByAnchor = keysByAnchor;
        Append(container);
        string text = _text.ToString();
        IReadOnlyList<PandocCitation> found = PandocCitations.Find(text);
        _citations.AddRange(found.Select(citation => new CheckedCitation(citation.Key, citation.Locator)));
        foreach (PandocCitation group in found.Where(citation => !citation.IsNarrative).DistinctBy(citation => citation.Position).Reverse())
        {
            text = text.Remove(group.Position, group.Length);
        }

        Text = Tidy(text);
    }

    /// <summary>The text without citations.</summary>
    public string Text { get; }

    public IReadOnlyList<CheckedCitation> Citations => _citations;

    public IReadOnlyList<string> Links => _links;

    public IReadOnlyList<string> Anchors => _anchors;

    /// <summary>What pictures say of themselves.</summary>
    public List<CheckedLine> Captions { get; } = [];

    /// <summary>Anchors in a piece of HTML.</summary>
    public static IEnumerable<string> AnchorsIn(string html) => Id().Matches(html).Select(match => match.Groups[1].Value);

    private void Append(ContainerInline? container)
    {
        for (Inline? inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    _text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    _text.Append(code.Content.ToLowerInvariant());
                    break;
                case HtmlEntityInline entity:
                    _text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    _text.Append(link.Url);
                    break;
                case LineBreakInline:
                    _text.Append(' ');
                    break;
                case HtmlInline html:
                    _anchors.AddRange(AnchorsIn(html.Tag));
                    break;
                case LinkInline { IsImage: true } image:
                    Captions.Add(new CheckedLine(image, _keysByAnchor));
                    break;
                case LinkInline { Url: ['#', .. var anchor] } link:
                    AppendLink(link, anchor);
                    break;
                case ContainerInline inner:
                    Append(inner);
                    break;
            }
        }
    }

    // A citation in brackets is no part of the text, a work named in a sentence is.
    private void AppendLink(LinkInline link, string anchor)
    {
        if (!anchor.StartsWith("ref-", StringComparison.Ordinal))
        {
            _links.Add(anchor);
            Append(link);
            return;
        }

        _citations.Add(new CheckedCitation(_keysByAnchor.GetValueOrDefault(anchor, anchor), null));
        if (!_keysByAnchor.ContainsKey(anchor))
        {
            _links.Add(anchor);
        }

        string shown = PlainOf(link);
        bool open = _text.ToString().AsSpan() is var before && before.Count('(') > before.Count(')');
        if (!open && shown.Length > 0 && shown[0] is not ('(' or '['))
        {
            _text.Append(shown);
        }
    }

    private static string PlainOf(ContainerInline container)
    {
        StringBuilder plain = new();
        foreach (Inline inline in container.Descendants())
        {
            plain.Append(inline switch { LiteralInline literal => literal.Content.ToString(), CodeInline code => code.Content, LineBreakInline => " ", _ => string.Empty });
        }

        return plain.ToString();
    }

    private static string Tidy(string text)
    {
        string tidy = EmptyBrackets().Replace(text, string.Empty);
        tidy = LoneCommas().Replace(tidy, string.Empty);
        tidy = SpaceBeforeStop().Replace(tidy, "$1");
        return string.Join(' ', tidy.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex("""id\s*=\s*["']([^"']+)["']""")]
    private static partial Regex Id();

    [GeneratedRegex(@"\((?:[\s;,–]|see|cf\.|e\.g\.)*\)")]
    private static partial Regex EmptyBrackets();

    [GeneratedRegex(@"(?<=\s)(?:,\s*)+(?=[.!?]|$)")]
    private static partial Regex LoneCommas();

    [GeneratedRegex(@"\s+([.,;:!?])(?=\s|$)")]
    private static partial Regex SpaceBeforeStop();
}
