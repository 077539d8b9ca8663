using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;

namespace ThesisApp.Documents.Export;

/// <summary>Writes Markdown that CommonMark, GitHub and Pandoc read alike; what users and models wrote is escaped.</summary>
internal sealed partial class MarkdownText(ThesisDocument document, bool whole, string? folder)
{
    private readonly StringBuilder _text = new();
    private readonly DocumentWords _words = DocumentWords.For(document.Language);
    private readonly HashSet<string> _places =
        document.Chapters.SelectMany(chapter => chapter.Sections.Select(section => section.Id).Append(chapter.Id)).ToHashSet(StringComparer.Ordinal);

    public void Heading(int level, string title, string? anchor, string? number = null)
    {
        if (anchor is not null)
        {
            _text.Append("<a id=\"").Append(anchor).Append("\"></a>\n\n");
        }

        _text.Append('#', level).Append(' ');
        if (number is not null)
        {
            _text.Append(number).Append(' ');
        }

        _text.Append(Escape(title)).Append("\n\n");
    }

    public void Lines(IReadOnlyList<string> lines) => _text.AppendJoin("  \n", lines.Select(Escape)).Append("\n\n");

    public void Labelled(string label, string value) => _text.Append("**").Append(label).Append(_words.Colon).Append("** ").Append(Escape(value)).Append("\n\n");

    public void Quote(string value)
    {
        if (value.Length > 0)
        {
            _text.Append("> ").Append(Escape(value)).Append("\n\n");
        }
    }

    public void Contents()
    {
        Heading(2, _words.Contents, "contents");
        foreach (DocumentChapter chapter in document.Chapters)
        {
            _text.Append(CultureInfo.InvariantCulture, $"- [{chapter.Number} {Escape(chapter.Title)}](#{Anchors.Place(chapter.Id)})\n");
            foreach (DocumentSection section in chapter.Sections)
            {
                _text.Append(CultureInfo.InvariantCulture, $"  - [{section.Number} {Escape(section.Title)}](#{Anchors.Place(section.Id)})\n");
            }
        }

        _text.Append(CultureInfo.InvariantCulture, $"- [{Escape(_words.References)}](#{Anchors.References})\n\n");
    }

    public void Abbreviations(IReadOnlyList<Abbreviation> abbreviations)
    {
        if (abbreviations.Count == 0)
        {
            return;
        }

        Heading(2, _words.Abbreviations, Anchors.Abbreviations);
        foreach (Abbreviation abbreviation in abbreviations)
        {
            _text.Append("- **").Append(Escape(abbreviation.ShortForm)).Append("** ").Append(Escape(abbreviation.LongForm)).Append('\n');
        }

        _text.Append('\n');
    }

    public void Chapter(DocumentChapter chapter, int level)
    {
        Heading(level, chapter.Title, Anchors.Place(chapter.Id), chapter.Number.ToString(CultureInfo.InvariantCulture));
        Blocks(chapter.Opening);
        foreach (DocumentSection section in chapter.Sections)
        {
            Heading(level + 1, section.Title, Anchors.Place(section.Id), section.Number);
            Blocks(section.Blocks);
        }
    }

    public void References(IReadOnlyList<DocumentReference> references, int level)
    {
        if (references.Count == 0)
        {
            return;
        }

        Heading(level, _words.References, Anchors.References);
        foreach (DocumentReference reference in references)
        {
            _text.Append("<a id=\"").Append(Anchors.Work(reference.Entry.Key)).Append("\"></a>").Append(Line(reference.Text)).Append("\n\n");
        }
    }

    public void Blocks(IReadOnlyList<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            if (block.Figure is { Number: > 0 } figure && folder is not null)
            {
                // Alone in its paragraph, so that Pandoc makes a figure of it and a caption of the words in brackets.
                _text.Append("![").Append(Line(block.Items[0])).Append("](").Append(folder).Append(figure.File).Append(")\n\n");
                continue;
            }

            for (int i = 0; i < block.Items.Count; i++)
            {
                _text.Append(block.Kind switch
                {
                    ParagraphKind.Numbered => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. "),
                    ParagraphKind.Bulleted => "- ",
                    _ => string.Empty,
                });
                _text.Append(Line(block.Items[i])).Append('\n');
            }

            if (block.Table is { } table)
            {
                _text.Append('\n');
                Row([.. table.Header.Select(Escape)]);
                Row([.. table.Header.Select(_ => "---")]);
                foreach (IReadOnlyList<string> row in table.Rows)
                {
                    Row([.. row.Select(Escape)]);
                }
            }

            _text.Append('\n');
        }

        void Row(IReadOnlyList<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    private string Line(IReadOnlyList<Inline> line) => string.Concat(line.Select(Write));

    private string Write(Inline inline) => inline.Kind switch
    {
        InlineKind.Verbatim => Html().Replace(inline.Text, "$1\\<"),
        InlineKind.Emphasis => $"*{Escape(inline.Text)}*",
        InlineKind.Citation => $"[{Escape(inline.Text)}](#{Anchors.Work(inline.Target!)})",
        InlineKind.CrossReference when whole && _places.Contains(inline.Target!) => $"[{Escape(inline.Text)}](#{Anchors.Place(inline.Target!)})",
        InlineKind.Unresolved => $"**{Escape(inline.Text)}**",
        InlineKind.Link when inline.Target is { } target && target != inline.Text => $"[{Escape(inline.Text)}](<{Address(target)}>)",
        InlineKind.Link => $"<{Address(inline.Text)}>",
        _ => Escape(inline.Text),
    };

    private static string Address(string address) =>
        address.Replace(">", "%3E", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);

    // A tag that a reader's browser would follow is no text. One behind an odd number of backslashes is text already.
    [GeneratedRegex(@"(?<!\\)((?:\\\\)*)<(?=[A-Za-z/!?])", RegexOptions.CultureInvariant)]
    private static partial Regex Html();

    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 8);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool special = c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~'
                || (c == '&' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '#'))
                || (i == 0 && c is '#' or '+' or '-' or '=')
                || (i == text.Length - 1 && c == '#')
                || (c is '.' or ')' && i > 0 && i < 10 && text[..i].All(char.IsAsciiDigit));
            if (special)
            {
                escaped.Append('\\');
            }

            escaped.Append(c is '\n' or '\r' ? ' ' : c);
        }

        return escaped.ToString();
    }
}
