using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Checking;

/// <summary>Gathers sections while a document is gone through.</summary>
internal sealed partial class SectionCollector(IReadOnlyDictionary<string, string> keysByAnchor)
{
    private readonly List<CheckedSection> _sections = [];
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _listed = new(StringComparer.Ordinal);
    private readonly List<CheckedParagraph> _paragraphs = [];
    private CheckedSection? _current;

    public void AddAnchors(IEnumerable<string> anchors) => _anchors.UnionWith(anchors);

    public void StartSection(HeadingBlock heading, string? id)
    {
        EndSection();
        CheckedLine line = new(heading.Inline, keysByAnchor);
        _anchors.UnionWith(line.Anchors);
        Match match = Numbered().Match(line.Text);
        string title = match.Success ? match.Groups[2].Value : line.Text;
        _anchors.UnionWith([Slug(line.Text), Slug(title), .. id is null ? Array.Empty<string>() : [id]]);
        _current = new CheckedSection(heading.Level, match.Success ? match.Groups[1].Value : null, title, string.Empty, heading.Line + 1, []);
    }

    public void AddParagraph(ParagraphBlock paragraph, ParagraphForm form)
    {
        CheckedLine line = new(paragraph.Inline, keysByAnchor);
        _anchors.UnionWith(line.Anchors);
        foreach (CheckedLine caption in line.Captions)
        {
            // What describes a picture and no more is no caption, though it may cite.
            bool numbered = Caption().IsMatch(caption.Text);
            if (numbered || caption.Citations.Count > 0)
            {
                _paragraphs.Add(new CheckedParagraph(numbered ? caption.Text : string.Empty, paragraph.Line + 1, ParagraphForm.Caption, caption.Citations, caption.Links));
            }
        }

        if (line.Text.Length == 0 && line.Citations.Count == 0)
        {
            return;
        }

        foreach (string anchor in line.Anchors.Where(anchor => anchor.StartsWith("ref-", StringComparison.Ordinal)))
        {
            _listed[keysByAnchor.GetValueOrDefault(anchor, anchor)] = line.Text;
        }

        _paragraphs.Add(new CheckedParagraph(line.Text, paragraph.Line + 1, Caption().IsMatch(line.Text) ? ParagraphForm.Caption : form, line.Citations, line.Links));
    }

    /// <summary>What a table or a note cites; its text is not prose.</summary>
    public void AddCitationsOf(LeafBlock leaf)
    {
        CheckedLine line = new(leaf.Inline, keysByAnchor);
        _anchors.UnionWith(line.Anchors);
        if (line.Citations.Count > 0)
        {
            _paragraphs.Add(new CheckedParagraph(string.Empty, leaf.Line + 1, ParagraphForm.Caption, line.Citations, line.Links));
        }
    }

    public CheckedThesis Finish(ThesisFrontMatter front, Bibliography? bibliography)
    {
        EndSection();
        CheckedSection[] sections = WithRoles();
        Dictionary<string, string>? works = bibliography is not null
            ? bibliography.Entries.DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry["title"] ?? entry.Key, StringComparer.Ordinal)
            : _listed.Count > 0 ? _listed : null;
        string? title = front.Title ?? sections.FirstOrDefault(section => section.Role == PartRoles.Title)?.Title;
        return new CheckedThesis(title ?? string.Empty, front.Language, sections, _anchors, works) { Questions = front.Questions, ExpectedWords = front.Words };
    }

    private void EndSection()
    {
        if (_current is not null)
        {
            _sections.Add(_current with { Paragraphs = [.. _paragraphs] });
        }
        else if (_paragraphs.Count > 0)
        {
            _sections.Add(new CheckedSection(1, null, string.Empty, PartRoles.Title, null, [.. _paragraphs]));
        }

        _current = null;
        _paragraphs.Clear();
    }

    // A heading's own role, else that of the heading above it. A single heading of level 1 at the top is the title.
    private CheckedSection[] WithRoles()
    {
        List<CheckedSection> found = [];
        bool titled = _sections.Count(section => section.Level == 1 && section.Line is not null) == 1;
        List<(int Level, string Role)> above = [];
        foreach (CheckedSection section in _sections)
        {
            if (section.Role.Length > 0 || (titled && section.Level == 1))
            {
                found.Add(section with { Role = PartRoles.Title });
                continue;
            }

            above.RemoveAll(parent => parent.Level >= section.Level);
            string role = PartRoles.Of(section.Title) ?? (above.Count > 0 ? above[^1].Role : PartRoles.Body);
            above.Add((section.Level, role));
            found.Add(section with { Role = role });
        }

        return [.. found];
    }

    // GitHub's identifier of a heading; Pandoc's differs by the number, which is tried, too.
    private static string Slug(string heading)
    {
        StringBuilder slug = new();
        foreach (char c in heading.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
            {
                slug.Append(c);
            }
            else if (c == ' ')
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }

    [GeneratedRegex(@"^(\d+(?:\.\d+)*)\.?\s+(\S.*)$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:Table|Figure|Fig\.|Tabelle|Tableau|Tabla|Tab\.|Figura|Abbildung|Abb\.)\s\d+(?:\.\d+)*\s*[:.–—]")]
    private static partial Regex Caption();
}
